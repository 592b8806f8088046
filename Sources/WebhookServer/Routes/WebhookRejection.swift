import Carrier
import Hummingbird

/// Why a webhook is not acted on.
enum WebhookRejection: Error {
    case signature(SignatureFault)
    case account(String)
    case form(FormError)
    case tooLarge(limit: Int)
    case unreadable(String)
    /// A request that came in before the server knew its own address.
    case notListening

    var failure: WebhookFailure {
        switch self {
        // A form that cannot be read is no question of who signed it.
        case .form, .unreadable, .signature(.malformed(.form)): .badRequest
        case .signature, .account: .badSignature
        case .tooLarge: .tooLarge
        case .notListening: .document
        }
    }

    /// The reason as one of a few words, nothing of the request in it.
    var kind: String {
        switch self {
        case .signature(.missingHeader): "no signature"
        case .signature(.noTokenMatches): "wrong signature"
        case .signature(.bodyHashMissing), .signature(.bodyHashMismatch): "body digest"
        case .signature(.malformed(.form)), .form: "form"
        case .signature(.malformed): "malformed"
        case .account: "account"
        case .tooLarge: "too large"
        case .unreadable: "unreadable"
        case .notListening: "not listening"
        }
    }

    /// A bare status: whoever is not the provider learns nothing of why.
    ///
    /// The reason is in the log.
    var response: Response {
        switch self {
        case .form, .unreadable, .signature(.malformed(.form)): .plain(.badRequest, "Bad request\n")
        case .signature, .account: .plain(.forbidden, "Forbidden\n")
        case .tooLarge: .plain(.contentTooLarge, "Request body too large\n")
        case .notListening: .plain(.serviceUnavailable, "Not ready\n")
        }
    }
}

extension WebhookRejection: CustomStringConvertible {
    var description: String {
        switch self {
        case .signature(let reason): "\(reason)"
        case .account(let sid):
            "the webhook is of account '\(sid.prefix(64))', not of the one in TWILIO_ACCOUNT_SID"
        case .form(let error): "\(error)"
        case .tooLarge(let limit): "the body is over \(limit) bytes"
        case .unreadable(let reason): "the body could not be read: \(reason)"
        case .notListening: "the server does not know its own address yet"
        }
    }
}
