import Foundation

/// A port of this machine that nobody uses, or that is kept in use.
enum CrashPort {
    static func free() throws -> Int {
        let descriptor = try open()
        defer { _ = close(descriptor) }
        return try number(of: descriptor)
    }

    /// Listens on a port for as long as `body` takes.
    static func occupied<Result>(_ body: (Int) async throws -> Result) async throws -> Result {
        let descriptor = try open()
        defer { _ = close(descriptor) }
        guard listen(descriptor, 1) == 0 else { throw CrashTestError("Could not listen on a port.") }
        return try await body(try number(of: descriptor))
    }

    /// Sends a request, and waits on this thread for the last byte of the reply.
    ///
    /// - Parameters:
    ///   - request: The request, as it is on the wire.
    ///   - port: Where the server listens.
    /// - Returns: The reply's body.
    /// - Throws: When the server is not there or falls silent.
    static func exchange(_ request: [UInt8], port: Int) throws -> [UInt8] {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw CrashTestError("Could not make a socket.") }
        defer { _ = close(descriptor) }
        var patience = timeval(tv_sec: 15, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = loopback()
        address.sin_port = UInt16(port).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
        }
        guard connected == 0, send(descriptor, request, request.count, CInt(MSG_NOSIGNAL)) == request.count else {
            throw CrashTestError("The server could not be reached on port \(port).")
        }
        var reply: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            if let body = wholeBody(of: reply) { return body }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { throw CrashTestError("The server's reply broke off after \(reply.count) bytes.") }
            reply += buffer[..<count]
        }
    }

    /// The body, once it is as long as the head says.
    private static func wholeBody(of reply: [UInt8]) -> [UInt8]? {
        guard let end = reply.firstRange(of: [UInt8]("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: reply[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).trimmingCharacters(in: .whitespaces)) }
        guard let length, reply.count >= end.upperBound + length else { return nil }
        return Array(reply[end.upperBound..<(end.upperBound + length)])
    }

    private static func open() throws -> CInt {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = loopback()
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard descriptor >= 0, bound == 0 else { throw CrashTestError("Could not take a port.") }
        return descriptor
    }

    private static func number(of descriptor: CInt) throws -> Int {
        var address = loopback()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let known = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard known == 0 else { throw CrashTestError("Could not learn the number of a port.") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func loopback() -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
