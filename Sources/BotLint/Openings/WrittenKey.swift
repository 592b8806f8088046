import BotGraph

/// A value of the bot file that the bot keeps without its place.
struct WrittenValue: Hashable {
    let location: SourceLocation
    /// In scalars.
    let length: Int
}

extension LintSubject {
    /// Where a plain value of a key is written inside a block, such as `barge_in: false` of a node.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - owner: Where the block's own key stands: a node's name, `opt_out`.
    ///   - isMeant: Whether a value as written is the one that is looked for.
    /// - Returns: The value's place; nil where it is not found for certain.
    func value(of key: String, in owner: SourceLocation, where isMeant: (String) -> Bool) -> WrittenValue? {
        guard let source, let start = source.index(of: owner) else { return nil }
        var scan = BlockScan(source.scalars, from: start, indent: owner.column)
        while let place = scan.next(key: Array(key.unicodeScalars)) {
            let value = String(String.UnicodeScalarView(source.scalars[place]))
            if isMeant(value) {
                return WrittenValue(location: source.location(of: place.lowerBound), length: place.count)
            }
        }
        return nil
    }

    /// Where a key of the file's first level is written.
    func place(ofHeader key: String) -> SourceLocation? {
        guard let source else { return nil }
        let wanted = Array(key.unicodeScalars)
        let scalars = source.scalars
        var index = 0
        while index < scalars.count {
            if scalars[index...].starts(with: wanted), index + wanted.count < scalars.count,
                scalars[index + wanted.count] == ":"
            {
                return source.location(of: index)
            }
            while index < scalars.count, scalars[index] != "\n" { index += 1 }
            index += 1
        }
        return nil
    }
}

/// A walk through the lines of a block of YAML, past quoted texts and comments.
private struct BlockScan {
    private let scalars: [Unicode.Scalar]
    /// The column of the block's own key: a line that begins there or before is no longer in the block.
    private let indent: Int
    private var index: Int
    private var depth = 0
    private var isOver = false
    /// Whether the block is written in braces on its key's line, so that it ends with them.
    private let isFlow: Bool

    init(_ scalars: [Unicode.Scalar], from start: Int, indent: Int) {
        self.scalars = scalars
        self.indent = indent
        index = start
        var place = start
        while place < scalars.count, scalars[place] != ":", scalars[place] != "\n" { place += 1 }
        place += 1
        while place < scalars.count, scalars[place] == " " { place += 1 }
        isFlow = place < scalars.count && scalars[place] == "{"
    }

    /// The plain value of the next key of that name.
    mutating func next(key: [Unicode.Scalar]) -> Range<Int>? {
        while !isOver, index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "\"", "'":
                if startsToken { skipQuoted(scalar) } else { index += 1 }
            case "#":
                if startsToken { skipLine() } else { index += 1 }
            case "{", "[":
                depth += 1
                index += 1
            case "}", "]":
                depth -= 1
                if isFlow, depth <= 0 { isOver = true }
                index += 1
            case "\n":
                index += 1
                checkIndent()
            default:
                if startsToken, let value = value(after: key) {
                    index = value.upperBound
                    return value
                }
                index += 1
            }
        }
        return nil
    }

    /// Whether a word, a quote or a comment may begin here.
    private var startsToken: Bool {
        guard index > 0 else { return true }
        switch scalars[index - 1] {
        case " ", "\t", "\n", "\r", "{", "[", ",": return true
        default: return false
        }
    }

    private func value(after key: [Unicode.Scalar]) -> Range<Int>? {
        guard scalars[index...].starts(with: key) else { return nil }
        var start = index + key.count
        guard start < scalars.count, scalars[start] == ":" else { return nil }
        start += 1
        while start < scalars.count, scalars[start] == " " { start += 1 }
        var end = start
        while end < scalars.count {
            switch scalars[end] {
            case " ", "\t", "\n", "\r", ",", "}", "]", "#": return start..<end
            default: end += 1
            }
        }
        return start..<end
    }

    private mutating func skipQuoted(_ quote: Unicode.Scalar) {
        index += 1
        while index < scalars.count, scalars[index] != quote {
            index += scalars[index] == "\\" && quote == "\"" ? 2 : 1
        }
        index += 1
    }

    private mutating func skipLine() {
        while index < scalars.count, scalars[index] != "\n" { index += 1 }
    }

    /// At a line's beginning: the block is over where the line has something at the column of the block's key or before.
    private mutating func checkIndent() {
        var column = 1
        var place = index
        while place < scalars.count, scalars[place] == " " {
            place += 1
            column += 1
        }
        guard place < scalars.count, scalars[place] != "\n", scalars[place] != "\r", scalars[place] != "#" else {
            return
        }
        if depth <= 0, column <= indent { isOver = true }
    }
}
