import BotGraph
import Carrier
import Compliance
import CurlTransport
import Logging
import Replay
import ServiceLifecycle
import Simulator
import Store
import Telephony
import WebhookServer

/// The webhook server as the world sees it at a public address, whose clock a test moves and whose calls it may record.
struct RecordingServer {
    let library: BotLibrary
    let store: InMemoryCallStore
    let clock: VirtualClock
    let publicURL: String
    let transport: PublicTransport

    /// The account of the recordings, which the mask turns into another.
    static let accountSID = "AC00000000000000000000000000000000"
    private static let token = "a-token-of-the-tests"

    /// Runs the server for as long as `body` takes; calls that are over are written when it stops.
    ///
    /// - Parameters:
    ///   - bots: What it serves.
    ///   - start: What its clock says.
    ///   - publicURL: What its addresses begin with.
    ///   - changes: What else it is told.
    ///   - body: What to do while it runs.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or why the server did not start.
    static func run<Result: Sendable>(
        _ bots: [BotFiles.Loaded],
        at start: Instant,
        publicURL: String,
        changes: (inout ServerConfiguration) -> Void = { _ in },
        _ body: (RecordingServer) async throws -> Result
    ) async throws -> Result {
        let clock = VirtualClock(at: start)
        let store = InMemoryCallStore()
        let library = BotLibrary(store: store, recordings: try SampleBot.recordings())
        try await library.publish(bots)
        var configuration = ServerConfiguration(
            publicURL: publicURL,
            authTokens: [token],
            prompts: SampleBot.promptsFolder
        )
        configuration.port = 0
        changes(&configuration)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "sample-recordings") { _ in SwiftLogNoOpLogHandler() }
        let server = try WebhookServer(
            configuration: configuration,
            store: store,
            library: library,
            logger: logger,
            now: { clock.now },
            listening: { port.yield($0) }
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: server)], logger: logger)
        )
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else {
                try await tasks.waitForAll()
                throw SampleBotError.serverDidNotStart
            }
            let curl = CurlTransport()
            let running = RecordingServer(
                library: library,
                store: store,
                clock: clock,
                publicURL: publicURL,
                transport: PublicTransport(curl: curl, publicURL: publicURL, localURL: "http://127.0.0.1:\(port)")
            )
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(running)) } catch { outcome = .failure(error) }
            await curl.close()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try outcome.get()
        }
    }

    /// The stand-in provider that holds every document against the contract.
    func provider(troubles: DeliveryTroubles = DeliveryTroubles()) throws -> StandInProvider {
        StandInProvider(
            accountSID: RecordingServer.accountSID,
            authToken: RecordingServer.token,
            transport: transport,
            contract: try Contract.provider(),
            troubles: troubles,
            speechLength: { .milliseconds(SpeechLength.milliseconds(of: $0)) }
        )
    }

    /// Sends a webhook of the test's own, signed as the provider signs it, and under no token.
    func post(_ target: String, _ form: FormParameters) async throws -> HTTPResponse {
        let url = publicURL + target
        let signature = WebhookSigner(token: RecordingServer.token).sign(url: url, parameters: form)
        return try await transport.send(
            HTTPRequest(
                method: .post,
                url: url,
                headers: [
                    HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
                    HTTPHeader(WebhookHeader.signature, signature),
                ],
                body: form.encoded()
            )
        )
    }
}

/// Carries what is sent to a public address to the server on this machine, as a proxy in front of it would.
struct PublicTransport: HTTPTransport {
    let curl: CurlTransport
    let publicURL: String
    let localURL: String

    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        var request = request
        if request.url.hasPrefix(publicURL) { request.url = localURL + request.url.dropFirst(publicURL.count) }
        return try await curl.send(request)
    }
}
