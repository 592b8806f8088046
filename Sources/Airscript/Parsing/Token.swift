/// A word, number or sign of an expression.
struct Token: Sendable {
    /// What the token is.
    enum Kind: Hashable, Sendable {
        /// A name or keyword.
        case word(String)
        case number(Double)
        /// The quote that opens a text. The text is read by the parser, because expressions may stand in it.
        case quote
        case sign(Sign)
        case end
    }

    /// The signs of the language.
    enum Sign: String, Sendable {
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
        case comma = ","
        case colon = ":"
        case dot = "."
        case hash = "#"
        case at = "@"
        case question = "?"
        case coalesce = "??"
        case plus = "+"
        case minus = "-"
        case star = "*"
        case slash = "/"
        case percent = "%"
        case equal = "="
        case unequal = "<>"
        case unequalMark = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    let kind: Kind
    /// In Unicode scalars from the start of the source.
    let offset: Int
    let length: Int

    /// The operator between two operands that the token may be.
    var binaryOperator: Operator? {
        switch kind {
        case .word(let word): Operator(keyword: word)
        case .sign(.unequalMark): .unequal
        case .sign(let sign): Operator(rawValue: sign.rawValue)
        case .number, .quote, .end: nil
        }
    }
}

extension Operator {
    /// AND, OR and XOR.
    fileprivate init?(keyword: String) {
        switch keyword {
        case "AND": self = .and
        case "OR": self = .or
        case "XOR": self = .xor
        default: return nil
        }
    }
}
