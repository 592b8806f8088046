import Airscript
import BotGraph
import Telephony

/// The variables a call starts with.
enum InitialVariables {
    /// The bot's defaults, then what the start brings, then `actor.phone` where it brings none.
    ///
    /// Only declared variables and `actor` are taken: a name the bot does not know is of no use to it.
    static func values(for bot: Bot, start: CallStart) -> [String: Value] {
        var values: [String: Value] = [:]
        for declaration in bot.variables {
            if let value = start.variables[declaration.name] ?? declaration.defaultValue {
                values[declaration.name] = value
            }
        }
        var actor = Record()
        if case .object(let given) = start.variables["actor"] ?? .null { actor = given }
        if actor["phone"] == nil, let number = start.person.number { actor["phone"] = .text(number.unmasked) }
        values["actor"] = .object(actor)
        return values
    }

    /// The required variables that have no value, in the order of the file.
    static func missing(in values: [String: Value], for bot: Bot) -> [String] {
        bot.variables.filter { $0.isRequired && (values[$0.name] ?? .null) == .null }.map(\.name)
    }
}
