import Airscript
package import BotGraph
import Telephony

/// A prompt with nothing in it that can be heard.
package struct SilentPrompt: LintRule {
    package let id = "silent-prompt"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a prompt with nothing in it that can be heard"
    package let explanation = """
        The prompt has only blanks and punctuation. The caller hears nothing: a menu waits for an answer to a question that \
        was not asked, a call ends without a word.

        A prompt with a recording or an expression is not silent. Write what is to be said; a node that need not speak, such \
        as a `hang_up`, does without `prompt`.
        """
    package let examples = LintExamples(
        passing: [SilentPrompt.bot("\"{{actor.first_name}}!\""), SilentPrompt.bot("[\"...\", \"Goodbye.\"]")],
        failing: [SilentPrompt.bot("↓\"… 。\""), SilentPrompt.bot("↓[\"!\", \"...\"]")]
    )

    private static func bot(_ prompt: String) -> String {
        ExampleBots.inbound(
            """
            start: goodbye
            nodes:
              goodbye: {type: hang_up, prompt: \(prompt)}
            """
        )
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.speech.prompts.flatMap { prompt in
            prompt.versions.compactMap { version in
                guard !version.hasRecording, let first = version.texts.first else { return nil }
                let isHeard = version.texts.contains { text in
                    text.hasExpression || text.hints.isAudible
                }
                guard !isHeard else { return nil }
                // A list is silent as a whole, so it is told where it begins.
                let isList = version.language == nil && version.texts.count > 1
                return finding(.silent(version.language), at: isList ? prompt.prompt.location : first.location)
            }
        }
    }
}

extension LintMessage {
    fileprivate static func silent(_ language: LanguageTag?) -> LintMessage {
        let spoken = language.map { " in \($0)" } ?? ""
        return "nothing in this prompt can be heard\(spoken); write what is to be said"
    }
}
