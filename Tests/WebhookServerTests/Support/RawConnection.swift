import Foundation

/// A TCP connection whose bytes a test writes itself.
final class RawConnection: Sendable {
    enum Failure: Error, Equatable {
        case refused
        case broken(errno: Int32)
        /// Half a minute went by without a byte or an end.
        case silent
    }

    private let descriptor: Int32

    init(port: Int) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure.broken(errno: errno) }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            let code = errno
            close(descriptor)
            throw code == ECONNREFUSED ? Failure.refused : Failure.broken(errno: code)
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    func send(_ text: String) throws {
        var rest = [UInt8](text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure.broken(errno: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Says that nothing more will come.
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// All that comes until the server ends the connection.
    func readToEnd() async throws -> String {
        try await read { _ in false }
    }

    /// What comes until it holds a text, or the connection ends.
    func read(until text: String) async throws -> String {
        try await read { $0.contains(text) }
    }

    private func read(until isEnough: @escaping @Sendable (String) -> Bool) async throws -> String {
        let descriptor = descriptor
        return try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: those of the concurrency pool are few, and the server needs them.
            Thread.detachNewThread {
                var received: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(descriptor, &buffer, buffer.count, 0)
                    if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
                        continuation.resume(throwing: Failure.silent)
                        return
                    }
                    // A connection that is reset has ended as well.
                    if count > 0 { received += buffer.prefix(count) }
                    let text = String(decoding: received, as: UTF8.self)
                    if count <= 0 || isEnough(text) {
                        continuation.resume(returning: text)
                        return
                    }
                }
            }
        }
    }
}
