package import BotGraph
package import CallEngine
package import Telephony

/// All that the server is told when it starts.
package struct ServerConfiguration: Sendable {
    /// Ceilings on what a request may take.
    package struct Bounds: Sendable {
        /// A webhook's body; the provider's own are a few kilobytes at most.
        package var bodyBytes = 65_536
        package var headerBytes = 16_384
        package var headerCount = 100
        /// Connections at one time; more wait in the kernel's queue.
        ///
        /// There are fewer where the hard limit on open files has no room for them.
        package var connections = 10_000
        /// How long a connection may be silent, between requests and within one.
        package var idle: Duration = .seconds(60)
        /// How long one request may take to come in, from the connection's start or its own first byte, and one reply to
        /// be taken.
        ///
        /// The provider's own limit for both and our work between them is 15 seconds.
        package var exchange: Duration = .seconds(15)

        package init() {}
    }

    package var host = "127.0.0.1"
    /// 0 takes any free port.
    package var port = 8_080
    /// Where the provider reaches this server, as it writes it in its webhooks: scheme, host, and a path if any,
    /// without a slash at the end.
    ///
    /// Signatures are checked against it, and every URL in a document starts with it.
    package var publicURL: String?
    /// The provider's account.
    ///
    /// A webhook of another account is refused.
    package var accountSID: String?
    /// The auth tokens that sign webhooks, several while they are being rotated.
    package var authTokens: [String]
    /// The bot for each of our own numbers.
    package var numbers: [PhoneNumber: BotName] = [:]
    /// The folder of recordings.
    package var prompts: String
    package var limits = EngineLimits()
    /// Within how many milliseconds of the answer the law where a person is wants the intent said; nil where it names none.
    package var disclosureLimit: @Sendable (PhoneNumber) -> Int64? = { _ in nil }
    package var bounds = Bounds()
    /// Which calls are recorded; none without it.
    package var recordings: Recordings?

    package init(publicURL: String? = nil, authTokens: [String], prompts: String = "prompts") {
        self.publicURL = publicURL
        self.authTokens = authTokens
        self.prompts = prompts
    }
}
