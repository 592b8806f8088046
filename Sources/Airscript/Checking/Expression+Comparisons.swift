extension Expression {
    /// What an expression holds its paths against, and what else it does with them.
    package struct Comparisons: Hashable, Sendable {
        /// One path and what it is held against.
        package struct Comparison: Hashable, Sendable {
            package enum Other: Hashable, Sendable {
                /// A value that is written in the expression, or follows from one: `age + 1 > 18` holds `age` against 17 too.
                case value(Value)
                case path([String])
                /// Whether it is true, as `IF(known, …)` asks.
                case truth
            }

            package let path: [String]
            package let other: Other
        }

        /// Each comparison once, in the order of the source.
        package fileprivate(set) var all: [Comparison] = []
        /// The paths that the expression computes with, beside comparing them.
        package fileprivate(set) var computed: Set<[String]> = []
        /// The values that are written in the expression, each once.
        package fileprivate(set) var values: [Value] = []
    }

    /// What the expression's paths are compared with: the values at which its outcome may change.
    ///
    /// There may be more than matter, and where a function computes in between there may be fewer.
    ///
    /// - Parameter isTest: Whether its value decides between two ways, as that of `when` does.
    /// - Returns: The comparisons.
    package func comparisons(asTest isTest: Bool = false) -> Comparisons {
        var search = ComparisonSearch()
        search.visit(syntax, asTest: isTest)
        search.noteValues(in: syntax)
        return search.result
    }
}

/// Finds comparisons in the order of the source.
private struct ComparisonSearch {
    private(set) var result = Expression.Comparisons()
    private var seen: Set<Expression.Comparisons.Comparison> = []

    /// How many paths and values are crossed with each other where it is not plain which belong together.
    private static let mixLimit = 32

    mutating func noteValues(in syntax: Syntax) {
        for value in syntax.values.prefix(256) where !result.values.contains(value) { result.values.append(value) }
    }

    mutating func visit(_ syntax: Syntax, asTest isTest: Bool) {
        if let path = syntax.plainPath {
            if isTest { note(path, .truth) } else { result.computed.insert(path) }
            return
        }
        switch syntax {
        case .literal, .local, .name: break
        case .path, .binding, .query: mix(syntax.paths, syntax.values)
        case .negation(let operand): visit(operand, asTest: false)
        case .operation(let first, let operations):
            var left = first
            for operation in operations {
                visit(left, operation)
                left = operation.operand
            }
        case .call(let function, let arguments) where function.name == "IF":
            for (index, argument) in arguments.enumerated() {
                let decides = index.isMultiple(of: 2) && index < arguments.count - 1
                visit(argument, asTest: decides || isTest)
            }
        case .call:
            // What a function makes of them is its own affair; its other arguments are the best guess.
            mix(syntax.paths, syntax.values)
        case .text, .list, .object: for part in syntax.parts { visit(part, asTest: false) }
        }
    }

    /// One operator with the operand on each side; in a row of several the middle ones are visited twice, which does no harm.
    private mutating func visit(_ left: Syntax, _ operation: Syntax.Operation) {
        let right = operation.operand
        switch operation.sign {
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: compare(left, right)
        case .and, .or, .xor:
            visit(left, asTest: true)
            visit(right, asTest: true)
        case .coalesce:
            for path in left.paths { note(path, .value(.null)) }
            visit(left, asTest: false)
            visit(right, asTest: false)
        case .add, .subtract, .multiply, .divide, .remainder:
            visit(left, asTest: false)
            visit(right, asTest: false)
        }
    }

    private mutating func compare(_ left: Syntax, _ right: Syntax) {
        for (side, other) in [(left, right), (right, left)] {
            guard let path = replacing(side) else { continue }
            if let value = other.constant {
                note(path, .value(value))
            } else if let second = replacing(other) {
                note(path, .path(second))
            }
        }
        let isPlain = [left, right].allSatisfy { replacing($0) != nil || $0.constant != nil }
        guard !isPlain else { return }
        for (side, other) in [(left, right), (right, left)] {
            guard let (path, shift) = side.shifted, case .number(let bound)? = other.constant else { continue }
            note(path, .value(.number(bound - shift)))
        }
        mix(left.paths + right.paths, left.values + right.values)
        for first in left.paths.prefix(ComparisonSearch.mixLimit) {
            for second in right.paths.prefix(ComparisonSearch.mixLimit) {
                note(first, .path(second))
                note(second, .path(first))
            }
        }
    }

    /// The path of `path` and of `path ?? value`.
    private mutating func replacing(_ syntax: Syntax) -> [String]? {
        if let path = syntax.plainPath { return path }
        guard case .operation(let first, let operations) = syntax, let path = first.plainPath,
            operations.count == 1, operations[0].sign == .coalesce, let value = operations[0].operand.constant
        else { return nil }
        note(path, .value(.null))
        note(path, .value(value))
        return path
    }

    /// All paths with all values, where it is not plain which belong together.
    private mutating func mix(_ paths: [[String]], _ values: [Value]) {
        result.computed.formUnion(paths)
        for path in paths.prefix(ComparisonSearch.mixLimit) {
            for value in values.prefix(ComparisonSearch.mixLimit) { note(path, .value(value)) }
        }
    }

    private mutating func note(_ path: [String], _ other: Expression.Comparisons.Comparison.Other) {
        let comparison = Expression.Comparisons.Comparison(path: path, other: other)
        if seen.insert(comparison).inserted { result.all.append(comparison) }
    }
}

extension Syntax {
    /// The names, where it is a path of nothing else.
    fileprivate var plainPath: [String]? {
        switch self {
        case .name: PossibilityEvaluator.path(self)
        case .path(let root, let steps): PossibilityEvaluator.path(root, steps)
        default: nil
        }
    }

    /// The value of a literal, and of a number with its sign.
    fileprivate var constant: Value? {
        switch self {
        case .literal(let value): value
        case .negation(.literal(.number(let number))): .number(-number)
        default: nil
        }
    }

    /// A path with a number added to it, or taken from it.
    fileprivate var shifted: (path: [String], by: Double)? {
        guard case .operation(let first, let operations) = self, operations.count == 1, let path = first.plainPath,
            case .number(let number)? = operations[0].operand.constant
        else { return nil }
        switch operations[0].sign {
        case .add: return (path, number)
        case .subtract: return (path, -number)
        default: return nil
        }
    }

    /// The parts it is made of.
    fileprivate var parts: [Syntax] {
        switch self {
        case .literal, .name, .local: []
        case .text(let parts), .list(let parts): parts
        case .object(let members): members.flatMap { [$0.name, $0.value] }
        case .negation(let operand): [operand]
        case .operation(let first, let operations): [first] + operations.map(\.operand)
        case .path(let root, let steps): [root] + steps.flatMap(\.parts)
        case .binding(let values, let inner): values + [inner]
        case .query(let query): query.parts
        case .call(_, let arguments): arguments
        }
    }

    fileprivate var paths: [[String]] { plainPath.map { [$0] } ?? parts.flatMap(\.paths) }
    fileprivate var values: [Value] { constant.map { [$0] } ?? parts.flatMap(\.values) }
}

extension Syntax.PathStep {
    fileprivate var parts: [Syntax] {
        switch self {
        case .property, .each: []
        case .item(let key): [key]
        case .slice(let first, let last): [first, last].compactMap(\.self)
        case .filter(let test): [test]
        }
    }
}

extension Syntax.Query {
    fileprivate var parts: [Syntax] {
        let selected: [Syntax] =
            switch selection {
            case nil: []
            case .list(let item, _)?: [item]
            case .object(let name, let value)?: [name, value]
            }
        return [source] + [condition, order?.key, limit, offset].compactMap(\.self) + selected
    }
}
