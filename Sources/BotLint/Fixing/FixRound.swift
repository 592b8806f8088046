package import BotGraph

/// A file's text with fixes applied.
///
/// A fix is applied whole or not at all. Where two of them change the same place the first one is, and the other has to be
/// found again in the new text.
package struct FixRound: Sendable {
    package let text: String
    /// The fixes that were applied, in the order given.
    package let applied: [Fix]

    /// A change by index in the text.
    private struct Change {
        let range: Range<Int>
        let replacement: String

        /// Two insertions at one place would leave open which comes first, so they meet as well.
        func meets(_ other: Change) -> Bool {
            let isWithin = range.lowerBound < other.range.upperBound && other.range.lowerBound < range.upperBound
            return isWithin || range.lowerBound == other.range.lowerBound
        }
    }

    package init(_ fixes: [Fix], in text: String, path: String) {
        let source = BotText(text, path: path)
        var changes: [Change] = []
        var applied: [Fix] = []
        for fix in fixes {
            guard let wanted = FixRound.changes(of: fix, in: source), !wanted.isEmpty else { continue }
            let isFree = wanted.allSatisfy { change in !changes.contains { $0.meets(change) } }
            guard isFree else { continue }
            changes += wanted
            applied.append(fix)
        }
        self.applied = applied
        self.text = FixRound.text(source, changes, keepsMark: text.unicodeScalars.first == "\u{FEFF}")
    }

    /// Nil when the fix is about another file or another text, or its own changes meet.
    private static func changes(of fix: Fix, in source: BotText) -> [Change]? {
        var changes: [Change] = []
        for edit in fix.edits {
            guard edit.location.path == source.path, let start = source.index(of: edit.location),
                edit.length <= source.scalars.count - start
            else { return nil }
            let change = Change(range: start..<(start + edit.length), replacement: edit.replacement)
            guard !changes.contains(where: { $0.meets(change) }) else { return nil }
            changes.append(change)
        }
        return changes
    }

    private static func text(_ source: BotText, _ changes: [Change], keepsMark: Bool) -> String {
        var text = String.UnicodeScalarView()
        if keepsMark { text.append("\u{FEFF}") }
        var index = 0
        for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            text.append(contentsOf: source.scalars[index..<change.range.lowerBound])
            text.append(contentsOf: change.replacement.unicodeScalars)
            index = change.range.upperBound
        }
        text.append(contentsOf: source.scalars[index...])
        return String(text)
    }
}
