extension Parser {
    /// A value without operators or path.
    mutating func value() throws(SyntaxError) -> Syntax {
        switch token.kind {
        case .number(let number):
            try advance()
            return .literal(.number(number))
        case .quote:
            return try text()
        case .word(let word):
            return try value(named: word)
        case .sign(.leftParenthesis):
            try advance()
            let inner = try expression()
            try expect(.rightParenthesis, " to close the `(`")
            return inner
        case .sign(.leftBracket):
            return try list()
        case .sign(.leftBrace):
            return try object()
        case .sign(.at):
            guard let place = bound.lastIndex(of: "@") else {
                throw error("`@` is the item that a filter such as `list[?(@.name = \"x\")]` looks at", at: token)
            }
            try advance()
            return .local(place)
        case .sign, .end:
            throw unexpected("a value")
        }
    }

    private mutating func value(named word: String) throws(SyntaxError) -> Syntax {
        guard let keyword = Keyword(word: word) else { return try name(word) }
        if let constant = keyword.constant {
            try advance()
            return .literal(constant)
        }
        return switch keyword {
        case .let: try binding()
        case .from: try query()
        default: throw error("expected a value, found the keyword \(word)", at: token)
        }
    }

    /// A list; a comma may follow the last item.
    private mutating func list() throws(SyntaxError) -> Syntax {
        try advance()
        var items: [Syntax] = []
        while token.kind != .sign(.rightBracket) {
            items.append(try expression())
            guard try take(.comma) else { break }
        }
        guard try take(.rightBracket) else { throw unexpected("`,` or `]` in the list") }
        return .list(items)
    }

    /// An object; a comma may follow the last value.
    private mutating func object() throws(SyntaxError) -> Syntax {
        try advance()
        var members: [Syntax.Member] = []
        while token.kind != .sign(.rightBrace) {
            let name = try memberName()
            try expect(.colon, " after the name")
            members.append(Syntax.Member(name: name, value: try expression()))
            guard try take(.comma) else { break }
        }
        guard try take(.rightBrace) else { throw unexpected("`,` or `}` in the object") }
        return .object(members)
    }

    private mutating func memberName() throws(SyntaxError) -> Syntax {
        switch token.kind {
        case .quote: return try text()
        case .word(let word):
            try advance()
            return .literal(.text(word))
        case .number, .sign, .end:
            throw unexpected("a name, or a text as a name")
        }
    }

    /// `LET a = …, b = … IN …`; the values do not see each other, because the platform binds them all at once.
    private mutating func binding() throws(SyntaxError) -> Syntax {
        try advance()
        var names: [String] = []
        var values: [Syntax] = []
        repeat {
            if !names.isEmpty, token.kind == .word(Keyword.in.rawValue) { break }
            names.append(try newName(besides: names))
            try expect(.equal, " after the name")
            values.append(try expression())
        } while try take(.comma)
        guard try take(.in) else { throw unexpected("`,` or IN after the value") }
        bound += names
        defer { bound.removeLast(names.count) }
        return .binding(values, in: try expression())
    }

    /// A name that LET or FROM binds.
    mutating func newName(besides names: [String]) throws(SyntaxError) -> String {
        guard case .word(let word) = token.kind else { throw unexpected("a name") }
        guard Keyword(word: word) == nil else { throw error("the keyword \(word) cannot be a name", at: token) }
        guard !names.contains(word) else { throw error("the name `\(word)` is already given here", at: token) }
        try advance()
        return word
    }
}
