import Airscript
package import BotGraph

/// A telephone or account number that a voice reads as millions.
package struct DigitsRunTogether: LintRule {
    package let id = "digits-run-together"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a telephone or account number that a voice reads as millions"
    package let explanation = """
        A voice reads `2065550100` as two thousand and sixty-five million; `2 0 6, 5 5 5, 0 1 0 0` is heard digit by digit, \
        with a breath where a person takes one: <https://www.twilio.com/docs/voice/twiml/say>.

        Found are five digits and more in a row in a prompt's own text, and an expression that speaks a variable of type \
        phone as it is, which has no certain remedy here. Years, prices, round amounts ("over 12000 members") and numbers \
        inside longer words or addresses are left alone.

        Put spaces between the digits and commas between their groups.
        """
    package let examples = LintExamples(
        passing: [
            DigitsRunTogether.bot(
                "Call us at 2 0 6, 5 5 5, 0 1 0 0. Since 1998 we have helped 25000 people for $12345."
            ),
            DigitsRunTogether.bot("Your number ends in {{actor.last_digits}}."),
        ],
        failing: [
            DigitsRunTogether.bot("🦷 Call us at ↓2065550100."),
            DigitsRunTogether.bot("Your customer number is ↓40711."),
            DigitsRunTogether.bot("We will call you at ↓{{call.from}}."),
        ]
    )

    private static func bot(_ prompt: String) -> String {
        ExampleBots.inbound(
            """
            start: goodbye
            nodes:
              goodbye: {type: hang_up, prompt: "\(prompt)"}
            """
        )
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let phones = Set(subject.bot.variables.filter { $0.kind == .phone }.map(\.name))
        return subject.speech.texts.flatMap { text in
            text.hasExpression || text.hints.hasLongNumber
                ? digits(text, subject) + expressions(text, phones, subject) : []
        }
    }

    private func digits(_ text: SpokenText, _ subject: LintSubject) -> [Diagnostic] {
        guard text.hints.hasLongNumber else { return [] }
        return DigitRuns(LiteralText(text.template)).runs.map { run in
            let found = subject.place(of: run.range, in: text.template.source, at: text.location)
            let isExact = found.length == run.range.count && subject.source != nil
            let spaced = run.spaced(withCommas: isQuoted(text.location, subject))
            return finding(
                .together(run.digits, spaced),
                at: found.location,
                length: found.length,
                fix: isExact
                    ? Fix(
                        "put spaces between the digits",
                        edits: [Fix.Edit(at: found.location, length: found.length, replacement: spaced)]
                    ) : nil
            )
        }
    }

    /// Whether a comma may be written into the text: in a plain scalar it may end the scalar.
    private func isQuoted(_ location: SourceLocation, _ subject: LintSubject) -> Bool {
        guard let source = subject.source, let index = source.index(of: location), index < source.scalars.count else {
            return false
        }
        return ["\"", "'", "|", ">"].contains(source.scalars[index])
    }

    private func expressions(_ text: SpokenText, _ phones: Set<String>, _ subject: LintSubject) -> [Diagnostic] {
        text.template.expressions.compactMap { embedded in
            let name = embedded.expression.source
            guard phones.contains(name) || DigitsRunTogether.numbers.contains(name) else { return nil }
            // The finding stands at the braces.
            var start = embedded.offset
            let scalars = Array(text.template.source.unicodeScalars)
            while start > 0, scalars[start - 1] != "{" { start -= 1 }
            let range = max(0, start - 2)..<(embedded.offset + name.unicodeScalars.count)
            let found = subject.place(of: range, in: text.template.source, at: text.location)
            return finding(.variable(name), at: found.location, length: found.length)
        }
    }

    /// What always holds a telephone number.
    private static let numbers: Set<String> = ["actor.phone", "call.from", "call.to"]
}

extension LintMessage {
    fileprivate static func together(_ digits: String, _ spaced: String) -> LintMessage {
        "a voice reads \(digits) as one large number; write '\(spaced)'"
    }

    fileprivate static func variable(_ name: String) -> LintMessage {
        "'\(name)' is a telephone number, which a voice reads as one large number; speak its digits apart, or leave it out"
    }
}
