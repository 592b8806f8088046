extension Parser {
    /// A value with the path after it.
    mutating func postfix() throws(SyntaxError) -> Syntax {
        let base = try value()
        var steps: [Syntax.PathStep] = []
        while true {
            if try take(.dot) {
                steps.append(.property(try propertyName()))
            } else if token.kind == .sign(.leftBracket) {
                steps.append(try bracket())
            } else {
                break
            }
        }
        if steps.isEmpty { return base }
        // The plain names of a path were read with its first name; the rest of it goes into the same node. Only after a
        // star do brackets around the first part mean something: they end what is done with each item.
        if case .path(let root, let first) = base, !first.contains(where: \.isEach) {
            return .path(root, first + steps)
        }
        return .path(base, steps)
    }

    /// A name of the scope or of LET, FROM, or a call; with the plain names after it.
    mutating func name(_ word: String) throws(SyntaxError) -> Syntax {
        let place = token
        try advance()
        if token.kind == .sign(.leftParenthesis) { return try call(word, at: place) }
        let local = bound.lastIndex(of: word)
        var path = [word]
        while token.kind == .sign(.dot) {
            try advance()
            path.append(try propertyName())
        }
        switch token.kind {
        case .sign(.hash):
            throw try userFunction(namespace: path.joined(separator: "."), at: place)
        case .sign(.leftParenthesis):
            throw SyntaxError(
                message: "only a function can be called, and a function's name has no dot",
                offset: place.offset,
                length: end - place.offset
            )
        default: break
        }
        if local == nil { references.append(Reference(path: path, offset: place.offset)) }
        let root = local.map { Syntax.local($0) } ?? .name(word)
        return path.count == 1 ? root : .path(root, path.dropFirst().map { .property($0) })
    }

    /// The name after a dot; here a keyword is a name as any other.
    private mutating func propertyName() throws(SyntaxError) -> String {
        guard case .word(let word) = token.kind else { throw unexpected("a name after the `.`") }
        try advance()
        return word
    }

    private mutating func bracket() throws(SyntaxError) -> Syntax.PathStep {
        try advance()
        let step: Syntax.PathStep
        switch token.kind {
        case .sign(.star):
            try advance()
            step = .each
        case .sign(.question):
            step = try filter()
        case .sign(.colon):
            try advance()
            step = .slice(nil, try sliceEnd())
        default:
            let first = try expression()
            step = try take(.colon) ? .slice(first, try sliceEnd()) : .item(first)
        }
        try expect(.rightBracket, " to close the `[`")
        return step
    }

    private mutating func sliceEnd() throws(SyntaxError) -> Syntax? {
        token.kind == .sign(.rightBracket) ? nil : try expression()
    }

    private mutating func filter() throws(SyntaxError) -> Syntax.PathStep {
        try advance()
        try expect(.leftParenthesis, " after `[?`")
        bound.append("@")
        defer { bound.removeLast() }
        let test = try expression()
        try expect(.rightParenthesis, " to close the `(`")
        return .filter(test)
    }
}
