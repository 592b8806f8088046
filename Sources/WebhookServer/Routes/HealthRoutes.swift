import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store
import Synchronization

/// Liveness, readiness and figures.
struct HealthRoutes: Sendable {
    let store: any CallStore
    let library: BotLibrary
    let metrics: ServerMetrics
    let logger: Logger
    private let readiness = Readiness()

    init(store: any CallStore, library: BotLibrary, metrics: ServerMetrics, logger: Logger) {
        self.store = store
        self.library = library
        self.metrics = metrics
        self.logger = logger
    }

    func add(to router: Router<BasicRequestContext>) {
        router.only(.get, "health/live") { _, _ in Response.plain(.ok, "live\n") }
        router.only(.get, "health/ready") { _, _ in await ready() }
        router.only(.get, "metrics") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.registry.text))
            )
        }
    }

    /// Ready when the database answers and there is a bot to take a call.
    private func ready() async -> Response {
        guard !library.names.isEmpty else { return .plain(.serviceUnavailable, "not ready: no bot is loaded\n") }
        do {
            try await store.check()
            if readiness.change(to: true) { logger.notice("Ready again") }
            return .plain(.ok, "ready\n")
        } catch {
            _ = readiness.change(to: false)
            logger.error("Not ready", metadata: ["reason": "\(error)"])
            return .plain(.serviceUnavailable, "not ready: the database does not answer\n")
        }
    }
}

/// Whether the database answered when it was last asked.
private final class Readiness: Sendable {
    private let isReady = Mutex(true)

    /// Takes what was found; whether it is other than before.
    func change(to ready: Bool) -> Bool {
        isReady.withLock { isReady in
            defer { isReady = ready }
            return isReady != ready
        }
    }
}
