/// Variables that take the values of expressions.
///
/// Each value sees the variables set before it.
///
/// ```yaml
/// remember:
///   type: set
///   values: {attempts: attempts + 1, greeted: TRUE}
///   go: menu
/// ```
package struct SetVariables: Hashable, Sendable {
    package let values: [Assignment]
    package let go: Target

    package init(values: [Assignment], go: Target) {
        self.values = values
        self.go = go
    }

    package var edges: [Edge] { [Edge(.next, to: go)] }
}
