extension Evaluator {
    /// Applies operators of one precedence from left to right; the right operand is evaluated only where it is needed.
    mutating func operate(_ first: Syntax, _ operations: [Syntax.Operation]) throws(EvaluationError) -> Value {
        var left = try evaluate(first)
        for operation in operations { left = try apply(operation, to: left) }
        return left
    }

    private mutating func apply(_ operation: Syntax.Operation, to left: Value) throws(EvaluationError) -> Value {
        switch operation.sign {
        case .and:
            // Not SQL's logic: a NULL on the left is the result, whatever the right is.
            guard left != .null else { return .null }
            return left.isTruthy ? truth(of: try evaluate(operation.operand)) : .boolean(false)
        case .or:
            guard left != .null else { return .null }
            return left.isTruthy ? .boolean(true) : truth(of: try evaluate(operation.operand))
        case .coalesce:
            return left == .null ? try evaluate(operation.operand) : left
        case .xor:
            let right = try evaluate(operation.operand)
            guard left != .null, right != .null else { return .null }
            return .boolean(left.isTruthy != right.isTruthy)
        case .equal:
            return .boolean(try areEqual(left, try evaluate(operation.operand)))
        case .unequal:
            return .boolean(!(try areEqual(left, try evaluate(operation.operand))))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .boolean(try compare(left, operation.sign, try evaluate(operation.operand)))
        case .add, .subtract, .multiply, .divide, .remainder:
            return try calculate(left, operation.sign, try evaluate(operation.operand))
        }
    }

    private func truth(of value: Value) -> Value {
        value == .null ? .null : .boolean(value.isTruthy)
    }

    /// Whether two values are the same through and through; values of different types are not.
    private mutating func areEqual(_ left: Value, _ right: Value) throws(EvaluationError) -> Bool {
        // Comparing takes no more steps than the left value has parts.
        try spend(on: left)
        return left == right
    }

    private mutating func compare(
        _ left: Value,
        _ sign: Operator,
        _ right: Value
    ) throws(EvaluationError) -> Bool {
        try spend(on: left)
        guard let leftKey = OrderingKey(left), let rightKey = OrderingKey(right) else { return false }
        try expectOneZone([leftKey.kind, rightKey.kind], function: "ordering")
        guard leftKey.kind == rightKey.kind else { return false }
        return switch sign {
        case .less: leftKey.precedes(rightKey)
        case .lessOrEqual: !rightKey.precedes(leftKey)
        case .greater: rightKey.precedes(leftKey)
        default: !leftKey.precedes(rightKey)
        }
    }

    /// Fails where date-times of several zones would be compared by their wall clocks.
    func expectOneZone(_ kinds: Set<OrderingKey.Kind>, function: String) throws(EvaluationError) {
        var zones = 0
        for case .dateTime in kinds { zones += 1 }
        guard zones < 2 else {
            throw EvaluationError(
                function: function,
                "date-times in different time zones have no order; bring them to one zone first"
            )
        }
    }
}
