extension Evaluator {
    /// Follows a path into a value; what is not there is NULL, and so is every step into NULL.
    mutating func follow(
        _ steps: ArraySlice<Syntax.PathStep>,
        from start: Value
    ) throws(EvaluationError) -> Value {
        var value = start
        for (index, step) in zip(steps.indices, steps) {
            try spend(1)
            switch step {
            case .property(let name):
                value = value.property(name)
            case .item(let key):
                value = value.item(try evaluate(key))
            case .slice(let first, let last):
                value = try slice(value, from: first, to: last)
            case .filter(let test):
                value = try filter(value, test)
            case .each:
                guard case .list(let items) = value else { return .null }
                var results: [Value] = []
                results.reserveCapacity(items.count)
                for item in items {
                    try spend(1)
                    results.append(try follow(steps[(index + 1)...], from: item))
                }
                return .list(results)
            }
        }
        return value
    }

    private mutating func slice(
        _ value: Value,
        from first: Syntax?,
        to last: Syntax?
    ) throws(EvaluationError) -> Value {
        guard case .list(let items) = value else { return .null }
        let lower = max(0, try bound(first) ?? 0).rounded(.up)
        let upper = min(Double(items.count - 1), try bound(last) ?? .infinity).rounded(.down)
        guard lower <= upper else { return .list([]) }
        let places = Int(lower)...Int(upper)
        try spend(places.count)
        return .list(Array(items[places]))
    }

    private mutating func bound(_ syntax: Syntax?) throws(EvaluationError) -> Double? {
        guard let syntax else { return nil }
        switch try evaluate(syntax) {
        case .number(let number): return number
        case .null: return nil
        case let other:
            throw EvaluationError(
                expression: "slice",
                "the places in `[first:last]` are numbers, not \(other.typeName)"
            )
        }
    }

    private mutating func filter(_ value: Value, _ test: Syntax) throws(EvaluationError) -> Value {
        guard case .list(let items) = value else { return .null }
        var kept: [Value] = []
        for item in items where try evaluate(test, with: [item]).isTruthy { kept.append(item) }
        return .list(kept)
    }
}

extension Value {
    fileprivate func property(_ name: String) -> Value {
        guard case .object(let record) = self else { return .null }
        return record[name] ?? .null
    }

    fileprivate func item(_ key: Value) -> Value {
        switch (self, key) {
        case (.list(let items), .number(let number)):
            guard number == number.rounded(), number >= 0, number < Double(items.count) else { return .null }
            return items[Int(number)]
        case (.object, .text(let name)):
            return property(name)
        default:
            return .null
        }
    }
}
