import BotGraph

/// Reads JSON off bytes, one value after the other, straight into whatever the caller makes of it.
///
/// It is strict: RFC 8259 and nothing beside it, each name in an object once. A line break ends the text, so that a file
/// of JSON Lines is read in one go. No tree is built; that and reading bytes is what makes thousands of recordings a
/// second possible, and the byte where something is wrong is always known. Foundation's reader tells no place and takes
/// the same name twice.
struct JSONReader {
    /// How deep lists and objects may be within each other; expressions make no deeper values.
    static let maximumDepth = 200

    let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at the position; nil at the end of the line.
    var current: UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        return byte == UInt8(ascii: "\n") ? nil : byte
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func advance(by count: Int = 1) {
        position += count
    }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
            default: return
            }
        }
    }

    /// Passes the rest of the line and the break at its end.
    mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        if position < bytes.count { position += 1 }
    }

    /// Where the next value begins.
    mutating func valueStart() -> Int {
        skipSpace()
        return position
    }

    /// Demands that nothing follows on the line, and passes its end.
    mutating func finishLine() throws(JSONFault) {
        skipSpace()
        guard current == nil else {
            throw JSONFault(
                .syntax,
                "the line goes on behind the end of its object; one line has one object",
                at: position
            )
        }
        if !isAtEnd { position += 1 }
    }

    /// Takes a character if it is next.
    mutating func take(_ character: UInt8) -> Bool {
        skipSpace()
        guard current == character else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: UInt8, _ where: String) throws(JSONFault) {
        guard take(character) else { throw unexpected("'\(Character(Unicode.Scalar(character)))' \(`where`)") }
    }

    /// Reads an object, telling each member's key before its value is to be read.
    ///
    /// - Parameters:
    ///   - what: What the object is, for messages: `an event`.
    ///   - read: Reads the value of a key.
    /// - Returns: Which members there were, and where.
    /// - Throws: What is wrong, and where.
    mutating func object<Key: JSONKey>(
        _ what: String,
        _ read: (inout JSONReader, Key) throws(JSONFault) -> Void
    ) throws(JSONFault) -> JSONMembers<Key> {
        let start = valueStart()
        guard current == UInt8(ascii: "{") else { throw wrongType("\(what) is an object") }
        position += 1
        var members = JSONMembers<Key>(offset: start)
        if take(UInt8(ascii: "}")) { return members }
        repeat {
            let keyStart = valueStart()
            guard current == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
            let name = try text("a key")
            guard let key = Key(rawValue: name) else {
                throw JSONReader.unknown(name, Key.self, in: what, at: keyStart)
            }
            guard !members.contains(key) else {
                throw JSONFault(.duplicateKey, "'\(name)' stands twice in \(what); keep one", at: keyStart)
            }
            try expect(UInt8(ascii: ":"), "behind the key '\(name)'")
            members.append(key, at: valueStart())
            try read(&self, key)
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "at the end of \(what), or a comma")
        return members
    }

    /// Reads a list, telling when each element is to be read.
    mutating func list(_ what: String, _ read: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
        skipSpace()
        guard current == UInt8(ascii: "[") else { throw wrongType("\(what) is a list") }
        position += 1
        if take(UInt8(ascii: "]")) { return }
        repeat { try read(&self) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"), "at the end of \(what), or a comma")
    }

    mutating func boolean(_ what: String) throws(JSONFault) -> Bool {
        skipSpace()
        if takeWord("true") { return true }
        if takeWord("false") { return false }
        throw wrongType("\(what) is true or false")
    }

    /// Takes one of JSON's three bare words.
    mutating func takeWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Complains of what stands where a value of another type belongs.
    func wrongType(_ expectation: String) -> JSONFault {
        let found: String
        switch current {
        case nil: return unexpected("a value")
        case UInt8(ascii: "{"): found = "an object"
        case UInt8(ascii: "["): found = "a list"
        case UInt8(ascii: "\""): found = "a text"
        case UInt8(ascii: "t"), UInt8(ascii: "f"): found = "a boolean"
        case UInt8(ascii: "n"): found = "null"
        default:
            guard isAtNumber else { return unexpected("a value") }
            found = "a number"
        }
        return JSONFault(.wrongType, "\(expectation), not \(found)", at: position)
    }

    func unexpected(_ expectation: String) -> JSONFault {
        guard let current else { return JSONFault(.syntax, "the line ends before \(expectation)", at: position) }
        let shown =
            current > 0x20 && current < 0x7F
            ? "'\(Character(Unicode.Scalar(current)))'" : "the byte 0x\(String(current, radix: 16, uppercase: true))"
        return JSONFault(.syntax, "expected \(expectation), found \(shown)", at: position)
    }

    private static func unknown<Key: JSONKey>(
        _ name: String,
        _ keys: Key.Type,
        in what: String,
        at offset: Int
    ) -> JSONFault {
        let known = Key.allCases.map(\.rawValue)
        let hint = LocatedYAML.didYouMean(name, among: known).map { "; \($0)" } ?? ";"
        return JSONFault(
            .unknownKey,
            "unknown key '\(name.visible)' in \(what)\(hint) expected one of: \(known.joined(separator: ", "))",
            at: offset
        )
    }
}

extension String {
    /// The beginning of a text from outside, without anything that would upset a terminal.
    var visible: String {
        let scalars = unicodeScalars.prefix(40).map { scalar in
            scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .format ? "\u{FFFD}" : Character(scalar)
        }
        return String(scalars) + (unicodeScalars.count > 40 ? "…" : "")
    }
}
