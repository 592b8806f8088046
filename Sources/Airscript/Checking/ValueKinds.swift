/// The kinds of value that an expression may have, as far as they can be told without running it.
package struct ValueKinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let null = ValueKinds(rawValue: 1)
    package static let boolean = ValueKinds(rawValue: 2)
    package static let number = ValueKinds(rawValue: 4)
    package static let text = ValueKinds(rawValue: 8)
    package static let list = ValueKinds(rawValue: 16)
    /// Records: dates, times and currencies among them.
    package static let object = ValueKinds(rawValue: 32)
    /// Nothing is known.
    package static let any: ValueKinds = [.null, .boolean, .number, .text, .list, .object]

    /// The kinds beside NULL.
    package var present: ValueKinds { subtracting(.null) }

    /// The kind of one value.
    package init(of value: Value) {
        self =
            switch value {
            case .null: .null
            case .boolean: .boolean
            case .number: .number
            case .text: .text
            case .list: .list
            case .object: .object
            }
    }

    /// The kinds in words, such as `a text`, or `a number or a text`.
    package var described: String {
        let names: [(ValueKinds, String)] = [
            (.boolean, "a Boolean"), (.number, "a number"), (.text, "a text"), (.list, "a list"),
            (.object, "an object"),
        ]
        let found = names.filter { contains($0.0) }.map(\.1)
        return found.isEmpty ? "NULL" : found.joined(separator: " or ")
    }
}
