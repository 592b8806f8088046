/// Computes values from syntax trees, within `ExpressionLimits`.
struct Evaluator {
    private let scope: Scope
    /// The values of the names that are bound now, the innermost last; the parser counted their places.
    private var locals: [Value] = []
    private var steps = ExpressionLimits.standard.steps
    private var textBytes = ExpressionLimits.standard.textBytes

    init(scope: Scope) {
        self.scope = scope
    }

    /// The value of a whole expression, of a size that can be stored.
    mutating func result(of syntax: Syntax) throws(EvaluationError) -> Value {
        let value = try evaluate(syntax)
        try spend(on: value)
        return value
    }

    mutating func evaluate(_ syntax: Syntax) throws(EvaluationError) -> Value {
        try spend(1)
        switch syntax {
        case .literal(let value): return value
        case .text(let parts): return try text(parts)
        case .name(let name): return scope[name]
        case .local(let place): return locals.indices.contains(place) ? locals[place] : .null
        case .list(let items): return .list(try values(of: items))
        case .object(let members): return try object(members)
        case .negation(let operand): return try negate(operand)
        case .operation(let first, let operations): return try operate(first, operations)
        case .path(let root, let steps): return try follow(steps[...], from: try evaluate(root))
        case .binding(let values, let inner): return try evaluate(inner, with: try self.values(of: values))
        case .query(let query): return try run(query)
        case .call(let function, let arguments): return try function.body(arguments, &self)
        }
    }

    /// Evaluates with further names bound.
    mutating func evaluate(_ syntax: Syntax, with bindings: [Value]) throws(EvaluationError) -> Value {
        locals += bindings
        defer { locals.removeLast(bindings.count) }
        return try evaluate(syntax)
    }

    private mutating func values(of items: [Syntax]) throws(EvaluationError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(items.count)
        for item in items { values.append(try evaluate(item)) }
        return values
    }

    private mutating func text(_ parts: [Syntax]) throws(EvaluationError) -> Value {
        var text = ""
        for part in parts { text += try render(try evaluate(part)) }
        return .text(text)
    }

    private mutating func object(_ members: [Syntax.Member]) throws(EvaluationError) -> Value {
        var pairs: [(String, Value)] = []
        pairs.reserveCapacity(members.count)
        for member in members {
            let name = try render(try evaluate(member.name))
            pairs.append((name, try evaluate(member.value)))
        }
        return .object(Record(pairs))
    }
}

extension Evaluator {
    /// Takes steps from what is left of them.
    mutating func spend(_ count: Int) throws(EvaluationError) {
        guard count <= steps else {
            throw EvaluationError(
                limit: "the expression takes more than \(ExpressionLimits.standard.steps) steps; use shorter lists"
            )
        }
        steps -= count
    }

    /// Takes a step for each part of a value: before it is compared as a whole, and before it is handed out.
    ///
    /// A few nested LETs make a small value that holds the same list millions of times over, so its size is not bounded by
    /// the steps that made it.
    mutating func spend(on value: Value) throws(EvaluationError) {
        try spend(on: value, depth: 0)
    }

    private mutating func spend(on value: Value, depth: Int) throws(EvaluationError) {
        guard depth <= ExpressionLimits.standard.depth else {
            throw EvaluationError(limit: "a value is nested more than \(ExpressionLimits.standard.depth) deep")
        }
        switch value {
        case .null, .boolean, .number: try spend(1)
        case .text(let text): try spend(1 + text.utf8.count / 64)
        case .list(let items):
            try spend(1)
            for item in items { try spend(on: item, depth: depth + 1) }
        case .object(let record):
            try spend(1)
            for entry in record.entries {
                try spend(entry.name.utf8.count / 64)
                try spend(on: entry.value, depth: depth + 1)
            }
        }
    }

    /// Takes from the text that may still be produced.
    mutating func spend(textBytes count: Int) throws(EvaluationError) {
        guard count <= textBytes else { throw Evaluator.textTooLong }
        textBytes -= count
    }

    /// A value as it stands in a text.
    mutating func render(_ value: Value) throws(EvaluationError) -> String {
        let text: String
        switch value {
        case .list, .object:
            var writer = JSONText(limit: textBytes)
            writer.write(value)
            guard !writer.isCut else { throw Evaluator.textTooLong }
            text = writer.text
        case .null, .boolean, .number, .text:
            text = value.rendered
        }
        try spend(textBytes: text.utf8.count)
        return text
    }

    private static let textTooLong = EvaluationError(
        limit: "the expression produces more than \(ExpressionLimits.standard.textBytes) bytes of text"
    )
}
