import Airscript
package import BotGraph

/// Characters in a prompt that a voice cannot say.
package struct UnspeakableText: LintRule {
    package let id = "unspeakable-text"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "characters in a prompt that a voice cannot say"
    package let explanation = """
        What looks well on a screen is not what is heard: an emoji is left out or read by its name, `**now**` and `&amp;` are \
        read sign by sign, a web address comes as "h t t p s colon slash slash". Marks that cannot be seen, and the sign that \
        stands for a lost character, mostly come from a copy out of another program. `{name}` in single braces is read as it \
        stands: an expression has two.

        Letters of every script, usual punctuation, non-breaking spaces and e-mail addresses are left alone.

        Write it as it is to be spoken: "riverside dental dot com".
        """
    package let examples = LintExamples(
        passing: [
            UnspeakableText.bot(
                "Café “Río” — open 9–5… The * and # keys are free. Write to info@example.com, R&D & more."
            ),
            UnspeakableText.bot("Hello {{name}}, see example dot com."),
        ],
        failing: [
            UnspeakableText.bot("Welcome ↓🦷🦷 to Riverside Dental."),
            UnspeakableText.bot("See ↓https://example.com/help for more, or ↓www.example.com."),
            UnspeakableText.bot("Smith ↓&amp; Sons, ↓**now** open."),
            UnspeakableText.bot("Hello ↓{name}."),
        ]
    )

    private static func bot(_ prompt: String) -> String {
        ExampleBots.inbound(
            """
            variables: {name: {type: text, required: true}}
            start: welcome
            nodes:
              welcome: {type: message, prompt: "Hello {{name}}.", go: goodbye}
              goodbye: {type: hang_up, prompt: "\(prompt)"}
            """
        )
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let names = Set(subject.bot.variables.map(\.name))
        return subject.speech.texts.flatMap { text -> [Diagnostic] in
            guard text.hints.hasOddSign else { return [] }
            return OddSigns(LiteralText(text.template)).found.map { sign in
                let found = subject.place(of: sign.range, in: text.template.source, at: text.location)
                let isExact = found.length == sign.range.count && subject.source != nil
                let mended = isExact ? mended(sign.kind, names) : nil
                let fix = mended.map { title, replacement in
                    Fix(
                        title,
                        edits: [Fix.Edit(at: found.location, length: found.length, replacement: replacement)]
                    )
                }
                return finding(.odd(sign.kind), at: found.location, length: found.length, fix: fix)
            }
        }
    }

    /// What certainly mends it: no sign that could end the text's quotes.
    private func mended(_ kind: OddSigns.Kind, _ names: Set<String>) -> (title: String, replacement: String)? {
        switch kind {
        case .entity("amp"): ("write the sign itself", "&")
        case .entity("nbsp"): ("write a space", " ")
        case .brace(let name) where names.contains(name): ("make it an expression", "{{\(name)}}")
        case .emoji, .control, .markdown, .address, .entity, .brace, .closingBraces: nil
        }
    }
}

extension LintMessage {
    fileprivate static func odd(_ kind: OddSigns.Kind) -> LintMessage {
        switch kind {
        case .emoji: "a voice leaves an emoji out or reads its name; write words"
        case .control(let value):
            "U+\(hexadecimal(value)) cannot be spoken, and mostly cannot be seen; take it out"
        case .markdown(let sign): "a prompt is plain text, so '\(sign)' is read aloud; take it out"
        case .address: "a web address is read sign by sign; write it as it is spoken, such as 'example dot com'"
        case .entity(let name): "a prompt is plain text, so '&\(name);' is read aloud; write the sign itself"
        case .brace(let name): "'{\(name)}' is read as it stands; an expression has two braces: '{{\(name)}}'"
        case .closingBraces: "'}}' ends no expression; take it out, or write the '{{' that is missing"
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
