/// Why a text is no expression or template.
package struct SyntaxError: Error, Hashable, Sendable {
    /// What is wrong and what was expected: lower case, no full stop.
    package let message: String
    /// Where, in Unicode scalars from the start of the source.
    package let offset: Int
    /// How many scalars it covers, at least 1.
    package let length: Int

    package init(message: String, offset: Int, length: Int) {
        self.message = message
        self.offset = offset
        self.length = length
    }
}

/// Why an expression has no value.
///
/// The message never holds a value, which may be personal.
package struct EvaluationError: Error, Hashable, Sendable {
    /// The platform's identifier, such as `error.application.airscript.function.parse-phone`.
    package let identifier: String
    package let message: String

    package init(identifier: String, message: String) {
        self.identifier = identifier
        self.message = message
    }

    /// An error of a function or operator, by its name in kebab case.
    init(function name: String, _ message: String) {
        self.init(identifier: "error.application.airscript.function.\(name)", message: message)
    }

    /// An error of a form such as FROM.
    init(expression name: String, _ message: String) {
        self.init(identifier: "error.application.airscript.expression.\(name)", message: message)
    }

    /// A bound of `ExpressionLimits` that was passed.
    init(limit message: String) {
        self.init(identifier: "error.application.airscript.limit", message: message)
    }
}
