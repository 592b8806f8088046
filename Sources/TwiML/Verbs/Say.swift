package import Telephony

/// Speaks a text.
///
/// ```xml
/// <Say language="en-US" voice="Polly.Joanna">Your table is booked.</Say>
/// ```
///
/// The text is plain; markup in it would be read aloud. Without a voice the provider uses the account's default.
/// Source: https://www.twilio.com/docs/voice/twiml/say
package struct Say: Hashable, Sendable {
    package let text: String
    package let language: LanguageTag
    /// The provider's name of the voice; nil for its default.
    package let voice: String?

    /// Takes a text of one Say; characters that XML forbids are left out.
    ///
    /// `SpeechSplitter` cuts longer ones.
    package init(_ text: String, language: LanguageTag, voice: String? = nil) throws(TwiMLError) {
        let permitted = XMLText.permitted(text)
        guard !SpeechSplitter.isBlank(permitted) else { throw .emptySpeech }
        guard SpeechSplitter.fits(permitted) else { throw .speechTooLong(characters: permitted.utf16.count) }
        try Say.check(voice: voice)
        self.init(checked: permitted, language: language, voice: voice)
    }

    /// Takes a piece as `SpeechSplitter` makes it.
    init(checked text: String, language: LanguageTag, voice: String?) {
        self.text = text
        self.language = language
        self.voice = voice
    }

    /// As many Says as the text needs, none for a text without a word.
    package static func several(
        _ text: String,
        language: LanguageTag,
        voice: String? = nil
    ) throws(TwiMLError) -> [Say] {
        try check(voice: voice)
        return SpeechSplitter.pieces(of: text).map { Say(checked: $0, language: language, voice: voice) }
    }

    /// Whether the text is a name a provider may have given a voice, such as `Polly.Joanna` or `Google.en-US-Wavenet-A`.
    static func isVoice(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 128 else { return false }
        return name.utf8.allSatisfy { $0.isUnreserved || $0 == UInt8(ascii: ":") }
    }

    func write(to writer: inout XMLWriter) {
        writer.start("Say")
        writer.attribute("language", language.text)
        if let voice { writer.attribute("voice", voice) }
        writer.text(text)
        writer.end()
    }

    private static func check(voice: String?) throws(TwiMLError) {
        guard let voice, !isVoice(voice) else { return }
        throw .unusableVoice(voice)
    }
}
