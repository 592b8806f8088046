import BotGraph
import Carrier
import CurlTransport
import Logging
import ServiceLifecycle
import Simulator
import Store
import Telephony
import WebhookServer

/// The webhook server in this process, on a free port, with what a test needs to reach it and to look behind it.
struct TestServer: Sendable {
    let store: any CallStore
    let library: BotLibrary
    let clock: VirtualClock
    let port: Int
    /// What signatures cover, and what the URLs in documents start with.
    let publicURL: String
    let log: RecordedLog
    let transport: CurlTransport
    private let group: ServiceGroup

    static let accountSID = "AC0123456789abcdef0123456789abcdef"
    static let authToken = "a-token-of-the-tests"
    /// 25 November 2026, 15:00 UTC.
    static let start = Instant(milliseconds: 1_795_618_800_000)

    enum Failure: Error {
        case notABot([String])
        case didNotStart
    }

    /// Runs the server for as long as `body` takes.
    ///
    /// - Parameters:
    ///   - store: Where it keeps its calls.
    ///   - bots: The sources of its bots.
    ///   - prompts: The folder of recordings; none without one.
    ///   - configuration: What it is told.
    ///   - body: What to do while it runs.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or why the server did not start.
    static func run<Result: Sendable>(
        _ store: any CallStore = InMemoryCallStore(),
        bots: [String] = TestBots.all,
        prompts: String? = nil,
        configuration: ServerConfiguration = .with { _ in },
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let recordings = try prompts.map { try BotFiles.recordings(at: $0) } ?? PromptCatalogue()
        let library = BotLibrary(store: store, recordings: recordings)
        try await library.publish(try bots.map { try loaded($0) })
        var configuration = configuration
        if let prompts { configuration.prompts = prompts }
        let clock = VirtualClock(at: start)
        let log = RecordedLog()
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = try WebhookServer(
            configuration: configuration,
            store: store,
            library: library,
            logger: log.logger,
            now: { clock.now },
            listening: { port.yield($0) }
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: server)], logger: log.logger)
        )
        let publicURL = configuration.publicURL
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else {
                try await tasks.waitForAll()
                throw Failure.didNotStart
            }
            let transport = CurlTransport()
            let server = TestServer(
                store: store,
                library: library,
                clock: clock,
                port: port,
                publicURL: publicURL ?? "http://127.0.0.1:\(port)",
                log: log,
                transport: transport,
                group: group
            )
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(server)) } catch { outcome = .failure(error) }
            await transport.close()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try outcome.get()
        }
    }

    /// A bot from its source, as it comes from disk.
    static func loaded(_ source: String) throws -> BotFiles.Loaded {
        let folder = try TemporaryFolder()
        let file = try BotFiles.load(try folder.write([UInt8](source.utf8), to: "bot.yaml"), recordings: nil)
        guard file.result.bot != nil else { throw Failure.notABot(file.result.diagnostics.map(\.description)) }
        return file
    }

    /// Begins to shut the server down; it ends with `run`.
    func shutDown() async {
        await group.triggerGracefulShutdown()
    }

    /// The stand-in provider, which holds every document against the contract.
    func provider(troubles: DeliveryTroubles = DeliveryTroubles()) throws -> StandInProvider {
        StandInProvider(
            accountSID: TestServer.accountSID,
            authToken: TestServer.authToken,
            transport: transport,
            contract: try Contract.provider(),
            troubles: troubles
        )
    }

    func get(_ target: String, headers: [HTTPHeader] = []) async throws -> HTTPResponse {
        let url = "http://127.0.0.1:\(port)\(target)"
        return try await transport.send(HTTPRequest(method: .get, url: url, headers: headers))
    }

    /// Sends a webhook.
    ///
    /// - Parameters:
    ///   - target: The path and the query.
    ///   - form: What is sent.
    ///   - token: The idempotency token.
    ///   - signature: The signature; nil for the right one, empty for none.
    ///   - headers: More headers.
    /// - Returns: The reply.
    /// - Throws: When there is none.
    func post(
        _ target: String,
        _ form: FormParameters,
        token: String? = nil,
        signature: String? = nil,
        headers: [HTTPHeader] = []
    ) async throws -> HTTPResponse {
        let type = HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        let signature =
            signature ?? WebhookSigner(token: TestServer.authToken).sign(url: publicURL + target, parameters: form)
        var all = [type] + headers
        if !signature.isEmpty { all.append(HTTPHeader(WebhookHeader.signature, signature)) }
        if let token { all.append(HTTPHeader(WebhookHeader.idempotencyToken, token)) }
        let url = "http://127.0.0.1:\(port)\(target)"
        return try await transport.send(HTTPRequest(method: .post, url: url, headers: all, body: form.encoded()))
    }

    /// A signed webhook as the bytes that go over the wire.
    func bytes(_ target: String, _ form: FormParameters, method: String = "POST", headers: [String] = []) -> String {
        let body = String(decoding: form.encoded(), as: UTF8.self)
        let signature = WebhookSigner(token: TestServer.authToken).sign(url: publicURL + target, parameters: form)
        let lines =
            [
                "\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "X-Twilio-Signature: \(signature)",
                "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
            ] + headers
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }
}

extension ServerConfiguration {
    /// What the tests' servers are told, with changes.
    static func with(_ change: (inout ServerConfiguration) -> Void) -> ServerConfiguration {
        var configuration = ServerConfiguration(authTokens: [TestServer.authToken], prompts: "/nowhere")
        configuration.port = 0
        configuration.accountSID = TestServer.accountSID
        change(&configuration)
        return configuration
    }
}
