/// A value of an Airscript expression.
///
/// Dates, times and currencies are objects, as the platform has them (`{"day": 16, "month": 6, "year": 2022}`).
package indirect enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([Value])
    case object(Record)
}

extension Value {
    /// Whether a test such as IF's takes the value for true.
    ///
    /// NULL, FALSE and the empty text are false. Everything else is true, also 0, the empty list and the empty object:
    /// the platform's pages name only the three.
    package var isTruthy: Bool {
        switch self {
        case .null, .boolean(false): false
        case .text(let text): !text.isEmpty
        case .boolean, .number, .list, .object: true
        }
    }

    /// The type in words, for messages: a message may name a type, never a value.
    var typeName: String {
        switch self {
        case .null: "NULL"
        case .boolean: "a Boolean"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: Currency(self) == nil ? "an object" : "a currency"
        }
    }
}
