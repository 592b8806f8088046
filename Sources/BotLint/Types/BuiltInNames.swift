import Airscript

/// The properties of the names that are always there, as the engine gives them.
enum BuiltInNames {
    /// A name with what is below it.
    indirect enum Property {
        /// Nothing is below it.
        case value(ValueKinds)
        /// Fixed names.
        case record([String: Property])
        /// Names that whoever places the call chooses.
        case free
        /// Nothing in this version.
        case nothing
    }

    /// `actor` is what the call was given; `event` and `profile` are empty in a voice bot.
    static let properties: [String: Property] = [
        "actor": .free,
        "bot": .record(["name": .value(.text), "title": .value(.text)]),
        "call": .record([
            "direction": .value(.text), "from": .value(.text), "id": .value(.text), "to": .value(.text),
        ]),
        "channels": .record(["voice": .record(["identifier": .value(.text)])]),
        "event": .nothing,
        "profile": .nothing,
        "session": .record([
            "id": .value(.text), "language": .value(.text), "optout": .value(.boolean),
            "start": .record(["call": .free, "phone": .value(.text)]),
        ]),
    ]

    /// The kinds of a path; nil where they are not known.
    static func kinds(of path: [String]) -> ValueKinds? {
        guard let first = path.first, var property = properties[first] else { return nil }
        for name in path.dropFirst() {
            guard case .record(let names) = property, let next = names[name] else { return nil }
            property = next
        }
        return switch property {
        case .value(let kinds): kinds
        case .record: .object
        case .free, .nothing: nil
        }
    }
}
