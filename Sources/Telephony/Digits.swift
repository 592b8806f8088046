/// A key of a telephone's pad.
package enum Key: Character, Hashable, Sendable, Codable, CaseIterable {
    case zero = "0"
    case one = "1"
    case two = "2"
    case three = "3"
    case four = "4"
    case five = "5"
    case six = "6"
    case seven = "7"
    case eight = "8"
    case nine = "9"
    case star = "*"
    case pound = "#"

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.count == 1, let first = text.first, let key = Key(rawValue: first) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a stored key is not one of 0-9 * #"
            )
        }
        self = key
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(rawValue))
    }
}

/// Keys in the order they were pressed, which print masked: they may be a card number or a PIN.
package struct Digits: Hashable, Sendable, Codable {
    /// The keys as text, from `0-9 * #`.
    package let unmasked: String

    /// Takes any number of keys, none included; nil when a character is not on a telephone's pad.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ Digits.isKey($0) }) else { return nil }
        unmasked = text
    }

    package init(_ key: Key) {
        unmasked = String(key.rawValue)
    }

    package var count: Int { unmasked.utf8.count }
    package var isEmpty: Bool { unmasked.isEmpty }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let digits = Digits(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "stored digits are not from 0-9 * #"
            )
        }
        self = digits
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(unmasked)
    }

    private static func isKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "#"): true
        default: false
        }
    }
}

extension Digits: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { String(repeating: "•", count: count) }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}
