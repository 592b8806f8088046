package import BotGraph
import Telephony

/// A voice that does not speak the language it is given.
package struct VoiceLanguageMismatch: LintRule {
    package let id = "voice-language-mismatch"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.error
    package let summary = "a voice of another language than it is given to speak"
    package let explanation = """
        A Say whose voice and language do not match fails, and the caller hears nothing; a provider that does not look at the \
        language lets an English voice read Spanish words. Amazon's voices have one language each, a few have two; Google's \
        carry it in their names.

        It is an error where the language is another one, and at Twilio a warning where only the region is: `Polly.Mia` is \
        `es-MX`, not `es-US`. A node's own `voice` is held against every language that its prompt is written in. Voices whose \
        language is not known are not found, nor are `man`, `woman` and `alice`.

        Name a voice of the language. See https://www.twilio.com/docs/voice/twiml/say and \
        https://docs.aws.amazon.com/polly/latest/dg/available-voices.html.
        """
    package let examples = LintExamples(
        passing: [
            VoiceLanguageMismatch.bot(voices: "{en-US: Polly.Joanna-Neural, es-US: Polly.Lupe}"),
            VoiceLanguageMismatch.bot(voices: "{en-US: Google.en-US-Wavenet-A, es-US: woman}"),
        ],
        failing: [
            VoiceLanguageMismatch.bot(voices: "{en-US: Polly.Joanna, es-US: ↓Polly.Joanna}"),
            VoiceLanguageMismatch.bot(voices: "{en-US: Polly.Joanna, es-US: ↓Google.de-DE-Wavenet-A}"),
            VoiceLanguageMismatch.bot(voices: "{en-US: Polly.Joanna, es-US: ↓Polly.Mia}"),
            VoiceLanguageMismatch.bot(voices: "{en-US: Polly.Joanna}", node: "voice: ↓Polly.Amy, "),
        ]
    )

    private static func bot(voices: String, node: String = "") -> String {
        """
        bot: front-desk
        title: Front desk
        channel: voice
        direction: inbound
        purpose: informational
        languages: [en-US, es-US]
        voices: \(voices)
        start: greeting
        nodes:
          # año 🦷
          greeting:
            {type: hang_up, \(node)prompt: {en-US: "Thank you. Goodbye.", es-US: "Gracias y hasta luego."}}

        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        guard !subject.bot.voices.isEmpty || subject.bot.nodes.contains(where: { $0.voice != nil }) else { return [] }
        let provider = subject.provider.capabilities
        return subject.voiceUses.compactMap { use in
            guard let spoken = use.name.languages?.joined(separator: " and ") else { return nil }
            if let tag = use.languages.first(where: { use.name.speaksAnother(than: $0) }) {
                return finding(
                    .language(use.name.text, spoken, tag, provider.title),
                    at: use.location,
                    length: use.length
                )
            }
            guard provider.matchesRegions,
                let tag = use.languages.first(where: { use.name.speaksAnotherRegion(than: $0) })
            else { return nil }
            return finding(
                .region(use.name.text, spoken, tag, provider.title),
                at: use.location,
                length: use.length,
                severity: .warning
            )
        }
    }
}

extension LintMessage {
    fileprivate static func language(
        _ voice: String,
        _ spoken: String,
        _ tag: LanguageTag,
        _ provider: String
    ) -> LintMessage {
        "\(voice) speaks \(spoken) and is to speak \(tag) here; name a voice of \(tag) that \(provider) has"
    }

    fileprivate static func region(
        _ voice: String,
        _ spoken: String,
        _ tag: LanguageTag,
        _ provider: String
    ) -> LintMessage {
        """
        \(voice) speaks \(spoken), and \(provider) may refuse it for \(tag), so that the caller hears nothing; \
        name a voice of \(tag)
        """
    }
}
