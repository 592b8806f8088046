import Airscript
package import BotGraph

/// A capture that asks for something that must not be kept in the clear.
package struct SensitiveCapture: LintRule {
    package let id = "sensitive-capture"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "a capture that asks for a card number, a PIN or the like, and keeps it in the clear"
    package let explanation = """
        A `touchtone_capture` keeps the digits as they were typed: in the call's record, in its log, in every copy of the \
        database. Security codes and PINs may not be kept at all once a payment is authorised, and a card number only unreadable \
        (PCI DSS 4.0, 3.3.1 and 3.5.1); a social security number opens a person's accounts to whoever reads it.

        It is an error where the words leave no doubt and the digits are enough for all of it: a card number, CVV, PIN or \
        social security number, in English or Spanish. Expiry dates, tax numbers, bank accounts, passwords, and parts of a \
        number are warnings. The last four digits of a card, account and reference numbers, ZIP codes and dates of birth are not \
        found, nor is what the caller is told not to enter.

        This version cannot take such digits without keeping them: do not ask for them here, and hand the caller to a person \
        or a payment line with a `forward_call`.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(SensitiveCapture.bot(digits: 8, "Please type your eight digit account number.")),
            ExampleBots.inbound(
                SensitiveCapture.bot(
                    digits: 4,
                    "Please type the last four digits of your card number. Never type your PIN."
                )
            ),
        ],
        failing: [
            ExampleBots.inbound(SensitiveCapture.bot(digits: 16, "Please type your ↓card number, año 🦷.")),
            ExampleBots.inbound(SensitiveCapture.bot(digits: 4, "Señal 🦷. Please enter your ↓PIN, then press pound.")),
            ExampleBots.inbound(SensitiveCapture.bot(digits: 9, "Ingrese su ↓número de seguro social, por favor.")),
        ]
    )

    private static func bot(digits: Int, _ prompt: String) -> String {
        """
        variables:
          typed: text
        start: question
        nodes:
          question:
            type: touchtone_capture
            prompt: "\(prompt)"
            variable: typed
            digits: \(digits)
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        SensitiveCaptures.all(of: subject.bot).map { found in
            let place = subject.place(of: found.question.range, in: found.template.source, at: found.location)
            return finding(
                .asks(found.node.id, found.question.kind, found.variable),
                at: place.location,
                length: place.length,
                severity: found.question.isCertain ? .error : .warning
            )
        }
    }
}

extension LintMessage {
    fileprivate static func asks(
        _ node: NodeID,
        _ kind: SensitiveQuestion.Kind,
        _ variable: String
    ) -> LintMessage {
        """
        '\(node)' asks for \(kind.title) and keeps it in the clear in '\(variable)'; \
        do not ask for it, hand the caller to a person with a forward_call
        """
    }
}
