/// Something that a provider would put into its debugger as an error, or that breaks our own promises.
///
/// Addresses are without their query, which may name people.
package enum CallFault: Error, Sendable, Hashable {
    /// No connection, after the retries.
    case notReached(url: String, reason: String)
    /// No whole reply in time.
    case noReply(url: String, reason: String)
    case badStatus(url: String, status: Int)
    /// Nil when the header is missing.
    case wrongContentType(url: String, type: String?)
    case tooLarge(url: String, bytes: Int)
    case empty(url: String)
    case notWellFormed(url: String, reason: String)
    case wrongRoot(url: String, name: String)
    /// HTTP redirects one after the other.
    case tooManyHTTPRedirects(url: String)
    /// Documents that hold a `Redirect` and nothing else, one after the other.
    case redirectLoop(url: String, count: Int)
    /// A verb that exists and that the stand-in does not execute.
    case unsupportedVerb(String)
    /// An address in a document that cannot be requested.
    case badAddress(verb: String)
    /// A status callback was not answered with 200 or 204.
    case statusRefused(url: String, status: Int)
    /// The same webhook, sent again with the same token, got other bytes.
    case repliesDiffer(url: String)
    /// A webhook of an earlier turn, sent again under a new token, did not get the current document.
    case staleReplyDiffers(url: String)
    case cancelled

    /// The provider's number for it, where it has one.
    ///
    /// Source: https://www.twilio.com/docs/api/errors
    package var code: Int? {
        switch self {
        case .notReached, .noReply: 11_205
        case .badStatus: 11_200
        case .wrongContentType: 12_300
        case .tooLarge: 11_750
        case .empty: 11_770
        case .notWellFormed: 12_100
        case .wrongRoot: 12_102
        case .tooManyHTTPRedirects: 11_215
        case .badAddress: 11_100
        case .statusRefused: 11_200
        case .redirectLoop, .unsupportedVerb, .repliesDiffer, .staleReplyDiffers, .cancelled: nil
        }
    }
}

extension CallFault: CustomStringConvertible {
    package var description: String {
        guard let code else { return sentence }
        return "\(code): \(sentence)"
    }

    private var sentence: String {
        switch self {
        case .notReached(let url, let reason): "\(url) could not be reached: \(reason)"
        case .noReply(let url, let reason): "\(url) gave no whole reply: \(reason)"
        case .badStatus(let url, let status): "\(url) answered \(status), not 200"
        case .wrongContentType(let url, let type?): "\(url) answered with \(type), not text/xml"
        case .wrongContentType(let url, nil): "\(url) answered without a Content-Type"
        case .tooLarge(let url, let bytes): "\(url) answered with \(bytes) bytes, more than 64000"
        case .empty(let url): "\(url) answered with an empty body"
        case .notWellFormed(let url, let reason): "the document of \(url) is not well-formed: \(reason)"
        case .wrongRoot(let url, let name): "the document of \(url) has the root \(name), not Response"
        case .tooManyHTTPRedirects(let url): "\(url) was redirected more than 10 times"
        case .redirectLoop(let url, let count): "\(url) is the end of \(count) Redirects with nothing between them"
        case .unsupportedVerb(let name): "the stand-in does not execute \(name)"
        case .badAddress(let verb): "the address in \(verb) is not a URL"
        case .statusRefused(let url, let status): "\(url) answered a status callback with \(status), not 200 or 204"
        case .repliesDiffer(let url): "\(url) answered the same webhook, with the same token, with other bytes"
        case .staleReplyDiffers(let url):
            "\(url) answered a webhook of an earlier turn with another than the current document"
        case .cancelled: "the call was cancelled"
        }
    }
}
