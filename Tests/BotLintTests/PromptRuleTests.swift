import BotGraph
import BotLint
import Telephony
import Testing

/// What the examples of the rules about promises do not show.
struct PromptRuleTests {
    static func lint(_ text: String, recordings: PromptCatalogue? = nil) throws -> [Diagnostic] {
        let result = MarkedSource(text).load()
        _ = try #require(result.bot, "\(result.diagnostics)")
        return Linter.lint(result, recordings: recordings)
    }

    /// A bot with a menu; `\(extra)` are header lines.
    static func bot(
        _ nodes: String,
        extra: String = "",
        direction: String = "inbound",
        languages: String = "en-US"
    ) -> String {
        """
        bot: example
        title: Example
        direction: \(direction)
        languages: [\(languages)]
        \(extra)
        start: main
        nodes:
        \(nodes.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
          goodbye: {type: hang_up}

        """
    }

    private static let menu = """
        main:
          type: decision_menu
          prompt: PROMPT
          options:
            - {name: hours, press: "1", say: [hours], go: goodbye}
            - {name: desk, press: "2", say: [desk], go: goodbye}
          no_input: {prompts: [RETRY], then: goodbye}
          no_match: {then: goodbye}
        """

    private static func menu(_ prompt: String, retry: String = "\"Once more.\"") -> String {
        menu.replacing("PROMPT", with: prompt).replacing("RETRY", with: retry)
    }

    @Test func `a message's promise is kept by the menu behind it`() throws {
        let text = """
            main: {type: message, prompt: "Press 1 for hours, or 2 for the desk.", go: pick}
            pick: {type: condition, cases: [{when: ready, go: menu}], else: other}
            menu:
              type: decision_menu
              prompt: "Go ahead."
              options: [{name: hours, press: "1", go: goodbye}, {name: desk, press: "2", go: goodbye}]
              default: goodbye
            other:
              type: decision_menu
              prompt: "Your choice, please."
              options: [{name: hours, press: "1", go: goodbye}]
              default: goodbye
            """
        let extra = "variables: {ready: {type: boolean, required: true}}"
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: extra)) == [])
        let broken = try PromptRuleTests.lint(
            PromptRuleTests.bot(text.replacing("2 for the desk", with: "3 for the desk"), extra: extra)
        )
        #expect(broken.map(\.id) == ["promised-key", "unmentioned-key"])
        #expect(broken.first?.message.contains("key 3") == true)
    }

    @Test func `a message before a forwarded call may speak of the other line`() throws {
        let text = """
            main: {type: message, prompt: "If you get our voicemail, press 1 to leave a number.", go: desk}
            desk: {type: forward_call, number: "+12065550101", prompt: "Press 2 when you are connected.", go: goodbye}
            """
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(text)) == [])
    }

    @Test(arguments: [("outbound", Diagnostic.Severity.error), ("inbound", .warning)])
    func `a promised opt-out that is not there is an error where people are called`(
        direction: String,
        severity: Diagnostic.Severity
    ) throws {
        let text = PromptRuleTests.menu("\"For hours, press 1. For the desk, press 2. To stop these calls, press 8.\"")
        let found = try PromptRuleTests.lint(
            PromptRuleTests.bot(text, extra: "opt_out: {press: \"9\", ask: never}", direction: direction)
        ).filter { $0.id == "promised-key" }
        #expect(found.map(\.severity) == [severity])
        let kept = text.replacing("press 8", with: "press 9")
        let quiet = try PromptRuleTests.lint(
            PromptRuleTests.bot(kept, extra: "opt_out: {press: \"9\", ask: never}", direction: direction)
        ).filter { $0.id == "promised-key" }
        #expect(quiet == [])
    }

    @Test func `a key that is promised for something else is a warning beside the opt-out`() throws {
        let text = PromptRuleTests.menu(
            "\"For hours, press 1. For the desk, press 2, to stop these calls press 9, or 7 for sales.\""
        )
        let found = try PromptRuleTests.lint(
            PromptRuleTests.bot(text, extra: "opt_out: {press: \"9\", ask: never}", direction: "outbound")
        ).filter { $0.id == "promised-key" }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("key 7") == true)
    }

    @Test func `a retry prompt promises for its node, and mentions only where the menu opens with a question`() throws {
        let retry = "\"Press 1 for hours, or 2 for the desk.\""
        let late = PromptRuleTests.menu("\"For hours, press 1.\"", retry: retry)
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(late)).map(\.id) == ["unmentioned-key"])
        let open = PromptRuleTests.menu("\"How can we help you today?\"", retry: retry)
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(open)) == [])
        let broken = PromptRuleTests.menu("\"For hours, press 1. For the desk, 2.\"", retry: "\"Press 1, 2 or 3.\"")
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(broken)).map(\.id) == ["promised-key"])
    }

    @Test(arguments: [
        ("Please type your account number, or press star for help.", 1),
        ("Please type your account number, followed by the pound key.", 0),
        ("Please type your account number and press pound.", 0),
        ("Please type your account number, then press star.", 1),
        ("Please type your account number, or press 0 for a person.", 1),
        ("Please type your account number. To stop these calls, press 9.", 0),
        ("Please type 1234 if you have no number.", 0),
        ("Please type your account number. To hear this again, say repeat.", 0),
    ])
    func `at a capture the digits, the finish key and the opt-out's key count`(prompt: String, count: Int) throws {
        let text = """
            main:
              type: touchtone_capture
              prompt: "\(prompt)"
              variable: account
              digits: 4
              no_input: {then: goodbye}
              no_match: {prompts: ["That was not four digits."], then: goodbye}
              go: goodbye
            """
        let extra = """
            variables: {account: text}
            opt_out: {press: "9", ask: never}
            universals: {repeat: {press: "*", say: [repeat]}}
            """
        let found = try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: extra))
        #expect(found.filter { $0.id == "promised-key" }.count == count)
    }

    @Test func `too short an answer whose way is meant is a kept promise`() throws {
        let text = """
            main:
              type: touchtone_capture
              prompt: "Please type your four digit number, or press 0 for a person."
              variable: account
              digits: 4
              no_input: {then: goodbye}
              no_match: {then: goodbye}
              go: goodbye
            """
        let found = try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: "variables: {account: text}"))
        #expect(found.filter { $0.id == "promised-key" } == [])
    }

    @Test func `each language is checked by itself and named`() throws {
        let prompt = """
            {en-US: "For hours, press 1. For the desk, press 2.", es-US: "Para el horario, oprima el 1. Para hablar, oprima el 3."}
            """
        let text = PromptRuleTests.menu(prompt, retry: "{en-US: \"Sorry?\", es-US: \"¿Perdón?\"}")
        let found = try PromptRuleTests.lint(PromptRuleTests.bot(text, languages: "en-US, es-US"))
        #expect(found.map(\.id).sorted() == ["promised-key", "unmentioned-key"])
        #expect(found.contains { $0.message.hasPrefix("the prompt in es-US promises key 3") })
        #expect(found.contains { $0.message.hasPrefix("no prompt at 'main' mentions key 2 of option 'desk' in es-US") })
    }

    @Test func `the help prompt's promise is kept by any menu, that of the last words by none`() throws {
        let text = PromptRuleTests.menu("\"For hours, press 1. For the desk, press 2.\"")
        let help = "universals: {help: {say: [help], prompt: \"Press 1 for hours, or say desk.\"}}"
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: help)) == [])
        let apology = "apology: \"Something went wrong. Press 1 to try again.\""
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: apology)).map(\.id) == ["promised-key"])
    }

    @Test func `a key told for any time counts at every menu`() throws {
        let text = """
            main: {type: message, prompt: "At any time, press star to go back to the start.", go: first}
            first:
              type: decision_menu
              prompt: "For hours, press 1."
              options: [{name: hours, press: "1", go: second}, {name: back, press: "*", go: main}]
              default: goodbye
            second:
              type: decision_menu
              prompt: "For more, press 1."
              options: [{name: more, press: "1", go: goodbye}, {name: back, press: "*", go: main}]
              default: goodbye
            """
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(text)).filter { $0.id == "unmentioned-key" } == [])
    }

    @Test func `what a recording or an expression says is not known`() throws {
        for prompt in [
            "{recording: main}", "\"{{choices}}\"",
            "\"{{IF(open, \\\"press 2 for the desk\\\", \\\"\\\")}} For hours, press 1.\"",
            "\"For hours, press {{choices}}.\"",
        ] {
            let text = PromptRuleTests.menu(prompt)
            let extra = "variables: {choices: {type: text, required: true}, open: {type: boolean, required: true}}"
            let found = try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: extra))
            #expect(found.filter { $0.id == "unmentioned-key" } == [], "\(prompt)")
        }
    }

    @Test func `an option without a key is not missed where the question is open`() throws {
        for (prompt, count) in [
            ("How can we help you?", 0), ("Tell us what you need, or press 1 for hours.", 0),
            ("For hours, press 1, or say hours.", 1), ("For hours, say hours. For the street, say street.", 0),
            ("Is there anything else? Say hours for our hours.", 0), ("Welcome.", 0),
        ] {
            let text = """
                main:
                  type: decision_menu
                  prompt: "\(prompt)"
                  options: [{name: hours, press: "1", say: [hours], go: goodbye}, {name: way, say: [street], go: goodbye}]
                  default: goodbye
                """
            let found = try PromptRuleTests.lint(PromptRuleTests.bot(text))
            #expect(found.filter { $0.id == "unmentioned-phrase" }.count == count, "\(prompt)")
        }
    }

    @Test func `the words that always stop calls are understood at menus, and at captures of a bot that calls`() throws
    {
        let text = """
            main:
              type: decision_menu
              prompt: "For more, press 1. To stop these calls, say stop."
              options: [{name: more, press: "1", go: code}]
              default: goodbye
            code:
              type: touchtone_capture
              prompt: "Please type four digits, or say stop calling me."
              variable: code
              digits: 4
              no_input: {then: goodbye}
              no_match: {then: goodbye}
              go: goodbye
            """
        let extra = "variables: {code: text}\nopt_out: {press: \"9\", ask: never}"
        let called = try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: extra, direction: "outbound"))
        #expect(called.filter { $0.id == "promised-phrase" } == [])
        let calling = try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: "variables: {code: text}"))
        #expect(calling.filter { $0.id == "promised-phrase" }.map(\.severity) == [.warning, .warning])
    }

    /// Prompts as real menus have them: nothing may be found.
    @Test(arguments: [
        "Thank you for calling Riverside Dental. For opening hours, press 1. For the front desk, press 2.",
        "Press 1 for hours or 2 for the desk. If this is a medical emergency, hang up and dial 911.",
        "For hours, press one; for the desk, press two.",
        "Our menu has changed. Please listen carefully. For hours, press 1. For the desk, press 2. Or stay on the line.",
        "You can say hours or desk, or press 1 or 2.",
        "You have an appointment on May 5 at 3:30 PM. Press 1 for hours, 2 for the desk.",
        "Have your 16-digit card and its 4-digit PIN at hand. Press 1 or say hours. Press 2 or say desk.",
        "Your balance is $1,234.50. Press 1 for hours, press 2 for the desk.",
        "Rated 5 stars by 2 of 3 patients. Press 1 for hours, press 2 for the desk.",
        "Call 2 0 6, 5 5 5, 0 1 0 0 or press 2 for the desk. Press 1 for hours.",
        "We are open 9 to 5, Monday to Friday. Press 1 for hours. Press 2 for the desk.",
        "Since 1998 we have cared for over 12500 patients. For hours, press 1. For the desk, press 2.",
        "To hear our hours, press 1 now. To talk to the desk at 120 Main Street, press 2.",
        "Press 1, then wait for the tone; or press 2.",
        "Dr. Smith's office - press 1 for hours, press 2 for the desk…",
        "R&D is closed. Press \"1\" for hours, press \"2\" for the desk!",
        "Write to info@example.com, or press 1 for hours, 2 for the desk.",
        "Café Río: press 1 for hours, 2 for the desk.",
        "To repeat, press star. For hours, press 1. For the desk, press 2.",
        "For the desk, press the 2 key. For hours, press the 1 key.",
        "Hello {{actor.first_name}}. For hours, press 1. For the desk, press 2.",
        "Press 1 if you want our hours, press 2 if you want the desk.",
        "Did you know? You can do this online as well. Press 1 for hours or press 2 for the desk.",
        "Para el horario, oprima 1. Para hablar con alguien, oprima 2.",
        "Gracias por llamar. Marque uno para el horario o dos para hablar con alguien.",
        "Si tiene una emergencia, cuelgue y marque al 911. Pulse 1 para el horario, pulse 2 para hablar.",
        "Su cita es el 5 de mayo a las 3. Marque 1 para el horario o 2 para hablar.",
        "Presione el 1, o diga horario. Presione el 2, o diga mostrador. Todo listo.",
        "Pour les horaires, appuyez sur le 1. Pour parler, appuyez sur le 2.",
        "Votre rendez-vous est le 5 mai. Tapez 1 pour les horaires, ou 2 pour parler.",
    ])
    func `a sound menu is left alone`(prompt: String) throws {
        let text = """
            main:
              type: decision_menu
              prompt: >-
                \(prompt)
              options:
                - {name: hours, press: "1", say: [hours, horario], go: goodbye}
                - {name: desk, press: "2", say: [desk, mostrador], go: goodbye}
              default: goodbye
            """
        let extra = "universals: {repeat: {press: \"*\", say: [repeat]}}"
        #expect(try PromptRuleTests.lint(PromptRuleTests.bot(text, extra: extra)) == [], "\(prompt)")
    }
}
