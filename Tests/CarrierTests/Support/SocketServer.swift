import Foundation
import Synchronization

/// A blocking HTTP server on 127.0.0.1 that does exactly what a test says, a thread for each connection.
final class SocketServer: Sendable {
    private struct Log {
        var connections = 0
        var requests: [ReceivedRequest] = []
    }

    let port: UInt16
    private let listener: Int32
    private let log = Mutex(Log())

    /// How many connections were accepted.
    var connectionCount: Int { log.withLock { $0.connections } }
    /// Every request that was read whole, in the order they were.
    var requests: [ReceivedRequest] { log.withLock { $0.requests } }

    /// Listens on a free port; `serve` runs for each connection, which is closed when it returns.
    init(serve: @escaping @Sendable (SocketConnection) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw SocketServerError(step: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> Int32 in
                guard bind(descriptor, generic, length) == 0, listen(descriptor, 1_024) == 0 else { return -1 }
                return getsockname(descriptor, generic, &length)
            }
        }
        guard status == 0 else { throw SocketServerError(step: "bind", code: errno) }
        port = UInt16(bigEndian: address.sin_port)
        Thread { [self] in accept(serve) }.start()
    }

    /// Gives every request on a connection the same answer, until the client closes it.
    static func answering(_ body: String) throws -> SocketServer {
        try SocketServer { connection in
            while connection.read() != nil { connection.answer(body: body) }
        }
    }

    func url(_ target: String) -> String { "http://127.0.0.1:\(port)\(target)" }

    /// Refuses connections from now on.
    func stop() {
        // The accepting thread closes it: its number must not go to another socket while that thread still uses it.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accept(_ serve: @escaping @Sendable (SocketConnection) -> Void) {
        while true {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else {
                close(listener)
                return
            }
            let number = log.withLock { log in
                log.connections += 1
                return log.connections
            }
            let connection = SocketConnection(descriptor: descriptor, number: number) { [self] request in
                log.withLock { $0.requests.append(request) }
            }
            Thread {
                serve(connection)
                close(descriptor)
            }.start()
        }
    }
}

struct SocketServerError: Error {
    let step: String
    let code: Int32
}

struct ReceivedRequest: Sendable, Hashable {
    /// The request line and the headers, without their line ends.
    let head: [String]
    let body: String
}

/// One accepted connection.
struct SocketConnection: Sendable {
    let descriptor: Int32
    /// From 1, in the order they were accepted.
    let number: Int
    let onRequest: @Sendable (ReceivedRequest) -> Void

    /// Reads one request with its body; nil when the peer has closed.
    func read() -> ReceivedRequest? {
        var received: [UInt8] = []
        let end = [UInt8]("\r\n\r\n".utf8)
        while true {
            if let range = received.firstRange(of: end) {
                let head = String(decoding: received[..<range.lowerBound], as: UTF8.self)
                    .split(separator: "\r\n").map(String.init)
                let length = head.lazy.compactMap { line -> Int? in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
                    return Int(parts[1].trimmingCharacters(in: .whitespaces))
                }.first
                let body = received[range.upperBound...]
                if body.count >= length ?? 0 {
                    let request = ReceivedRequest(head: head, body: String(decoding: body, as: UTF8.self))
                    onRequest(request)
                    return request
                }
            }
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            received += buffer[..<count]
        }
    }

    func write(_ text: String) {
        let bytes = [UInt8](text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                return send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func answer(status: String = "200 OK", headers: [String] = [], body: String = "") {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
        write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Makes the close that follows a reset instead of an orderly end.
    func resetOnClose() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }
}
