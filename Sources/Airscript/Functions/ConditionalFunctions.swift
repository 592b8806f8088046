extension FunctionLibrary {
    /// Functions that choose by a test.
    static let conditional = [
        Function(
            name: "IF",
            signature: "IF(test1, value1 [, test2, value2 ...] [, otherwise])",
            summary: """
                The value after the first test that is true, else the last argument, else NULL. NULL, FALSE and the empty \
                text are not true. Tests and values after the chosen one are not evaluated.
                """,
            examples: [
                Function.Example(#"IF(1 = 1, "same", "different")"#, #""same""#),
                Function.Example(#"IF(1 = 2, "one", 2 = 2, "two", "none")"#, #""two""#),
                Function.Example(#"IF(1 = 2, 3)"#, "NULL"),
            ],
            minimum: 2,
            maximum: nil
        ) { arguments, evaluator throws(EvaluationError) in
            var index = 0
            while index + 1 < arguments.count {
                if try evaluator.evaluate(arguments[index]).isTruthy {
                    return try evaluator.evaluate(arguments[index + 1])
                }
                index += 2
            }
            return index < arguments.count ? try evaluator.evaluate(arguments[index]) : .null
        }
    ]
}
