import Carrier
import Foundation
import Glibc
import Synchronization

/// A small HTTP server on a real socket of this machine: a thread that accepts, and one for each connection.
final class LoopbackServer: Sendable {
    struct SocketError: Error {
        let call: String
        let number: Int32
    }

    typealias Handler = @Sendable (_ path: String, _ headers: [HTTPHeader], _ body: [UInt8]) -> HTTPResponse

    let port: UInt16
    private let listener: Int32
    private let connections = Mutex<Set<Int32>>([])

    init(_ handler: @escaping Handler) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw SocketError(call: "socket", number: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard isBound else {
            let number = errno
            Glibc.close(listener)
            throw SocketError(call: "bind", number: number)
        }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let thread = Thread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                self?.connections.withLock { _ = $0.insert(connection) }
                Thread { LoopbackServer.serve(connection, handler) }.start()
            }
        }
        thread.start()
    }

    var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Ends every connection and takes no more.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in connections.withLock({ $0 }) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    deinit {
        stop()
        Glibc.close(listener)
    }

    private static func serve(_ connection: Int32, _ handler: Handler) {
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let (request, rest) = split(received) {
                received = rest
                let response = handler(request.path, request.headers, request.body)
                guard send(response, to: connection) else { return }
                continue
            }
            let count = read(connection, &chunk, chunk.count)
            guard count > 0 else { return }
            received += chunk[..<count]
        }
    }

    /// The first whole request of some bytes, and what comes after it.
    private static func split(
        _ bytes: [UInt8]
    ) -> ((path: String, headers: [HTTPHeader], body: [UInt8]), [UInt8])? {
        guard let end = bytes.indices.dropLast(3).first(where: { Array(bytes[$0..<($0 + 4)]) == [13, 10, 13, 10] })
        else {
            return nil
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let headers = lines.dropFirst().compactMap { line -> HTTPHeader? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return HTTPHeader(String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
        let body = bytes[(end + 4)...]
        guard body.count >= length else { return nil }
        let words = lines.first?.split(separator: " ") ?? []
        let path = words.count > 1 ? String(words[1]) : "/"
        return ((path, headers, Array(body.prefix(length))), Array(body.dropFirst(length)))
    }

    private static func send(_ response: HTTPResponse, to connection: Int32) -> Bool {
        var text = "HTTP/1.1 \(response.status) OK\r\nContent-Length: \(response.body.count)\r\n"
        for header in response.headers { text += "\(header.name): \(header.value)\r\n" }
        let bytes = Array((text + "\r\n").utf8) + response.body
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { part in
                Glibc.send(connection, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
