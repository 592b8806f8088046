import Airscript
package import BotGraph

/// Words in a prompt that wait to be replaced.
package struct PlaceholderText: LintRule {
    package let id = "placeholder-text"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "words in a prompt that wait to be replaced"
    package let explanation = """
        "TODO", "TBD", "FIXME", "lorem ipsum", "XXX" and "[INSERT NAME]" stand for a text that was to be written later. The \
        caller would hear them.

        Only capitals count, so the Spanish "todo" is left alone, and a text in nothing but capitals is not looked at for \
        "TODO". Write the text.
        """
    package let examples = LintExamples(
        passing: [
            PlaceholderText.bot("Eso es todo. Está todo listo."), PlaceholderText.bot("ESO ES TODO."),
            PlaceholderText.bot("Visit us in the XXI century [sic]."),
        ],
        failing: [
            PlaceholderText.bot("🦷 ↓TODO: say when we are open."),
            PlaceholderText.bot("Hello, this is ↓[INSERT NAME HERE]."),
            PlaceholderText.bot("↓Lorem ipsum dolor sit amet."),
            PlaceholderText.bot("Call us at ↓XXX, 0 1 0 0."),
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
            guard text.hints.mayBePlaceholder else { return nil }
            guard let range = placeholder(in: LiteralText(text.template)) else { return nil }
            let found = subject.place(of: range, in: text.template.source, at: text.location)
            let words = String(
                String.UnicodeScalarView(
                    text.template.source.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
                )
            )
            return finding(.waiting(words), at: found.location, length: found.length)
        }
    }

    private func placeholder(in text: LiteralText) -> Range<Int>? {
        var index = 0
        while index < text.scalars.count {
            guard text.isLetter(index) else {
                if text.scalars[index] == "[", let end = insertion(text, from: index) { return index..<end }
                index += 1
                continue
            }
            let start = index
            while text.isLetter(index) { index += 1 }
            switch text.text(start..<index) {
            case "TODO":
                let hasSmall = text.scalars.contains { ("a"..."z").contains($0) }
                if hasSmall || text[index] == ":" { return start..<index }
            case "TBD", "FIXME", "XXX", "XXXX", "XXXXX", "LOREM": return start..<index
            case "Lorem", "lorem": if text.has(" ipsum", at: index) { return start..<(index + 6) }
            default: break
            }
        }
        return nil
    }

    /// The index behind `[INSERT …]` or `[NAME]`: capitals in brackets.
    private func insertion(_ text: LiteralText, from start: Int) -> Int? {
        guard let end = text.scalars[start...].prefix(200).firstIndex(of: "]"), end - start > 4 else { return nil }
        let inside = text.scalars[(start + 1)..<end]
        let isPlain = inside.allSatisfy { ("A"..."Z").contains($0) || $0 == " " || $0 == "_" || $0 == "'" }
        return isPlain ? end + 1 : nil
    }
}

extension LintMessage {
    fileprivate static func waiting(_ words: String) -> LintMessage {
        "'\(words)' waits to be replaced, and the caller would hear it; write the text"
    }
}
