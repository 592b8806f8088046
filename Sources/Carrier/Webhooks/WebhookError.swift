/// Why a webhook's parameters were not taken.
///
/// It names the parameter, never the value, which may be personal.
package enum WebhookError: Error, Sendable, Hashable {
    case missing(parameter: String)
    case invalid(parameter: String, expected: String)
}

extension WebhookError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let parameter):
            "the webhook has no parameter '\(parameter)'; is the sender the provider, and the request whole?"
        case .invalid(let parameter, let expected):
            "the webhook's parameter '\(parameter)' is not \(expected)"
        }
    }
}
