/// A comment of a YAML file, which is no part of its values.
package struct YAMLComment: Hashable, Sendable {
    /// Where its `#` stands.
    package let location: SourceLocation
    /// What follows the `#`, to the end of the line.
    package let text: String
    /// Whether nothing but blanks stands before it on its line.
    package let standsAlone: Bool
    /// Whether no value stands before it in the file.
    package let standsAtHead: Bool
    /// The lines that it speaks of: its own, or the next one with a value where it stands alone, and with a text that goes on
    /// over several lines all of them; nil where nothing follows.
    package let lines: ClosedRange<Int>?
}

extension BotText {
    /// The comments of the file in their order; none where the text is no YAML.
    package var comments: [YAMLComment] { YAMLComments(text).found }
}
