package import BotGraph
import Telephony

/// A language that the provider's recogniser does not know, in a bot that listens for words.
package struct UnsupportedSpeechLanguage: LintRule {
    package let id = "unsupported-speech-language"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.warning
    package let summary = "a language that the provider's recogniser does not know, in a bot that listens for words"
    package let explanation = """
        A Gather in a language that the recogniser does not know is a warning at the provider (13512), and the words of the \
        caller are heard as if they were English, or not at all. Keys still work.

        Say in the prompts of that language that keys are to be pressed, and give every option one. Only the language is looked \
        at, not its region: regions are added all the time. Found for Twilio, whose list is known: \
        https://www.twilio.com/docs/voice/twiml/gather#languagetags.
        """
    package let examples = LintExamples(
        passing: [UnsupportedSpeechLanguage.bot(languages: "[es-US]", "press: \"1\", say: [terminar]")],
        failing: [UnsupportedSpeechLanguage.bot(languages: "[es-US, ↓cy-GB]", "press: \"1\", say: [terminar]")]
    )

    private static func bot(languages: String, _ trigger: String) -> String {
        """
        # año 🦷
        bot: front-desk
        title: Front desk
        channel: voice
        direction: inbound
        purpose: informational
        languages: \(languages)
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "1."
            options:
              - {name: finish, \(trigger), go: goodbye}
            default: goodbye
          goodbye: {type: hang_up}

        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let provider = subject.provider.capabilities
        guard let known = provider.recognisedLanguages else { return [] }
        let unknown = bot.languages.filter { !known.contains($0.base) }
        guard !unknown.isEmpty, bot.nodes.contains(where: bot.hearsSpeech) else { return [] }
        return unknown.map { tag in
            let place = subject.writtenPlace(of: tag.text, inKey: "languages")
            return finding(.unknown(tag, provider.title), at: place.0, length: place.length)
        }
    }
}

extension LintMessage {
    fileprivate static func unknown(_ tag: LanguageTag, _ provider: String) -> LintMessage {
        "\(provider)'s recogniser does not know \(tag), so words are not understood in it; ask for keys there"
    }
}
