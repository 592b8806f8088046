/// The text that a bot was loaded from, for findings and fixes that point inside it.
package struct BotText: Sendable {
    let text: SourceText

    init(_ text: SourceText) {
        self.text = text
    }

    package init(_ text: String, path: String) {
        self.text = SourceText(text, path: path)
    }

    package var path: String { text.path }
    /// The text by Unicode scalar, without a byte order mark.
    package var scalars: [Unicode.Scalar] { text.scalars }

    /// The index of a place among the scalars; nil when there is no such place.
    package func index(of location: SourceLocation) -> Int? { text.index(of: location) }

    /// The place of an index; past the end it is the end.
    package func location(of index: Int) -> SourceLocation { text.location(of: index) }

    /// A line by its number from 1, without its break; nil when there is no such line.
    package func line(_ number: Int) -> String? {
        guard let start = text.index(line: number, column: 1) else { return nil }
        return String(String.UnicodeScalarView(text.scalars[start..<text.lineEnd(from: start)]))
    }

    /// Whether a scalar ends a line, as YAML counts them.
    package static func isBreak(_ scalar: Unicode.Scalar) -> Bool { SourceText.isBreak(scalar) }

    /// The index in the file of each scalar of a text that YAML made of a scalar, through quotes, escapes and folded lines.
    ///
    /// - Parameters:
    ///   - value: The text as YAML has it.
    ///   - location: Where the scalar starts, with its quote if it has one.
    /// - Returns: An index for each scalar, and one more for the end; nil where the two do not agree.
    package func places(of value: String, at location: SourceLocation) -> [Int]? {
        guard let style = style(at: location) else { return nil }
        return ScalarPlaces.places(of: YAMLScalar(text: value, style: style), at: location, in: text)
    }

    /// A part of a text that YAML made of a scalar, as a place in the file.
    ///
    /// - Parameters:
    ///   - range: The part, in scalars from the start of the text.
    ///   - value: The text as YAML has it.
    ///   - location: Where the scalar starts.
    /// - Returns: Where the part starts, and how many scalars of the file it covers, at least 1; the scalar's start and 1 where
    ///   that cannot be told.
    package func place(
        of range: Range<Int>,
        in value: String,
        at location: SourceLocation
    ) -> (location: SourceLocation, length: Int) {
        guard let places = places(of: value, at: location), range.lowerBound >= 0, range.upperBound < places.count
        else {
            return (location, 1)
        }
        let start = places[range.lowerBound]
        return (text.location(of: start), max(1, places[range.upperBound] - start))
    }

    /// How the scalar at a place is written, behind its anchor and tag.
    private func style(at location: SourceLocation) -> YAMLScalar.Style? {
        guard var index = text.index(of: location) else { return nil }
        while let scalar = text[index], scalar == "&" || scalar == "!" {
            while let next = text[index], !SourceText.isBlank(next), !SourceText.isBreak(next) { index += 1 }
            while let next = text[index], SourceText.isBlank(next) || SourceText.isBreak(next) { index += 1 }
        }
        return switch text[index] {
        case "\"": .doubleQuoted
        case "'": .singleQuoted
        case "|": .literal
        case ">": .folded
        case .some: .plain
        case nil: nil
        }
    }
}
