package import BotGraph
import Telephony

/// A language without a voice, where others have one.
package struct MissingVoice: LintRule {
    package let id = "missing-voice"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.note
    package let summary = "a language without a voice where others have one"
    package let explanation = """
        `voices` names a voice for some of the bot's languages. In the others the provider speaks with the default of the \
        account's settings, which may be its oldest voice: <https://www.twilio.com/docs/voice/twiml/say>. A language whose \
        every speaking node names a `voice` of its own needs none.

        Add the language to `voices`, or leave all of them to the provider.
        """
    package let examples = LintExamples(
        passing: [
            MissingVoice.bot("voices: {en-US: Polly.Joanna, es-US: Polly.Lupe}"),
            MissingVoice.bot("title: Front desk"),
        ],
        failing: [MissingVoice.bot("↓voices: {en-US: Polly.Joanna}")]
    )

    private static func bot(_ line: String) -> String {
        """
        bot: front-desk
        languages: [en-US, es-US]
        \(line)
        start: goodbye
        nodes:
          goodbye: {type: hang_up, prompt: {en-US: "Goodbye.", es-US: "Adiós."}}

        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let missing = bot.languages.filter { bot.voices[$0] == nil }
        guard !bot.voices.isEmpty, !missing.isEmpty else { return [] }
        guard bot.nodes.contains(where: { $0.prompt != nil && $0.voice == nil }) else { return [] }
        let place = subject.source?.location(ofHeaderKey: "voices")
        return [finding(.missing(missing), at: place ?? bot.location, length: place == nil ? 1 : 6)]
    }
}

extension BotText {
    /// Where a key of the header is written, at the start of a line; nil when the file is laid out in another way.
    fileprivate func location(ofHeaderKey key: String) -> SourceLocation? {
        let wanted = Array((key + ":").unicodeScalars)
        var isLineStart = true
        for index in scalars.indices {
            if isLineStart, scalars[index...].starts(with: wanted) { return location(of: index) }
            isLineStart = scalars[index] == "\n"
        }
        return nil
    }
}

extension LintMessage {
    fileprivate static func missing(_ languages: [LanguageTag]) -> LintMessage {
        let list = languages.map(\.text).joined(separator: " and ")
        return "`voices` has none for \(list), which the provider's default voice speaks then; add it"
    }
}
