import Airscript
package import BotGraph

/// Markup in a prompt, which is read aloud.
package struct SsmlInPrompt: LintRule {
    package let id = "ssml-in-prompt"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "markup in a prompt, which is read aloud"
    package let explanation = """
        A prompt is plain text: its signs are escaped on their way to the provider, so `<break time="1s"/>`, valid or not, \
        reaches the voice as text. The caller hears "less than break time equals one s", or the words between the tags with \
        such noise around them.

        The tags of SSML and the commonest of HTML are found, one finding for each text. For a pause write a comma or a full \
        stop; for one that is longer, two pieces of a prompt or a recording.
        """
    package let examples = LintExamples(
        passing: [SsmlInPrompt.bot("If your balance is < 5 dollars, or > 9, press any key. One moment.")],
        failing: [
            SsmlInPrompt.bot("🦷 One moment. ↓<break time='1s'/> Thank you. <break/>"),
            SsmlInPrompt.bot("↓<speak>Hello.</speak>"),
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
        subject.speech.texts.compactMap { text in
            guard text.hints.hasLessThan else { return nil }
            guard let tag = firstTag(LiteralText(text.template)) else { return nil }
            let found = subject.place(of: tag.range, in: text.template.source, at: text.location)
            return finding(.tag(tag.name), at: found.location, length: found.length)
        }
    }

    private func firstTag(_ text: LiteralText) -> (name: String, range: Range<Int>)? {
        for start in text.scalars.indices where text.scalars[start] == "<" {
            var index = start + 1
            if text[index] == "/" { index += 1 }
            let nameStart = index
            while text.isLetter(index) || text[index] == "-" || text[index] == ":" { index += 1 }
            let name = text.text(nameStart..<index).lowercased()
            guard SsmlInPrompt.tags.contains(name), let end = text.scalars[index...].prefix(500).firstIndex(of: ">")
            else {
                continue
            }
            return (name, start..<(end + 1))
        }
        return nil
    }

    private static let tags: Set<String> = [
        "speak", "break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w", "voice", "audio",
        "mark",
        "amazon:effect", "amazon:domain", "amazon:auto-breaths", "google:style", "b", "i", "u", "br", "strong", "em",
        "span",
        "div", "a", "ul", "li",
    ]
}

extension LintMessage {
    fileprivate static func tag(_ name: String) -> LintMessage {
        "a prompt is plain text, so the tag '\(name)' is read aloud; take the markup out, and write a comma or full stop for a pause"
    }
}
