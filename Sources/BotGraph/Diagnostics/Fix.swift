/// A change of a file's text that mends a finding.
package struct Fix: Hashable, Sendable {
    /// One replacement of text.
    package struct Edit: Hashable, Sendable {
        /// Where the text that goes begins.
        package let location: SourceLocation
        /// How many scalars go, line breaks among them; 0 to insert.
        package let length: Int
        package let replacement: String

        package init(at location: SourceLocation, length: Int, replacement: String) {
            self.location = location
            self.length = max(0, length)
            self.replacement = replacement
        }
    }

    /// What it does, in the imperative and without a full stop: `put 2 0 6 between spaces`.
    package let title: String
    /// The replacements; they do not overlap.
    package let edits: [Edit]

    package init(_ title: String, edits: [Edit]) {
        self.title = title
        self.edits = edits
    }
}
