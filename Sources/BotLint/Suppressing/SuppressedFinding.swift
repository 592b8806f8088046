package import BotGraph
package import Compliance

/// A finding that a comment in the file keeps quiet.
package struct SuppressedFinding: Hashable, Sendable, Comparable {
    package let finding: Diagnostic
    /// Why, as the comment says.
    package let reason: String
    /// The last day on which it is kept quiet; nil for ever.
    package let until: CivilDate?
    /// Where the comment stands.
    package let location: SourceLocation

    package init(finding: Diagnostic, reason: String, until: CivilDate?, location: SourceLocation) {
        self.finding = finding
        self.reason = reason
        self.until = until
        self.location = location
    }

    package static func < (left: SuppressedFinding, right: SuppressedFinding) -> Bool {
        (left.finding, left.location) < (right.finding, right.location)
    }
}
