/// A webhook as it came over the wire, with what its signature is checked against.
package struct SignedRequest: Sendable {
    package var method: HTTPRequest.Method
    /// The address the provider was given, never taken from the request.
    package var publicOrigin: PublicOrigin
    /// The request target, path and query, exactly as received: rebuilding it through a router re-encodes it.
    package var target: String
    package var contentType: String?
    package var body: [UInt8]
    /// The values of the signature header, one for each time it came.
    package var signatures: [String]
    /// What the request says about itself; it decides nothing and serves to explain a refusal.
    package var hints: OriginHints

    package init(
        method: HTTPRequest.Method,
        publicOrigin: PublicOrigin,
        target: String,
        contentType: String?,
        body: [UInt8],
        signatures: [String],
        hints: OriginHints = OriginHints()
    ) {
        self.method = method
        self.publicOrigin = publicOrigin
        self.target = target
        self.contentType = contentType
        self.body = body
        self.signatures = signatures
        self.hints = hints
    }
}

/// Headers that tell under which address a request came in, if they can be believed.
package struct OriginHints: Sendable, Hashable {
    /// The `Host` header.
    package var host: String?
    /// The first `X-Forwarded-Host`.
    package var forwardedHost: String?
    /// The first `X-Forwarded-Proto`.
    package var forwardedScheme: String?
    /// The first `X-Forwarded-Prefix`.
    package var forwardedPrefix: String?

    package init(
        host: String? = nil,
        forwardedHost: String? = nil,
        forwardedScheme: String? = nil,
        forwardedPrefix: String? = nil
    ) {
        self.host = host
        self.forwardedHost = forwardedHost
        self.forwardedScheme = forwardedScheme
        self.forwardedPrefix = forwardedPrefix
    }

    /// The addresses that the headers and the configured origin suggest, the likeliest first.
    func origins(besides configured: PublicOrigin) -> [PublicOrigin] {
        let authorities =
            [forwardedHost, host].compactMap { $0 }.compactMap(OriginHints.firstAuthority)
            + [(configured.host, configured.port)]
        var schemes = ["https", "http"]
        if forwardedScheme?.lowercased().hasPrefix("http") == true,
            forwardedScheme?.lowercased().hasPrefix("https") == false
        {
            schemes.reverse()
        }
        var prefixes = [configured.prefix, ""]
        if let forwardedPrefix, let origin = try? PublicOrigin("https://host" + forwardedPrefix) {
            prefixes.insert(origin.prefix, at: 0)
        }
        var origins: [PublicOrigin] = []
        for (host, port) in authorities {
            for scheme in schemes {
                for prefix in prefixes {
                    let users = configured.user.isEmpty ? [""] : [configured.user, ""]
                    for user in users {
                        let origin = PublicOrigin(scheme: scheme, user: user, host: host, port: port, prefix: prefix)
                        if origin != configured, !origins.contains(origin) { origins.append(origin) }
                    }
                }
            }
        }
        return origins
    }

    /// The host and port of a header's first value, when it is one at all and of a length that a name can have.
    private static func firstAuthority(_ header: String) -> (String, String?)? {
        let first = header.prefix { $0 != "," }
        guard first.utf8.count <= 261 else { return nil }
        let origin = try? PublicOrigin("https://" + first.filter { $0 != " " })
        return origin.flatMap { $0.user.isEmpty && $0.prefix.isEmpty ? ($0.host, $0.port) : nil }
    }
}
