import Airscript
package import BotGraph

/// A prompt that reads back what must not be said aloud.
package struct SensitiveSpoken: LintRule {
    package let id = "sensitive-spoken"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "a prompt that reads back a card number, a PIN or the like"
    package let explanation = """
        What is spoken goes to the provider as text, stands in its logs, and is heard by whoever is in the room with the \
        caller. A card number, a PIN or a social security number that was typed is not to be read back.

        Say that it was taken, or say its last digits only. What counts as one is told by the prompt of the capture that took \
        it: see `sensitive-capture`.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                SensitiveSpoken.bot("Please type your account number.", "We have account {{typed}}.")
            )
        ],
        failing: [
            ExampleBots.inbound(
                SensitiveSpoken.bot("Please type your bank account and press pound.", "Año 🦷: {{↓typed}}.")
            )
        ]
    )

    private static func bot(_ question: String, _ answer: String) -> String {
        """
        variables:
          typed: text
        start: question
        nodes:
          question:
            type: touchtone_capture
            prompt: "\(question)"
            variable: typed
            digits: 10
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: answer
          answer: {type: message, prompt: "\(answer)", go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        // A part of it, or whether it is there, may be said.
        let spoken = subject.data.expressions.filter { use in
            use.purpose == .spoken && use.expression.references.first?.path == [use.expression.source]
        }
        guard !spoken.isEmpty else { return [] }
        let variables = Set(spoken.map(\.expression.source))
        let captures = SensitiveCaptures.all(of: subject.bot, filling: variables)
        guard !captures.isEmpty else { return [] }
        let byVariable = Dictionary(captures.map { ($0.variable, $0) }) { first, _ in first }
        return spoken.compactMap { use in
            guard let reference = use.expression.references.first, let capture = byVariable[reference.path[0]] else {
                return nil
            }
            let (location, length) = subject.place(of: reference, in: use)
            let range = capture.question.range
            let asked = subject.place(of: range, in: capture.template.source, at: capture.location)
            return finding(
                .spoken(reference.path[0], capture.question.kind),
                at: location,
                length: length,
                notes: [Diagnostic.Note("it is asked for here", at: asked.location)]
            )
        }
    }
}

extension LintMessage {
    fileprivate static func spoken(_ name: String, _ kind: SensitiveQuestion.Kind) -> LintMessage {
        "'\(name)' holds \(kind.title), which is read back aloud here; say that it was taken, not what it is"
    }
}
