/// How much of a form is taken; the size of the whole body is bounded where it is read.
package struct FormLimits: Sendable, Hashable {
    package var parameters: Int
    /// The length of one name, decoded.
    package var nameBytes: Int
    /// The length of one value, decoded.
    package var valueBytes: Int

    package init(parameters: Int = 500, nameBytes: Int = 256, valueBytes: Int = 32_768) {
        self.parameters = parameters
        self.nameBytes = nameBytes
        self.valueBytes = valueBytes
    }

    package static let standard = FormLimits()
}

/// Why a form was not taken.
package enum FormError: Error, Sendable, Hashable {
    case tooManyParameters(limit: Int)
    case nameTooLong(limit: Int)
    case valueTooLong(limit: Int)
}

extension FormError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooManyParameters(let limit): "the form has more than \(limit) parameters"
        case .nameTooLong(let limit): "a parameter's name is longer than \(limit) bytes"
        case .valueTooLong(let limit): "a parameter's value is longer than \(limit) bytes"
        }
    }
}
