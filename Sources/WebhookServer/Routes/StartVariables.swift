package import Airscript
package import BotGraph
import Carrier

/// Values for a bot's variables from the voice URL's query, as `set.NAME=VALUE`.
///
/// The URL is part of what the provider signs, so only whoever placed the call can have written them.
enum StartVariables {
    static func read(_ query: FormParameters, for bot: Bot) -> [String: Value] {
        var values: [String: Value] = [:]
        var actor = Record()
        for parameter in query.parameters where parameter.name.hasPrefix("set.") {
            let name = String(parameter.name.dropFirst("set.".count))
            if name.hasPrefix("actor.") {
                actor[String(name.dropFirst("actor.".count))] = .text(parameter.value)
            } else if let declaration = bot.variables.first(where: { $0.name == name }) {
                values[name] = declaration.kind.value(of: parameter.value)
            }
        }
        if !actor.entries.isEmpty { values["actor"] = .object(actor) }
        return values
    }
}

extension VariableDeclaration.Kind {
    /// A value written as text; text that does not fit the kind stays text.
    package func value(of text: String) -> Value {
        switch self {
        case .number:
            // "nan" and "inf" are numbers to Swift and to nobody else.
            if let number = Double(text), number.isFinite { .number(number) } else { .text(text) }
        case .boolean:
            switch text.lowercased() {
            case "true", "yes", "1": .boolean(true)
            case "false", "no", "0": .boolean(false)
            default: .text(text)
            }
        case .text, .date, .time, .datetime, .phone, .list, .object, .any: .text(text)
        }
    }
}
