extension JSONReader {
    /// Reads a text.
    mutating func text(_ what: String) throws(JSONFault) -> String {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw wrongType("\(what) is a text") }
        let opening = position
        advance()
        let start = position
        var end = start
        // Most texts have no escapes, and are taken as they stand.
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"), bytes[end] >= 0x20
        {
            end += 1
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            advance(by: end + 1 - start)
            guard let text = String(validating: bytes[start..<end], as: UTF8.self) else {
                throw JSONReader.badEncoding(in: bytes, start..<end)
            }
            return text
        }
        return try escapedText(from: start, opening: opening)
    }

    private mutating func escapedText(from start: Int, opening: Int) throws(JSONFault) -> String {
        var unescaped: [UInt8] = []
        unescaped.reserveCapacity(1_024)
        var runStart = start
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                unescaped.append(contentsOf: bytes[runStart..<position])
                let end = position
                advance()
                guard let text = String(validating: unescaped, as: UTF8.self) else {
                    throw JSONReader.badEncoding(in: bytes, start..<end)
                }
                return text
            case UInt8(ascii: "\\"):
                unescaped.append(contentsOf: bytes[runStart..<position])
                try unescape(into: &unescaped)
                runStart = position
            case 0..<0x20:
                guard byte != UInt8(ascii: "\n") else {
                    throw JSONFault(.syntax, "the text that begins here does not end on its line", at: opening)
                }
                throw JSONFault(
                    .syntax,
                    "a control character stands in a text; write it as \\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))",
                    at: position
                )
            default: advance()
            }
        }
        throw JSONFault(.syntax, "the text that begins here does not end", at: opening)
    }

    /// Passes one escape, and puts what it stands for behind the bytes.
    private mutating func unescape(into output: inout [UInt8]) throws(JSONFault) {
        let start = position
        advance()
        guard let letter = current else { throw JSONFault(.syntax, "an escape is cut off", at: start) }
        advance()
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "u"):
            var code = try codeUnit(from: start)
            if (0xD800..<0xDC00).contains(code), current == UInt8(ascii: "\\") {
                advance()
                guard current == UInt8(ascii: "u") else { throw JSONReader.halfPair(at: start) }
                advance()
                let low = try codeUnit(from: start)
                guard (0xDC00..<0xE000).contains(low) else { throw JSONReader.halfPair(at: start) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw JSONReader.halfPair(at: start) }
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default:
            throw JSONFault(
                .syntax,
                "an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits",
                at: start
            )
        }
    }

    private mutating func codeUnit(from start: Int) throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt32
            switch current {
            case let byte? where byte >= 0x30 && byte <= 0x39: digit = UInt32(byte - 0x30)
            case let byte? where byte >= 0x41 && byte <= 0x46: digit = UInt32(byte - 0x41 + 10)
            case let byte? where byte >= 0x61 && byte <= 0x66: digit = UInt32(byte - 0x61 + 10)
            default: throw JSONFault(.syntax, "\\u takes four hexadecimal digits", at: start)
            }
            code = code << 4 | digit
            advance()
        }
        return code
    }

    private static func halfPair(at offset: Int) -> JSONFault {
        JSONFault(.syntax, "\\u names half of a surrogate pair, which is no character", at: offset)
    }

    /// Names the first byte that is not UTF-8.
    private static func badEncoding(in bytes: [UInt8], _ range: Range<Int>) -> JSONFault {
        var index = range.lowerBound
        while index < range.upperBound {
            let length = Unicode.scalarLength(of: bytes[index])
            let end = index + length
            guard length > 0, end <= range.upperBound, String(validating: bytes[index..<end], as: UTF8.self) != nil
            else {
                break
            }
            index = end
        }
        return JSONFault(.encoding, "this byte is not UTF-8; save the file as UTF-8", at: index)
    }
}

extension Unicode {
    /// How many bytes of UTF-8 a character has that begins with a byte; 0 where none begins with it.
    fileprivate static func scalarLength(of first: UInt8) -> Int {
        switch first {
        case 0..<0x80: 1
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 0
        }
    }
}
