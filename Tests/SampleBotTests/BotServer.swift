import BotGraph
import CallEngine
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

/// The webhook server with one bot, in this process and on a free port, with the transport that reaches it.
///
/// Its store is in memory and its clock is the simulated call's, so a call takes no real time but that of its requests.
struct BotServer {
    let bot: Bot
    let store: InMemoryCallStore
    let clock: VirtualClock
    private let baseURL: String
    private let transport: CurlTransport

    private static let accountSID = "AC00000000000000000000000000000000"
    private static let token = "a-token-of-the-tests"
    /// Our own end of every call.
    private static let ownNumber = Party(parameter: "+12065550199")
    /// 25 November 2026, 15:00 UTC.
    private static let start = Instant(milliseconds: 1_795_618_800_000)

    /// Runs the server for as long as `body` takes.
    static func run<Result: Sendable>(
        _ sample: SampleBot,
        _ body: (BotServer) async throws -> Result
    ) async throws -> Result {
        let file = try sample.load()
        guard let bot = file.result.bot else {
            throw SampleBotError.notABot(file.result.diagnostics.map(\.description))
        }
        let clock = VirtualClock(at: start)
        let store = InMemoryCallStore()
        let library = BotLibrary(store: store, recordings: try SampleBot.recordings())
        try await library.publish([file])
        var configuration = ServerConfiguration(authTokens: [token], prompts: SampleBot.promptsFolder)
        configuration.port = 0
        configuration.accountSID = accountSID
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "sample-bots") { _ in SwiftLogNoOpLogHandler() }
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
            let transport = CurlTransport()
            let running = BotServer(
                bot: bot,
                store: store,
                clock: clock,
                baseURL: "http://127.0.0.1:\(port)",
                transport: transport
            )
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(running)) } catch { outcome = .failure(error) }
            await transport.close()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try outcome.get()
        }
    }

    /// The stand-in provider that holds every document against the contract.
    func provider(troubles: DeliveryTroubles = DeliveryTroubles()) throws -> StandInProvider {
        StandInProvider(
            accountSID: BotServer.accountSID,
            authToken: BotServer.token,
            transport: transport,
            contract: try Contract.provider(),
            troubles: troubles,
            speechLength: { .milliseconds(SpeechLength.milliseconds(of: $0)) }
        )
    }

    /// A call of the bot with a person.
    ///
    /// - Parameters:
    ///   - person: Who calls an inbound bot, or is called by an outbound one.
    ///   - values: The bot's variables at the start, as whoever places the call writes them into the voice URL.
    ///   - seed: Names the call; another call of the same server takes another one.
    /// - Returns: The plan.
    func plan(person: PhoneNumber, values: [String: String], seed: UInt64 = 1) -> CallPlan {
        let query = FormParameters(
            [FormParameters.Parameter("bot", bot.name.text)]
                + values.sorted { $0.key < $1.key }.map { FormParameters.Parameter("set.\($0.key)", $0.value) }
        )
        let isInbound = bot.direction == .inbound
        return CallPlan(
            direction: bot.direction,
            from: isInbound ? .number(person) : BotServer.ownNumber,
            to: isInbound ? BotServer.ownNumber : .number(person),
            voiceURL: "\(baseURL)/voice/incoming?\(String(decoding: query.encoded(), as: UTF8.self))",
            statusURL: "\(baseURL)/voice/status",
            seed: seed
        )
    }

    func isSuppressed(_ person: PhoneNumber) async throws -> Bool {
        try await store.isSuppressed(person, channel: bot.channel, bot: bot.name)
    }

    /// What the 15-second rule came to; nil while it is open, or where it does not apply.
    func intent(of call: CallID) async throws -> IntentOutcome? {
        let outcomes = try await store.log(of: call).flatMap(\.effects).compactMap { effect -> IntentOutcome? in
            if case .intentJudged(let outcome, _) = effect { outcome } else { nil }
        }
        return outcomes.last
    }

    /// What a script's expectations are held against.
    @Sendable func snapshot(of call: CallID) async -> CallSnapshot? {
        do {
            guard let session = try await store.session(of: call), let person = session.person.number else {
                return nil
            }
            return CallSnapshot(
                variables: session.variables,
                optedOut: try await isSuppressed(person),
                endReason: session.endReason,
                language: session.language,
                intent: try await intent(of: call)
            )
        } catch { return nil }
    }
}

enum SampleBotError: Error {
    case notABot([String])
    case notAScript([String])
    case serverDidNotStart
    /// The bot walked into something that the exploration does not know.
    case beyondTheMap(String)
}
