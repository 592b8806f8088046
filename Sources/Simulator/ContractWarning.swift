/// One thing in a document that a provider warns of, refuses, or reads in another way than it was meant.
package struct ContractWarning: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case notWellFormed = "not-well-formed"
        case leadingBytes = "leading-bytes"
        case documentTooLarge = "document-too-large"
        case wrongRoot = "wrong-root"
        case unknownElement = "unknown-element"
        case misplacedElement = "misplaced-element"
        case unknownAttribute = "unknown-attribute"
        case undocumentedAttribute = "undocumented-attribute"
        case missingAttribute = "missing-attribute"
        case badValue = "bad-value"
        case relativeURL = "relative-url"
        case unexpectedText = "unexpected-text"
        case missingText = "missing-text"
        case speechTooLong = "speech-too-long"
        case mixedNouns = "mixed-nouns"
        case tooManyNouns = "too-many-nouns"
        case gatherWithoutRedirect = "gather-without-redirect"
        case unreachable
    }

    package let kind: Kind
    /// Where it is, such as `Response/Gather[1]/@timeout`.
    ///
    /// Elements of one name are counted from 1 within their parent.
    package let path: String
    package let sentence: String

    package init(_ kind: Kind, at path: String, _ sentence: String) {
        self.kind = kind
        self.path = path
        self.sentence = sentence
    }

    package var description: String { "\(path): [\(kind.rawValue)] \(sentence)" }
}

/// Why documents cannot be checked at all.
package enum ContractError: Error, Hashable, CustomStringConvertible {
    /// The table of elements is not beside the program.
    case tableMissing(searched: [String])
    case tableUnreadable(path: String, reason: String)

    package var description: String {
        switch self {
        case .tableMissing(let searched):
            "The table of TwiML elements is missing; put it at \(searched.joined(separator: " or "))."
        case .tableUnreadable(let path, let reason):
            "The table of TwiML elements at \(path) cannot be read: \(reason). Build the program again."
        }
    }
}
