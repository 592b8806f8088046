import Airscript
import BotGraph
import CallEngine
import Replay
import Telephony
import Testing

struct ExplorationTests {
    @Test(arguments: ExplorationSamples.names)
    func `every edge of a sample bot is taken, and nothing is wrong with it`(name: String) throws {
        let exploration = ExplorationSamples.explore(try ExplorationSamples.bot(name))
        #expect(exploration.missed.map(\.name) == [])
        #expect(exploration.share.percent == 100)
        #expect(exploration.endless.isEmpty)
        #expect(exploration.faults.map(\.reason) == [])
        #expect(exploration.deaf.isEmpty)
        #expect(exploration.cutOff.isEmpty)
        #expect(exploration.isClean)
        #expect(exploration.paths.calls > 20)
        #expect(exploration.mostActs.path.acts.count > 4)
        #expect(exploration.mostSpeech.speech > 20_000)
    }

    @Test(arguments: ExplorationSamples.names)
    func `the same is found every time`(name: String) throws {
        let bot = try ExplorationSamples.bot(name)
        let first = ExplorationSamples.explore(bot)
        let second = ExplorationSamples.explore(bot)
        #expect(first.paths == second.paths)
        #expect(first.mostActs == second.mostActs)
        #expect(first.mostSpeech == second.mostSpeech)
        #expect(first.scripts == second.scripts)
    }

    @Test func `an edge that no call can take is named with its place`() throws {
        // The case before it holds whenever this one does.
        let bot = try ExplorationSamples.small(
            "variables: {n: {type: number, required: true}}",
            nodes: """
                  a:
                    type: condition
                    cases:
                      - {when: n > 3, go: b}
                      - {when: n > 5, go: bye}
                    else: bye
                  b: {type: message, prompt: Many., go: bye}
                """
        )
        let exploration = ExplorationSamples.explore(bot)
        #expect(exploration.missed.map(\.name) == ["case 2 of 'a'"])
        #expect(exploration.missed.map(\.location.line) == [9])
        #expect(!exploration.isClean)
    }

    @Test func `an edge that is led past is noticed`() throws {
        let text = try ExplorationSamples.text(of: "front-desk")
        #expect(ExplorationSamples.explore(try ExplorationSamples.load(text)).missed.isEmpty)
        // Nothing leads to the hours any more: their node's way on is never taken.
        let changed = text.replacing("when are you open], go: hours}", with: "when are you open], go: account}")
        #expect(changed != text)
        let exploration = ExplorationSamples.explore(try ExplorationSamples.load(changed))
        #expect(exploration.missed.map(\.name) == ["way on of 'hours'"])
        #expect(!exploration.isClean)
    }

    @Test func `an option that is taken out is noticed`() throws {
        let text = try ExplorationSamples.text(of: "appointment-reminder")
        let option = "      - {name: now, press: \"1\", say: [now, connect me], go: desk}\n"
        let changed = text.replacing(option, with: "")
        #expect(changed != text)
        let whole = ExplorationSamples.explore(try ExplorationSamples.load(text))
        let exploration = ExplorationSamples.explore(try ExplorationSamples.load(changed))
        #expect(exploration.share.total == whole.share.total - 1)
        #expect(exploration.paths.calls < whole.paths.calls)
    }

    @Test(arguments: [
        ("n = 3", "number"), ("n > 3", "number"), ("n + 1 >= 10", "number"), ("n < -2", "number"),
        ("3 <= n AND n < 4", "number"), ("n = \"gold\"", "text"), ("n ?? \"x\" = \"gold\"", "text"), ("n", "boolean"),
        ("n = FALSE", "boolean"), ("IF(n > 7, n < 9, FALSE)", "number"), ("n = \"2026-03-01\"", "date"),
    ])
    func `both ways of a test on a required variable are found`(test: String, kind: String) throws {
        let bot = try ExplorationSamples.small(
            "variables: {n: {type: \(kind), required: true}}",
            nodes: "  a: {type: condition, cases: [{when: '\(test)', go: b}], else: bye}\n"
                + "  b: {type: message, prompt: So it is., go: bye}"
        )
        let exploration = ExplorationSamples.explore(bot)
        #expect(exploration.missed.map(\.name) == [])
        #expect(exploration.startCount > 1)
    }

    @Test func `two variables are varied together where one alone is not enough`() throws {
        let bot = try ExplorationSamples.small(
            "variables: {tier: {type: text, required: true}, balance: {type: number, default: 0}, vip: text}",
            nodes: """
                  a: {type: set, values: {vip: 'IF(tier = "gold", "yes", "no")'}, go: c}
                  c: {type: condition, cases: [{when: 'vip = "yes" AND balance > 100', go: b}], else: bye}
                  b: {type: message, prompt: Welcome back., go: bye}
                """
        )
        #expect(ExplorationSamples.explore(bot).missed.map(\.name) == [])
    }

    @Test func `a value that is set by hand is not varied`() throws {
        let bot = try ExplorationSamples.small(
            "variables: {n: {type: number, required: true}}",
            nodes: "  a: {type: condition, cases: [{when: n > 3, go: bye}], else: bye}"
        )
        let exploration = ExplorationSamples.explore(bot, fixed: ["n": .number(9)])
        #expect(exploration.startCount == 1)
        #expect(exploration.missed.map(\.name) == ["else of 'a'"])
    }

    @Test func `digits are found that lead each way on`() throws {
        let bot = try ExplorationSamples.small(
            "variables: {pin: text, want: {type: text, required: true}}",
            nodes: """
                  a:
                    type: touchtone_capture
                    prompt: Your number.
                    variable: pin
                    min_digits: 4
                    max_digits: 6
                    validate: pin = want OR pin = "0042"
                    no_input: {then: bye}
                    no_match: {prompts: [Again.], then: bye}
                    go: c
                  c: {type: condition, cases: [{when: 'pin = "0042"', go: bye}], else: bye}
                """
        )
        #expect(ExplorationSamples.explore(bot).missed.map(\.name) == [])
    }

    @Test func `a counter is followed up to what it is compared with`() throws {
        let bot = try ExplorationSamples.small(
            "variables: {tries: {type: number, default: 0}}",
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1.
                    options: [{name: one, press: "1", set: {tries: tries + 1}, go: c}]
                    no_input: {then: bye}
                    no_match: {then: bye}
                  c: {type: condition, cases: [{when: tries > 4, go: d}], else: a}
                  d: {type: message, prompt: Enough., go: bye}
                """
        )
        let exploration = ExplorationSamples.explore(bot, fixed: ["tries": .number(0)])
        #expect(exploration.missed.map(\.name) == [])
        #expect(exploration.stateCount < 12)
    }

    @Test func `a menu that nothing leads out of but hanging up is found, with the way to it`() throws {
        let bot = try ExplorationSamples.small(
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1 or 2.
                    options: [{name: end, press: "1", go: bye}, {name: in, press: "2", go: b}]
                    default: bye
                  b:
                    type: decision_menu
                    prompt: Press 1.
                    options: [{name: again, press: "1", go: b}]
                    default: b
                """
        )
        let exploration = ExplorationSamples.explore(bot)
        let endless = try #require(exploration.endless.first)
        #expect(exploration.endless.count == 1)
        #expect(endless.cause == .noWayOut)
        #expect(endless.node.text == "b")
        #expect(endless.path.words == "press 2")
        #expect(!exploration.isClean)
    }

    @Test func `silence and wrong answers without a way out are faults, with the acts that meet them`() throws {
        let bot = try ExplorationSamples.small(
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1.
                    options: [{name: end, press: "1", go: bye}]
                    no_input: {prompts: [Still there?]}
                    no_match: {prompts: [Not that.]}
                """
        )
        let exploration = ExplorationSamples.explore(bot)
        #expect(exploration.endless.map(\.cause) == [.silence(.noExit), .wrongAnswers(.noExit)])
        let fault = try #require(exploration.faults.first)
        #expect(fault.node?.text == "a")
        #expect(fault.path.words == "silence, silence" || fault.path.words == "press 7, press 7")
    }

    @Test func `an expression that fails for some values is met with these values`() throws {
        let bot = try ExplorationSamples.small(
            "variables: {x: text, n: {type: number, required: true}}",
            nodes: "  a: {type: condition, cases: [{when: n > 2 AND 1 / (n - 3) > 0, go: bye}], else: bye}"
        )
        let exploration = ExplorationSamples.explore(bot)
        let fault = try #require(exploration.faults.first)
        #expect(fault.path.values["n"] == .number(3))
        #expect(fault.reason.contains("no value"))
    }

    @Test func `a capture that takes the opt-out key for digits is told`() throws {
        let header = """
            direction: outbound
            variables: {age: text}
            intent: {caller: Us, purpose: this, opt_out: press 9}
            opt_out: {press: "9", ask: never}
            """
        func bot(_ digits: Int) throws -> Bot {
            try ExplorationSamples.small(
                header,
                nodes: """
                      a:
                        type: touchtone_capture
                        prompt: Us about this. Press 9 to stop.
                        variable: age
                        digits: \(digits)
                        no_input: {then: bye}
                        no_match: {then: bye}
                        go: bye
                    """
            )
        }
        let deaf = ExplorationSamples.explore(try bot(1)).deaf
        #expect(deaf.map(\.node.text) == ["a"])
        #expect(deaf.map(\.isKey) == [true])
        #expect(ExplorationSamples.explore(try bot(2)).deaf.isEmpty)
    }

    @Test func `calls without a return are counted, and the longest of them is found`() throws {
        let bot = try ExplorationSamples.small(
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1 or 2.
                    options: [{name: one, press: "1", go: b}, {name: two, press: "2", go: bye}]
                    no_input: {then: bye}
                    no_match: {then: bye}
                  b:
                    type: decision_menu
                    prompt: Press 1.
                    options: [{name: one, press: "1", go: bye}]
                    no_input: {prompts: [Well?], then: bye}
                    no_match: {then: bye}
                """
        )
        let exploration = ExplorationSamples.explore(bot)
        // From a: 2, silence, a wrong key. By b: 1, a wrong key, silence and then 1, a wrong key or silence.
        #expect(exploration.paths == PathCount(calls: 8, kind: .withoutReturn, isExact: true))
        #expect(exploration.mostActs.path.acts.count == 3)
        #expect(exploration.isLongest)
    }

    @Test func `calls that go round are counted without their rounds`() throws {
        let bot = try ExplorationSamples.small(
            nodes: """
                  a:
                    type: decision_menu
                    prompt: Press 1 or 2.
                    options: [{name: one, press: "1", go: b}, {name: two, press: "2", go: bye}]
                    default: bye
                  b:
                    type: decision_menu
                    prompt: Press 1 or 2.
                    options: [{name: back, press: "1", go: a}, {name: end, press: "2", go: bye}]
                    default: bye
                """
        )
        let exploration = ExplorationSamples.explore(bot)
        // Silence and a wrong key leave by the same edge.
        #expect(exploration.paths == PathCount(calls: 4, kind: .withoutReturn, isExact: true))
        #expect(exploration.mostActs.path.acts.count == 2)
    }
}
