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
    /// - Throws: When the public URL is no URL or there is no token.
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
        let address = LateAddress(try configuration.publicURL.map { try PublicAddress($0) })
        let apologies = Apologies(recordings: library.recordings, address: address)
        let driver = CallDriver(
            store: store,
            library: library,
            limits: configuration.limits,
            address: address,
            apologies: apologies,
            metrics: metrics,
            logger: logger,
            now: now
        )
        let receiver = WebhookReceiver(
            configuration: configuration,
            address: address,
            validator: try SignatureValidator(tokens: configuration.authTokens),
            metrics: metrics,
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
        let prompts = PromptFiles(folder: configuration.prompts, recordings: library.recordings)
        PromptRoutes(files: prompts).add(to: router)
        application = Application(
            responder: PlainAnswers(routes: router.buildResponder(), logger: logger),
            server: .http1(configuration: configuration.bounds.http),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                serverName: nil,
                backlog: 4_096,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.bounds.connections)
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
        try await application.run()
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
