/// Computes what an expression may come to from what is known of what it reads.
struct PossibilityEvaluator {
    let knowledge: any Knowledge
    /// Whether some evaluation may have no value.
    private(set) var mayFail = false

    init(_ knowledge: any Knowledge) {
        self.knowledge = knowledge
    }

    mutating func values(of syntax: Syntax) -> PossibleValues {
        switch syntax {
        case .literal(let value): return PossibleValues(value)
        case .name(let name): return knowledge.values(of: [name])
        case .negation(let operand):
            let values = values(of: operand)
            if let single = values.single { return compute(.negation(.literal(single))) }
            return arithmetic(values) { $0.numbers?.negated }
        case .operation(let first, let operations):
            var left = values(of: first)
            for operation in operations { left = apply(operation, to: left) }
            return left
        case .call(let function, let arguments): return call(function, arguments)
        case .path(let root, let steps):
            guard let path = PossibilityEvaluator.path(root, steps) else { return unknown }
            return knowledge.values(of: path)
        case .text, .list, .object, .local, .binding, .query: return unknown
        }
    }

    /// The names of a plain path; nil for one that takes items, slices or filters.
    static func path(_ root: Syntax, _ steps: [Syntax.PathStep] = []) -> [String]? {
        guard case .name(let name) = root else { return nil }
        var path = [name]
        for step in steps {
            guard case .property(let name) = step else { return nil }
            path.append(name)
        }
        return path
    }

    private var unknown: PossibleValues {
        mutating get {
            mayFail = true
            return .any
        }
    }

    /// The value of an expression without names.
    private mutating func compute(_ syntax: Syntax) -> PossibleValues {
        var evaluator = Evaluator(scope: Scope())
        do { return PossibleValues(try evaluator.result(of: syntax)) } catch {
            mayFail = true
            return .none
        }
    }

    private mutating func call(_ function: Function, _ arguments: [Syntax]) -> PossibleValues {
        guard function.name == "IF" else {
            let values = arguments.map { self.values(of: $0) }
            let singles = values.compactMap(\.single)
            guard singles.count == values.count else { return unknown }
            return compute(.call(function, singles.map { .literal($0) }))
        }
        var result = PossibleValues.none
        var index = 0
        while index + 1 < arguments.count {
            let test = values(of: arguments[index])
            if test.mayBeTruthy { result = result.union(values(of: arguments[index + 1])) }
            guard test.mayBeFalsy else { return result }
            index += 2
        }
        return result.union(index < arguments.count ? values(of: arguments[index]) : PossibleValues(.null))
    }
}

// MARK: - Operators

extension PossibilityEvaluator {
    private mutating func apply(_ operation: Syntax.Operation, to left: PossibleValues) -> PossibleValues {
        if left.isEmpty { return .none }
        switch operation.sign {
        case .and, .or: return join(left, operation)
        case .coalesce:
            guard left.contains(.null) else { return left }
            return left.intersection(.notNull).union(values(of: operation.operand))
        default: break
        }
        let right = values(of: operation.operand)
        if right.isEmpty { return .none }
        if let left = left.single, let right = right.single {
            let literal = Syntax.Operation(sign: operation.sign, operand: .literal(right))
            return compute(.operation(.literal(left), [literal]))
        }
        switch operation.sign {
        case .equal: return left.intersection(right).isEmpty ? PossibleValues(.boolean(false)) : .booleans
        case .unequal: return left.intersection(right).isEmpty ? PossibleValues(.boolean(true)) : .booleans
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return compare(left, operation.sign, right)
        case .add: return arithmetic(left, right) { $0.plus($1) }
        case .subtract: return arithmetic(left, right) { left, right in right.negated.flatMap { left.plus($0) } }
        case .multiply: return arithmetic(left, right) { _, _ in .every }
        case .divide, .remainder:
            mayFail = true
            return arithmetic(left, right) { _, _ in .every }
        case .xor: return PossibleValues.booleans.union(PossibleValues(.null))
        case .and, .or, .coalesce: return unknown
        }
    }

    /// AND and OR: a NULL on the left is the result, and the right counts only where the left leaves it open.
    private mutating func join(_ left: PossibleValues, _ operation: Syntax.Operation) -> PossibleValues {
        var result = left.contains(.null) ? PossibleValues(.null) : .none
        let leavesOpen =
            operation.sign == .and ? left.mayBeTruthy : !left.intersection(.notNull).intersection(.falsy).isEmpty
        let settles =
            operation.sign == .and ? !left.intersection(.notNull).intersection(.falsy).isEmpty : left.mayBeTruthy
        if settles { result = result.union(PossibleValues(.boolean(operation.sign == .or))) }
        if leavesOpen {
            let right = values(of: operation.operand)
            if right.contains(.null) { result = result.union(PossibleValues(.null)) }
            if right.mayBeTruthy { result = result.union(PossibleValues(.boolean(true))) }
            if !right.intersection(.notNull).intersection(.falsy).isEmpty {
                result = result.union(PossibleValues(.boolean(false)))
            }
        }
        return result
    }

    private mutating func compare(_ left: PossibleValues, _ sign: Operator, _ right: PossibleValues) -> PossibleValues {
        let areOthers = left.mayBeOther && right.mayBeOther
        // Date-times of two zones have no order.
        if areOthers { mayFail = true }
        var mayHold = areOthers
        // Values of different kinds have no order, and then no comparison holds.
        var mayNot = left.mayBeOther || right.mayBeOther
        if let left = left.numbers, let right = right.numbers {
            let before = left.mayPrecede(right)
            let after = right.mayPrecede(left)
            let beforeOrEqual = left.mayPrecedeOrEqual(right)
            let afterOrEqual = right.mayPrecedeOrEqual(left)
            let (holds, fails) =
                switch sign {
                case .less: (before, afterOrEqual)
                case .lessOrEqual: (beforeOrEqual, after)
                case .greater: (after, beforeOrEqual)
                default: (afterOrEqual, before)
                }
            mayHold = mayHold || holds
            mayNot = mayNot || fails
        }
        return PossibleValues(anyOf: (mayHold ? [.boolean(true)] : []) + (mayNot ? [.boolean(false)] : []))
    }

    private mutating func arithmetic(
        _ left: PossibleValues,
        _ right: PossibleValues = .anyNumber,
        _ result: (NumberRange, NumberRange) -> NumberRange?
    ) -> PossibleValues {
        let null = PossibleValues(.null)
        if left == null || right == null { return null }
        let plain = PossibleValues(numbers: .every, others: .only([.null]))
        guard left.union(plain) == plain, right.union(plain) == plain else { return unknown }
        var values = PossibleValues.none
        if left.contains(.null) || right.contains(.null) { values = null }
        guard let first = left.numbers, let second = right.numbers else { return values }
        let numbers = result(first, second)
        // What is too large for a number is NULL.
        if numbers.map({ !$0.lower.isFinite || !$0.upper.isFinite }) != false { values = values.union(null) }
        return values.union(PossibleValues(numbers: numbers ?? .every, others: .only([])))
    }

    private mutating func arithmetic(
        _ operand: PossibleValues,
        _ result: (PossibleValues) -> NumberRange?
    ) -> PossibleValues {
        let negated = result(operand)
        return arithmetic(operand) { _, _ in negated }
    }
}
