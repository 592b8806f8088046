/// Why bytes are not the clock of a time zone.
package enum ZoneDataError: Error, Hashable, Sendable, CustomStringConvertible {
    case notTZif
    case unknownVersion(UInt8)
    case truncated(needed: Int, found: Int)
    case badCount(field: String, count: Int)
    case badIndicator(field: String, value: UInt8)
    case badType(index: Int, types: Int)
    case badName(index: Int, characters: Int)
    case transitionsOutOfOrder(index: Int)
    case leapSecondsOutOfOrder(index: Int)
    case offsetOutOfRange(Int)
    case badFooter
    case badRule(text: String, position: Int, expected: String)
    case ruleDisagrees(rule: Int, data: Int)

    package var description: String {
        switch self {
        case .notTZif:
            "The data does not begin with 'TZif', so it is no compiled time zone."
        case .unknownVersion(let version):
            "The data is TZif version byte \(version); the versions 1 to 4 are understood."
        case .truncated(let needed, let found):
            "The data ends after \(found) bytes, where \(needed) are needed. The file is damaged; install it again."
        case .badCount(let field, let count):
            "The header's \(field) is \(count), which does not fit the rest of it."
        case .badIndicator(let field, let value):
            "An indicator of \(field) is \(value), where only 0 and 1 are allowed."
        case .badType(let index, let types):
            "A transition is to local time type \(index), but there are \(types) types."
        case .badName(let index, let characters):
            "A name begins at character \(index), but there are \(characters) characters."
        case .transitionsOutOfOrder(let index):
            "Transition \(index) is not later than the one before it."
        case .leapSecondsOutOfOrder(let index):
            "Leap second \(index) is not later than the one before it."
        case .offsetOutOfRange(let offset):
            "An offset is \(offset) seconds from UTC, where -89999 to 93599 are allowed."
        case .badFooter:
            "The rule at the end of the data does not stand between two line ends. The file is damaged; install it again."
        case .badRule(let text, let position, let expected):
            "The rule '\(text)' should have \(expected) at character \(position + 1)."
        case .ruleDisagrees(let rule, let data):
            "After the last transition the rule's offset is \(rule) seconds, but the data's is \(data)."
        }
    }
}
