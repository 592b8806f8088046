import Carrier

extension HTTPTransportError {
    var isNotSent: Bool {
        switch self {
        case .notSent: true
        case .unknownOutcome, .tooLarge, .cancelled: false
        }
    }

    var isUnknownOutcome: Bool {
        switch self {
        case .unknownOutcome: true
        case .notSent, .tooLarge, .cancelled: false
        }
    }

    var isTooLarge: Bool {
        switch self {
        case .tooLarge: true
        case .notSent, .unknownOutcome, .cancelled: false
        }
    }

    var reason: String {
        switch self {
        case .notSent(let reason), .unknownOutcome(let reason): reason
        case .tooLarge, .cancelled: ""
        }
    }
}
