import BotGraph

extension [SpokenPhrase] {
    /// The phrases that an earlier one of the list is already, but for case, punctuation and accents.
    func repeated() -> [(phrase: SpokenPhrase, earlier: SpokenPhrase)] {
        guard count > 1, map(\.fingerprint).hasRepeats else { return [] }
        var first: [[String]: SpokenPhrase] = [:]
        return compactMap { phrase in
            guard let earlier = first[phrase.words] else {
                first[phrase.words] = phrase
                return nil
            }
            // "one" and "1" are matched alike, but tell the recogniser of two spellings.
            return SpokenWords.plain(phrase.text) == SpokenWords.plain(earlier.text) ? (phrase, earlier) : nil
        }
    }
}

extension BotText {
    /// The change that takes an item after the first out of a YAML list of texts.
    ///
    /// - Parameters:
    ///   - value: The item as YAML has it.
    ///   - location: Where it starts.
    /// - Returns: The change; nil where a comment or an anchor stands near, or the list is written in a way not known here.
    func removal(ofItem value: String, at location: SourceLocation) -> Fix.Edit? {
        guard let start = index(of: location), start < scalars.count, scalars[start] != "&", scalars[start] != "*",
            scalars[start] != "!", let end = places(of: value, at: location)?.last
        else { return nil }
        let isQuoted = scalars[start] == "\"" || scalars[start] == "'"
        let stop = isQuoted ? end + 1 : end
        var before = start - 1
        while before >= 0, scalars[before].properties.isWhitespace { before -= 1 }
        guard before >= 0, stop <= scalars.count else { return nil }
        switch scalars[before] {
        case ",": return lineHasComment(before) ? nil : edit(before..<stop)
        case "-": return scalars[before..<start].contains("\n") ? nil : wholeLine(from: before, to: stop)
        default: return nil
        }
    }

    /// Whether there may be a comment on the line of an index: the comma there may be one of the comment's.
    private func lineHasComment(_ index: Int) -> Bool {
        scalars[..<index].reversed().prefix { $0 != "\n" }.contains("#")
    }

    /// The lines of an item of a block list, where nothing else stands on them.
    private func wholeLine(from dash: Int, to stop: Int) -> Fix.Edit? {
        var first = dash
        while first > 0, scalars[first - 1] == " " { first -= 1 }
        var last = stop
        while last < scalars.count, scalars[last] == " " || scalars[last] == "\r" { last += 1 }
        guard first > 0, scalars[first - 1] == "\n", last < scalars.count, scalars[last] == "\n" else { return nil }
        return edit(first..<(last + 1))
    }

    private func edit(_ range: Range<Int>) -> Fix.Edit {
        Fix.Edit(at: location(of: range.lowerBound), length: range.count, replacement: "")
    }
}
