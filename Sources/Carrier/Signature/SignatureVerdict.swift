/// Whether a webhook came from someone who holds a token.
package enum SignatureVerdict: Sendable, Hashable {
    /// The place of the token that matched, for noticing when a rotation is over, and how the URL was written.
    case valid(token: Int, form: SignedURLForm)
    case invalid(SignatureFault)

    package var isValid: Bool {
        switch self {
        case .valid: true
        case .invalid: false
        }
    }
}

/// Why a signature was refused.
///
/// The sentence goes to the log; it holds no token, no query and no parameter.
package enum SignatureFault: Error, Sendable, Hashable {
    case missingHeader
    case noTokenMatches(SignatureMismatch)
    /// A body that is not a form came without its digest in the URL.
    case bodyHashMissing
    /// The URL is signed, but the body is not the one whose digest it carries.
    case bodyHashMismatch
    case malformed(MalformedSignedRequest)
}

/// What was tried in vain.
package struct SignatureMismatch: Sendable, Hashable {
    /// The address without user, password and query.
    package let url: String
    package let forms: [SignedURLForm]
    /// The public URL under which the request would have been valid, where one of those the request hints at is it.
    package let wouldMatch: PublicOrigin?
}

/// What is wrong with the request before any token is tried.
package enum MalformedSignedRequest: Sendable, Hashable {
    /// The header is not 20 bytes in base64.
    case signature
    case tooManySignatures(limit: Int)
    case target
    case form(FormError)
    /// No signature covers the body of a GET.
    case bodyOfGet
}

extension SignatureFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missingHeader:
            "the header \(WebhookHeader.signature) is missing; does a proxy remove it, or is the sender not the provider?"
        case .noTokenMatches(let mismatch):
            mismatch.description
        case .bodyHashMissing:
            "the body is not a form and its URL has no bodySHA256, so that no signature covers it"
        case .bodyHashMismatch:
            "the body's SHA-256 is not the bodySHA256 in the URL; does a proxy change the body?"
        case .malformed(let fault):
            fault.description
        }
    }
}

extension SignatureMismatch: CustomStringConvertible {
    package var description: String {
        let tried = "no token matches the signature for \(url)"
        guard let wouldMatch else {
            let forms = forms.map { "(\($0))" }.joined(separator: ", ")
            return tried + " in any of \(forms.isEmpty ? "no" : String(self.forms.count)) forms, \(forms); "
                + "check the public URL and the auth token"
        }
        return tried + ", but it would match under \(wouldMatch); set --public-url to that address"
    }
}

extension MalformedSignedRequest: CustomStringConvertible {
    package var description: String {
        switch self {
        case .signature: "the header \(WebhookHeader.signature) is not a signature, which is 28 characters of base64"
        case .tooManySignatures(let limit): "the header \(WebhookHeader.signature) came more than \(limit) times"
        case .target: "the request target is not a path"
        case .form(let error): "\(error)"
        case .bodyOfGet: "a GET has a body, which no signature covers"
        }
    }
}
