/// The provider's name for a call.
///
/// One provider sends `CA` and 32 hexadecimal digits, others send colons or more than 34 characters, so any run of 1 to
/// 128 printable ASCII characters without a space is taken.
package struct CallID: Hashable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 128, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return nil
        }
        self.text = text
    }

    /// A name of the commonest form, `CA` and the 128 bits in hexadecimal.
    package init(high: UInt64, low: UInt64) {
        let digits = [high, low].map { half in
            let shown = String(half, radix: 16)
            return String(repeating: "0", count: 16 - shown.utf8.count) + shown
        }
        text = "CA" + digits.joined()
    }

    package var description: String { text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = CallID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a stored call id is not printable ASCII"
            )
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
