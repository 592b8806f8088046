package import BotGraph
import Telephony

/// A prompt without a text for one of the bot's languages.
package struct MissingTranslation: LintRule {
    package let id = "missing-translation"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a prompt without a text for one of the bot's languages"
    package let explanation = """
        A prompt that has nothing for a caller's language is spoken in the bot's default language, by the voice of the other \
        language: English words in a Spanish voice. So is the standard apology in any language but English and Spanish. An \
        intent's phrases are looked for in what is said, so without a translation the intent is never met in that language.

        A prompt needs no translation where it has no words: a recording, which is by language anyway, or an expression \
        alone. Nor does one that has both languages in it ("For English, press 1. Para español, oprima dos."), nor one for \
        another region of the same language.

        Write the prompt as a map by language.
        """
    package let examples = LintExamples(
        passing: [
            MissingTranslation.bot("{en-US: \"Goodbye, and thank you.\", es-US: \"Adiós y gracias.\"}"),
            MissingTranslation.bot("\"{{actor.first_name}}\""),
            MissingTranslation.bot("\"Thank you for calling. Gracias por llamar, hasta luego.\""),
        ],
        failing: [
            MissingTranslation.bot("↓\"Goodbye, and thank you 🦷.\""),
            MissingTranslation.bot("↓{en-US: \"Goodbye, and thank you.\"}"),
        ]
    )

    private static func bot(_ prompt: String) -> String {
        """
        bot: front-desk
        languages: [en-US, es-US]
        start: goodbye
        nodes:
          goodbye:
            type: hang_up
            prompt: \(prompt)

        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        return checkStandard(subject) + checkIntent(bot)
            + subject.speech.prompts.filter(\.isWritten).compactMap { prompt in
                let missing = bot.languages.dropFirst().filter { isMissing($0, in: prompt, bot.defaultLanguage) }
                guard !missing.isEmpty else { return nil }
                return finding(.missing(missing, bot.defaultLanguage), at: prompt.prompt.location)
            }
    }

    private func isMissing(_ language: LanguageTag, in prompt: SpokenPrompt, _ defaultLanguage: LanguageTag) -> Bool {
        guard prompt.prompt.byLanguage[language] == nil, language.base != defaultLanguage.base else { return false }
        guard let version = prompt.version(in: defaultLanguage, default: defaultLanguage) else { return false }
        let hits = version.hits
        // A name alone, such as the caller's, is the same in every language.
        let spoken = GuessedLanguage(rawValue: defaultLanguage.base)
        guard version.wordCount >= 4 || spoken.map({ hits[$0] > 0 }) ?? false else { return false }
        return GuessedLanguage(rawValue: language.base).map { hits[$0] < 2 } ?? true
    }

    /// The engine's own words are English and Spanish only.
    private func checkStandard(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let missing = bot.languages.filter { $0.base != "en" && $0.base != "es" }
        guard !missing.isEmpty else { return [] }
        return subject.speech.prompts.filter { !$0.isWritten }.map { prompt in
            let key = prompt.place == .apology ? "apology" : "opt_out.goodbye"
            return finding(.standard(key, missing), at: prompt.prompt.location)
        }
    }

    private func checkIntent(_ bot: Bot) -> [Diagnostic] {
        guard let intent = bot.intent else { return [] }
        let parts = [
            ("purpose", intent.purpose, true), ("opt_out", intent.optOut, true), ("caller", intent.caller, false),
        ]
        return parts.compactMap { name, text, isSentence in
            // A name may be the same in every language, so it needs a translation only where it has some.
            guard isSentence || !text.byLanguage.isEmpty else { return nil }
            let missing = bot.languages.dropFirst().filter {
                text.byLanguage[$0] == nil && $0.base != bot.defaultLanguage.base
            }
            return missing.isEmpty ? nil : finding(.intent(name, missing), at: intent.location, length: 6)
        }
    }
}

extension LintMessage {
    fileprivate static func missing(_ languages: [LanguageTag], _ spoken: LanguageTag) -> LintMessage {
        "callers in \(list(languages)) hear this in \(spoken); write it as a map by language"
    }

    fileprivate static func standard(_ key: String, _ languages: [LanguageTag]) -> LintMessage {
        "callers in \(list(languages)) hear the standard `\(key)` in English; write `\(key)` in their language"
    }

    fileprivate static func intent(_ part: String, _ languages: [LanguageTag]) -> LintMessage {
        "`\(part)` of the intent has nothing for \(list(languages)), so it is never found in what is said then; write it by language"
    }

    private static func list(_ languages: [LanguageTag]) -> String {
        languages.map(\.text).joined(separator: " and ")
    }
}
