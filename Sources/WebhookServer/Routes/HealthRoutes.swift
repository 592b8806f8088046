import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store

/// Liveness, readiness and figures.
struct HealthRoutes: Sendable {
    let store: any CallStore
    let library: BotLibrary
    let metrics: ServerMetrics
    let logger: Logger

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
            return .plain(.ok, "ready\n")
        } catch {
            logger.error("Not ready", metadata: ["reason": "\(error)"])
            return .plain(.serviceUnavailable, "not ready: the database does not answer\n")
        }
    }
}
