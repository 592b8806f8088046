import BotGraph
import BotLint
import Testing

/// What counts as asking for something that must not be kept in the clear.
struct DataSensitiveTests {
    private static func lint(_ prompt: String, digits: String) throws -> [Diagnostic] {
        try DataRuleTests.lint(
            """
            variables:
              typed: text
            start: question
            nodes:
              question:
                type: touchtone_capture
                prompt: "\(prompt)"
                variable: typed
                \(digits)
                no_input: {then: goodbye}
                no_match: {then: goodbye}
                go: goodbye
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        ).filter { $0.id == "sensitive-capture" }
    }

    private static let certain: [(String, String)] = [
        ("Please enter your 16-digit card number, followed by pound.", "digits: 16"),
        ("Enter your credit card number.", "min_digits: 12\n    max_digits: 19"),
        ("Type the number on your card.", "digits: 16"), ("Enter the CVV.", "digits: 3"),
        ("Please enter the three digit security code on the back of your card.", "digits: 3"),
        ("What is your PIN?", "digits: 4"), ("Your PIN, please.", "digits: 4"),
        ("Please key in your social security number.", "digits: 9"), ("Enter your SSN.", "digits: 9"),
        ("Por favor, ingrese el número de su tarjeta.", "digits: 16"), ("Marque su NIP.", "digits: 4"),
        ("Escriba su número de Seguro Social.", "digits: 9"),
    ]

    @Test(arguments: certain)
    func `what leaves no doubt is an error`(prompt: String, digits: String) throws {
        let findings = try DataSensitiveTests.lint(prompt, digits: digits)
        #expect(findings.map(\.severity) == [.error], "\(prompt)")
    }

    private static let doubtful: [(String, String)] = [
        ("Enter the expiration date of the card, two digits for the month and two for the year.", "digits: 4"),
        ("Enter the last four digits of your social security number.", "digits: 4"),
        ("Please enter your passcode.", "digits: 6"), ("Enter your bank account and press pound.", "digits: 10"),
        ("Enter your nine digit routing number.", "digits: 9"), ("Please enter your tax ID.", "digits: 9"),
        ("Please enter your card number.", "digits: 8"), ("Escriba su contraseña.", "digits: 6"),
        ("Enter the security code.", "digits: 6"),
    ]

    @Test(arguments: doubtful)
    func `what leaves some doubt, or is a part, is a warning`(prompt: String, digits: String) throws {
        let findings = try DataSensitiveTests.lint(prompt, digits: digits)
        #expect(findings.map(\.severity) == [.warning], "\(prompt)")
    }

    private static let harmless: [(String, String)] = [
        ("Please type your eight digit account number.", "digits: 8"), ("Enter your ZIP code.", "digits: 5"),
        ("Please enter your date of birth as eight digits.", "digits: 8"), ("Type your reference.", "digits: 6"),
        ("Enter the last four digits of your card number.", "digits: 4"),
        ("Enter your library card number.", "digits: 14"), ("Enter your gift card number.", "digits: 16"),
        ("Enter the amount to charge to your credit card.", "max_digits: 6"),
        ("Enter the billing ZIP code of your card number.", "digits: 5"),
        ("Do not enter your card number here. Type your phone number.", "digits: 10"),
        ("Enter your account number. If you forgot your PIN, press star.", "max_digits: 10"),
        ("Enter the conference PIN, followed by pound.", "max_digits: 8"),
        ("Enter the security code we texted you.", "digits: 6"),
        ("Ingrese su número de cuenta.", "digits: 8"),
        ("Type the {{IF(TRUE, \\\"card number\\\")}} now.", "digits: 16"),
        (
            "We have mailed a new card number to the address that we have on file. Enter your member number.",
            "digits: 8"
        ),
    ]

    @Test(arguments: harmless)
    func `what is harmless, or not asked for, is not found`(prompt: String, digits: String) throws {
        #expect(try DataSensitiveTests.lint(prompt, digits: digits) == [], "\(prompt)")
    }

    @Test func `the words are found at their place, in a later prompt and another language too`() throws {
        let result = MarkedSource(
            """
            bot: example
            title: Example
            channel: voice
            languages: [en-US, es-US]
            variables:
              typed: text
            start: question
            nodes:
              question:
                type: touchtone_capture
                prompt: {en-US: "Type it.", es-US: "Tecléelo."}
                variable: typed
                digits: 16
                no_input: {prompts: [{en-US: "Type it.", es-US: "¡Señor! Teclee su ↓número de tarjeta."}], then: goodbye}
                no_match: {then: goodbye}
                go: goodbye
              goodbye: {type: hang_up}

            """
        )
        let loaded = result.load()
        let bot = try #require(loaded.bot, "\(loaded.diagnostics)")
        let rules = LintRules.all.filter { $0.family == .data }
        let findings = Linter(rules: rules).lint(bot, source: loaded.source)
        #expect(findings.map(\.location) == result.places)
        #expect(findings.map(\.length) == ["número de tarjeta".count])
    }

    @Test func `what was asked for so is not to be read back, a part of it may be`() throws {
        let text = """
            variables:
              typed: text
            start: question
            nodes:
              question:
                type: touchtone_capture
                prompt: "Please enter your PIN."
                variable: typed
                digits: 4
                no_input: {then: goodbye}
                no_match: {then: goodbye}
                go: answer
              answer: {type: message, prompt: 'TEXT', go: goodbye}
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        for (said, ids) in [
            ("It is {{typed}}.", ["sensitive-capture", "sensitive-spoken"]),
            ("It {{IF(typed = \"1234\", \"is\", \"is not\")}} easy.", ["sensitive-capture"]),
        ] {
            #expect(try DataRuleTests.lint(text.replacing("TEXT", with: said)).map(\.id) == ids, "\(said)")
        }
    }
}
