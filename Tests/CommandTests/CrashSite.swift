import Carrier
import CurlTransport
import Foundation
import Synchronization

/// Where a server is started and struck down again: a folder of its own with the database, and a port.
final class CrashSite: Sendable {
    let folder: URL
    let port: Int
    let transport = CurlTransport()
    private let servers = Mutex<[CrashServer]>([])

    static let token = "crash-test-token"

    var database: String { folder.appendingPathComponent("calls.sqlite").path }
    var baseURL: String { "http://127.0.0.1:\(port)" }

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("touchtone-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        port = try CrashPort.free()
    }

    /// Makes a site for as long as `body` takes; no process of it is left afterwards, however it ends.
    static func run(_ body: (CrashSite) async throws -> Void) async throws {
        let site = try CrashSite()
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(site)) } catch { outcome = .failure(error) }
        for server in site.servers.withLock({ $0 }) { _ = await server.kill() }
        await site.transport.close()
        try? FileManager.default.removeItem(at: site.folder)
        try outcome.get()
    }

    /// Starts a server on the site's database; it may not be ready yet, or never be.
    func launch(port: Int? = nil, database: String? = nil, more: [String] = []) throws -> CrashServer {
        let port = port ?? self.port
        let number = servers.withLock { $0.count }
        let server = try CrashServer(
            arguments: [
                "serve", "--listen", "127.0.0.1:\(port)", "--public-url", "http://127.0.0.1:\(port)",
                "--bots", "\(CommandRun.root)/bots", "--prompts", "\(CommandRun.root)/prompts",
                "--database", database ?? self.database, "--log-level", "notice",
            ] + more,
            output: folder.appendingPathComponent("server-\(number).log")
        )
        servers.withLock { $0.append(server) }
        return server
    }

    /// Starts a server and waits until it says that it is ready.
    func start(more: [String] = []) async throws -> CrashServer {
        let server = try launch(more: more)
        for _ in 0..<1_200 {
            let request = HTTPRequest(method: .get, url: "\(baseURL)/health/ready", timeout: .seconds(5))
            if let response = try? await transport.send(request), response.status == 200 { return server }
            guard !server.hasEnded else { break }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw CrashTestError("The server did not become ready. It said: \(server.output)")
    }
}
