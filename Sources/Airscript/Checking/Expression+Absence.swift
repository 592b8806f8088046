extension Expression {
    /// The references whose NULL would be lost: spoken as nothing, or turning a sum into NULL and an order into FALSE.
    ///
    /// A name that the expression asks about anywhere is none of them: `IF(name = NULL, "", name)`, `name ?? "there"`,
    /// `answer = "yes"`, `IF(name, …)`. Whoever wrote that has an answer for when it is missing.
    ///
    /// - Parameter isTest: Whether its value decides between two ways, as that of `when` does.
    /// - Returns: The references in the order of the source.
    package func readsWithoutGuard(asTest isTest: Bool = false) -> [Reference] {
        references(butThoseOf: pathsAskedAbout(asTest: isTest, orCompared: true))
    }

    /// The references of names that the expression takes to be there: it never asks whether they are NULL.
    ///
    /// - Parameter isTest: Whether its value decides between two ways.
    /// - Returns: The references in the order of the source; `answer = "yes"` is one, `answer <> NULL` is none.
    package func readsTakenToBeThere(asTest isTest: Bool = false) -> [Reference] {
        references(butThoseOf: pathsAskedAbout(asTest: isTest, orCompared: false))
    }

    private func references(butThoseOf paths: Set<[String]>) -> [Reference] {
        guard !paths.isEmpty else { return references }
        return references.filter { !paths.contains($0.path) && !paths.contains(Array($0.path.prefix(1))) }
    }

    private func pathsAskedAbout(asTest isTest: Bool, orCompared countsComparing: Bool) -> Set<[String]> {
        guard !references.isEmpty else { return [] }
        var search = QuestionSearch(references: references, countsComparing: countsComparing)
        search.visit(syntax, asTest: isTest)
        return search.paths
    }
}

/// Finds the paths that an expression asks about; like every walk of a tree here it goes in the order of the source.
private struct QuestionSearch {
    let references: [Reference]
    /// Whether a comparison with something else than NULL counts.
    let countsComparing: Bool
    private(set) var paths: Set<[String]> = []
    private var nextReference = 0

    init(references: [Reference], countsComparing: Bool) {
        self.references = references
        self.countsComparing = countsComparing
    }

    /// Visits a part; where it is a test, or one side of one, what it reads is asked about.
    mutating func visit(_ syntax: Syntax, asTest isTest: Bool) {
        switch syntax {
        case .literal, .local: break
        case .name:
            if isTest, references.indices.contains(nextReference) { paths.insert(references[nextReference].path) }
            nextReference += 1
        case .text(let parts), .list(let parts): for part in parts { visit(part, asTest: false) }
        case .object(let members):
            for member in members {
                visit(member.name, asTest: false)
                visit(member.value, asTest: false)
            }
        case .negation(let operand): visit(operand, asTest: false)
        case .operation(let first, let operations):
            visit(first, asTest: operations.first.map { asks($0.sign, first, $0.operand) } ?? false)
            for operation in operations {
                visit(operation.operand, asTest: asks(operation.sign, first, operation.operand))
            }
        case .path(let root, let steps):
            visit(root, asTest: isTest)
            for step in steps { visit(step) }
        case .binding(let values, let inner):
            // What is asked about the bound name is asked about this.
            for value in values { visit(value, asTest: true) }
            visit(inner, asTest: isTest)
        case .query(let query): visit(query)
        case .call(let function, let arguments):
            for (index, argument) in arguments.enumerated() {
                let isTest = function.name == "IF" && index.isMultiple(of: 2) && index < arguments.count - 1
                // What another function makes of NULL is its own affair.
                visit(argument, asTest: isTest || function.name != "IF")
            }
        }
    }

    private mutating func visit(_ query: Syntax.Query) {
        visit(query.source, asTest: true)
        for part in [query.condition, query.order?.key, query.limit, query.offset].compactMap(\.self) {
            visit(part, asTest: true)
        }
        switch query.selection {
        case nil: break
        case .list(let item, _)?: visit(item, asTest: false)
        case .object(let name, let value)?:
            visit(name, asTest: false)
            visit(value, asTest: false)
        }
    }

    private mutating func visit(_ step: Syntax.PathStep) {
        switch step {
        case .property, .each: break
        case .item(let key): visit(key, asTest: false)
        case .slice(let first, let last):
            if let first { visit(first, asTest: false) }
            if let last { visit(last, asTest: false) }
        case .filter(let test): visit(test, asTest: true)
        }
    }

    /// Whether the operator has an answer of its own for NULL on one of its sides.
    private func asks(_ sign: Operator, _ left: Syntax, _ right: Syntax) -> Bool {
        switch sign {
        case .coalesce, .and, .or, .xor: true
        case .equal, .unequal: countsComparing || left.isNull || right.isNull
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide, .remainder: false
        }
    }
}

extension Syntax {
    fileprivate var isNull: Bool {
        if case .literal(.null) = self { true } else { false }
    }
}
