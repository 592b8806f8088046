import BotGraph
import BotLint
import Testing

/// What the examples of the rules do not show.
struct GraphRuleTests {
    private static func lint(_ text: String) throws -> [Diagnostic] {
        let result = MarkedSource(text).load()
        _ = try #require(result.bot, "\(result.diagnostics)")
        return Linter.lint(result)
    }

    private static func bot(_ rest: String, direction: String = "inbound", purpose: String = "informational") -> String
    {
        """
        bot: example
        title: Example
        channel: voice
        direction: \(direction)
        purpose: \(purpose)
        languages: [en-US]

        """ + rest + "\n"
    }

    @Test func `a message says how a call gets to the trap`() throws {
        let findings = try GraphRuleTests.lint(
            GraphRuleTests.bot(
                """
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "For more, press 1."
                    options:
                      - {name: more, press: "1", go: welcome}
                      - {name: finish, press: "2", go: goodbye}
                    no_input: {then: goodbye}
                    no_match: {then: desk}
                  desk: {type: forward_call, number: "+12065550101", busy: welcome, go: goodbye}
                  welcome: {type: message, prompt: "Welcome.", go: trap}
                  trap:
                    type: decision_menu
                    prompt: "Press 1."
                    options:
                      - {name: again, press: "1", go: trap}
                    default: trap
                  goodbye: {type: hang_up}
                """
            )
        )
        #expect(findings.map(\.id) == ["dead-end"])
        #expect(findings.first?.message.contains("(main → option more → welcome → trap)") == true)
    }

    @Test func `a group without an end is told once, at each node where a call gets into it`() throws {
        let findings = try GraphRuleTests.lint(
            GraphRuleTests.bot(
                """
                start: one
                nodes:
                  one:
                    type: decision_menu
                    prompt: "Press 1."
                    options:
                      - {name: more, press: "1", go: two}
                    default: two
                  two:
                    type: decision_menu
                    prompt: "Press 1."
                    options:
                      - {name: more, press: "1", go: one}
                    default: one
                """
            )
        )
        #expect(findings.map(\.id) == ["no-path-to-end"])
        #expect(findings.first?.location.line == 9)
    }

    @Test func `a way that only an opt-out opens is no end, an operator's is`() throws {
        let text = """
            opt_out: {press: "9", ask: never}
            universals:
              OPERATOR
            start: one
            nodes:
              one:
                type: decision_menu
                prompt: "Press 1."
                options:
                  - {name: again, press: "1", go: one}
                default: one
              desk: {type: forward_call, number: "+12065550101"}
            """
        let without = GraphRuleTests.bot(
            text.replacing("OPERATOR", with: "repeat: {press: \"*\"}"),
            direction: "outbound"
        )
        #expect(try GraphRuleTests.lint(without).map(\.id).sorted() == ["dead-end", "unreachable-node"])
        let with = GraphRuleTests.bot(
            text.replacing("OPERATOR", with: "operator: {press: \"0\", go: desk}"),
            direction: "outbound"
        )
        #expect(try GraphRuleTests.lint(with) == [])
    }

    @Test func `the menu that confirms an opt-out needs no exit for silence and is an end`() throws {
        let findings = try GraphRuleTests.lint(
            GraphRuleTests.bot(
                """
                opt_out: {press: "9", ask: always, confirm: sure}
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "Press 1. To stop these calls, press 9."
                    options:
                      - {name: finish, press: "1", go: goodbye}
                    default: goodbye
                  sure:
                    type: decision_menu
                    prompt: "To stop these calls, press 9 or 1. To keep them, press 2."
                    options:
                      - {name: stop, press: "9", say: [stop], opt_out: confirmed}
                      - {name: keep, press: "2", opt_out: withdrawn}
                  goodbye: {type: hang_up}
                """,
                direction: "outbound"
            )
        )
        #expect(findings == [])
    }

    @Test(arguments: [("informational", Diagnostic.Severity.warning), ("telemarketing", .error)])
    func `a call that passes no menu is graver for telemarketing`(purpose: String, severity: Diagnostic.Severity) throws
    {
        let findings = try GraphRuleTests.lint(
            GraphRuleTests.bot(
                """
                opt_out: {press: "9", ask: never}
                start: known
                nodes:
                  known:
                    type: condition
                    cases:
                      - {when: name = "x", go: quiet}
                    else: offer
                  quiet: {type: hang_up}
                  offer: {type: message, prompt: "An offer.", go: closing}
                  closing: {type: message, prompt: "Until then.", go: quiet}
                variables:
                  name: {type: text}
                """,
                direction: "outbound",
                purpose: purpose
            )
        )
        #expect(findings.map(\.id) == ["opt-out-not-reachable"])
        #expect(findings.first?.severity == severity)
        #expect(findings.first?.message.contains("(known → else → offer → closing → quiet)") == true)
    }

    @Test func `a capture of several digits takes the opt-out's key, one of a single digit hides it`() throws {
        let text = """
            opt_out: {press: "9", ask: never}
            start: code
            nodes:
              code:
                type: touchtone_capture
                prompt: "To stop these calls, press 9. Or type your code."
                variable: code
                digits: 4
                no_input: {then: goodbye}
                no_match: {then: goodbye}
                go: goodbye
              goodbye: {type: hang_up, prompt: "Goodbye."}
            variables:
              code: {type: text}
            """
        #expect(try GraphRuleTests.lint(GraphRuleTests.bot(text, direction: "outbound")) == [])
        let single = text.replacing("digits: 4", with: "digits: 1")
        let findings = try GraphRuleTests.lint(GraphRuleTests.bot(single, direction: "outbound"))
        #expect(findings.map(\.id) == ["opt-out-hidden", "opt-out-not-reachable"])
    }

    @Test func `universals that clash with each other or with the opt-out are found at their place`() throws {
        let findings = try GraphRuleTests.lint(
            GraphRuleTests.bot(
                """
                opt_out: {press: "9", ask: never}
                universals:
                  repeat: {press: "*", say: [again]}
                  help: {press: "*", say: [again], prompt: "Press 1."}
                  operator: {press: "9", say: [cancel], go: goodbye}
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "Press 1. To stop these calls, press 9."
                    options:
                      - {name: finish, press: "1", go: goodbye}
                    default: goodbye
                  goodbye: {type: hang_up}
                """,
                direction: "outbound"
            )
        )
        #expect(findings.map(\.id) == ["clashing-key", "clashing-phrase", "opt-out-hidden", "opt-out-hidden"])
        #expect(findings.map(\.location.line) == [10, 10, 11, 11])
    }

    @Test func `a loop of one node and a loop that nothing reaches are told apart`() throws {
        let findings = try GraphRuleTests.lint(
            GraphRuleTests.bot(
                """
                start: welcome
                nodes:
                  welcome: {type: message, prompt: "Welcome.", go: welcome}
                  other: {type: message, prompt: "Other.", go: other}
                """
            )
        )
        #expect(findings.map(\.id) == ["silent-loop", "unreachable-node"])
        #expect(findings.first?.message.contains("'welcome' leads round for ever") == true)
    }

    @Test func `the nodes of a graph of thousands are walked without trouble`() throws {
        var text = "start: n0\nnodes:\n"
        let count = 3_000
        for number in 0..<count {
            text += "  n\(number): {type: message, prompt: \"Go.\", go: n\(number + 1)}\n"
        }
        text += "  n\(count): {type: hang_up}\n"
        #expect(try GraphRuleTests.lint(GraphRuleTests.bot(text)) == [])
    }
}
