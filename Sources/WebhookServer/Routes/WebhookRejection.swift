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
        case .signature, .account: .badSignature
        case .form, .unreadable: .badRequest
        case .tooLarge: .tooLarge
        case .notListening: .document
        }
    }

    /// A bare status: whoever is not the provider learns nothing of why.
    ///
    /// The reason is in the log.
    var response: Response {
        switch self {
        case .signature, .account: .plain(.forbidden, "Forbidden\n")
        case .form, .unreadable: .plain(.badRequest, "Bad request\n")
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
