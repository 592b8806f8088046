package import BotGraph

/// A phrase of the opt-out that callers say without meaning it.
package struct OptOutSayTooWide: LintRule {
    package let id = "opt-out-say-too-wide"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a phrase of the opt-out that callers say without meaning it"
    package let explanation = """
        `opt_out.say` is looked for anywhere in what is said, at every menu and before the menu's own choices. With "no" in it \
        everybody who answers a question with "no" is put on the suppression list, "no, Tuesday is better" included; so it is \
        with "yes", "okay", a number, or a word that stands in every sentence. "no thanks" is "no" as well, since courtesies are \
        dropped before phrases are looked for.

        Leave it out. "stop", "take me off your list" and their like always count and need not be listed; add only words of \
        your own trade, of two words or more.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(OptOutSayTooWide.bot("no more reminders"))],
        failing: [
            ExampleBots.outbound(OptOutSayTooWide.bot("no more reminders, ↓\"No!\"")),
            ExampleBots.outbound(OptOutSayTooWide.bot("↓nine")),
            ExampleBots.outbound(OptOutSayTooWide.bot("↓\"no, thanks\"")),
        ]
    )

    private static func bot(_ phrases: String) -> String {
        """
        opt_out: {press: "9", say: [\(phrases)], ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard let policy = bot.optOut else { return [] }
        let common = CommonWords.answers.union(CommonWords.functionWords(of: bot.languages))
        return policy.say.compactMap { phrase in
            guard phrase.words.count == 1, let word = phrase.words.first else { return nil }
            let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
            // "Nine" is the opt-out's key to whoever was told so, and a time of day to everybody else.
            guard isNumber || common.contains(word) else { return nil }
            return finding(.wide(phrase.text, word), at: phrase.location, length: phrase.text.unicodeScalars.count)
        }
    }
}

extension LintMessage {
    fileprivate static func wide(_ text: String, _ word: String) -> LintMessage {
        """
        '\(text)' is heard wherever '\(word)' is said, which puts the caller on the suppression list; use words that only \
        mean a request to stop
        """
    }
}
