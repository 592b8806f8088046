/// Builds the syntax tree of an expression by recursive descent.
///
/// Grammar, loosest first; operators of one row go from left to right:
///
/// ```
/// expression = AND OR XOR | = <> != < <= > >= | ?? | + - | * / % | -unary | value path
/// value      = number | text | TRUE | FALSE | NULL | name | @ | NAME(…) | NAMESPACE#BINDING(…)
///            | [ … ] | { name: … } | ( expression ) | LET … IN expression | FROM …
/// path       = .name | ["name"] | [0] | [1:2] | [*] | [?(@…)]
/// ```
struct Parser {
    var scanner: Scanner
    /// The token that is looked at.
    private(set) var token: Token
    /// Where the token before it ended.
    private(set) var end: Int
    /// The names that LET, FROM and filters have bound at this point, the innermost last.
    var bound: [String] = []
    var references: [Reference] = []
    private var depth = 0

    /// Starts at the start of the source.
    init(_ scalars: [Unicode.Scalar]) throws(SyntaxError) {
        self.init(unstarted: Scanner(scalars))
        try advance()
    }

    /// Looks at nothing yet; the first thing to do is to advance.
    init(unstarted scanner: Scanner) {
        self.scanner = scanner
        end = scanner.position
        token = Token(kind: .end, offset: scanner.position, length: 1)
    }

    /// Goes on to the next token.
    mutating func advance() throws(SyntaxError) {
        end = token.offset + token.length
        token = try scanner.next()
    }

    /// Parses an expression, as far as it goes.
    mutating func expression() throws(SyntaxError) -> Syntax {
        // Recursion follows the nesting of the source, so a bound on nesting is what keeps the stack.
        guard depth < ExpressionLimits.standard.nesting else {
            throw SyntaxError(
                message: "nested more than \(ExpressionLimits.standard.nesting) deep; take a part out into a variable",
                offset: token.offset,
                length: token.length
            )
        }
        depth += 1
        defer { depth -= 1 }
        return try operation(atLeast: Operator.loosest)
    }

    /// Fails unless the source is used up.
    func expectEnd() throws(SyntaxError) {
        if token.kind != .end { throw unexpected("an operator or the end") }
    }

    private mutating func operation(atLeast loosest: Int) throws(SyntaxError) -> Syntax {
        var left = try negation()
        while let sign = token.binaryOperator, sign.precedence >= loosest {
            var operations: [Syntax.Operation] = []
            while let next = token.binaryOperator, next.precedence == sign.precedence {
                try advance()
                let operand = try operation(atLeast: next.precedence + 1)
                operations.append(Syntax.Operation(sign: next, operand: operand))
            }
            left = .operation(left, operations)
        }
        return left
    }

    private mutating func negation() throws(SyntaxError) -> Syntax {
        var count = 0
        while token.kind == .sign(.minus) {
            try advance()
            count += 1
        }
        let operand = try postfix()
        // A minus before a minus is undone, but its operand must still be something that can be negated.
        return switch count {
        case 0: operand
        case _ where count % 2 == 1: .negation(operand)
        default: .negation(.negation(operand))
        }
    }
}

extension Parser {
    /// Takes a sign if it is next.
    mutating func take(_ sign: Token.Sign) throws(SyntaxError) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        try advance()
        return true
    }

    /// Takes a keyword if it is next.
    mutating func take(_ keyword: Keyword) throws(SyntaxError) -> Bool {
        guard token.kind == .word(keyword.rawValue) else { return false }
        try advance()
        return true
    }

    mutating func expect(_ sign: Token.Sign, _ purpose: String = "") throws(SyntaxError) {
        guard try take(sign) else { throw unexpected("`\(sign.rawValue)`" + purpose) }
    }

    mutating func expect(_ keyword: Keyword, _ purpose: String = "") throws(SyntaxError) {
        guard try take(keyword) else { throw unexpected(keyword.rawValue + purpose) }
    }

    /// The error of finding the current token where something else must stand.
    func unexpected(_ expected: String) -> SyntaxError {
        var message = "expected \(expected), found "
        switch token.kind {
        case .end: message += "the end"
        case .quote: message += "a text"
        case .word(let word):
            message += scanner.quoted(from: token.offset, to: token.offset + token.length)
            let upper = word.uppercased()
            if Keyword(word: word) == nil, Keyword(rawValue: upper) != nil {
                message += "; keywords are written in upper case: \(upper)"
            }
        case .number, .sign:
            message += scanner.quoted(from: token.offset, to: token.offset + token.length)
        }
        return SyntaxError(message: message, offset: token.offset, length: token.length)
    }

    func error(_ message: String, at place: Token) -> SyntaxError {
        SyntaxError(message: message, offset: place.offset, length: place.length)
    }
}
