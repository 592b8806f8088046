/// Finds where each part of a scalar's text stands in the file, through quotes, escapes and folded lines.
///
/// An expression's mistake is an offset in the text that YAML made of the scalar. This walks the source beside that text.
/// Where the two do not agree the answer is nil and the caller points at the scalar's start.
struct ScalarPlaces {
    private let source: SourceText
    private let content: [Unicode.Scalar]
    private var places: [Int] = []
    private var index: Int

    /// The index in the source of each scalar of the text, and one more for the end.
    static func places(of scalar: YAMLScalar, at location: SourceLocation, in source: SourceText) -> [Int]? {
        guard let start = source.index(of: location) else { return nil }
        var walk = ScalarPlaces(source: source, content: Array(scalar.text.unicodeScalars), index: start)
        walk.skipProperties()
        let agrees =
            switch scalar.style {
            case .plain: walk.walkPlain()
            case .singleQuoted: walk.walkSingleQuoted()
            case .doubleQuoted: walk.walkDoubleQuoted()
            case .literal, .folded: walk.walkBlock()
            }
        return agrees ? walk.places + [walk.index] : nil
    }

    private init(source: SourceText, content: [Unicode.Scalar], index: Int) {
        self.source = source
        self.content = content
        self.index = index
    }

    /// Steps over an anchor and a tag: the reader's mark points at them.
    private mutating func skipProperties() {
        while let scalar = source[index], scalar == "&" || scalar == "!" {
            while let next = source[index], !SourceText.isBlank(next), !SourceText.isBreak(next) { index += 1 }
            while let next = source[index], SourceText.isBlank(next) || SourceText.isBreak(next) { index += 1 }
        }
    }

    private mutating func walkPlain() -> Bool {
        while places.count < content.count {
            if takeFold() { continue }
            guard source[index] == content[places.count] else { return false }
            take(1)
        }
        return true
    }

    private mutating func walkSingleQuoted() -> Bool {
        guard source[index] == "'" else { return false }
        index += 1
        while places.count < content.count {
            if takeFold() { continue }
            guard source[index] == content[places.count] else { return false }
            take(source[index] == "'" ? 2 : 1)
        }
        return true
    }

    private mutating func walkDoubleQuoted() -> Bool {
        guard source[index] == "\"" else { return false }
        index += 1
        while places.count < content.count {
            if takeFold() { continue }
            if source[index] == "\\" {
                guard let escaped = source[index + 1] else { return false }
                if SourceText.isBreak(escaped) {
                    index += 1
                    skipBreak()
                    skipBlanks()
                    continue
                }
                take(2 + ScalarPlaces.escapeDigits(escaped))
                continue
            }
            guard source[index] == content[places.count] else { return false }
            take(1)
        }
        return true
    }

    /// Literal and folded blocks: the indentation of the first line is not part of the text.
    private mutating func walkBlock() -> Bool {
        while let scalar = source[index], !SourceText.isBreak(scalar) {
            // An explicit indentation is rare enough to point at the start instead.
            if scalar.properties.numericType != nil { return false }
            index += 1
        }
        skipBreak()
        let indentation = blockIndentation()
        skipIndentation(indentation)
        while places.count < content.count {
            guard let scalar = source[index] else {
                places.append(index)
                continue
            }
            guard SourceText.isBreak(scalar) else {
                guard scalar == content[places.count] else { return false }
                take(1)
                continue
            }
            let start = index
            var breaks = 0
            while let next = source[index], SourceText.isBreak(next) {
                skipBreak()
                breaks += 1
                skipIndentation(indentation)
            }
            let rest = content[places.count...]
            let spaces = rest.prefix { $0 == "\n" }.count
            let taken = breaks == 1 && rest.first == " " ? 1 : min(spaces, breaks)
            guard taken > 0 else { return false }
            places.append(contentsOf: repeatElement(start, count: taken))
        }
        return true
    }

    private mutating func take(_ width: Int) {
        places.append(index)
        index += width
    }

    /// Takes a line break inside a flow scalar: one break is a space, more are one newline fewer.
    private mutating func takeFold() -> Bool {
        var ahead = index
        while let scalar = source[ahead], SourceText.isBlank(scalar) { ahead += 1 }
        guard let scalar = source[ahead], SourceText.isBreak(scalar) else { return false }
        let start = index
        index = ahead
        var breaks = 0
        while let next = source[index], SourceText.isBreak(next) {
            skipBreak()
            breaks += 1
            skipBlanks()
        }
        for _ in 0..<max(1, breaks - 1) where places.count < content.count { places.append(start) }
        return true
    }

    private mutating func skipBreak() {
        if source[index] == "\r", source[index + 1] == "\n" { index += 2 } else { index += 1 }
    }

    private mutating func skipBlanks() {
        while let scalar = source[index], SourceText.isBlank(scalar) { index += 1 }
    }

    private mutating func skipIndentation(_ width: Int) {
        var left = width
        while left > 0, source[index] == " " {
            index += 1
            left -= 1
        }
    }

    private func blockIndentation() -> Int {
        var ahead = index
        var width = 0
        while let scalar = source[ahead] {
            if SourceText.isBreak(scalar) {
                width = 0
            } else if scalar == " " {
                width += 1
            } else {
                return width
            }
            ahead += 1
        }
        return width
    }

    private static func escapeDigits(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "x": 2
        case "u": 4
        case "U": 8
        default: 0
        }
    }
}
