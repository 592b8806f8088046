extension Expression {
    /// What the expression gives and what in it cannot be meant, from the kinds of what it reads.
    ///
    /// - Parameters:
    ///   - isTest: Whether its value decides between two ways, as that of `when` does.
    ///   - kinds: The kinds of a path of plain names, such as `["call", "from"]`; `any` where nothing is known.
    /// - Returns: The kinds of its value, and the mistakes in the order of the source.
    package func inferKinds(
        asTest isTest: Bool = false,
        where kinds: @escaping (_ path: [String]) -> ValueKinds
    ) -> (result: ValueKinds, mistakes: [KindMistake]) {
        var inference = KindInference(references: references, kinds: kinds)
        let result = isTest ? inference.inferTest(syntax) : inference.infer(syntax)
        return (result, inference.mistakes)
    }
}
