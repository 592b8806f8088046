/// The telephony providers whose dialect of TwiML is known.
package enum ProviderName: String, Hashable, Sendable, CaseIterable {
    case twilio
    case signalwire
    case telnyx
    case somleng
}
