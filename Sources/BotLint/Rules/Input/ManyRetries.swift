package import BotGraph

/// More retries than a call is given.
package struct ManyRetries: LintRule {
    package let id = "many-retries"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "as many prompts for silence or wrong answers as end the call"
    package let explanation = """
        A call ends after ten silences and wrong answers in a row, at whatever nodes: a line with nobody on it gives nothing \
        else. So a `no_input` or `no_match` of ten prompts never gets to its `then` when the caller goes on as before, and \
        prompts past the tenth are not heard.

        Two or three prompts are plenty; then lead the caller to a person or say goodbye.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(ManyRetries.menu("no_input", prompts: 9))],
        failing: [
            ExampleBots.inbound(ManyRetries.menu("↓no_input", prompts: 10)),
            ExampleBots.inbound(ManyRetries.menu("↓no_match", prompts: 12)),
        ]
    )

    private static func menu(_ key: String, prompts: Int) -> String {
        let list = Array(repeating: "\"Press 1.\"", count: prompts).joined(separator: ", ")
        return """
            start: greeting
            nodes:
              greeting:
                type: decision_menu
                prompt: "To end the call, press 1."
                options:
                  - {name: finish, press: "1", go: goodbye}
                \(key): {prompts: [\(list)], then: goodbye}
                default: goodbye
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
    }

    /// The engine's limit of attempts, `EngineLimits.attempts`.
    private static let attempts = 10

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.flatMap { node -> [Diagnostic] in
            switch node.body {
            case .decisionMenu(let menu): check(menu.noInput, menu.noMatch)
            case .touchtoneCapture(let capture): check(capture.noInput, capture.noMatch)
            case .message, .condition, .set, .forwardCall, .hangUp: []
            }
        }
    }

    private func check(_ noInput: Retries?, _ noMatch: Retries?) -> [Diagnostic] {
        [(noInput, "no_input"), (noMatch, "no_match")].compactMap { retries, key in
            guard let retries, retries.prompts.count >= ManyRetries.attempts else { return nil }
            return finding(.many(retries.prompts.count, key), at: retries.location, length: key.count)
        }
    }
}

extension LintMessage {
    fileprivate static func many(_ count: Int, _ key: String) -> LintMessage {
        """
        \(key) has \(count) prompts, but a call ends after 10 failures in a row and would not get to its way out; \
        keep two or three
        """
    }
}
