package import Carrier

/// A provider of telephony that lives in this process: it executes TwiML and posts signed webhooks over real HTTP.
///
/// What it does and what it sends follow the provider's reference pages, https://www.twilio.com/docs/voice/twiml
package struct StandInProvider: Sendable {
    package let accountSID: String
    package let authToken: String
    package let transport: any HTTPTransport
    /// How long a spoken text takes.
    package let speechLength: @Sendable (String) -> Duration
    /// How long the recording at an address plays.
    package let recordingLength: @Sendable (String) -> Duration
    package let troubles: DeliveryTroubles
    /// Every document is held against it; nil checks nothing, which leaves a measurement to the server.
    package let contract: Contract?

    package init(
        accountSID: String,
        authToken: String,
        transport: any HTTPTransport,
        contract: Contract?,
        troubles: DeliveryTroubles = DeliveryTroubles(),
        speechLength: @escaping @Sendable (String) -> Duration = StandInProvider.evenPace,
        recordingLength: @escaping @Sendable (String) -> Duration = { _ in .seconds(3) }
    ) {
        self.accountSID = accountSID
        self.authToken = authToken
        self.transport = transport
        self.troubles = troubles
        self.speechLength = speechLength
        self.recordingLength = recordingLength
        self.contract = contract
    }

    /// Fourteen characters a second, about 150 English words a minute.
    @Sendable package static func evenPace(_ text: String) -> Duration {
        .milliseconds(Int64(text.unicodeScalars.count) * 1_000 / 14)
    }

    /// The same provider with other troubles on the way.
    package func with(_ troubles: DeliveryTroubles) -> StandInProvider {
        StandInProvider(
            accountSID: accountSID,
            authToken: authToken,
            transport: transport,
            contract: contract,
            troubles: troubles,
            speechLength: speechLength,
            recordingLength: recordingLength
        )
    }

    /// A call that is ready to run.
    package func call(_ plan: CallPlan, clock: VirtualClock) -> SimulatedCall {
        SimulatedCall(provider: self, plan: plan, clock: clock)
    }
}
