/// The bounds that make every expression end, whatever is written in it.
package struct ExpressionLimits: Hashable, Sendable {
    /// How deep brackets, texts in texts, LET and FROM may stand in each other.
    package var nesting = 200
    /// How many steps one evaluation may take; a step is one part of the expression, or one item of a list.
    package var steps = 500_000
    /// How many bytes of text one evaluation may produce.
    package var textBytes = 1_048_576
    /// How deep lists and objects may stand in each other in a result.
    package var depth = 200

    package init() {}

    package static let standard = ExpressionLimits()
}
