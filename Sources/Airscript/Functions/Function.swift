/// A function that expressions may call.
package struct Function: Sendable {
    /// A call with what it gives, both as expressions; examples are documentation and tests.
    package struct Example: Hashable, Sendable {
        package let call: String
        package let result: String

        init(_ call: String, _ result: String) {
            self.call = call
            self.result = result
        }
    }

    /// Computes the value.
    ///
    /// The arguments come unevaluated, so that a function evaluates only those it needs.
    typealias Body =
        @Sendable (_ arguments: [Syntax], _ evaluator: inout Evaluator) throws(EvaluationError) -> Value

    /// In upper case, as it is called.
    package let name: String
    /// The call's form, such as `IF(test, value [, otherwise])`.
    package let signature: String
    /// What it gives, in a sentence or two.
    package let summary: String
    package let examples: [Example]
    /// The fewest arguments.
    let minimum: Int
    /// The most arguments; nil when there may be any number.
    let maximum: Int?
    let body: Body

    init(
        name: String,
        signature: String,
        summary: String,
        examples: [Example],
        minimum: Int,
        maximum: Int?,
        body: @escaping Body
    ) {
        self.name = name
        self.signature = signature
        self.summary = summary
        self.examples = examples
        self.minimum = minimum
        self.maximum = maximum
        self.body = body
    }

    /// Why a call with so many arguments is wrong; nil when it is right.
    func refusal(ofCount count: Int) -> String? {
        guard count < minimum || maximum.map({ count > $0 }) == true else { return nil }
        let taken =
            switch maximum {
            case nil: "at least \(minimum)"
            case minimum?: "\(minimum)"
            case let maximum?: "\(minimum) to \(maximum)"
            }
        let noun = (maximum ?? minimum) == 1 ? "argument" : "arguments"
        return "\(name) takes \(taken) \(noun), not \(count): \(signature)"
    }
}
