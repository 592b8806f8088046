import Airscript
import BotGraph
import Replay
import Testing

struct ExplorationBoundsTests {
    /// Menus in a row, each with two ways on to the next.
    private func row(_ count: Int) throws -> Bot {
        var nodes: [String] = []
        for number in 0..<count {
            let next = number + 1 < count ? "m\(number + 1)" : "bye"
            nodes.append(
                """
                  m\(number):
                    type: decision_menu
                    prompt: Menu \(number). Press 1 or 2.
                    options: [{name: one, press: "1", say: [one], go: \(next)}, {name: two, press: "2", go: \(next)}]
                    no_input: {prompts: [Well?], then: bye}
                    no_match: {prompts: [What?], then: bye}
                """
            )
        }
        return try ExplorationSamples.small(start: "m0", nodes: nodes.joined(separator: "\n"))
    }

    @Test func `a bot of hundreds of menus is explored whole, its calls counted without walking each`() throws {
        var bounds = Explorer.Bounds()
        bounds.depth = 1_000
        let exploration = Explorer(bot: try row(300), bounds: bounds).explore()
        #expect(exploration.missed.isEmpty)
        #expect(exploration.cutOff.isEmpty)
        #expect(exploration.stateCount == 1_200)
        #expect(exploration.paths.kind == .withoutReturn)
        // More than two to the three hundredth.
        #expect(exploration.paths.calls > 1e90)
        #expect(exploration.mostActs.path.acts.count == 900)
    }

    @Test func `a bound on acts leaves out what lies deeper, and says so`() throws {
        var bounds = Explorer.Bounds()
        bounds.depth = 5
        let exploration = Explorer(bot: try row(10), bounds: bounds).explore()
        #expect(exploration.cutOff == [.depth])
        #expect(!exploration.missed.isEmpty)
        #expect(!exploration.isLongest)
        #expect(exploration.endless.isEmpty)
    }

    @Test func `a bound on states is kept, and said`() throws {
        var bounds = Explorer.Bounds()
        bounds.states = 7
        let exploration = Explorer(bot: try row(10), bounds: bounds).explore()
        #expect(exploration.stateCount == 7)
        #expect(exploration.cutOff == [.states])
        #expect(exploration.endless.isEmpty)
    }

    @Test func `a bound on acts tried is kept, and said`() throws {
        var bounds = Explorer.Bounds()
        bounds.events = 50
        let exploration = Explorer(bot: try row(10), bounds: bounds).explore()
        #expect(exploration.cutOff == [.events])
    }

    @Test func `an exploration ends when it is told to`() throws {
        let exploration = Explorer(bot: try row(10)).explore { $0.explored < 3 }
        #expect(exploration.cutOff == [.time])
        #expect(!exploration.missed.isEmpty)
        #expect(exploration.stateCount > 3)
    }

    @Test func `a value that grows without end is bounded`() throws {
        let bot = try ExplorationSamples.small(
            "variables: {log: {type: text, default: \"\"}}",
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1 or 2.
                    options:
                      - {name: one, press: "1", set: {log: 'log + "1"'}, go: c}
                      - {name: two, press: "2", set: {log: 'log + "2"'}, go: c}
                    default: bye
                  c: {type: condition, cases: [{when: 'log = "12121212"', go: bye}], else: a}
                """
        )
        var bounds = Explorer.Bounds()
        bounds.states = 200
        let exploration = Explorer(bot: bot, bounds: bounds).explore()
        #expect(exploration.stateCount <= 200)
        #expect(exploration.cutOff.contains(.states))
    }

    @Test func `very many start variables are tried a few at a time`() throws {
        let names = (0..<30).map { "v\($0)" }
        let declared = names.map { "\($0): {type: number, required: true}" }.joined(separator: ", ")
        let cases = names.map { "{when: \($0) = 77, go: bye}" }.joined(separator: ", ")
        let bot = try ExplorationSamples.small(
            "variables: {\(declared)}",
            nodes: "  a: {type: condition, cases: [\(cases)], else: bye}"
        )
        let exploration = ExplorationSamples.explore(bot)
        #expect(exploration.missed.isEmpty)
        #expect(exploration.startCount < 200)
    }

    @Test func `a test that few digits pass is searched for`() throws {
        func bot(_ test: String) throws -> Bot {
            try ExplorationSamples.small(
                "variables: {code: text, want: {type: number, default: 812}}",
                nodes: """
                      a:
                        type: touchtone_capture
                        prompt: Your code.
                        variable: code
                        digits: 3
                        validate: '\(test)'
                        no_input: {then: bye}
                        no_match: {then: bye}
                        go: bye
                    """
            )
        }
        #expect(ExplorationSamples.explore(try bot("\"{{code}}9\" = \"7159\"")).missed.isEmpty)
        let never = ExplorationSamples.explore(try bot("code = \"71\""))
        #expect(never.missed.map(\.name) == ["way on of 'a'"])
    }
}
