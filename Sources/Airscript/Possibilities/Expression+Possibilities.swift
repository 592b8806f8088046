extension Expression {
    /// What the expression may come to.
    package struct Outcome: Hashable, Sendable {
        /// Empty when it always fails.
        package let values: PossibleValues
        /// Whether it may have no value, so that the call ends with an apology.
        package let mayFail: Bool
    }

    /// What follows for a name from how a test came out.
    package struct Assumption: Hashable, Sendable {
        /// The path as the expression reads it.
        package let path: [String]
        package let values: PossibleValues
    }

    /// Whether nothing that the expression reads can change its value.
    package var isConstant: Bool { references.isEmpty }

    /// What the expression may come to, from what is known of what it reads.
    package func outcome(knowing knowledge: some Knowledge) -> Outcome {
        if let values = singles(knowledge) {
            do { return Outcome(values: PossibleValues(try evaluate(in: Scope(values))), mayFail: false) } catch {
                return Outcome(values: .none, mayFail: true)
            }
        }
        var evaluator = PossibilityEvaluator(knowledge)
        let values = evaluator.values(of: syntax)
        return Outcome(values: values, mayFail: evaluator.mayFail)
    }

    /// What is true of single names where the expression, as a test, came out so; there may be more than is told.
    package func assumptions(outcome isTrue: Bool, knowing knowledge: some Knowledge) -> [Assumption] {
        Assumptions(knowledge: knowledge).of(syntax, isTrue)
    }

    /// The whole values of the names that are read, where each has but one.
    private func singles(_ knowledge: some Knowledge) -> [String: Value]? {
        var values: [String: Value] = [:]
        for reference in references {
            guard let name = reference.path.first else { return nil }
            if values[name] != nil { continue }
            guard let value = knowledge.values(of: [name]).single else { return nil }
            values[name] = value
        }
        return values
    }
}

/// Reads back from a test's outcome what its names must be.
private struct Assumptions {
    let knowledge: any Knowledge

    func of(_ syntax: Syntax, _ isTrue: Bool) -> [Expression.Assumption] {
        switch syntax {
        case .name, .path:
            guard let path = path(of: syntax) else { return [] }
            return [Expression.Assumption(path: path, values: isTrue ? .truthy : .falsy)]
        case .operation(let first, let operations):
            guard let sign = operations.first?.sign, operations.allSatisfy({ $0.sign == sign }) else { return [] }
            let operands = [first] + operations.map(\.operand)
            switch sign {
            case .and: return isTrue ? operands.flatMap { of($0, true) } : last(of: operands, mustBe: false)
            case .or: return isTrue ? last(of: operands, mustBe: true) : disjunctionFailed(operands)
            default: break
            }
            guard operands.count == 2 else { return [] }
            return compared(operands[0], sign, operands[1], isTrue)
                + compared(operands[1], sign.turned, operands[0], isTrue)
        case .literal, .text, .local, .list, .object, .negation, .binding, .query, .call: return []
        }
    }

    /// The one operand that is left to decide the outcome, where the others cannot.
    private func last(of operands: [Syntax], mustBe isTrue: Bool) -> [Expression.Assumption] {
        let open = operands.filter { operand in
            let values = values(of: operand)
            return isTrue ? values.mayBeTruthy : values.mayBeFalsy
        }
        return open.count == 1 ? of(open[0], isTrue) : []
    }

    /// An OR is also not true where its left side is NULL, whatever the right side is.
    private func disjunctionFailed(_ operands: [Syntax]) -> [Expression.Assumption] {
        var assumptions: [Expression.Assumption] = []
        for operand in operands {
            assumptions += of(operand, false)
            if values(of: operand).contains(.null) { break }
        }
        return assumptions
    }

    private func compared(
        _ operand: Syntax,
        _ sign: Operator,
        _ other: Syntax,
        _ isTrue: Bool
    ) -> [Expression.Assumption] {
        guard let path = path(of: operand) else { return [] }
        let others = values(of: other)
        let mine = values(of: operand)
        let values: PossibleValues?
        switch (sign, isTrue) {
        case (.equal, true), (.unequal, false): values = others
        case (.equal, false), (.unequal, true): values = others.single.map { PossibleValues.any.removing($0) }
        case (.less, true): values = numbers(of: others).flatMap { below($0.upper, isOpen: true) }
        case (.lessOrEqual, true): values = numbers(of: others).flatMap { below($0.upper, isOpen: $0.isUpperOpen) }
        case (.greater, true): values = numbers(of: others).flatMap { above($0.lower, isOpen: true) }
        case (.greaterOrEqual, true): values = numbers(of: others).flatMap { above($0.lower, isOpen: $0.isLowerOpen) }
        // Where it does not hold, what is no number stays possible.
        case (.less, false): values = single(others).flatMap { with(mine, above($0, isOpen: false)) }
        case (.lessOrEqual, false): values = single(others).flatMap { with(mine, above($0, isOpen: true)) }
        case (.greater, false): values = single(others).flatMap { with(mine, below($0, isOpen: false)) }
        case (.greaterOrEqual, false): values = single(others).flatMap { with(mine, below($0, isOpen: true)) }
        default: values = nil
        }
        return values.map { [Expression.Assumption(path: path, values: $0)] } ?? []
    }

    /// The numbers of what can be nothing but a number.
    private func numbers(of values: PossibleValues) -> NumberRange? { values.mayBeOther ? nil : values.numbers }

    private func single(_ values: PossibleValues) -> Double? { numbers(of: values)?.single }

    private func below(_ bound: Double, isOpen: Bool) -> PossibleValues? {
        NumberRange(from: -.infinity, to: bound, isUpperOpen: isOpen).map {
            PossibleValues(numbers: $0, others: .only([]))
        }
    }

    private func above(_ bound: Double, isOpen: Bool) -> PossibleValues? {
        NumberRange(from: bound, to: .infinity, isLowerOpen: isOpen).map {
            PossibleValues(numbers: $0, others: .only([]))
        }
    }

    private func with(_ values: PossibleValues, _ numbers: PossibleValues?) -> PossibleValues? {
        numbers.map { PossibleValues(numbers: $0.numbers, others: values.others) }
    }

    private func values(of syntax: Syntax) -> PossibleValues {
        var evaluator = PossibilityEvaluator(knowledge)
        return evaluator.values(of: syntax)
    }

    private func path(of syntax: Syntax) -> [String]? {
        switch syntax {
        case .name: PossibilityEvaluator.path(syntax)
        case .path(let root, let steps): PossibilityEvaluator.path(root, steps)
        default: nil
        }
    }
}

extension Operator {
    /// The operator with its sides exchanged.
    fileprivate var turned: Operator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
