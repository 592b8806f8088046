import Airscript
import BotGraph

/// The kinds of value that a bot's variables and the built-in names may hold.
struct VariableKinds {
    private let kinds: [String: ValueKinds]

    init(_ bot: Bot, _ data: DataFlow) {
        kinds = Dictionary(
            bot.variables.map { declaration in
                let isThere = declaration.isRequired || (declaration.defaultValue.map { $0 != .null } ?? false)
                let kinds = declaration.kind.values
                return (declaration.name, isThere ? kinds : kinds.union(.null))
            }
        ) { first, _ in first }
    }

    /// The kinds of a path of plain names.
    func kinds(of path: [String]) -> ValueKinds {
        guard let name = path.first else { return .any }
        guard path.count > 1 else { return kinds[name] ?? .any }
        return BuiltInNames.kinds(of: path) ?? .any
    }
}

extension VariableDeclaration.Kind {
    /// The kinds of value that such a variable may hold without being wrong.
    ///
    /// Dates and times come as records or as text, and what is given when a call starts comes as text where it is neither
    /// a number nor a Boolean.
    var values: ValueKinds {
        switch self {
        case .text, .phone: .text
        case .number: .number
        case .boolean: .boolean
        case .date, .time, .datetime: [.object, .text]
        case .list: [.list, .text]
        case .object: [.object, .text]
        case .any: .any
        }
    }

    /// Whether digits that a caller typed are what such a variable holds.
    var holdsDigits: Bool {
        switch self {
        case .text, .phone, .any: true
        case .number, .boolean, .date, .time, .datetime, .list, .object: false
        }
    }
}
