extension Parser {
    /// A text in double quotes, with the expressions in it.
    mutating func text() throws(SyntaxError) -> Syntax {
        let quote = token
        var parts: [Syntax] = []
        var literal = String.UnicodeScalarView()
        while let scalar = scanner.peek() {
            if scalar == "\"" {
                scanner.position += 1
                try advance()
                if parts.isEmpty { return .literal(.text(String(literal))) }
                if !literal.isEmpty { parts.append(.literal(.text(String(literal)))) }
                return .text(parts)
            }
            if scalar == "\\" {
                try literal.append(contentsOf: escape())
            } else if scalar == "{", scanner.peek(1) == "{" {
                if !literal.isEmpty { parts.append(.literal(.text(String(literal)))) }
                literal = String.UnicodeScalarView()
                parts.append(try interpolation().syntax)
            } else {
                literal.append(scalar)
                scanner.position += 1
            }
        }
        throw error("the text that starts here has no closing `\"`", at: quote)
    }

    /// The expression between `{{`, where the scanner stands, and `}}`, after which it stands then; and its place.
    mutating func interpolation() throws(SyntaxError) -> (syntax: Syntax, place: Range<Int>) {
        let start = scanner.position
        do throws(SyntaxError) {
            scanner.position += 2
            try advance()
            let first = token.offset
            let inner = try expression()
            guard token.kind == .sign(.rightBrace), scanner.peek() == "}" else { throw unexpected("`}}`") }
            scanner.position += 1
            return (inner, first..<end)
        } catch {
            // What is missing at the end of the source is first of all the closing of this.
            guard error.offset >= scanner.scalars.count else { throw error }
            throw SyntaxError(message: "the `{{` that starts here has no closing `}}`", offset: start, length: 2)
        }
    }

    /// What a backslash, where the scanner stands, and the scalars after it stand for.
    private mutating func escape() throws(SyntaxError) -> [Unicode.Scalar] {
        let start = scanner.position
        scanner.position += 2
        switch scanner.peek(-1) {
        case "\"": return ["\""]
        case "\\": return ["\\"]
        case "/": return ["/"]
        case "n": return ["\n"]
        case "r": return ["\r"]
        case "t": return ["\t"]
        case "v": return ["\u{B}"]
        case "b": return ["\u{8}"]
        case "f": return ["\u{C}"]
        case "{" where scanner.peek() == "{":
            scanner.position += 1
            return ["{", "{"]
        case "u":
            return [try codePoint(from: start)]
        case let other:
            let found = other.map { "\\\($0)" } ?? "\\"
            throw SyntaxError(
                message: #"unknown escape `\#(found)`; there are \" \\ \/ \n \r \t \v \b \f \uXXXX and \{{"#,
                offset: start,
                length: other == nil ? 1 : 2
            )
        }
    }

    /// The scalar of a `\uXXXX`, or of two that are a surrogate pair.
    private mutating func codePoint(from start: Int) throws(SyntaxError) -> Unicode.Scalar {
        let first = try codeUnit(from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        if UTF16.isLeadSurrogate(first), scanner.peek() == "\\", scanner.peek(1) == "u" {
            scanner.position += 2
            let second = try codeUnit(from: start)
            if UTF16.isTrailSurrogate(second) {
                let decoded = String(decoding: [first, second], as: UTF16.self)
                if let scalar = decoded.unicodeScalars.first { return scalar }
            }
        }
        throw SyntaxError(
            message: #"half a surrogate pair; a character beyond U+FFFF is written as two, `\uD83D\uDE00`"#,
            offset: start,
            length: scanner.position - start
        )
    }

    private mutating func codeUnit(from start: Int) throws(SyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let scalar = scanner.peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw SyntaxError(
                    message: #"`\u` takes four hexadecimal digits"#,
                    offset: start,
                    length: max(1, scanner.position - start)
                )
            }
            unit = unit << 4 | UInt16(digit)
            scanner.position += 1
        }
        return unit
    }
}
