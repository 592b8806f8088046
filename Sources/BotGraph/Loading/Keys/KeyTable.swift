/// The keys that a map of the bot file may have.
///
/// The loader checks against it, and the editors' schema is made from it.
struct KeyTable: Sendable {
    /// One key.
    struct Entry: Sendable {
        let name: String
        let shape: Shape
        let isRequired: Bool
        let summary: String

        init(_ name: String, _ shape: Shape, required isRequired: Bool = false, _ summary: String) {
            self.name = name
            self.shape = shape
            self.isRequired = isRequired
            self.summary = summary
        }
    }

    /// The name of the schema's definition.
    let name: String
    let summary: String
    let entries: [Entry]

    var names: [String] { entries.map(\.name) }

    subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}

/// What a key's value looks like, as far as a schema can say it.
indirect enum Shape: Sendable {
    case text
    case boolean
    /// A whole number in a range.
    case count(ClosedRange<Int>)
    /// One of a few words.
    case word([String])
    /// A duration such as `5s`; the range is in seconds.
    case duration(ClosedRange<Int>)
    /// One key of the telephone, or `none` where that is possible.
    case key(orNone: Bool)
    /// One or several keys in a row.
    case keys
    /// The name of a bot, node, option or recording.
    case name
    case recordingName
    /// The name of a variable.
    case variable
    /// The provider's name of a voice.
    case voice
    case language
    case expression
    case phoneNumber
    case phrases
    case prompt
    case localizedText
    case actions
    case assignments
    /// Any YAML value at all.
    case any
    case map(of: Shape, keys: MapKeys)
    case list(of: Shape, ClosedRange<Int>)
    case table(KeyTable)
    case either([Shape])
    case nodes

    /// What the keys of a map are when they are not fixed.
    enum MapKeys: Sendable {
        case languages
        case variables
    }
}
