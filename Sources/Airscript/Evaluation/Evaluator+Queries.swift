extension Evaluator {
    /// An item of a query's list, with its place there.
    private struct Row {
        let index: Int
        let item: Value
        var key: OrderingKey?
    }

    /// Runs a FROM expression, its clauses in the order they are written.
    ///
    /// From NULL comes NULL.
    mutating func run(_ query: Syntax.Query) throws(EvaluationError) -> Value {
        let source = try evaluate(query.source)
        guard source != .null else { return .null }
        guard case .list(let items) = source else {
            throw EvaluationError(expression: "from", "FROM goes through a list, not through \(source.typeName)")
        }
        var rows: [Row] = []
        for (index, item) in items.enumerated() {
            try spend(1)
            let row = Row(index: index, item: item)
            if let condition = query.condition {
                guard try evaluate(condition, for: row, query, source).isTruthy else { continue }
            }
            rows.append(row)
        }
        try sort(&rows, query, source)
        if let offset = try count(query.offset, "OFFSET") { rows.removeFirst(min(offset, rows.count)) }
        if let limit = try count(query.limit, "LIMIT") { rows.removeLast(max(0, rows.count - limit)) }
        return try select(rows, query, source)
    }

    private mutating func evaluate(
        _ syntax: Syntax,
        for row: Row,
        _ query: Syntax.Query,
        _ source: Value
    ) throws(EvaluationError) -> Value {
        let bindings = [row.item, .number(Double(row.index)), source]
        return try evaluate(syntax, with: Array(bindings.prefix(query.names)))
    }

    /// Sorts by the key; equal keys keep their order, and items whose key has no order come last, in both directions.
    private mutating func sort(
        _ rows: inout [Row],
        _ query: Syntax.Query,
        _ source: Value
    ) throws(EvaluationError) {
        guard let order = query.order else { return }
        var groups: [OrderingKey.Kind: [Row]] = [:]
        var kinds: [OrderingKey.Kind] = []
        var unordered: [Row] = []
        for var row in rows {
            let value = try evaluate(order.key, for: row, query, source)
            try spend(on: value)
            row.key = OrderingKey(value)
            guard let kind = row.key?.kind else {
                unordered.append(row)
                continue
            }
            if groups[kind] == nil { kinds.append(kind) }
            groups[kind, default: []].append(row)
        }
        try expectOneZone(Set(kinds), function: "order-by")
        // Values of different kinds have no order among each other, so each kind is sorted for itself.
        rows = kinds.flatMap { kind in
            (groups[kind] ?? []).sorted { left, right in
                guard let leftKey = left.key, let rightKey = right.key else { return left.index < right.index }
                let first = order.direction == .ascending ? (leftKey, rightKey) : (rightKey, leftKey)
                if first.0.precedes(first.1) { return true }
                if first.1.precedes(first.0) { return false }
                return left.index < right.index
            }
        }
        rows += unordered
    }

    private mutating func count(_ syntax: Syntax?, _ clause: String) throws(EvaluationError) -> Int? {
        guard let syntax else { return nil }
        let value = try evaluate(syntax)
        if value == .null { return nil }
        guard case .number(let number) = value, number >= 0 else {
            throw EvaluationError(
                expression: "from",
                "\(clause) takes a number from 0, not " + (value.isNumber ? "a negative one" : value.typeName)
            )
        }
        // More than any list holds.
        return Int(min(number, 1_000_000_000))
    }

    private mutating func select(
        _ rows: [Row],
        _ query: Syntax.Query,
        _ source: Value
    ) throws(EvaluationError) -> Value {
        switch query.selection {
        case nil:
            return .list(rows.map(\.item))
        case .list(let syntax, let isDistinct)?:
            var seen: Set<Value> = []
            var results: [Value] = []
            for row in rows {
                let value = try evaluate(syntax, for: row, query, source)
                if isDistinct {
                    try spend(on: value)
                    guard seen.insert(value).inserted else { continue }
                }
                results.append(value)
            }
            return .list(results)
        case .object(let nameSyntax, let valueSyntax)?:
            var pairs: [(String, Value)] = []
            for row in rows {
                let name = try evaluate(nameSyntax, for: row, query, source)
                switch name {
                case .text, .number: break
                default: throw EvaluationError(expression: "from", "a name in SELECT is a text, not \(name.typeName)")
                }
                pairs.append((try render(name), try evaluate(valueSyntax, for: row, query, source)))
            }
            return .object(Record(pairs))
        }
    }
}

extension Value {
    fileprivate var isNumber: Bool {
        if case .number = self { true } else { false }
    }
}
