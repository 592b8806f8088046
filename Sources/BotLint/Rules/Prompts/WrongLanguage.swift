package import BotGraph
import Telephony

/// A text that is in another language than the one it is given for.
package struct WrongLanguage: LintRule {
    package let id = "wrong-language"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a text in another language than the one it is given for"
    package let explanation = """
        In a map by language the text is not in the language of its key: mostly a copy that waits for its translation, or two \
        texts that changed places. The caller hears foreign words in a voice that cannot pronounce them.

        English, Spanish and French are told apart by their commonest words, and only where there is no doubt. A text with \
        words of both languages is left alone.

        Translate the text.
        """
    package let examples = LintExamples(
        passing: [WrongLanguage.bot("Gracias por llamar a Riverside Dental. Que tenga un buen día.")],
        failing: [WrongLanguage.bot("↓Thank you for calling Riverside Dental 🦷. Have a nice day.")]
    )

    private static func bot(_ spanish: String) -> String {
        let mark = spanish.hasPrefix("↓") ? "↓" : ""
        let text = mark.isEmpty ? spanish : String(spanish.dropFirst())
        return """
            bot: front-desk
            languages: [en-US, es-US]
            start: goodbye
            nodes:
              goodbye:
                type: hang_up
                prompt:
                  en-US: "Thank you for calling Riverside Dental. Have a nice day."
                  es-US: \(mark)"\(text)"

            """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        guard subject.bot.languages.count > 1 else { return [] }
        return subject.speech.prompts.filter(\.isWritten).flatMap { prompt in
            prompt.versions.compactMap { version in
                guard let language = version.language, let first = version.texts.first else { return nil }
                guard let wanted = GuessedLanguage(rawValue: language.base) else { return nil }
                let hits = version.hits
                guard hits[wanted] == 0, let guess = hits.language else { return nil }
                return finding(.wrong(language, guess), at: first.location)
            }
        }
    }
}

extension LintMessage {
    fileprivate static func wrong(_ language: LanguageTag, _ guess: GuessedLanguage) -> LintMessage {
        "the text for \(language) is in \(guess.name); translate it"
    }
}
