/// The tree of a parsed expression.
///
/// Operators and path steps in a row are one node with a list, so that only true nesting makes the tree deep.
indirect enum Syntax: Sendable {
    case literal(Value)
    /// A text with interpolations: its parts, written as text one after the other.
    case text([Syntax])
    /// A name of the scope.
    case name(String)
    /// A name that LET, FROM or a filter bound: its place in the row of names bound at this point.
    case local(Int)
    case list([Syntax])
    case object([Member])
    case negation(Syntax)
    /// Operators of one precedence, from left to right.
    case operation(Syntax, [Operation])
    case path(Syntax, [PathStep])
    /// `LET`: the values, which do not see each other, and what follows `IN`.
    case binding([Syntax], in: Syntax)
    case query(Query)
    case call(Function, [Syntax])
}

extension Syntax {
    /// One name and value of an object.
    struct Member: Sendable {
        let name: Syntax
        let value: Syntax
    }

    /// An operator with its right operand.
    struct Operation: Sendable {
        let sign: Operator
        let operand: Syntax
    }

    /// One step into a value.
    enum PathStep: Sendable {
        /// `.name`
        case property(String)
        /// `["name"]` or `[0]`
        case item(Syntax)
        /// `[1:2]`, the last item included; a bound may be left out.
        case slice(Syntax?, Syntax?)
        /// `[*]`: the rest of the path is followed from each item.
        case each
        /// `[?(test)]`: the items for which the test holds; it reads the item as `@`.
        case filter(Syntax)

        var isEach: Bool {
            if case .each = self { true } else { false }
        }
    }

    /// A FROM expression.
    struct Query: Sendable {
        /// The direction of an ORDER BY.
        enum Direction: Sendable {
            case ascending
            case descending
        }

        /// What a SELECT makes of each item.
        enum Selection: Sendable {
            case list(Syntax, distinct: Bool)
            case object(name: Syntax, value: Syntax)
        }

        /// How many of item, index and collection have a name.
        let names: Int
        let source: Syntax
        var condition: Syntax?
        var order: (key: Syntax, direction: Direction)?
        var limit: Syntax?
        var offset: Syntax?
        var selection: Selection?
    }
}
