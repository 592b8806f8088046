import BotGraph
import BotLint
import Testing

struct ComplianceNumberTests {
    private static func bot(goodbye: String, purpose: String = "informational", variables: String = "") -> String {
        ComplianceBot.text(
            purpose: purpose,
            """
            opt_out: {press: "9", ask: never}
            \(variables)
            start: greeting
            nodes:
              greeting:
                type: decision_menu
                prompt: "\(ComplianceBot.greeting)"
                options: [{name: confirm, press: "1", go: goodbye}]
                default: goodbye
              goodbye: {type: hang_up, prompt: \(goodbye)}
            """
        )
        .replacing(/universals.*\n/, with: "")
    }

    @Test(arguments: [
        "2 0 6, 5 5 5, 0 1 0 0", "206 555 0100", "(206) 555-0100", "1-800-555-0100", "1-800-FLOWERS", "+1 206.555.0100",
        "two zero six, five five five, zero one zero zero", "dos cero seis, cinco cinco cinco, cero uno cero cero",
        "{{call.from}}", "{{clinic_phone}}", "{{back}}", "{{profile.support_number}}",
    ])
    func `a telephone number is one however it is written`(number: String) throws {
        let text = ComplianceNumberTests.bot(
            goodbye: "\"Call \(number). Goodbye.\"",
            variables: "variables: {clinic_phone: {type: text, default: none}, back: {type: phone}}"
        )
        #expect(try ComplianceBot.ids(text) == [])
    }

    @Test(arguments: [
        "the number on your card", "extension 1 2 3 4", "room 206, at 10:45", "{{actor.phone}}", "{{call.to}}",
        "one of us", "{{session.start.phone}}",
    ])
    func `what is no number of the caller's is none`(number: String) throws {
        let text = ComplianceNumberTests.bot(goodbye: "\"Call \(number). Goodbye.\"")
        let findings = try ComplianceBot.lint(text)
        #expect(findings.map(\.id) == ["no-contact-number"])
        #expect(findings.map(\.severity) == [.warning])
        let sales = try ComplianceBot.lint(text.replacing("purpose: informational", with: "purpose: telemarketing"))
        #expect(sales.first { $0.id == "no-contact-number" }?.severity == .error)
    }

    @Test func `a bot that plays a recording may say its number there`() throws {
        #expect(try ComplianceBot.ids(ComplianceNumberTests.bot(goodbye: "{recording: goodbye}")) == [])
    }

    @Test(arguments: ["9 0 0, 5 5 5, 0 1 0 0", "1-900-555-0100", "nine zero zero, five five five, zero one zero zero"])
    func `a 900 number in a bot that calls people is an error`(number: String) throws {
        let isInDigits = number.first?.isNumber == true
        let source = MarkedSource(ComplianceNumberTests.bot(goodbye: "\"¡Señor! Call ↓\(number). Goodbye.\""))
        let findings = try ComplianceBot.lint(source.text).filter { $0.id == "premium-number" }
        #expect(findings.map(\.location) == (isInDigits ? source.places : []))
        #expect(findings.allSatisfy { $0.severity == .error && $0.length == number.count })
        #expect(findings.allSatisfy { !$0.message.contains("555") })
    }

    @Test(arguments: ["2 0 6, 9 0 0, 0 1 0 0", "9 0 0", "1-800-900-0100", "account 900 555 010"])
    func `nine hundred elsewhere in a number costs nothing`(number: String) throws {
        let text = ComplianceNumberTests.bot(goodbye: "\"Call \(number), or 2 0 6, 5 5 5, 0 1 0 0. Goodbye.\"")
        #expect(try ComplianceBot.ids(text) == [])
    }

    @Test(arguments: [("14s", 1), ("15s", 0), ("14000ms", 1), ("5s", 1), ("1m", 0)])
    func `a leg rings for 15 seconds`(timeout: String, count: Int) throws {
        let source = MarkedSource(
            """
            bot: desk
            start: desk
            variables: {timeout: {type: text, default: none}}
            nodes:
              desk:
                type: forward_call
                before: [{set: {timeout: "\\"x\\""}}]
                prompt: "One moment, timeout: \(timeout)."
                number: "+12065550101"
                timeout: ↓\(timeout)
                go: goodbye
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        )
        let findings = try ComplianceBot.lint(source.text)
        #expect(findings.map(\.id) == Array(repeating: "short-ring", count: count))
        #expect(findings.map(\.location) == (count == 1 ? source.places : []))
    }

    @Test func `a leg without a timeout rings for 30 seconds`() throws {
        let text = """
            bot: desk
            start: desk
            nodes:
              desk: {type: forward_call, prompt: "One moment.", number: "+12065550101", go: goodbye}
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        #expect(try ComplianceBot.ids(text) == [])
    }

    @Test func `a bot without a schedule is found at its direction`() throws {
        let source = MarkedSource(
            ComplianceBot.menu(prompt: "\"\(ComplianceBot.greeting)\"")
                .replacing("schedule: office-hours\n", with: "")
                .replacing("direction:", with: "↓direction:")
        )
        let findings = try ComplianceBot.lint(source.text)
        #expect(findings.map(\.id) == ["no-schedule"])
        #expect(findings.map(\.location) == source.places)
    }

    @Test func `a way that says nothing before the call is hung up is dead air`() throws {
        let findings = try ComplianceBot.lint(
            ComplianceBot.text(
                """
                opt_out: {press: "9", ask: never}
                variables: {due: {type: boolean, default: false}}
                start: which
                nodes:
                  which: {type: condition, cases: [{when: due, go: greeting}], else: none}
                  greeting:
                    type: decision_menu
                    prompt: "\(ComplianceBot.greeting)"
                    options: [{name: confirm, press: "1", go: none}]
                    default: none
                  none: {type: hang_up}
                """
            )
        )
        #expect(findings.map(\.id).contains("dead-air"))
        let message = findings.first { $0.id == "dead-air" }?.message
        #expect(message?.contains("is hung up on without a word (which → else → none)") == true)
        #expect(findings.map(\.id).contains("opt-out-not-offered") == false)
    }

    @Test(arguments: [
        ("telemarketing", "bot", 1), ("telemarketing", "channel", 1), ("telemarketing", "all", 0),
        ("informational", "bot", 0),
    ])
    func `a stop to a sales call stops everything`(purpose: String, scope: String, count: Int) throws {
        let text = ComplianceBot.menu(
            purpose: purpose,
            optOut: "opt_out: {press: \"9\", ask: never, scope: \(scope)}",
            prompt:
                "\"Riverside Dental about your visit. Press 9 to stop these calls. We are at 2 0 6, 5 5 5, 0 1 0 0.\""
        )
        #expect(try ComplianceBot.ids(text) == Array(repeating: "scope-narrow", count: count))
    }
}
