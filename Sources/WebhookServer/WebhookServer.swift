import Carrier
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
package import Store
package import Telephony
import TwiML

/// The webhook server: routes over a store and a library of bots, as a service that can be shut down gracefully.
package struct WebhookServer: Service {
    private let application: Application<PlainAnswers>
    private let connections: Int
    private let lines: LogThrottle
    private let logger: Logger
    private let recorder: CallRecorder?
    package let metrics: ServerMetrics

    /// Puts the server together.
    ///
    /// It listens once it runs.
    ///
    /// - Parameters:
    ///   - configuration: Where to listen, whom to believe, what to serve.
    ///   - store: Where calls are kept.
    ///   - library: The bots.
    ///   - metrics: Where it counts.
    ///   - logger: Where it reports, without personal data.
    ///   - now: The time; the system's clock, or a virtual one.
    ///   - listening: Told the port once the socket is open.
    /// - Throws: When the public URL is no URL, there is no token, or signatures cannot be computed.
    package init(
        configuration: ServerConfiguration,
        store: any CallStore,
        library: BotLibrary,
        metrics: ServerMetrics = ServerMetrics(),
        logger: Logger,
        now: @escaping @Sendable () -> Instant,
        listening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        self.metrics = metrics
        self.logger = logger
        connections = configuration.bounds.connections
        let lines = LogThrottle(now: now)
        self.lines = lines
        let address = LateAddress(try configuration.publicURL.map { try PublicAddress($0) })
        let apologies = Apologies(library: library, address: address)
        recorder = configuration.recordings.map { settings in
            CallRecorder(
                settings: settings,
                store: store,
                library: library,
                limits: configuration.limits,
                address: address,
                metrics: metrics,
                lines: lines,
                logger: logger,
                now: now
            )
        }
        let driver = CallDriver(
            store: store,
            library: library,
            limits: configuration.limits,
            address: address,
            apologies: apologies,
            metrics: metrics,
            logger: logger,
            now: now,
            recorder: recorder
        )
        let receiver = WebhookReceiver(
            configuration: configuration,
            address: address,
            validator: try SignatureValidator(tokens: configuration.authTokens),
            metrics: metrics,
            lines: lines,
            logger: logger
        )
        let router = Router(context: BasicRequestContext.self)
        VoiceRoutes(
            configuration: configuration,
            receiver: receiver,
            driver: driver,
            library: library,
            store: store,
            apologies: apologies,
            metrics: metrics,
            logger: logger
        ).add(to: router)
        HealthRoutes(store: store, library: library, metrics: metrics, logger: logger).add(to: router)
        let prompts = PromptFiles(folder: configuration.prompts, library: library)
        PromptRoutes(files: prompts).add(to: router)
        application = Application(
            responder: PlainAnswers(routes: router.buildResponder(), lines: lines, logger: logger),
            server: .http1(configuration: configuration.bounds.http),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                serverName: nil,
                backlog: 4_096
            ),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                do { try address.settle(host: configuration.host, port: port) } catch {
                    logger.error("No public address", metadata: ["reason": "\(error)"])
                }
                await listening(port)
            },
            logger: logger
        )
    }

    package func run() async throws {
        var application = application
        application.configuration.availableConnectionsDelegate = ConnectionBound(
            connectionsWithinReach(),
            lines: lines,
            logger: logger
        )
        guard let recorder else { return try await application.run() }
        do {
            try await withThrowingTaskGroup(of: Void.self) { [application] tasks in
                // Replies go first.
                tasks.addTask(priority: .background) { await recorder.run() }
                defer { tasks.cancelAll() }
                try await application.run()
            }
        } catch {
            await recorder.finish()
            throw error
        }
        await recorder.finish()
    }

    /// As many connections as are configured, or as the system has open files for.
    private func connectionsWithinReach() -> Int {
        guard let files = OpenFiles.raise(for: connections) else { return connections }
        let most = OpenFiles.connections(within: files)
        guard most < connections else { return connections }
        logger.notice(
            "Fewer connections than configured: the hard limit on open files is too low; raise it (LimitNOFILE, ulimit -n)",
            metadata: ["configured": "\(connections)", "connections": "\(most)", "open-files": "\(files)"]
        )
        return most
    }
}

extension ServerConfiguration.Bounds {
    /// The same bounds, as the HTTP server takes them.
    fileprivate var http: HTTP1Channel.Configuration {
        let exchange = TimeAmount.milliseconds(exchange.inMilliseconds)
        var http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ExchangeDeadline(limit: exchange)],
            idleTimeout: .milliseconds(idle.inMilliseconds)
        )
        http.httpDecoder = .init(
            maxHeaderFieldSize: headerBytes,
            maxHeaderListSize: headerBytes,
            maxHeaderFieldCount: headerCount
        )
        return http
    }
}
