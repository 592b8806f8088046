/// Tells the kinds of a tree's values and collects what cannot be meant.
///
/// It walks the tree in the order of the source, once through each part: so the n-th name that it meets is the n-th
/// reference, and a mistake can say where it stands. What it does not know it takes to be anything, and says nothing.
struct KindInference {
    /// The kinds of a path of plain names in the scope.
    let kinds: (_ path: [String]) -> ValueKinds
    let references: [Reference]
    private(set) var mistakes: [KindMistake] = []

    private(set) var nextReference = 0
    /// The kinds of the names that LET, FROM and filters have bound here, the innermost last.
    private var locals: [ValueKinds] = []

    init(references: [Reference], kinds: @escaping (_ path: [String]) -> ValueKinds) {
        self.references = references
        self.kinds = kinds
    }

    mutating func infer(_ syntax: Syntax) -> ValueKinds {
        switch syntax {
        case .literal(let value): return ValueKinds(of: value)
        case .text(let parts):
            visit(parts)
            return .text
        case .name: return takeName(path: [])
        case .local(let place): return locals.indices.contains(place) ? locals[place] : .any
        case .list(let items):
            visit(items)
            return .list
        case .object(let members):
            for member in members {
                _ = infer(member.name)
                _ = infer(member.value)
            }
            return .object
        case .negation(let operand): return negate(operand)
        case .operation(let first, let operations): return operate(first, operations)
        case .path(let root, let steps): return follow(steps, from: root)
        case .binding(let values, let inner):
            let kinds = values.map { infer($0) }
            return infer(inner, binding: kinds)
        case .query(let query): return run(query)
        case .call(let function, let arguments): return call(function, arguments)
        }
    }

    /// Notes a test that is always true.
    mutating func inferTest(_ syntax: Syntax) -> ValueKinds {
        let first = nextReference
        let kinds = infer(syntax)
        // A constant is a matter of its own.
        if nextReference > first, kinds.isDisjoint(with: [.null, .boolean, .text]), !kinds.isEmpty {
            note(.test(kinds), from: first)
        }
        return kinds
    }

    private mutating func visit(_ items: [Syntax]) {
        for item in items { _ = infer(item) }
    }

    private mutating func infer(_ syntax: Syntax, binding kinds: [ValueKinds]) -> ValueKinds {
        locals += kinds
        defer { locals.removeLast(kinds.count) }
        return infer(syntax)
    }

    mutating func note(_ reason: KindMistake.Reason, from first: Int) {
        let reference = first < nextReference && references.indices.contains(first) ? references[first] : nil
        mistakes.append(KindMistake(reason: reason, reference: reference))
    }
}

// MARK: - Names and paths

extension KindInference {
    /// The kinds of the next name of the scope with the plain names after it.
    private mutating func takeName(path names: [String]) -> ValueKinds {
        defer { nextReference += 1 }
        guard references.indices.contains(nextReference), let root = references[nextReference].path.first else {
            return .any
        }
        return kinds([root] + names)
    }

    private mutating func follow(_ steps: [Syntax.PathStep], from root: Syntax) -> ValueKinds {
        let first = nextReference
        var names: [String] = []
        for case .property(let name) in steps.prefix(while: \.isProperty) { names.append(name) }
        if case .name = root {
            let found = takeName(path: names)
            if let name = names.first, let base = references[safe: first]?.path.first {
                noteProperty(name, of: kinds([base]), from: first)
            }
            if names.count == steps.count { return found }
        } else {
            let base = infer(root)
            if let name = names.first { noteProperty(name, of: base, from: first) }
        }
        for step in steps.dropFirst(names.count) { visit(step) }
        return .any
    }

    private mutating func noteProperty(_ name: String, of kinds: ValueKinds, from first: Int) {
        guard !kinds.contains(.object), !kinds.present.isEmpty else { return }
        note(.property(name: name, kinds.present), from: first)
    }

    private mutating func visit(_ step: Syntax.PathStep) {
        switch step {
        case .property, .each: break
        case .item(let key): _ = infer(key)
        case .slice(let first, let last):
            if let first { _ = infer(first) }
            if let last { _ = infer(last) }
        case .filter(let test): _ = infer(test, binding: [.any])
        }
    }
}

// MARK: - Queries and calls

extension KindInference {
    private mutating func run(_ query: Syntax.Query) -> ValueKinds {
        _ = infer(query.source)
        let bound = Array([ValueKinds.any, .number, .list].prefix(query.names))
        if let condition = query.condition { _ = infer(condition, binding: bound) }
        if let order = query.order { _ = infer(order.key, binding: bound) }
        if let limit = query.limit { _ = infer(limit) }
        if let offset = query.offset { _ = infer(offset) }
        switch query.selection {
        case nil: return [.list, .null]
        case .list(let item, _)?:
            _ = infer(item, binding: bound)
            return [.list, .null]
        case .object(let name, let value)?:
            _ = infer(name, binding: bound)
            _ = infer(value, binding: bound)
            return [.object, .null]
        }
    }

    /// `IF` gives one of its values; what any other function gives is not told yet.
    private mutating func call(_ function: Function, _ arguments: [Syntax]) -> ValueKinds {
        guard function.name == "IF" else {
            visit(arguments)
            return .any
        }
        var result: ValueKinds = []
        for (index, argument) in arguments.enumerated() {
            let isOtherwise = index.isMultiple(of: 2) && index == arguments.count - 1
            if index.isMultiple(of: 2), !isOtherwise {
                _ = inferTest(argument)
            } else {
                result.formUnion(infer(argument))
            }
        }
        return arguments.count.isMultiple(of: 2) ? result.union(.null) : result
    }
}

extension Syntax.PathStep {
    fileprivate var isProperty: Bool {
        if case .property = self { true } else { false }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
