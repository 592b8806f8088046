import BotGraph
import Compliance

/// A comment that keeps findings quiet, as it was read.
struct Suppression {
    /// A rule that it names.
    struct Rule {
        let id: String
        let location: SourceLocation
    }

    let comment: YAMLComment
    let rules: [Rule]
    /// Why; empty where nothing is said.
    let reason: String
    /// The last day on which it holds, and where that is written.
    let until: (day: CivilDate, location: SourceLocation)?
    /// Whether it holds for the whole file.
    let isForFile: Bool

    /// Whether it speaks of the place.
    func covers(_ location: SourceLocation) -> Bool {
        guard location.path == comment.location.path else { return false }
        return isForFile || comment.lines?.contains(location.line) == true
    }

    /// The first place in it, for findings about the whole of it.
    var location: SourceLocation { comment.location }

    /// How many scalars it has, blanks at its end left out.
    var length: Int {
        1 + comment.text.unicodeScalars.reversed().drop { $0.properties.isWhitespace }.count
    }
}
