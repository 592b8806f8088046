/// A bot's name, as its file gives it under `bot`: lower-case letters, digits and hyphens.
package struct BotName: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard isName(text) else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (left: BotName, right: BotName) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The digest of a bot's source: a call is pinned to the version it started with.
package struct BotVersion: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The SHA-256 of the source, in lower-case hexadecimal.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { String(text.prefix(12)) }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A node's name within its bot: letters, digits, hyphens and underscores, starting with a letter.
package struct NodeID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard isName(text) else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (left: NodeID, right: NodeID) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A recording's name: its path below `prompts/LANGUAGE/`, without the file's ending, such as `welcome` or `menus/main`.
package struct RecordingName: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.count <= 8, parts.allSatisfy({ isName(String($0)) }) else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (left: RecordingName, right: RecordingName) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Names go into URLs and file names as they are, so they are a letter and up to 63 letters, digits, `-` and `_`.
private func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
}
