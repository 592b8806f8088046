/// The telephony providers whose dialect of TwiML is known.
package enum ProviderName: String, Hashable, Sendable, CaseIterable {
    case twilio
    case signalwire
    case telnyx
    case somleng
}

extension ProviderName {
    /// What the provider's dialect can carry, as far as a bot file can ask for it.
    package struct Capabilities: Hashable, Sendable {
        /// As people write the name.
        package let title: String
        /// Whether a Gather listens for speech as well as for keys.
        package let hearsSpeech: Bool
        /// How long a Dial may let it ring, in seconds.
        package let ringing: ClosedRange<Int>
        /// The languages without their regions that the recogniser knows; nil where there is no list.
        package let recognisedLanguages: Set<String>?
        /// The voices by what their names begin with; nil where they are a matter of the installation.
        package let voicePrefixes: [String]?
        /// Whether a Say fails when its voice speaks another region's variety of the language.
        package let matchesRegions: Bool
        /// The page that says so.
        package let page: String
    }

    /// The provider's dialect.
    package var capabilities: Capabilities {
        switch self {
        case .twilio:
            Capabilities(
                title: "Twilio",
                hearsSpeech: true,
                ringing: 5...600,
                recognisedLanguages: RecognisedLanguages.twilio,
                voicePrefixes: ["Polly.", "Google."],
                matchesRegions: true,
                page: "https://www.twilio.com/docs/voice/twiml"
            )
        case .signalwire:
            Capabilities(
                title: "SignalWire",
                hearsSpeech: true,
                ringing: 5...600,
                recognisedLanguages: nil,
                voicePrefixes: [
                    "Polly.", "gcloud.", "azure.", "cartesia.", "deepgram.", "elevenlabs.", "openai.", "rime.",
                ],
                matchesRegions: false,
                page: "https://developer.signalwire.com/compatibility-api/cxml/voice"
            )
        case .telnyx:
            Capabilities(
                title: "Telnyx",
                hearsSpeech: true,
                ringing: 5...120,
                recognisedLanguages: nil,
                voicePrefixes: [
                    "Polly.", "AWS.Polly.", "Azure.", "ElevenLabs.", "Google.", "Inworld.", "Minimax.", "Resemble.",
                    "Rime.", "Telnyx.",
                ],
                // The language is not looked at where a Polly voice is named.
                matchesRegions: false,
                page: "https://developers.telnyx.com/docs/voice/programmable-voice/texml-verbs"
            )
        case .somleng:
            Capabilities(
                title: "Somleng",
                hearsSpeech: false,
                ringing: 5...600,
                recognisedLanguages: nil,
                voicePrefixes: nil,
                matchesRegions: false,
                page: "https://github.com/somleng/somleng-switch"
            )
        }
    }
}
