package import Telephony

/// Digits that the caller types, kept in a variable.
///
/// ```yaml
/// account:
///   type: touchtone_capture
///   prompt: "Please type your eight digit account number."
///   variable: account
///   digits: 8                        # or min_digits and max_digits
///   finish_on_key: "#"
///   timeout: 5s
///   validate: account <> "00000000"
///   no_input: {prompts: ["I did not hear any keys."], then: operator}
///   no_match: {prompts: ["That is not an account number."], then: operator}
///   on_capture: [{set: {known: TRUE}}]
///   go: balance
/// ```
package struct TouchtoneCapture: Hashable, Sendable {
    package let prompt: Prompt
    /// The variable that receives the digits as text.
    package let variable: String
    package let variableLocation: SourceLocation
    package let minDigits: Int
    package let maxDigits: Int
    /// The key that ends the input and is not part of it; nil when `*` and `#` are digits like the others.
    package let finishOnKey: Key?
    package let timeout: Duration
    package let noInput: Retries?
    package let noMatch: Retries?
    /// Must be true for the digits to be taken; it sees them under the variable's name.
    ///
    /// A wrong answer otherwise.
    package let validate: LocatedExpression?
    package let onCapture: [Action]
    package let go: Target

    package init(
        prompt: Prompt,
        variable: String,
        variableLocation: SourceLocation,
        minDigits: Int,
        maxDigits: Int,
        finishOnKey: Key?,
        timeout: Duration,
        noInput: Retries?,
        noMatch: Retries?,
        validate: LocatedExpression?,
        onCapture: [Action],
        go: Target
    ) {
        self.prompt = prompt
        self.variable = variable
        self.variableLocation = variableLocation
        self.minDigits = minDigits
        self.maxDigits = maxDigits
        self.finishOnKey = finishOnKey
        self.timeout = timeout
        self.noInput = noInput
        self.noMatch = noMatch
        self.validate = validate
        self.onCapture = onCapture
        self.go = go
    }

    package var edges: [Edge] {
        var edges = [Edge(.next, to: go)]
        if let then = noInput?.then { edges.append(Edge(.noInput, to: then)) }
        if let then = noMatch?.then { edges.append(Edge(.noMatch, to: then)) }
        return edges
    }
}
