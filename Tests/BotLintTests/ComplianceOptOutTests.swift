import BotGraph
import BotLint
import Testing

struct ComplianceOptOutTests {
    @Test(arguments: [
        "This is Riverside Dental about your visit. Press 1 to confirm, 2 to move it, or nine to stop these calls.",
        "This is Riverside Dental about your visit. To be called no more, say stop. To confirm, press 1.",
        "This is Riverside Dental about your visit. To confirm, press 1. If you hit 9, we stop.",
        "Riverside Dental about your visit. Para no recibir más llamadas, oprima el número nueve. Para sí, oprima el uno.",
    ])
    func `an offer is heard whatever its words`(prompt: String) throws {
        let ids = try ComplianceBot.ids(ComplianceBot.menu(prompt: "\"\(prompt)\""))
        #expect(!ids.contains("opt-out-not-offered"))
        // The words are not those of the intent.
        #expect(ids == ["intent-incomplete"])
    }

    @Test(arguments: [
        "Riverside Dental about your visit at 9. To confirm, press 1.",
        "Riverside Dental about your visit. Nine people wait. To confirm, press 1.",
        "Riverside Dental about your visit. Do not stop coming. To confirm, press 1 or say yes.",
    ])
    func `a nine that is no key and a stop that is not to be said are no offer`(prompt: String) throws {
        let text = ComplianceBot.menu(prompt: "\"\(prompt)\"")
        #expect(try ComplianceBot.ids(text) == ["opt-out-not-offered"])
        let sales = try ComplianceBot.lint(text.replacing("purpose: informational", with: "purpose: telemarketing"))
        #expect(sales.first { $0.id == "opt-out-not-offered" }?.severity == .error)
    }

    @Test func `in a language whose words are not known nothing is proven`() throws {
        let text = ComplianceBot.menu(
            languages: "[ja-JP]",
            intent: "intent: {caller: Riverside Dental, purpose: about your visit, opt_out: 九}",
            prompt: "\"Riverside Dental about your visit.\""
        )
        #expect(try ComplianceBot.ids(text).contains("opt-out-not-offered") == false)
    }

    @Test(arguments: [
        ("This is Riverside Dental about your visit. To stop these calls, press 9.", nil),
        ("This is Riverside Dental about your visit. Stay a while. To stop these calls, press 9.", nil),
        (
            "This is Riverside Dental about your visit. We have a lot to tell you now. To stop these calls, press 9.",
            Diagnostic.Severity.warning
        ),
        (
            "This is Riverside Dental about your visit. We have white teeth for you at half the price. Press 9 to stop.",
            .error
        ),
        (
            "This is Riverside Dental about your visit. We like you, {{actor.first_name}}, we do. Press 9 to stop.",
            .warning
        ),
    ])
    func `the offer of a sales call has two seconds`(prompt: String, severity: Diagnostic.Severity?) throws {
        let number = " Our number is 2 0 6, 5 5 5, 0 1 0 0. To go on, press 1."
        let findings = try ComplianceBot.lint(
            ComplianceBot.menu(purpose: "telemarketing", prompt: "\"\(prompt)\(number)\"")
        )
        #expect(findings.map(\.severity) == (severity.map { [$0] } ?? []), "\(findings)")
        #expect(findings.allSatisfy { $0.id == "opt-out-offer-late" })
    }

    @Test func `an offer that comes before all else is not late`() throws {
        let text = ComplianceBot.menu(
            purpose: "telemarketing",
            prompt: """
                "To stop these calls, press 9. This is Riverside Dental, 2 0 6, 5 5 5, 0 1 0 0, about your visit. To go on, \
                press 1."
                """
        )
        #expect(try ComplianceBot.ids(text) == [])
    }

    @Test(arguments: [("informational", Diagnostic.Severity.warning), ("telemarketing", .error)])
    func `a menu that no key interrupts is found at the word, with its mend`(
        purpose: String,
        severity: Diagnostic.Severity
    ) throws {
        let source = MarkedSource(
            ComplianceBot.menu(
                purpose: purpose,
                prompt:
                    "\"Riverside Dental, 2 0 6, 5 5 5, 0 1 0 0. About your visit: barge_in: false. Press 9 to stop these calls.\"",
                more: "# barge_in: false\n    barge_in: ↓false"
            )
        )
        let findings = try ComplianceBot.lint(source.text).filter { $0.id == "opt-out-not-interruptible" }
        #expect(findings.map(\.location) == source.places)
        #expect(findings.map(\.severity) == [severity])
        #expect(findings.first?.fix?.edits.map(\.replacement) == ["true"])
        #expect(findings.first?.fix?.edits.map(\.length) == [5])
    }

    private static let long = """
        Please bring the card of your insurance and the letter of your own dentist. Our rooms are in the house at the corner \
        of Fourth Street and Market Street, on the second floor, left of the lift. You can park behind the house, and please \
        come ten minutes before the time so that we can fill in the forms together, and tell us what medicine you take.
        """

    private static func longMessage(
        then target: String,
        purpose: String = "informational",
        _ text: String = long
    ) -> String {
        ComplianceBot.text(
            purpose: purpose,
            """
            opt_out: {press: "9", ask: never}
            start: greeting
            nodes:
              greeting:
                type: decision_menu
                prompt: "Riverside Dental about your visit. To stop these calls, press 9. We are at 2 0 6, 5 5 5, 0 1 0 0."
                options: [{name: confirm, press: "1", go: confirmed}]
                default: goodbye
              confirmed: {type: message, prompt: "\(text)", go: \(target)}
              again:
                type: decision_menu
                prompt: "To hear it again, press 1."
                options: [{name: again, press: "1", go: confirmed}]
                default: goodbye
              desk: {type: forward_call, prompt: "One moment.", number: "+12065550101", go: goodbye}
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        )
    }

    @Test(arguments: [
        ("goodbye", ["opt-out-not-interruptible"]), ("desk", ["opt-out-not-interruptible"]), ("again", []),
    ])
    func `a long message is deaf unless a node that listens comes behind it`(target: String, ids: [String]) throws {
        #expect(try ComplianceBot.ids(ComplianceOptOutTests.longMessage(then: target)) == ids)
    }

    @Test func `a sales call has 10 deaf seconds, another one 20`() throws {
        let text =
            "Please bring the card of your insurance and the letter of your own dentist. Our rooms are in Fourth Street, "
            + "on the second floor, left of the lift. You can park behind the house."
        let informational = ComplianceOptOutTests.longMessage(then: "goodbye", text)
        #expect(try ComplianceBot.ids(informational) == [])
        let sales = try ComplianceBot.lint(
            ComplianceOptOutTests.longMessage(then: "goodbye", purpose: "telemarketing", text)
        )
        #expect(sales.map(\.id) == ["opt-out-not-interruptible"])
        #expect(sales.map(\.severity) == [.error])
        #expect(sales.first?.message.contains("(confirmed → goodbye)") == true)
    }

    @Test(arguments: [
        "You will not be called again. Goodbye.",
        "You have been taken off our list, and we will not call you again. Goodbye.",
    ])
    func `a goodbye of a sentence is quiet`(goodbye: String) throws {
        #expect(try goodbyeFindings("telemarketing", "\"\(goodbye)\"") == [])
    }

    @Test func `a sales call has 5 seconds for its goodbye, and certainly not 10`() throws {
        let sentence =
            "You have been taken off our list of people who hear from us, and we will not call you at all again."
        let some = try goodbyeFindings("telemarketing", "\"\(sentence)\"")
        #expect(some.map(\.severity) == [.warning])
        #expect(try goodbyeFindings("informational", "\"\(sentence)\"") == [])
        let many = try goodbyeFindings("telemarketing", "\"\(sentence) \(sentence)\"")
        #expect(many.map(\.severity) == [.error])
        #expect(try goodbyeFindings("informational", "\"\(sentence) \(sentence)\"").map(\.severity) == [.warning])
    }

    private func goodbyeFindings(_ purpose: String, _ goodbye: String) throws -> [Diagnostic] {
        let optOut = "opt_out: {press: \"9\", ask: never, goodbye: \(goodbye)}"
        let prompt =
            "\"Riverside Dental about your visit. To stop these calls, press 9. We are at 2 0 6, 5 5 5, 0 1 0 0.\""
        return try ComplianceBot.lint(ComplianceBot.menu(purpose: purpose, optOut: optOut, prompt: prompt))
    }

    @Test func `the second step of a sales call is mended at its word`() throws {
        let source = MarkedSource(
            ComplianceBot.text(
                purpose: "telemarketing",
                """
                opt_out:
                  press: "9"
                  say: ["ask: always"]
                  ask: ↓always # the rule
                  confirm: sure
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "Riverside Dental about your visit. To stop these calls, press 9. We are at 2 0 6, 5 5 5, 0 1 0 0."
                    options: [{name: confirm, press: "1", go: goodbye}]
                    default: goodbye
                  sure:
                    type: decision_menu
                    prompt: "To stop the calls, press 1. To keep them, press 2."
                    options:
                      - {name: stop, press: "1", opt_out: confirmed}
                      - {name: keep, press: "2", opt_out: withdrawn}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        )
        let findings = try ComplianceBot.lint(source.text)
        #expect(findings.map(\.id) == ["opt-out-second-step"])
        let edit = try #require(findings.first?.fix?.edits.first)
        #expect(edit.location == source.places.first)
        #expect(edit.length == "always".count)
        #expect(edit.replacement == "never")
    }

    @Test(arguments: [
        ("goodbye", []), ("sorry", []), ("desk", ["sure → no input → desk"]),
        ("then-desk", ["sure → no input → then-desk → desk"]), ("greeting", ["sure → no input → greeting"]),
    ])
    func `silence at the question whether to stop may only end the call`(exit: String, paths: [String]) throws {
        let findings = try ComplianceBot.lint(
            ComplianceBot.text(
                """
                opt_out: {press: "9", ask: always, confirm: sure}
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "\(ComplianceBot.greeting)"
                    options: [{name: confirm, press: "1", go: desk}]
                    default: goodbye
                  sure:
                    type: decision_menu
                    prompt: "To stop the calls, press 1. To keep them, press 2."
                    options:
                      - {name: stop, press: "1", opt_out: confirmed}
                      - {name: keep, press: "2", opt_out: withdrawn}
                    no_input: {prompts: ["Press 1 or 2."], then: \(exit)}
                    no_match: {then: goodbye}
                  sorry: {type: message, prompt: "You will not be called again.", go: goodbye}
                  then-desk: {type: message, prompt: "One moment.", go: desk}
                  desk: {type: forward_call, prompt: "Connecting.", number: "+12065550101", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        )
        #expect(findings.map(\.id) == paths.map { _ in "opt-out-leads-back" })
        for (finding, path) in zip(findings, paths) { #expect(finding.message.contains("(\(path))")) }
    }

    @Test(arguments: [("I need to cancel", false), ("I want to cancel my visit", false), ("cancel", true)])
    func `a phrase hides the opt-out only if the engine would take all its words for one`(
        phrase: String,
        isTaken: Bool
    ) throws {
        // The fillers count: without them "I need to cancel" would be "cancel" alone.
        let text = ComplianceBot.menu(prompt: "\"\(ComplianceBot.greeting)\"")
            .replacing("{name: confirm, press: \"1\"", with: "{name: confirm, press: \"1\", say: [\(phrase)]")
        #expect(try ComplianceBot.ids(text).contains("opt-out-hidden") == isTaken)
    }
}
