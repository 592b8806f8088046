/// A file's text by Unicode scalar, with the lines as the YAML reader counts them.
struct SourceText {
    let path: String
    /// The text in one piece.
    let text: String
    let scalars: [Unicode.Scalar]
    private let lineStarts: [Int]

    /// Takes the text without a byte order mark, which no editor counts as a column.
    init(_ text: String, path: String) {
        self.path = path
        let hasMark = text.unicodeScalars.first == SourceText.byteOrderMark
        let text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var starts = [0]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            if SourceText.isBreak(scalar) {
                // The second of a pair moves the start that the first one made.
                if scalar == "\n", previous == "\r" { starts.removeLast() }
                starts.append(scalars.count)
            }
            previous = scalar
        }
        self.text = text
        self.scalars = scalars
        lineStarts = starts
    }

    subscript(index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    /// The index of a line and column from 1; nil when there is no such place.
    func index(line: Int, column: Int) -> Int? {
        guard line >= 1, line <= lineStarts.count, column >= 1 else { return nil }
        let index = lineStarts[line - 1] + column - 1
        return index <= scalars.count ? index : nil
    }

    func index(of location: SourceLocation) -> Int? { index(line: location.line, column: location.column) }

    /// The place of an index; past the end it is the end.
    func location(of index: Int) -> SourceLocation {
        let bounded = max(0, min(index, scalars.count))
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= bounded { low = middle } else { high = middle - 1 }
        }
        return SourceLocation(path: path, line: low + 1, column: bounded - lineStarts[low] + 1)
    }

    /// What YAML 1.1 takes for the end of a line: the reader counts these.
    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
}
