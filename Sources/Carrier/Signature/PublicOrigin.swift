/// The address under which the provider reaches this server: scheme, host, and where given user, port and path prefix.
///
/// A signature covers the URL as the provider wrote it, so nothing is normalised: the case of the host, the user and the
/// port stay as configured. Built once, at the start; see `--public-url`.
package struct PublicOrigin: Sendable, Hashable {
    /// The origin as configured, without a slash at its end.
    package let text: String

    /// `https`, `http`, in whatever case it was written.
    let scheme: String
    /// With its `@`, or empty.
    let user: String
    let host: String
    let port: String?
    /// The path that stands before each request's own, without a slash at its end.
    let prefix: String

    /// Reads `https://host`, with `user:password@`, a port and a path prefix where they are part of the webhook's URL.
    package init(_ text: String) throws(PublicOriginError) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .hasWhitespace }
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { throw .noScheme }
        scheme = String(text[..<colon])
        guard scheme.lowercased() == "https" || scheme.lowercased() == "http" else { throw .otherScheme(scheme) }
        var authority = text[text.index(colon, offsetBy: 3)...]
        guard !authority.contains("?"), !authority.contains("#") else { throw .hasQueryOrFragment }
        var prefix: Substring = ""
        if let slash = authority.firstIndex(of: "/") {
            prefix = authority[slash...]
            authority = authority[..<slash]
        }
        while prefix.hasSuffix("/") { prefix.removeLast() }
        if let at = authority.lastIndex(of: "@") {
            user = String(authority[...at])
            authority = authority[authority.index(after: at)...]
        } else {
            user = ""
        }
        guard let (host, port) = PublicOrigin.split(authority) else { throw .badPort }
        guard !host.isEmpty, host != "[]" else { throw .noHost }
        self.host = host
        self.port = port
        self.prefix = String(prefix)
        self.text = scheme + "://" + user + authority + prefix
    }

    init(scheme: String, user: String, host: String, port: String?, prefix: String) {
        self.scheme = scheme
        self.user = user
        self.host = host
        self.port = port
        self.prefix = prefix
        text = scheme + "://" + user + host + (port.map { ":" + $0 } ?? "") + prefix
    }

    /// The host and the port of `host`, `host:1`, `[::1]` or `[::1]:1`; nil when the port is not a number.
    static func split(_ authority: Substring) -> (host: String, port: String?)? {
        var port: Substring?
        var host = authority
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            host = authority[...bracket]
            let rest = authority[authority.index(after: bracket)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        guard let port else { return (String(host), nil) }
        guard !port.isEmpty, port.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt16(port), number > 0
        else {
            return nil
        }
        return (String(host), String(port))
    }

    /// The port that the scheme implies.
    var defaultPort: String { scheme.lowercased() == "https" ? "443" : "80" }

    /// The origin with its port in that form; nil when another form says the same.
    func written(_ form: SignedURLForm.Port) -> PublicOrigin? {
        switch form {
        case .asReceived: self
        case .removed: port == nil ? nil : replacing(port: nil)
        case .defaultAdded: port == defaultPort ? nil : replacing(port: defaultPort)
        }
    }

    private func replacing(port: String?) -> PublicOrigin {
        PublicOrigin(scheme: scheme, user: user, host: host, port: port, prefix: prefix)
    }
}

extension PublicOrigin: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The origin with the user and the password left out.
    package var description: String {
        scheme + "://" + (user.isEmpty ? "" : "…@") + host + (port.map { ":" + $0 } ?? "") + prefix
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

/// Why a public URL was not taken.
package enum PublicOriginError: Error, Sendable, Hashable {
    case noScheme
    case otherScheme(String)
    case noHost
    case badPort
    case hasQueryOrFragment
    case hasWhitespace
}

extension PublicOriginError: CustomStringConvertible {
    package var description: String {
        let fault =
            switch self {
            case .noScheme: "has no scheme"
            case .otherScheme(let scheme): "has the scheme '\(scheme)'"
            case .noHost: "has no host"
            case .badPort: "has a port that is not a number from 1 to 65535"
            case .hasQueryOrFragment: "has a query or a fragment"
            case .hasWhitespace: "has a space or a control character"
            }
        return
            "the public URL \(fault); write it as https://bots.example.com, with the path that a proxy strips if there is one"
    }
}
