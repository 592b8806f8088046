/// Cuts a source into tokens, one at a time.
struct Scanner {
    let scalars: [Unicode.Scalar]
    /// Where the next token, or the next piece of text, begins.
    var position = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The scalar some places on; nil past the end.
    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        let place = position + distance
        return place < scalars.count ? scalars[place] : nil
    }

    /// The source from one place to before another.
    func source(from start: Int, to end: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    /// Reads the next token.
    mutating func next() throws(SyntaxError) -> Token {
        skipBlanks()
        guard let scalar = peek() else { return Token(kind: .end, offset: scalars.count, length: 1) }
        if scalar.startsName { return word() }
        if scalar.isDigit { return try number() }
        let start = position
        if scalar == "\"" {
            position += 1
            return Token(kind: .quote, offset: start, length: 1)
        }
        if let error = foreignSign() { throw error }
        // The longest sign wins.
        for length in [2, 1] where start + length <= scalars.count {
            guard let sign = Token.Sign(rawValue: source(from: start, to: start + length)) else { continue }
            position += length
            return Token(kind: .sign(sign), offset: start, length: length)
        }
        throw SyntaxError(message: "unexpected \(scalar.named)", offset: start, length: 1)
    }

    /// Skips white space and comments; a comment ends with its line.
    private mutating func skipBlanks() {
        while let scalar = peek() {
            if scalar == " " || scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                position += 1
            } else if scalar == "/", peek(1) == "/" {
                while let next = peek(), next != "\n", next != "\r" { position += 1 }
            } else {
                return
            }
        }
    }

    private mutating func word() -> Token {
        let start = position
        while let scalar = peek(), scalar.continuesName { position += 1 }
        return Token(kind: .word(source(from: start, to: position)), offset: start, length: position - start)
    }

    private mutating func number() throws(SyntaxError) -> Token {
        let start = position
        skipDigits()
        if peek() == ".", peek(1)?.isDigit == true {
            position += 1
            skipDigits()
        }
        if peek() == "e" || peek() == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + sign)?.isDigit == true {
                position += 1 + sign
                skipDigits()
            }
        }
        let end = position
        while let scalar = peek(), scalar.continuesName { position += 1 }
        guard position == end else {
            throw SyntaxError(
                message:
                    "\(quoted(from: start, to: position)) is neither a number nor a name; a name starts with a letter",
                offset: start,
                length: position - start
            )
        }
        guard let number = Double(source(from: start, to: end)), number.isFinite else {
            throw SyntaxError(
                message: "the number \(quoted(from: start, to: end)) is too large",
                offset: start,
                length: end - start
            )
        }
        return Token(kind: .number(number), offset: start, length: end - start)
    }

    private mutating func skipDigits() {
        while let scalar = peek(), scalar.isDigit { position += 1 }
    }

    /// A part of the source for a message, cut where it is long.
    func quoted(from start: Int, to end: Int) -> String {
        let longest = 40
        let cut = end - start > longest
        return "`" + source(from: start, to: cut ? start + longest : end) + (cut ? "…`" : "`")
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var startsName: Bool {
        isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" : properties.isXIDStart
    }

    fileprivate var continuesName: Bool {
        isASCII ? startsName || isDigit : properties.isXIDContinue
    }

    /// The scalar for a message: itself in backticks where it can be seen, else its number.
    var named: String {
        switch properties.generalCategory {
        case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            let hexadecimal = String(value, radix: 16, uppercase: true)
            return "character U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
        default:
            return "`\(Character(self))`"
        }
    }
}
