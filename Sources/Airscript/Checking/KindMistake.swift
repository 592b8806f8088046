/// Something in an expression that cannot come out as it was meant, whatever the values are, because of their kinds.
package struct KindMistake: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// An operator on kinds that it does not take: the call ends with the bot's apology there.
        case calculation(sign: String, ValueKinds, ValueKinds)
        /// `=` or `<>` between kinds that are never equal.
        case equality(sign: String, ValueKinds, ValueKinds)
        /// `<` and its like between kinds that have no order, so that it is always FALSE.
        case ordering(sign: String, ValueKinds, ValueKinds)
        /// A minus before something that is no number.
        case negation(ValueKinds)
        /// A test that is always true: 0, an empty list and an empty object are, too.
        case test(ValueKinds)
        /// A property of something that has none, so that it is always NULL.
        case property(name: String, ValueKinds)
    }

    package let reason: Reason
    /// The reference that it is about, or that comes first in it; nil where it reads nothing.
    package let reference: Reference?

    package init(reason: Reason, reference: Reference?) {
        self.reason = reason
        self.reference = reference
    }
}
