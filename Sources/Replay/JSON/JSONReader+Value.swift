import Airscript

extension JSONReader {
    /// Reads a value of an expression, whatever it is.
    mutating func value(depth: Int = 0) throws(JSONFault) -> Value {
        let start = valueStart()
        guard depth < JSONReader.maximumDepth else {
            throw JSONFault(
                .tooLarge,
                "lists and objects are more than \(JSONReader.maximumDepth) deep within each other",
                at: start
            )
        }
        switch current {
        case UInt8(ascii: "\""): return .text(try text("a value"))
        case UInt8(ascii: "["):
            var items: [Value] = []
            try list("a value") { reader throws(JSONFault) in items.append(try reader.value(depth: depth + 1)) }
            return .list(items)
        case UInt8(ascii: "{"): return .object(Record(try entries(depth: depth)))
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try boolean("a value"))
        case UInt8(ascii: "n") where takeWord("null"): return .null
        default:
            guard isAtNumber else { throw unexpected("a value") }
            return .number(try double("a value"))
        }
    }

    /// Reads an object of which any name is taken.
    mutating func values(_ what: String) throws(JSONFault) -> [String: Value] {
        skipSpace()
        guard current == UInt8(ascii: "{") else { throw wrongType("\(what) is an object") }
        return Dictionary(try entries(depth: 0)) { first, _ in first }
    }

    /// Reads an object of texts of which any name is taken.
    mutating func texts(_ what: String) throws(JSONFault) -> [String: String] {
        skipSpace()
        guard current == UInt8(ascii: "{") else { throw wrongType("\(what) is an object") }
        advance()
        var texts: [String: String] = [:]
        if take(UInt8(ascii: "}")) { return texts }
        repeat {
            let keyStart = valueStart()
            let name = try name()
            let text = try text("each value in \(what)")
            guard texts.updateValue(text, forKey: name) == nil else { throw JSONReader.twice(name, at: keyStart) }
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "at the end of \(what), or a comma")
        return texts
    }

    private mutating func entries(depth: Int) throws(JSONFault) -> [(String, Value)] {
        advance()
        var entries: [(String, Value)] = []
        if take(UInt8(ascii: "}")) { return entries }
        var names: Set<String> = []
        repeat {
            let keyStart = valueStart()
            let name = try name()
            guard names.insert(name).inserted else { throw JSONReader.twice(name, at: keyStart) }
            entries.append((name, try value(depth: depth + 1)))
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"), "at the end of an object, or a comma")
        return entries
    }

    /// Reads a key and the colon behind it.
    private mutating func name() throws(JSONFault) -> String {
        guard current == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
        let name = try text("a key")
        try expect(UInt8(ascii: ":"), "behind a key")
        return name
    }

    private static func twice(_ name: String, at offset: Int) -> JSONFault {
        JSONFault(.duplicateKey, "'\(name.visible)' stands twice in an object; keep one", at: offset)
    }
}
