/// A branch on expressions: the first case that holds is taken, else `else`.
///
/// ```yaml
/// by-hour:
///   type: condition
///   cases:
///     - {when: balance > 0, go: pay}
///     - {when: balance = 0, go: nothing-due}
///   else: operator
/// ```
package struct Condition: Hashable, Sendable {
    /// One case.
    package struct Case: Hashable, Sendable {
        package let when: LocatedExpression
        package let go: Target

        package init(when: LocatedExpression, go: Target) {
            self.when = when
            self.go = go
        }
    }

    package let cases: [Case]
    package let otherwise: Target

    package init(cases: [Case], otherwise: Target) {
        self.cases = cases
        self.otherwise = otherwise
    }

    package var edges: [Edge] {
        cases.enumerated().map { Edge(.case($0 + 1), to: $1.go) } + [Edge(.otherwise, to: otherwise)]
    }
}
