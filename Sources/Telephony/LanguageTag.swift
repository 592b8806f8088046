/// A language and region as BCP 47 writes it, such as `en-US`.
///
/// The recogniser wants the full form: a bare `en` is the provider's error 13512.
package struct LanguageTag: Hashable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    /// Takes two or three letters and at least one more part of 2 to 8 letters or digits, joined by hyphens.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.count <= 4, text.utf8.count <= 35 else { return nil }
        guard parts[0].utf8.count == 2 || parts[0].utf8.count == 3, parts[0].utf8.allSatisfy(LanguageTag.isLetter)
        else {
            return nil
        }
        for part in parts.dropFirst() {
            guard part.utf8.count >= 2, part.utf8.count <= 8 else { return nil }
            guard part.utf8.allSatisfy({ LanguageTag.isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) }) else { return nil }
        }
        self.text = text
    }

    /// American English, what a bot speaks that names no language.
    package static let americanEnglish = LanguageTag(unchecked: "en-US")

    package var description: String { text }

    /// The language without its region, in lower case: `es` of `es-US`.
    package var base: String { String(text.prefix { $0 != "-" }).lowercased() }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let tag = LanguageTag(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a language tag")
        }
        self = tag
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private init(unchecked text: String) {
        self.text = text
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
    }
}
