import BotGraph
import Compliance

/// Reads suppressions out of comments.
struct SuppressionReader {
    /// Why a comment for the linter is none.
    struct Fault: Error {
        let message: LintMessage
        let location: SourceLocation
        let length: Int
    }

    /// A run of scalars without blanks and commas.
    private struct Word {
        let text: String
        let location: SourceLocation

        var length: Int { text.unicodeScalars.count }
    }

    private static let prefix = "touchtone:"

    /// The suppression that a comment is.
    ///
    /// - Parameter comment: Any comment.
    /// - Returns: Nil when it is not meant for the linter.
    /// - Throws: Why one that is meant for it cannot be understood.
    static func read(_ comment: YAMLComment) throws(Fault) -> Suppression? {
        guard comment.text.contains(prefix) else { return nil }
        let all = words(comment)
        guard let first = all.first, first.text.hasPrefix(prefix) else { return nil }
        let kind = first.text.dropFirst(prefix.count)
        guard kind == "ignore" || kind == "ignore-file" else {
            throw fault(.kind(String(kind)), first)
        }
        let isForFile = kind == "ignore-file"
        if isForFile, !comment.standsAtHead || !comment.standsAlone { throw fault(.notAtHead, first) }
        if !isForFile, comment.lines == nil { throw fault(.nothingFollows, first) }
        let dashes = all.firstIndex { $0.text == "--" } ?? all.count
        let named = all[1..<dashes]
        let end = named.firstIndex { $0.text == "until" } ?? dashes
        let ids = all[1..<end]
        guard !ids.isEmpty else { throw fault(.noRule, first) }
        for word in ids where word.text.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil {
            throw fault(.noRuleName(word.text), word)
        }
        return Suppression(
            comment: comment,
            rules: ids.map { Suppression.Rule(id: $0.text, location: $0.location) },
            reason: dashes == all.count ? "" : reason(comment, behind: all[dashes]),
            until: end == dashes ? nil : try day(all[end..<dashes]),
            isForFile: isForFile
        )
    }

    /// `until` with its day and nothing else.
    private static func day(_ words: ArraySlice<Word>) throws(Fault) -> (day: CivilDate, location: SourceLocation)? {
        guard let until = words.first else { return nil }
        guard let word = words.dropFirst().first else { throw fault(.noDay, until) }
        guard let day = CivilDate(word.text) else { throw fault(.badDay(word.text), word) }
        if let more = words.dropFirst(2).first { throw fault(.afterDay(more.text), more) }
        return (day, word.location)
    }

    private static func reason(_ comment: YAMLComment, behind dashes: Word) -> String {
        let start = dashes.location.column + 2 - comment.location.column - 1
        let text = comment.text.unicodeScalars.dropFirst(start)
        let blank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let trimmed = text.drop(while: blank).reversed().drop(while: blank).reversed()
        let reason = String(String.UnicodeScalarView(trimmed))
        return reason.contains { $0.isLetter || $0.isNumber } ? reason : ""
    }

    private static func words(_ comment: YAMLComment) -> [Word] {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        var start = 0
        let scalars = Array(comment.text.unicodeScalars) + [" "]
        for (index, scalar) in scalars.enumerated() {
            guard scalar.properties.isWhitespace || scalar == "," else {
                if current.isEmpty { start = index }
                current.append(scalar)
                continue
            }
            guard !current.isEmpty else { continue }
            let place = comment.location
            words.append(
                Word(
                    text: String(current),
                    location: SourceLocation(path: place.path, line: place.line, column: place.column + 1 + start)
                )
            )
            current = String.UnicodeScalarView()
        }
        return words
    }

    private static func fault(_ message: LintMessage, _ word: Word) -> Fault {
        Fault(message: message, location: word.location, length: word.length)
    }
}

extension LintMessage {
    fileprivate static func kind(_ kind: String) -> LintMessage {
        let shown = kind.isEmpty ? "touchtone: with nothing behind it" : "'touchtone:\(kind.prefix(40))'"
        return
            "\(shown) is no suppression; write 'touchtone:ignore RULE -- REASON', or 'touchtone:ignore-file' for the file"
    }

    fileprivate static let notAtHead: LintMessage =
        "'touchtone:ignore-file' stands alone on a line before the first key; move it there, or write 'touchtone:ignore'"

    fileprivate static let nothingFollows: LintMessage =
        "nothing follows this suppression; it stands before the line of the finding, or at its end"

    fileprivate static let noRule: LintMessage =
        "this suppression names no rule; write 'touchtone:ignore RULE -- REASON'"

    fileprivate static let noDay: LintMessage = "'until' has no day behind it; write 'until YYYY-MM-DD'"

    fileprivate static func noRuleName(_ word: String) -> LintMessage {
        "'\(word.prefix(40))' is no name of a rule; a reason stands behind two hyphens: 'touchtone:ignore RULE -- REASON'"
    }

    fileprivate static func badDay(_ word: String) -> LintMessage {
        "'\(word.prefix(40))' is no day; write it as YYYY-MM-DD, such as 2027-03-01"
    }

    fileprivate static func afterDay(_ word: String) -> LintMessage {
        "'\(word.prefix(40))' cannot stand behind the day; the reason stands behind two hyphens: '-- REASON'"
    }
}
