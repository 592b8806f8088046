/// The words that name nothing.
///
/// They are written in upper case; only the literals may be in lower case too, because JSON is valid Airscript.
enum Keyword: String, CaseIterable {
    case and = "AND"
    case asc = "ASC"
    case ascending = "ASCENDING"
    case by = "BY"
    case desc = "DESC"
    case descending = "DESCENDING"
    case distinct = "DISTINCT"
    case `false` = "FALSE"
    case from = "FROM"
    case `in` = "IN"
    case `let` = "LET"
    case limit = "LIMIT"
    case null = "NULL"
    case offset = "OFFSET"
    case or = "OR"
    case order = "ORDER"
    case orderBy = "ORDER_BY"
    case select = "SELECT"
    case `true` = "TRUE"
    case `where` = "WHERE"
    case xor = "XOR"

    /// The keyword that a word is.
    init?(word: String) {
        switch word {
        case "true": self = .true
        case "false": self = .false
        case "null": self = .null
        default: self.init(rawValue: word)
        }
    }

    /// The constant that the keyword stands for.
    var constant: Value? {
        switch self {
        case .true: .boolean(true)
        case .false: .boolean(false)
        case .null: .null
        default: nil
        }
    }
}
