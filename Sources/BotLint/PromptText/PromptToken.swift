/// A word, number or sign of a prompt.
struct PromptToken {
    enum Kind {
        case word
        /// Digits alone; what they stand for is not known yet.
        case digits
        /// An amount, a time, a date, a percentage: digits that are no key.
        case figure
        /// `*` or `#`.
        case keySign
        /// A comma, semicolon, colon, bracket or line break.
        case pause
        case dash
        /// The end of a sentence.
        case stop
        /// An expression: its text is not known.
        case unknown
    }

    let kind: Kind
    /// The folded letters or digits, or the sign.
    let word: WordKey
    /// Its place in the prompt's source, in scalars.
    let range: Range<Int>
    /// Whether a quotation mark stands before it, and behind it.
    let opensQuote: Bool
    var closesQuote: Bool
    /// What the word means in a prompt.
    let meaning: PromptWord

    /// The word; empty when it is longer than any that is looked for.
    var text: String { word.text }
}

extension FoldedPrompt {
    /// The prompt's words, numbers and signs in order.
    var tokens: [PromptToken] {
        var scanner = PromptScanner(bytes)
        return scanner.scan()
    }
}

/// Walks over a folded prompt.
private struct PromptScanner {
    private let bytes: [UInt8]
    private let words = PromptWord.table
    private var index = 0
    private var tokens: [PromptToken] = []
    private var hasQuote = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tokens.reserveCapacity(bytes.count / 4 + 4)
    }

    mutating func scan() -> [PromptToken] {
        while let byte = byte(at: index) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): takeRun()
            case FoldedPrompt.unknown: takeUnknown()
            case UInt8(ascii: "*"), UInt8(ascii: "#"):
                // The second of "#1" is a key's number, "# 1" has the sign itself.
                let isNumberSign = byte == UInt8(ascii: "#") && isDigit(at: index + 1)
                if isNumberSign { index += 1 } else { take(.keySign) }
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): take(.stop)
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\n"), UInt8(ascii: "/"):
                take(.pause)
            case UInt8(ascii: "-"): take(.dash)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                markQuote()
                index += 1
            default: index += 1
            }
        }
        return tokens
    }

    private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private func isDigit(at index: Int) -> Bool {
        byte(at: index).map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    private func isLetter(at index: Int) -> Bool {
        byte(at: index).map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    }

    private mutating func markQuote() {
        // A mark right behind a word closes, unless a word follows without a space.
        if index > 0, isLetter(at: index - 1) || isDigit(at: index - 1), !tokens.isEmpty {
            tokens[tokens.count - 1].closesQuote = true
        } else {
            hasQuote = true
        }
    }

    private mutating func take(_ kind: PromptToken.Kind) {
        var word = WordKey()
        word.append(bytes[index])
        append(kind, word, from: index, to: index + 1, meaning: kind == .keySign ? words[word] ?? .none : .none)
    }

    private mutating func takeUnknown() {
        var end = index
        while byte(at: end) == FoldedPrompt.unknown { end += 1 }
        append(.unknown, WordKey(), from: index, to: end)
    }

    /// Takes letters and digits that stand together, with apostrophes inside: "don't" is `dont`.
    private mutating func takeRun() {
        let start = index
        var end = index
        var digits = 0
        var word = WordKey()
        while end < bytes.count {
            let byte = bytes[end]
            if isDigit(byte) {
                digits += 1
            } else if byte == UInt8(ascii: "'") {
                guard end > start, isLetter(at: end + 1), isLetter(at: end - 1) else { break }
                end += 1
                continue
            } else if byte < UInt8(ascii: "a") || byte > UInt8(ascii: "z") {
                break
            }
            word.append(byte)
            end += 1
        }
        guard digits == end - start else {
            append(.word, word, from: start, to: end, meaning: digits == 0 ? words[word] ?? .none : .none)
            return
        }
        let before = byte(at: start - 1)
        var isFigure = before == UInt8(ascii: "$") || byte(at: end) == UInt8(ascii: "%")
        while let sign = byte(at: end), isDigit(at: end + 1), joins(sign, at: end) {
            isFigure = true
            end += 1
            while isDigit(at: end) { end += 1 }
        }
        append(isFigure ? .figure : .digits, word, from: start, to: end)
    }

    /// Whether a sign between two digits makes one figure of them: 1.5, 1,000, 3:30, 5/12.
    private func joins(_ sign: UInt8, at index: Int) -> Bool {
        switch sign {
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): true
        case UInt8(ascii: ","): isDigit(at: index + 2) && isDigit(at: index + 3) && !isDigit(at: index + 4)
        default: false
        }
    }

    private mutating func append(
        _ kind: PromptToken.Kind,
        _ word: WordKey,
        from start: Int,
        to end: Int,
        meaning: PromptWord = .none
    ) {
        tokens.append(
            PromptToken(
                kind: kind,
                word: word,
                range: start..<end,
                opensQuote: hasQuote,
                closesQuote: false,
                meaning: meaning
            )
        )
        hasQuote = false
        index = end
    }
}
