import BotGraph
import BotLint
import Testing

/// What the examples of the rules do not show.
struct GraphRuleTests {
    private static func lint(_ text: String) throws -> [Diagnostic] {
        let result = MarkedSource(text).load()
        let bot = try #require(result.bot, "\(result.diagnostics)")
        // These bots are too small to say all that a caller has to hear.
        let rules = LintRules.all.filter { rule in
            [.graph, .input].contains(rule.family)
                || ["opt-out-hidden", "opt-out-not-reachable", "opt-out-second-step"].contains(rule.id)
        }
        return Linter(rules: rules).lint(bot, source: result.source)
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
                    prompt: "For more, press 1. To end the call, press 2."
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
        // The way out by the operator is one; that silence alone goes round for ever is another fault.
        let findings = try GraphRuleTests.lint(with)
        #expect(findings.map(\.id) == ["endless-silence"])
        #expect(findings.first?.message.contains("or gives only wrong answers") == true)
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
                    prompt: "To stop these calls, press 9. To keep them, press 2."
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
                  name: {type: text, required: true}
                """,
                direction: "outbound",
                purpose: purpose
            )
        )
        #expect(findings.map(\.id) == ["opt-out-not-reachable"])
        #expect(findings.first?.severity == severity)
        #expect(findings.first?.message.contains("(known → else → offer → closing → quiet)") == true)
    }

    @Test func `a capture of several digits takes the opt-out's key, one of a single digit swallows it`() throws {
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
        #expect(findings.map(\.id) == ["opt-out-not-reachable", "opt-out-swallowed"])
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
            text += "  n\(number): {type: forward_call, number: \"+12065550101\", go: n\(number + 1)}\n"
        }
        text += "  n\(count): {type: hang_up}\n"
        #expect(try GraphRuleTests.lint(GraphRuleTests.bot(text)) == [])
    }

    /// The ids of what the graph rules find.
    private static func ids(_ rest: String) throws -> [String] {
        let graphRules = Set(LintRules.all.filter { $0.family == .graph }.map(\.id))
        return try lint(bot(rest)).map(\.id).filter(graphRules.contains)
    }

    private static func countingLoop(_ step: String, _ test: String, others: Int = 0) -> String {
        var text = """
            variables: {rings: {type: number, default: 0}, given: {type: number, required: true}}
            start: bell
            nodes:
              count: {type: set, values: {rings: '\(step)'}, go: enough}
              enough: {type: condition, cases: [{when: '\(test)', go: bell}], else: goodbye}
              goodbye: {type: hang_up}

            """
        for number in 0..<others { text += "  b\(number): {type: message, prompt: Ding., go: b\(number + 1)}\n" }
        return text + "  b\(others): {type: message, prompt: Ding., go: count}\n"
            + "  bell: {type: message, prompt: Ding., go: b0}\n"
    }

    @Test(arguments: [
        ("rings + 1", "rings < 3", []), ("rings - 1", "rings < 3", ["silent-loop"]),
        ("rings", "rings < 3", ["silent-loop"]),
        ("0", "rings < 3", ["silent-loop"]), ("1 - rings", "rings < 3", ["silent-loop"]),
        ("rings + 1", "rings < 20", []),
        ("rings + 1", "rings < 40", ["silent-loop"]), ("rings + 1", "rings < 60", ["silent-loop"]),
        ("rings + 1", "given > 0", ["silent-loop"]), ("rings + given", "rings < 3", []),
        ("rings + 1", "rings < given", []),
    ])
    func `a loop that counts is told from one that does not get anywhere`(
        step: String,
        test: String,
        ids: [String]
    ) throws {
        let found = try GraphRuleTests.ids(GraphRuleTests.countingLoop(step, test))
        #expect(found.filter { $0 == "silent-loop" } == ids)
    }

    @Test func `a way through more nodes than the engine goes through for one event is found where it begins`() throws {
        var text = "start: main\nnodes:\n"
        for number in 0..<100 { text += "  n\(number): {type: message, prompt: Go., go: n\(number + 1)}\n" }
        text += "  n100: {type: hang_up}\n"
        text +=
            "  main: {type: decision_menu, prompt: Press 1., options: [{name: a, press: '1', go: START}], default: n50}\n"
        #expect(try GraphRuleTests.ids(text.replacing("START", with: "n1")) == ["unreachable-node"])
        let findings = try GraphRuleTests.lint(GraphRuleTests.bot(text.replacing("START", with: "n0")))
        let finding = try #require(findings.first { $0.id == "silent-loop" })
        #expect(finding.message.contains("'n0' (main → option a → n0) through 101 nodes"))
    }

    private static func menu(_ name: String, silence: String, wrong: String, more: String = "") -> String {
        """
          \(name):
            type: decision_menu
            prompt: "Press 1."
            options: [{name: one, press: "1", go: goodbye}]
            no_input: \(silence)
            no_match: \(wrong)
            \(more)

        """
    }

    @Test func `a caller who stays silent is followed through counters, conditions and several nodes`() throws {
        let header = "variables: {waits: {type: number, default: 0}}\nstart: main\nnodes:\n  goodbye: {type: hang_up}\n"
        let leaves = "{then: goodbye}"
        let counted =
            header
            + GraphRuleTests.menu(
                "main",
                silence: "{prompts: [A.], then: on}",
                wrong: leaves,
                more: "on_no_valid_response: [{set: {waits: waits + 1}}]"
            )
            + "  on: {type: condition, cases: [{when: waits > 5, go: goodbye}], else: main}\n"
        #expect(try GraphRuleTests.ids(counted) == [])
        let reset = counted.replacing("on_no_valid", with: "before: [{set: {waits: 0}}]\n    on_no_valid")
        #expect(try GraphRuleTests.ids(reset) == ["endless-silence", "branch-never-taken"])
        let several =
            header.replacing("variables: {waits: {type: number, default: 0}}\n", with: "")
            + GraphRuleTests.menu("main", silence: "{prompts: [A.], then: other}", wrong: leaves)
            + GraphRuleTests.menu("other", silence: "{then: main}", wrong: leaves)
        let findings = try GraphRuleTests.lint(GraphRuleTests.bot(several))
        #expect(findings.map(\.id) == ["endless-silence"])
        let round = "(main → silence, silence → other → silence → main)"
        #expect(findings.first?.message.contains(round) == true, "\(findings)")
        let crossed = several.replacing(
            "no_input: {then: main}\n    no_match: {then: goodbye}",
            with: "no_input: {then: goodbye}\n    no_match: {then: main}"
        )
        #expect(try GraphRuleTests.ids(crossed) == [])
    }

    @Test(arguments: [
        ("TRUE", ["branch-never-taken"]), ("FALSE", ["branch-never-taken"]), ("given = 1", []),
        ("default_only = 1", []),
        ("IF(given = 1, TRUE, TRUE)", ["branch-never-taken"]), ("given = NULL", ["branch-never-taken"]),
        ("actor.first_name = NULL", []),
        ("set_before = 2", ["branch-never-taken"]), ("set_before = 1", ["branch-never-taken"]),
        ("set_before = given", []),
        ("session.language = \"fr-FR\"", ["branch-never-taken"]),
        ("session.language = \"en-US\"", ["branch-never-taken"]),
        ("call.direction = \"inbound\"", []),
    ])
    func `a branch is found only where no call can take it`(test: String, ids: [String]) throws {
        let text = """
            variables:
              given: {type: number, required: true}
              default_only: {type: number, default: 0}
              set_before: {type: number}
            start: first
            nodes:
              first:
                type: condition
                before: [{set: {set_before: 1}}]
                cases: [{when: '\(test)', go: one}]
                else: two
              one: {type: message, prompt: One., go: goodbye}
              two: {type: message, prompt: Two., go: goodbye}
              goodbye: {type: hang_up}
            """
        #expect(try GraphRuleTests.ids(text).filter { $0 != "unreachable-node" } == ids)
    }

    @Test func `nodes that are alike are twins only where each surely speaks another of the bot's languages`() throws {
        func ids(
            _ first: String,
            _ second: String,
            names: (String, String) = ("hours-en", "hours-es")
        ) throws -> [String] {
            let text = """
                start: which
                nodes:
                  which:
                    type: decision_menu
                    prompt: "Press 1 or 2."
                    options: [{name: one, press: "1", go: \(names.0)}, {name: two, press: "2", go: \(names.1)}]
                    default: goodbye
                  \(names.0): {type: message, prompt: "\(first)", go: goodbye}
                  \(names.1): {type: message, prompt: "\(second)", go: goodbye}
                  goodbye: {type: hang_up}
                """
            let source = GraphRuleTests.bot(text).replacing("[en-US]", with: "[en-US, es-US]")
            return try GraphRuleTests.lint(source).map(\.id).filter { $0 == "language-twins" }
        }
        let english = "We are open from nine to five. Thank you for calling."
        let spanish = "Estamos abiertos de nueve a cinco. Gracias por llamar, hasta luego."
        #expect(try ids(english, spanish) == ["language-twins"])
        #expect(try ids(english, english) == [])
        #expect(try ids("Nine to five.", "Nueve a cinco.") == [])
        #expect(try ids(english, spanish, names: ("hours", "thanks")) == [])
    }
}
