import Airscript
import BotGraph
import BotLint
import Testing

struct StatesTests {
    /// The graph of a bot from its variables and nodes.
    static func graph(_ rest: String) throws -> CallGraph {
        let header = "bot: example\ntitle: Example\nchannel: voice\ndirection: inbound\n"
        let result = MarkedSource(header + rest + "\n").load()
        return CallGraph(try #require(result.bot, "\(result.diagnostics)"))
    }

    private static func id(_ name: String) throws -> NodeID { try #require(NodeID(name)) }

    private static let prompts = """
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Press 1."
            options:
              - {name: one, press: "1", go: goodbye}
            no_input: {prompts: ["Are you there?"], then: desk}
            no_match: {prompts: ["No.", "No."], then: lost}
          desk: {type: message, prompt: "One moment.", go: goodbye}
          lost: {type: message, prompt: "Sorry.", go: goodbye}
          goodbye: {type: hang_up}
        """

    @Test func `a path tells each silence and wrong answer before the one that leads out`() throws {
        let graph = try StatesTests.graph(StatesTests.prompts)
        let desk = try #require(graph.path(to: try StatesTests.id("desk")))
        #expect(desk.map(\.failures) == [[.silence, .silence]])
        let lost = try #require(graph.path(to: try StatesTests.id("lost")))
        #expect(lost.map(\.failures) == [[.wrongAnswer, .wrongAnswer, .wrongAnswer]])
        #expect(graph.ways(from: graph.start).map(\.failures.count) == [0, 2, 3])
    }

    @Test(arguments: [
        ("x = 3", "yes", "x = 3", true, false), ("x = 3", "yes", "x = 4", false, true),
        ("x = 3", "no", "x = 3", false, true), ("x < 5", "yes", "x > 6", false, true),
        ("x < 5", "yes", "x > 4", true, true),
        ("x < 5", "yes", "x >= 5", false, true), ("x <= 5", "yes", "x >= 5", true, true),
        ("x > 1 AND x < 3", "yes", "x = 3", false, true),
        ("x", "no", "x = 1", false, true), ("x", "yes", "x = NULL", false, true),
        ("x <> \"a\"", "no", "x = \"a\"", true, false),
        ("x = 1 OR x = 2", "no", "x = 2", false, true), ("x < 5", "no", "x < 4", false, true),
        ("x < 5", "no", "x = \"a\"", true, true),
        ("x >= 2", "yes", "x < 2", false, true), ("2 <= x", "yes", "x < 2", false, true),
        ("x = y", "yes", "x = y", true, true),
    ])
    func `what one test tells of a variable holds for the next`(
        first: String,
        branch: String,
        second: String,
        holds: Bool,
        fails: Bool
    ) throws {
        let graph = try StatesTests.graph(
            """
            variables: {x: any, y: any}
            start: first
            nodes:
              first:
                type: condition
                cases: [{when: '\(first)', go: held-first}]
                else: failed-first
              held-first: {type: message, prompt: "Yes.", go: \(branch == "yes" ? "second" : "goodbye")}
              failed-first: {type: message, prompt: "No.", go: \(branch == "no" ? "second" : "goodbye")}
              second:
                type: condition
                cases: [{when: '\(second)', go: held}]
                else: failed
              held: {type: hang_up}
              failed: {type: hang_up}
              goodbye: {type: hang_up}
            """
        )
        #expect(graph.isReachable(try StatesTests.id("held")) == holds)
        #expect(graph.isReachable(try StatesTests.id("failed")) == fails)
    }

    @Test func `a counter of silences is told apart from the calls that did not wait`() throws {
        let graph = try StatesTests.graph(
            """
            variables: {waits: number}
            start: menu
            nodes:
              menu:
                type: decision_menu
                before: [{set: {waits: 0}}]
                prompt: "Press 1."
                options:
                  - {name: one, press: "1", go: patience}
                on_no_valid_response: [{set: {waits: waits + 1}}]
                no_input: {prompts: ["Again.", "Again."], then: goodbye}
                no_match: {then: goodbye}
              patience:
                type: condition
                cases:
                  - {when: waits > 2, go: never}
                  - {when: waits = 2, go: patient}
                else: goodbye
              never: {type: hang_up}
              patient: {type: hang_up}
              goodbye: {type: hang_up}
            """
        )
        #expect(!graph.isReachable(try StatesTests.id("never")))
        let path = try #require(graph.path(to: try StatesTests.id("patient")))
        #expect(path.map(\.failures) == [[.silence, .silence], []])
        let values = try #require(graph.states.values(of: "waits", at: try StatesTests.id("patience")))
        #expect([0, 1, 2, 3].map { values.contains(.number($0)) } == [true, true, true, false])
    }

    @Test func `a call that is set to something at its start is a call like others`() throws {
        let text = """
            variables: {vip: {type: boolean, default: false}}
            start: which
            nodes:
              which:
                type: condition
                cases: [{when: vip, go: desk}]
                else: goodbye
              desk: {type: forward_call, number: "+12065550101"}
              goodbye: {type: hang_up}
            """
        let graph = try StatesTests.graph(text)
        #expect(graph.isReachable(try StatesTests.id("desk")))
        #expect(!graph.states.isReachableByDefault(try StatesTests.id("desk")))
    }

    @Test func `an expression that always fails ends the call`() throws {
        let graph = try StatesTests.graph(
            """
            variables: {x: number}
            start: first
            nodes:
              first: {type: set, values: {x: 1 / 0}, go: second}
              second: {type: hang_up}
            """
        )
        #expect(!graph.isReachable(try StatesTests.id("second")))
    }

    @Test func `the states grow with the bot and not faster`() throws {
        func count(_ sections: Int) throws -> Int {
            var text = "variables:\n"
            for number in 0..<sections { text += "  v\(number): text\n  t\(number): {type: number, default: 0}\n" }
            text += "start: c0\nnodes:\n  main:\n    type: decision_menu\n    prompt: Press.\n    options:\n"
            text += "      - {name: one, press: \"1\", go: c1}\n    default: c2\n"
            for number in 0..<sections {
                text += """
                      c\(number):
                        type: touchtone_capture
                        prompt: "Type."
                        variable: v\(number)
                        digits: 4
                        on_no_valid_response: [{set: {t\(number): t\(number) + 1}}]
                        no_input: {prompts: [Again.], then: main}
                        no_match: {then: main}
                        go: k\(number)
                      k\(number):
                        type: condition
                        cases:
                          - {when: 'v\(number) = "1234" AND t\(number) < 1000', go: main}
                          - {when: 't0 > 2', go: c\((number * 7 + 1) % sections)}
                        else: c\((number + 1) % sections)

                    """
            }
            return try StatesTests.graph(text).states.count
        }
        let small = try count(20)
        let large = try count(200)
        #expect(large <= 12 * small, "\(small) states, then \(large)")
    }
}
