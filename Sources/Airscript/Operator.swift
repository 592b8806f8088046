/// An operator between two operands.
enum Operator: String, CaseIterable, Sendable {
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case add = "+"
    case subtract = "-"
    case coalesce = "??"
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "AND"
    case or = "OR"
    case xor = "XOR"

    /// How tightly the operator binds, from 1.
    ///
    /// The platform documents `* / %` over `+ -`, and that AND, OR and XOR are equal and go from left to right; its
    /// examples put comparisons between. It is silent about `??`: here it binds looser than `+` and tighter than a
    /// comparison, so that `name ?? "" = ""` compares the name or its replacement.
    var precedence: Int {
        switch self {
        case .multiply, .divide, .remainder: 5
        case .add, .subtract: 4
        case .coalesce: 3
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 2
        case .and, .or, .xor: 1
        }
    }

    static let loosest = 1
}
