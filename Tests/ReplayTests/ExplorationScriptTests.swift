import Airscript
import BotGraph
import CallEngine
import Replay
import Telephony
import Testing

struct ExplorationScriptTests {
    private func texts(_ exploration: Exploration) -> [String] {
        exploration.scripts.enumerated().map { number, script in
            script.text(number: number + 1, command: "touchtone explore \(exploration.bot.name) --write")
        }
    }

    /// Runs the written scripts one by one and adds up what they pass.
    private func cover(_ bot: Bot, _ texts: [String]) throws -> Coverage {
        var coverage = Coverage(of: bot)
        for (number, text) in texts.enumerated() {
            let parsed = CallScript.parse(text, path: "explored-\(number + 1).yaml")
            #expect(parsed.diagnostics.map(\.description) == [], "\(text)")
            var call = ExplorationCall(bot: bot)
            try call.run(try #require(parsed.script))
            #expect(call.session?.endReason != nil, "\(text)")
            coverage.add(call.passages)
        }
        return coverage
    }

    @Test(arguments: ExplorationSamples.names)
    func `the written scripts pass and together take every edge of a sample bot`(name: String) throws {
        let bot = try ExplorationSamples.bot(name)
        let texts = texts(ExplorationSamples.explore(bot))
        let coverage = try cover(bot, texts)
        #expect(coverage.missed.filter(\.isEdge).map(\.name) == [])
        #expect(coverage.share(of: \.isEdge).percent == 100)
        #expect(texts.count < 40)
    }

    @Test(arguments: ExplorationSamples.names)
    func `each script has a title of its own, says that it was explored, and expects how the call ends`(
        name: String
    )
        throws
    {
        let exploration = ExplorationSamples.explore(try ExplorationSamples.bot(name))
        let texts = texts(exploration)
        var titles: Set<String> = []
        for text in texts {
            #expect(text.hasPrefix("# Explored, not written by hand: 'touchtone explore \(name) --write'"))
            let script = try #require(CallScript.parse(text, path: "x.yaml").script)
            let title = try #require(script.title)
            #expect(title.hasSuffix("."))
            #expect(titles.insert(title).inserted)
            guard case .expect(let facts)? = script.steps.last?.kind else {
                Issue.record("the last step expects nothing: \(text)")
                continue
            }
            #expect(facts.contains { if case .ended = $0 { true } else { false } })
        }
    }

    @Test func `every script takes an edge that those before it do not`() throws {
        let bot = try ExplorationSamples.bot("front-desk")
        var coverage = Coverage(of: bot)
        for text in texts(ExplorationSamples.explore(bot)) {
            let before = coverage.share(of: \.isEdge).passed
            var call = ExplorationCall(bot: bot)
            try call.run(try #require(CallScript.parse(text, path: "x.yaml").script))
            coverage.add(call.passages)
            #expect(coverage.share(of: \.isEdge).passed > before, "\(text)")
        }
    }

    @Test func `scripts of a bot with an edge less no longer cover the bot that has it`() throws {
        let text = try ExplorationSamples.text(of: "front-desk")
        let changed = text.replacing("- {name: done, press: \"2\", say: [\"no\", that is all], go: goodbye}", with: "")
        #expect(changed != text)
        let scripts = texts(ExplorationSamples.explore(try ExplorationSamples.load(changed)))
        let coverage = try cover(try ExplorationSamples.load(changed), scripts)
        #expect(coverage.missed.filter(\.isEdge).isEmpty)
        let names = Coverage(of: try ExplorationSamples.load(text)).points.map(\.name)
        #expect(names.contains("option 'done' of 'anything-else'"))
        #expect(!coverage.points.map(\.name).contains("option 'done' of 'anything-else'"))
    }

    @Test func `start values of every kind and words that YAML would take for something else are written safely`()
        throws
    {
        let bot = try ExplorationSamples.small(
            """
            variables:
              word: {type: text, required: true}
              count: {type: number, required: true}
              ok: {type: boolean, required: true}
            """,
            nodes: """
                  a: {type: condition, cases: [{when: 'word = "a: {b}, #c \\"d\\""', go: m}, {when: 'word = "no"', go: m}], else: m}
                  m:
                    type: decision_menu
                    prompt: "Yes: {{count}} # or 'no'?"
                    options:
                      - {name: yes-sir, press: "1", say: ["yes"], go: n}
                      - {name: star, press: "*1", say: ["12"], go: n}
                    default: bye
                  n: {type: condition, cases: [{when: ok AND count > 1.5, go: bye}], else: bye}
                """
        )
        let exploration = ExplorationSamples.explore(bot)
        #expect(exploration.missed.map(\.name) == [])
        let coverage = try cover(bot, texts(exploration))
        #expect(coverage.missed.filter(\.isEdge).map(\.name) == [])
    }

    @Test func `a call that only hanging up ends is written with the hang-up`() throws {
        let bot = try ExplorationSamples.small(
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1 to go round.
                    options: [{name: round, press: "1", go: a}]
                    default: a
                """
        )
        let texts = texts(ExplorationSamples.explore(bot))
        #expect(texts.count == 1)
        #expect(texts[0].contains("  - hang up\n  - expect: {ended: caller-hung-up, opted out: false}\n"))
        #expect(try cover(bot, texts).missed.filter(\.isEdge).isEmpty)
    }

    @Test func `a bot that waits for nobody has a script that only listens`() throws {
        let bot = try ExplorationSamples.small(nodes: "  a: {type: message, prompt: We are closed today., go: bye}")
        let texts = texts(ExplorationSamples.explore(bot))
        #expect(texts.count == 1)
        #expect(
            texts[0].hasSuffix(
                "steps:\n  - hear: we are closed today\n  - expect: {ended: completed, opted out: false}\n"
            )
        )
        #expect(try cover(bot, texts).missed.filter(\.isEdge).isEmpty)
    }
}
