/// What a provider's dialect of TwiML can do, as far as providers differ in it.
///
/// A document that needs what the provider lacks is refused: one provider stops at the first verb it does not know, which
/// would leave the caller in silence.
package struct ProviderCapabilities: Hashable, Sendable {
    /// What a bot may need and a provider may lack.
    package enum Feature: String, Hashable, Sendable, CaseIterable {
        case speech = "speech in a Gather"
        case pause = "Pause"
        case nestedPause = "Pause inside a Gather"
        /// Where it is missing, the Redirect behind the Gather does the same work.
        case emptyResultAction = "actionOnEmptyResult"
    }

    package let provider: String
    package let features: Set<Feature>

    package init(provider: String, features: Set<Feature>) {
        self.provider = provider
        self.features = features
    }

    /// The whole of TwiML, as https://www.twilio.com/docs/voice/twiml/gather has it.
    package static let twilio = ProviderCapabilities(provider: "Twilio", features: Set(Feature.allCases))

    /// The dialect of https://developer.signalwire.com/compatibility-api/cxml/voice/gather.
    package static let signalWire = ProviderCapabilities(provider: "SignalWire", features: Set(Feature.allCases))

    /// The dialect of https://developers.telnyx.com/docs/voice/programmable-voice/texml-verbs/gather.
    package static let telnyx = ProviderCapabilities(provider: "Telnyx", features: [.speech, .pause])

    /// The dialect of https://github.com/somleng/somleng-switch, which takes keys only.
    package static let somleng = ProviderCapabilities(provider: "Somleng", features: [.emptyResultAction])

    func require(_ feature: Feature) throws(TwiMLError) {
        guard features.contains(feature) else { throw .unsupported(feature, provider: provider) }
    }
}
