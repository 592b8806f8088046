extension Parser {
    /// `FROM item [, index [, collection]] IN … [WHERE …] [ORDER BY …] [LIMIT … [OFFSET …]] [SELECT …]`.
    mutating func query() throws(SyntaxError) -> Syntax {
        try advance()
        var names = [try newName(besides: [])]
        while names.count < 3, try take(.comma) { names.append(try newName(besides: names)) }
        guard try take(.in) else {
            throw unexpected(names.count < 3 ? "`,` or IN after the name" : "IN after item, index and collection")
        }
        var query = Syntax.Query(names: names.count, source: try expression())
        if try take(.where) { query.condition = try expression(binding: names) }
        query.order = try order(names)
        if try take(.limit) {
            // Of no item in particular, so the names are not bound here.
            query.limit = try expression()
            if try take(.offset) { query.offset = try expression() }
        }
        if try take(.select) { query.selection = try selection(names) }
        return .query(query)
    }

    private mutating func expression(binding names: [String]) throws(SyntaxError) -> Syntax {
        bound += names
        defer { bound.removeLast(names.count) }
        return try expression()
    }

    private mutating func order(
        _ names: [String]
    ) throws(SyntaxError) -> (key: Syntax, direction: Syntax.Query.Direction)? {
        if try take(.order) {
            try expect(.by, " after ORDER")
        } else if try !take(.orderBy) {
            return nil
        }
        let key = try expression(binding: names)
        if try take(.descending) { return (key, .descending) }
        if try take(.desc) { return (key, .descending) }
        if try !take(.ascending) { _ = try take(.asc) }
        return (key, .ascending)
    }

    private mutating func selection(_ names: [String]) throws(SyntaxError) -> Syntax.Query.Selection {
        let isDistinct = try take(.distinct)
        let first = try expression(binding: names)
        guard token.kind == .sign(.colon) else { return .list(first, distinct: isDistinct) }
        guard !isDistinct else {
            throw error("DISTINCT is for lists; the names of an object are distinct anyway", at: token)
        }
        try advance()
        return .object(name: first, value: try expression(binding: names))
    }
}
