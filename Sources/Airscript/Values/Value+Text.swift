extension Value {
    /// The value as it stands in a text: NULL as nothing, lists and objects as JSON.
    package var rendered: String {
        switch self {
        case .null: return ""
        case .boolean(let boolean): return boolean ? "true" : "false"
        case .number(let number): return number.isFinite ? number.shortestText : ""
        case .text(let text): return text
        case .list, .object: return json
        }
    }

    /// The value as compact JSON.
    ///
    /// An object's names are sorted. A value that was stored and read back has lost their order, and must read the same.
    package var json: String {
        var writer = JSONText(limit: .max)
        writer.write(self)
        return writer.text
    }
}

/// Writes values as compact JSON, up to a length.
struct JSONText {
    /// What was written so far; of no use when `isCut`.
    private(set) var text = ""
    /// Whether the text would have become longer than the limit.
    private(set) var isCut = false
    private let limit: Int

    /// The limit is in bytes of UTF-8.
    init(limit: Int) {
        self.limit = limit
    }

    /// Appends a value; once the limit is passed nothing is written, so a value shared many times over ends too.
    mutating func write(_ value: Value) {
        guard !isCut else { return }
        switch value {
        case .null: text += "null"
        case .boolean(let boolean): text += boolean ? "true" : "false"
        case .number(let number): text += number.isFinite ? number.shortestText : "null"
        case .text(let content): write(content)
        case .list(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                write(item)
                if isCut { return }
            }
            text += "]"
        case .object(let record):
            text += "{"
            for (index, entry) in record.sorted.enumerated() {
                if index > 0 { text += "," }
                write(entry.name)
                text += ":"
                write(entry.value)
                if isCut { return }
            }
            text += "}"
        }
        if text.utf8.count > limit { isCut = true }
    }

    private mutating func write(_ content: String) {
        guard content.utf8.count <= limit else {
            isCut = true
            return
        }
        text += "\""
        for scalar in content.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\0"..."\u{1F}":
                let hexadecimal = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
