package import Airscript

/// One step of an action chain, as `before`, `after`, `on_capture` and `on_no_valid_response` have them.
///
/// ```yaml
/// before:
///   - set: {tries: "{{tries + 1}}"}
///   - if: tries > 2
///     then: [{set: {angry: TRUE}}]
///     else: [{set: {angry: FALSE}}]
/// ```
package indirect enum Action: Hashable, Sendable {
    case set([Assignment])
    case condition(when: LocatedExpression, then: [Action], otherwise: [Action])
}

/// A variable and the expression whose value it takes.
package struct Assignment: Hashable, Sendable {
    package let variable: String
    package let value: LocatedExpression
    /// Where the variable's name stands.
    package let location: SourceLocation

    package init(variable: String, value: LocatedExpression, location: SourceLocation) {
        self.variable = variable
        self.value = value
        self.location = location
    }
}

/// An expression with the place where it was written.
package struct LocatedExpression: Hashable, Sendable {
    package let expression: Expression
    package let location: SourceLocation

    package init(_ expression: Expression, at location: SourceLocation) {
        self.expression = expression
        self.location = location
    }
}
