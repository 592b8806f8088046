/// Finds the comments of a YAML text, which the YAML library drops.
///
/// A `#` in quotes or in a block of text begins no comment. Where these stand is taken from the values that were read.
struct YAMLComments {
    private let source: SourceText
    /// Where a `#` is text: quoted scalars and the lines of block scalars, by their start.
    private var texts: [Range<Int>] = []
    /// The scalars that go on over several lines, first and last line.
    private var runs: [ClosedRange<Int>] = []
    private(set) var found: [YAMLComment] = []

    init(_ source: SourceText) {
        self.source = source
        var reader = YAMLReader(source)
        guard let root = try? reader.read() else { return }
        visit(root)
        texts.sort { $0.lowerBound < $1.lowerBound }
        found = scan()
    }

    // MARK: - Scalars

    private mutating func visit(_ value: YAMLValue) {
        switch value.content {
        case .scalar(let scalar): take(scalar, at: value.location)
        case .list(let items): for item in items { visit(item) }
        case .map(let entries):
            for entry in entries {
                takeKey(at: entry.location)
                visit(entry.value)
            }
        }
    }

    private mutating func takeKey(at location: SourceLocation) {
        guard let start = source.index(of: location).map(source.skippingProperties) else { return }
        if source[start] == "\"" || source[start] == "'" { take(start..<quotedEnd(start)) }
    }

    private mutating func take(_ scalar: YAMLScalar, at location: SourceLocation) {
        guard let start = source.index(of: location).map(source.skippingProperties) else { return }
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: take(start..<quotedEnd(start))
        case .literal, .folded: takeBlock(start, scalar.text)
        case .plain:
            guard let end = ScalarPlaces.places(of: scalar, at: location, in: source)?.last else { return }
            join(start..<end)
        }
    }

    private mutating func take(_ range: Range<Int>) {
        texts.append(range)
        join(range)
    }

    /// Notes the lines of a scalar where they are several.
    private mutating func join(_ range: Range<Int>) {
        let first = source.location(of: range.lowerBound).line
        let last = source.location(of: max(range.lowerBound, range.upperBound - 1)).line
        if last > first { runs.append(first...last) }
    }

    /// The index behind the closing quote.
    private func quotedEnd(_ start: Int) -> Int {
        let quote = source[start]
        var index = start + 1
        while let scalar = source[index] {
            if scalar == "\\", quote == "\"" {
                index += 2
            } else if scalar != quote {
                index += 1
            } else if quote == "'", source[index + 1] == "'" {
                index += 2
            } else {
                return index + 1
            }
        }
        return index
    }

    /// Takes the lines of a block, which are all that are indented as its first one is.
    ///
    /// Its head, `|` or `>`, may have a comment.
    private mutating func takeBlock(_ head: Int, _ text: String) {
        let start = source.nextLine(after: head)
        var indentation: Int?
        var line = start
        var end = start
        while source[line] != nil {
            let content = source.firstWord(onLineAt: line)
            let next = source.nextLine(after: line)
            guard let content else {
                line = next
                continue
            }
            let width = content - line
            let least = indentation ?? width - YAMLComments.leadingSpaces(of: text)
            guard width >= least, text.unicodeScalars.contains(where: { $0 != "\n" }) else { break }
            indentation = least
            line = next
            end = next
        }
        guard end > start else { return }
        texts.append(start..<end)
        join(head..<end)
    }

    /// How far the first line of a block's text is indented beyond the block.
    private static func leadingSpaces(of text: String) -> Int {
        text.unicodeScalars.drop { $0 == "\n" }.prefix { $0 == " " }.count
    }

    // MARK: - Comments

    private struct Line {
        var comment: Int?
        var hasValue = false
    }

    private func scan() -> [YAMLComment] {
        var lines = [Line()]
        var index = 0
        var text = texts.makeIterator()
        var upcoming = text.next()
        while let scalar = source[index] {
            while let range = upcoming, range.upperBound <= index { upcoming = text.next() }
            let isText = upcoming.map { $0.contains(index) } ?? false
            if SourceText.isBreak(scalar) {
                index = source.nextLine(after: index)
                lines.append(Line())
            } else if SourceText.isBlank(scalar) {
                index += 1
            } else if scalar == "#", !isText, beginsComment(index) {
                lines[lines.count - 1].comment = index
                while let next = source[index], !SourceText.isBreak(next) { index += 1 }
            } else {
                lines[lines.count - 1].hasValue = true
                index += 1
            }
        }
        return comments(lines)
    }

    private func beginsComment(_ index: Int) -> Bool {
        guard let before = source[index - 1] else { return true }
        return SourceText.isBlank(before) || SourceText.isBreak(before)
    }

    private func comments(_ lines: [Line]) -> [YAMLComment] {
        let first = lines.firstIndex(where: \.hasValue) ?? lines.count
        var run: [Int: ClosedRange<Int>] = [:]
        for lines in runs { for line in lines { run[line] = lines } }
        var comments: [YAMLComment] = []
        var next: Int?
        for (number, line) in lines.enumerated().reversed() {
            if line.hasValue { next = number + 1 }
            guard let start = line.comment else { continue }
            let end = source.lineEnd(from: start)
            comments.append(
                YAMLComment(
                    location: source.location(of: start),
                    text: String(String.UnicodeScalarView(source.scalars[(start + 1)..<end])),
                    standsAlone: !line.hasValue,
                    standsAtHead: number < first,
                    lines: next.map { run[$0] ?? $0...$0 }
                )
            )
        }
        return comments.reversed()
    }
}

extension SourceText {
    /// The index behind an anchor and a tag, at which the reader's mark points.
    func skippingProperties(_ start: Int) -> Int {
        var index = start
        while let scalar = self[index], scalar == "&" || scalar == "!" {
            while let next = self[index], !SourceText.isBlank(next), !SourceText.isBreak(next) { index += 1 }
            while let next = self[index], SourceText.isBlank(next) || SourceText.isBreak(next) { index += 1 }
        }
        return index
    }

    /// The index of the break that ends a line, or of the end of the text.
    func lineEnd(from start: Int) -> Int {
        var index = start
        while let scalar = self[index], !SourceText.isBreak(scalar) { index += 1 }
        return index
    }

    /// The index of the first scalar of the line after the one of an index.
    func nextLine(after start: Int) -> Int {
        let end = lineEnd(from: start)
        if self[end] == "\r", self[end + 1] == "\n" { return end + 2 }
        return min(end + 1, scalars.count)
    }

    /// The index of the first scalar of a line that is no space; nil for a line of blanks.
    fileprivate func firstWord(onLineAt start: Int) -> Int? {
        var index = start
        while self[index] == " " { index += 1 }
        guard let scalar = self[index], !SourceText.isBreak(scalar) else { return nil }
        return index
    }
}
