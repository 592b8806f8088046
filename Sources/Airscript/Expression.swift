/// A parsed Airscript expression.
package struct Expression: Hashable, Sendable {
    /// The expression as written.
    package let source: String
    /// The paths that the expression reads from its scope, in the order they are written.
    package let references: [Reference]
    let syntax: Syntax

    /// Parses one whole expression.
    package static func parse(_ source: String) throws(SyntaxError) -> Expression {
        var parser = try Parser(Array(source.unicodeScalars))
        let syntax = try parser.expression()
        try parser.expectEnd()
        return Expression(source: source, references: parser.references, syntax: syntax)
    }

    /// The expression's value.
    package func evaluate(in scope: Scope) throws(EvaluationError) -> Value {
        var evaluator = Evaluator(scope: scope)
        return try evaluator.result(of: syntax)
    }

    // The source says all: the same text always parses to the same tree.

    package static func == (left: Expression, right: Expression) -> Bool { left.source == right.source }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
