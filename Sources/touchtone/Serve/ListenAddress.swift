import Foundation

/// Where a server listens: a host and a port.
struct ListenAddress: Hashable {
    let host: String
    let port: Int

    /// What is wrong with a text that is none.
    static func complaint(about text: String) -> String {
        "'\(text)' is no address to listen on. Write HOST:PORT, such as 127.0.0.1:8080."
    }

    /// Reads `HOST:PORT`, the host in brackets where it is an IPv6 address.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty, !host.contains(where: { $0.isWhitespace || $0 == "/" }) else { return nil }
        self.host = host
        self.port = port
    }

    /// Whether only this machine reaches it: an address of 127.0.0.0/8, `::1`, or the name `localhost`.
    ///
    /// Any other name may resolve to anything, whatever it begins with.
    var isLoopback: Bool {
        var four = in_addr()
        // The first octet of an address in network order is its first byte.
        if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
        var six = in6_addr()
        if inet_pton(AF_INET6, host, &six) == 1 {
            return withUnsafeBytes(of: six) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
        }
        return host == "localhost"
    }
}
