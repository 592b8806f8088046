import Airscript
import Testing

/// An expression with the expression of what it gives.
struct Example: CustomTestStringConvertible, Sendable {
    let expression: String
    let result: String

    init(_ expression: String, _ result: String) {
        self.expression = expression
        self.result = result
    }

    var testDescription: String { "\(expression) → \(result)" }

    /// Compares the values, and the text they make, so that `{}` and `[]` or 1 and TRUE are never mixed up.
    func check(in scope: Scope = Scope(), sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try value(expression, in: scope)
        let wanted = try value(result)
        #expect(found == wanted, sourceLocation: sourceLocation)
        #expect(found.json == wanted.json, sourceLocation: sourceLocation)
    }
}

func value(_ expression: String, in scope: Scope = Scope()) throws -> Value {
    try Expression.parse(expression).evaluate(in: scope)
}

/// The error that an expression ends with; the test fails if it has a value.
func evaluationError(_ expression: String, in scope: Scope = Scope()) throws -> EvaluationError {
    let parsed = try Expression.parse(expression)
    return try #require(throws: EvaluationError.self) { try parsed.evaluate(in: scope) }
}

/// The error that a source is refused with; the test fails if it parses.
func syntaxError(_ expression: String) throws -> SyntaxError {
    try #require(throws: SyntaxError.self) { try Expression.parse(expression) }
}
