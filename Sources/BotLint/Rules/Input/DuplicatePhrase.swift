package import BotGraph

/// The same phrase twice for one choice.
package struct DuplicatePhrase: LintRule {
    package let id = "duplicate-phrase"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.note
    package let summary = "the same phrase twice for one choice"
    package let explanation = """
        Phrases are matched without case, punctuation and accents, so the second one does nothing, and most often another \
        phrase was meant. It also takes room among the words that the recogniser is told to expect, of which there are only so \
        many.

        Take it out, or write the phrase that was meant. "one" and "1" are not reported: they are matched alike, but give the \
        recogniser two spellings.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(DuplicatePhrase.menu("again", "[finish, one, \"1\"]"))],
        failing: [
            ExampleBots.inbound(DuplicatePhrase.menu("again", "[finish, ↓\"Finish!\", done, ↓finish]")),
            ExampleBots.inbound(DuplicatePhrase.menu("again, año 🦷, ↓again", "[finish]")),
        ]
    )

    private static func menu(_ universal: String, _ phrases: String) -> String {
        """
        universals:
          repeat: {say: [\(universal)]}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "To end the call, press 1 or say finish."
            options:
              - {name: finish, press: "1", say: \(phrases), go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var findings = check(bot.optOut?.say ?? [], in: subject)
        for (_, trigger) in bot.universals.named { findings += check(trigger.say, in: subject) }
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body else { continue }
            for option in menu.options where option.say.count > 1 { findings += check(option.say, in: subject) }
        }
        return findings
    }

    private func check(_ phrases: [SpokenPhrase], in subject: LintSubject) -> [Diagnostic] {
        phrases.repeated().map { phrase, earlier in
            // An alias of the same phrase stands where the phrase does.
            let isAlias = phrase.location == earlier.location
            let edit = isAlias ? nil : subject.source?.removal(ofItem: phrase.text, at: phrase.location)
            return finding(
                .duplicate(phrase.text),
                at: phrase.location,
                length: phrase.text.unicodeScalars.count,
                notes: [Diagnostic.Note("the same phrase is here", at: earlier.location)],
                fix: edit.map { Fix("take the second phrase out", edits: [$0]) }
            )
        }
    }
}

extension LintMessage {
    fileprivate static func duplicate(_ text: String) -> LintMessage {
        "'\(text)' is there already, but for case and punctuation, and does nothing here; take it out"
    }
}
