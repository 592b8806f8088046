import BotGraph
import CallEngine
import Carrier
import Compliance
import Logging
import Replay
import ServiceLifecycle
import Simulator
import Store
import Telephony
import WebhookServer

/// A server for one bot in this process, on a free port of this machine, whose clock is the simulated call's.
///
/// It is the server that `serve` runs, reached over the same HTTP with the same signatures; only its store is in memory.
struct LocalServer {
    let store: InMemoryCallStore
    let bot: Bot
    let baseURL: String

    static let accountSID = "AC00000000000000000000000000000000"
    static let token = "touchtone-local-token"

    /// Runs the server for as long as `body` takes.
    ///
    /// - Parameters:
    ///   - file: The bot.
    ///   - recordings: What its prompts play.
    ///   - prompts: The folder of recordings.
    ///   - clock: The call's clock.
    ///   - body: What to do while it runs.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or why the server could not start.
    static func run<Result: Sendable>(
        _ file: BotFiles.Loaded,
        recordings: PromptCatalogue,
        prompts: String,
        clock: VirtualClock,
        _ body: (LocalServer) async throws -> Result
    ) async throws -> Result {
        guard let bot = file.result.bot else { throw CommandFailure.impossible("'\(file.path)' is not a bot.") }
        let store = InMemoryCallStore()
        let library = BotLibrary(store: store, recordings: recordings)
        try await library.publish([file])
        var configuration = ServerConfiguration(authTokens: [token], prompts: prompts)
        configuration.port = 0
        configuration.accountSID = accountSID
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        // What goes wrong shows in the call itself; a log would stand between its lines.
        let logger = Logger(label: "touchtone", factory: { _ in SwiftLogNoOpLogHandler() })
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
                throw CommandFailure.impossible("The local server did not start.")
            }
            let outcome: Swift.Result<Result, any Error>
            do {
                let local = LocalServer(store: store, bot: bot, baseURL: "http://127.0.0.1:\(port)")
                outcome = .success(try await body(local))
            } catch { outcome = .failure(error) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try outcome.get()
        }
    }

    /// What was wrong with the bot in a call, in the order it came up.
    func faults(of call: CallID) async -> [BotFault] {
        let log = (try? await store.log(of: call)) ?? []
        return log.flatMap(\.effects).compactMap { if case .faulted(let fault) = $0 { fault } else { nil } }
    }

    /// What the store holds of a call, for a script's expectations.
    @Sendable func snapshot(of call: CallID) async -> CallSnapshot? {
        guard let session = try? await store.session(of: call) else { return nil }
        let log = (try? await store.log(of: call)) ?? []
        let outcomes = log.flatMap(\.effects).compactMap { effect -> IntentOutcome? in
            if case .intentJudged(let outcome, _) = effect { outcome } else { nil }
        }
        var isOptedOut = session.optOut.isRequested
        if let number = session.person.number {
            let suppressed = try? await store.isSuppressed(number, channel: bot.channel, bot: bot.name)
            isOptedOut = suppressed ?? isOptedOut
        }
        return CallSnapshot(
            variables: session.variables,
            optedOut: isOptedOut,
            endReason: session.endReason,
            language: session.language,
            intent: outcomes.last
        )
    }
}
