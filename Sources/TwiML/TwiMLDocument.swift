package import Telephony

/// What the provider does next on a call: one `Response` of verbs that run from top to bottom.
///
/// ```xml
/// <?xml version="1.0" encoding="UTF-8"?>
/// <Response>
///     <Say language="en-US">Goodbye.</Say>
///     <Hangup/>
/// </Response>
/// ```
///
/// When the last verb is done the call ends, so an empty document hangs up.
/// Source: https://www.twilio.com/docs/voice/twiml
package struct TwiMLDocument: Hashable, Sendable {
    package let verbs: [Verb]

    /// Takes verbs of which each can be reached, each Gather has its Redirect, and a Reject stands alone.
    package init(_ verbs: [Verb]) throws(TwiMLError) {
        for (verb, next) in zip(verbs, verbs.dropFirst()) {
            if case .reject = next { throw .rejectNotAlone }
            if case .reject = verb { throw .rejectNotAlone }
            if verb.endsDocument { throw .unreachable(verb: next.element, after: verb.element) }
            if case .gather = verb {
                guard case .redirect = next else { throw .gatherWithoutRedirect }
            }
        }
        if case .gather = verbs.last { throw .gatherWithoutRedirect }
        self.verbs = verbs
    }

    private init(checked verbs: [Verb]) {
        self.verbs = verbs
    }

    /// The document as the provider reads it; `TwiMLError.tooLarge` above `limit` bytes.
    package func bytes(limit: Int = TwiMLWriter.maximumBytes) throws(TwiMLError) -> [UInt8] {
        try TwiMLWriter.bytes(of: self, limit: limit)
    }

    /// Says one thing and ends the call, whatever went wrong before.
    ///
    /// It takes any text at all and never fails: what cannot be spoken is left out, and an unusable voice gives way to
    /// the provider's default.
    package static func apology(_ text: String, language: LanguageTag, voice: String? = nil) -> TwiMLDocument {
        let usable = voice.flatMap { Say.isVoice($0) ? $0 : nil }
        let says = SpeechSplitter.pieces(of: text).prefix(maximumApologyPieces)
            .map { Verb.say(Say(checked: $0, language: language, voice: usable)) }
        return TwiMLDocument(checked: says + [.hangup(Hangup())])
    }

    /// The bytes of an apology, which are there even when libxml2 fails.
    package static func apologyBytes(_ text: String, language: LanguageTag, voice: String? = nil) -> [UInt8] {
        do {
            return try apology(text, language: language, voice: voice).bytes()
        } catch {
            // Only a writer without memory comes here. The call still ends properly.
            return silentHangup
        }
    }

    /// Four pieces are at most 18,000 bytes of text before escaping, well under the limit of a document.
    private static let maximumApologyPieces = 4

    private static let silentHangup = Array(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Hangup/></Response>\n".utf8
    )
}
