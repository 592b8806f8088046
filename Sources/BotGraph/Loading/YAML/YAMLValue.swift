/// A YAML value with the place where it was written.
///
/// Aliases are followed, so it is a tree. It is a class, since values are handed around far more often than they are made.
final class YAMLValue {
    enum Content {
        case scalar(YAMLScalar)
        case list([YAMLValue])
        case map([YAMLEntry])
    }

    let content: Content
    let location: SourceLocation

    init(content: Content, location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// What the value is, for messages that wanted something else.
    var kind: String {
        switch content {
        case .scalar(let scalar): scalar.kind
        case .list: "a list"
        case .map: "a map"
        }
    }

    /// Whether the file has the key but nothing behind it.
    var isNull: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isNull
    }
}

/// One key of a map, with its value.
struct YAMLEntry {
    let key: String
    let location: SourceLocation
    let value: YAMLValue
}

/// A scalar's text, and how it was written: `1` is a number and `"1"` is text.
struct YAMLScalar {
    enum Style {
        case plain
        case singleQuoted
        case doubleQuoted
        case literal
        case folded
    }

    let text: String
    let style: Style

    /// The scalar's type by YAML 1.2's core schema, in which `yes` and `no` are text.
    enum Kind {
        case null
        case boolean(Bool)
        case number(Double)
        case text
    }

    var type: Kind {
        guard style == .plain, mayBeMoreThanText else { return .text }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: return YAMLScalar.number(text).map(Kind.number) ?? .text
        }
    }

    /// Whether the first character is one that something else than text can begin with.
    private var mayBeMoreThanText: Bool {
        guard let first = text.utf8.first else { return true }
        return switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
            UInt8(ascii: "f"), UInt8(ascii: "F"):
            true
        default: false
        }
    }

    var isNull: Bool {
        if case .null = type { true } else { false }
    }

    var kind: String {
        switch type {
        case .null: "nothing"
        case .boolean(let value): "the boolean \(value)"
        case .number: "the number \(text.forMessage)"
        case .text: "the text '\(text.forMessage)'"
        }
    }

    private static func number(_ text: String) -> Double? {
        let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard let first = unsigned.utf8.first, (first >= 0x30 && first <= 0x39) || first == 0x2E else { return nil }
        guard unsigned.utf8.count <= 64, unsigned.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        for (prefix, radix) in [("0x", 16), ("0o", 8)] where unsigned.hasPrefix(prefix) {
            return Int(unsigned.dropFirst(2), radix: radix).map(Double.init)
        }
        let allowed = unsigned.utf8.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || [0x2E, 0x65, 0x45, 0x2B, 0x2D].contains($0)
        }
        guard allowed else { return nil }
        let dotless = unsigned.hasSuffix(".") ? unsigned.dropLast() : unsigned
        let padded = dotless.hasPrefix(".") ? "0" + dotless : String(dotless)
        // A number too large to be one, such as 1e999, is text: no store could write it.
        return Double((text.hasPrefix("-") ? "-" : "") + padded).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension String {
    /// The text as a message shows it: on one line, without control characters, and not longer than needed.
    var forMessage: String {
        // Most of what is shown is short and plain.
        if utf8.count <= 48, utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        var shown = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(48) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: shown.append("�")
            default: shown.append(scalar)
            }
        }
        return String(shown) + (unicodeScalars.count > 48 ? "…" : "")
    }
}
