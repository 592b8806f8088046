import BotGraph

/// The lines of a block map's entry, where it stands on lines of its own.
struct OwnLines {
    /// From the start of the first line to the start of the line behind the last.
    let range: Range<Int>

    /// The lines of the entry whose key stands at a place; nil where something else stands on them too.
    init?(of key: SourceLocation, in source: BotText) {
        let scalars = source.scalars
        guard let start = source.index(of: key), start < scalars.count else { return nil }
        let lineStart = start - (key.column - 1)
        guard lineStart >= 0, scalars[lineStart..<start].allSatisfy({ $0 == " " }) else { return nil }
        var end = OwnLines.next(after: start, scalars)
        // What is deeper belongs to the entry, and so does what stands before something deeper. A blank line or a comment
        // behind the last of it may belong to the next entry.
        var line = end
        while line < scalars.count {
            var index = line
            while index < scalars.count, scalars[index] == " " { index += 1 }
            guard index < scalars.count else { break }
            let isEmpty = scalars[index] == "#" || scalars[index] == "\n" || scalars[index] == "\r"
            guard isEmpty || index - line > key.column - 1 else { break }
            line = OwnLines.next(after: index, scalars)
            if !isEmpty { end = line }
        }
        range = lineStart..<end
    }

    private static func next(after start: Int, _ scalars: [Unicode.Scalar]) -> Int {
        var index = start
        while index < scalars.count, scalars[index] != "\n" { index += 1 }
        return min(index + 1, scalars.count)
    }
}
