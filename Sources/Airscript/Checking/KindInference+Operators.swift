/// What operators give, and what they do not take.
extension KindInference {
    mutating func negate(_ operand: Syntax) -> ValueKinds {
        let first = nextReference
        let kinds = infer(operand)
        if !kinds.present.isEmpty, kinds.isDisjoint(with: [.number, .object]) {
            note(.negation(kinds.present), from: first)
            return .any
        }
        return kinds.intersection([.null, .number, .object])
    }

    mutating func operate(_ operand: Syntax, _ operations: [Syntax.Operation]) -> ValueKinds {
        let first = nextReference
        var left = infer(operand)
        for operation in operations {
            let right = infer(operation.operand)
            left = apply(operation.sign, left, right, from: first)
        }
        return left
    }

    private mutating func apply(
        _ sign: Operator,
        _ left: ValueKinds,
        _ right: ValueKinds,
        from first: Int
    ) -> ValueKinds {
        // Where either side is surely NULL or unknown altogether there is nothing to say.
        let isKnown = !left.present.isEmpty && !right.present.isEmpty
        switch sign {
        case .and, .or, .xor: return left.union(right).contains(.null) ? [.boolean, .null] : .boolean
        case .coalesce: return left.contains(.null) ? left.present.union(right) : left
        case .equal, .unequal:
            if isKnown, left.isDisjoint(with: right.present) {
                note(.equality(sign: sign.rawValue, left.present, right.present), from: first)
            }
            return .boolean
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            if isKnown, left.intersection(right).isDisjoint(with: [.number, .text, .object]) {
                note(.ordering(sign: sign.rawValue, left.present, right.present), from: first)
            }
            return .boolean
        case .add, .subtract, .multiply, .divide, .remainder:
            let result = KindInference.result(of: sign, left, right)
            guard isKnown, result.isEmpty else {
                // A number that is not finite becomes NULL, which nobody means.
                return left.union(right).contains(.null) || result.isEmpty ? result.union(.null) : result
            }
            note(.calculation(sign: sign.rawValue, left.present, right.present), from: first)
            return .any
        }
    }

    /// The kinds that an arithmetic operator gives; none where it takes no pair of these.
    private static func result(of sign: Operator, _ left: ValueKinds, _ right: ValueKinds) -> ValueKinds {
        var result: ValueKinds = []
        let both = left.intersection(right)
        if both.contains(.number) { result.insert(.number) }
        switch sign {
        case .add: result.formUnion(both.intersection([.text, .list, .object]))
        case .subtract: result.formUnion(both.intersection(.object))
        case .multiply:
            let isMoney = left.contains(.object) && right.contains(.number)
            if isMoney || left.contains(.number) && right.contains(.object) { result.insert(.object) }
        case .divide: if left.contains(.object), right.contains(.number) { result.insert(.object) }
        default: break
        }
        return result
    }
}
