/// Checks that webhooks are signed with one of our tokens.
///
/// The algorithm is the provider's: base64 of HMAC-SHA1 over the full URL and, for a form POST, the sorted parameters; a
/// body of another type is covered by its SHA-256 in the URL.
/// Source: https://www.twilio.com/docs/usage/security#validating-requests
package struct SignatureValidator: Sendable {
    /// A proxy may repeat a header, but not without end.
    private static let mostSignatures = 4
    /// Above it a refusal is not explained, so that forged bodies cost little.
    private static let mostBytesToExplain = 16_384

    private let keys: [SignatureKey]
    private let limits: FormLimits

    /// Takes the auth tokens, several while they are being rotated; the likeliest first.
    package init(tokens: [String], limits: FormLimits = .standard) throws(SignatureTokenError) {
        guard !tokens.isEmpty else { throw .noToken }
        if let index = tokens.firstIndex(where: \.isEmpty) { throw .empty(index: index) }
        keys = tokens.map { SignatureKey(token: $0) }
        self.limits = limits
        // Better to refuse the start than every call.
        guard keys[0].signature(of: []) != nil else { throw .algorithmUnavailable }
    }

    package func validate(_ request: SignedRequest) -> SignatureVerdict {
        do throws(SignatureFault) {
            return try check(request)
        } catch {
            return .invalid(error)
        }
    }

    private func check(_ request: SignedRequest) throws(SignatureFault) -> SignatureVerdict {
        let signatures = try SignatureValidator.signatures(request.signatures)
        guard let target = SignatureValidator.target(request.target) else { throw .malformed(.target) }
        var parameters = SignedParameters.none
        var digest: [UInt8]?
        if request.method != .post {
            guard request.body.isEmpty else { throw .malformed(.bodyOfGet) }
        } else if SignatureValidator.isForm(request.contentType) {
            do {
                parameters = try SignedParameters(body: request.body, limits: limits)
            } catch {
                throw .malformed(.form(error))
            }
        } else {
            guard let claimed = SignatureValidator.bodyDigest(in: target) else {
                throw .bodyHashMissing
            }
            digest = claimed
        }

        let attempt = SignatureAttempt(keys: keys, signatures: signatures, target: target, parameters: parameters)
        guard let match = attempt.match(request.publicOrigin) else {
            var wouldMatch: PublicOrigin?
            if target.count + request.body.count <= SignatureValidator.mostBytesToExplain {
                wouldMatch = request.hints.origins(besides: request.publicOrigin).lazy.compactMap(attempt.explain).first
            }
            let path = String(decoding: target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
            let query = target.contains(UInt8(ascii: "?")) ? "?…" : ""
            throw .noTokenMatches(
                SignatureMismatch(
                    url: request.publicOrigin.description + path + query,
                    forms: attempt.forms(request.publicOrigin),
                    wouldMatch: wouldMatch
                )
            )
        }
        if let digest {
            let actual = [UInt8](Digest.sha256Hex(request.body).utf8)
            guard constantTimeEqual(actual, digest) else { throw .bodyHashMismatch }
        }
        return .valid(token: match.token, form: match.form)
    }

    private static func signatures(_ headers: [String]) throws(SignatureFault) -> [[UInt8]] {
        guard headers.contains(where: { !$0.isEmpty }) else { throw .missingHeader }
        // A proxy may join repeated headers with a comma, which base64 does not have.
        let values = headers.flatMap { $0.split(separator: ",") }
        guard values.count <= mostSignatures else { throw .malformed(.tooManySignatures(limit: mostSignatures)) }
        let signatures = values.map { [UInt8]($0.utf8.filter { $0 != UInt8(ascii: " ") && $0 != 0x09 }) }
            .filter { $0.count == SignatureKey.signatureLength }
        guard !signatures.isEmpty else { throw .malformed(.signature) }
        return signatures
    }

    /// The path and query; a target that names scheme and host, as a request to a proxy does, is cut to them.
    private static func target(_ raw: String) -> [UInt8]? {
        if raw.utf8.first == UInt8(ascii: "/") { return [UInt8](raw.utf8) }
        let lowercased = raw.prefix(8).lowercased()
        guard lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://") else { return nil }
        let rest = raw.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        let target = [UInt8](rest.drop { $0 != UInt8(ascii: "/") })
        return target.isEmpty ? nil : target
    }

    /// Whether the body is signed as a form; one that does not say what it is counts as one, so that it is signed at all.
    private static func isForm(_ contentType: String?) -> Bool {
        guard let contentType else { return true }
        let kind = contentType.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        return String(decoding: kind, as: UTF8.self).lowercased() == "application/x-www-form-urlencoded"
    }

    /// The first value of `bodySHA256` in the query.
    private static func bodyDigest(in target: [UInt8]) -> [UInt8]? {
        guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return nil }
        let name = [UInt8]("bodySHA256=".utf8)
        return target[(mark + 1)...].split(separator: UInt8(ascii: "&")).first { $0.starts(with: name) }
            .map { [UInt8]($0.dropFirst(name.count)) }
    }
}

/// Why there is nothing to check signatures with.
package enum SignatureTokenError: Error, Sendable, Hashable {
    case noToken
    case empty(index: Int)
    case algorithmUnavailable
}

extension SignatureTokenError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noToken: "no auth token is configured; set TWILIO_AUTH_TOKEN"
        case .empty(let index): "auth token number \(index + 1) is empty; look for a stray comma in TWILIO_AUTH_TOKEN"
        case .algorithmUnavailable:
            "libcrypto refuses HMAC-SHA1, which the provider signs with; does its configuration forbid it?"
        }
    }
}
