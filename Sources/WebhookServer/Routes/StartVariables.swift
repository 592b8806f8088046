package import Airscript
package import BotGraph
import Carrier

/// Values for a bot's variables from the voice URL's query, as `set.NAME=VALUE`.
///
/// The URL is part of what the provider signs, so only whoever placed the call can have written them.
struct StartVariables: Sendable {
    private(set) var values: [String: Value] = [:]
    /// Names that the bot does not declare, as they may be logged.
    private(set) var unknown: [String] = []
    /// Names of numbers and booleans that are set to something else.
    private(set) var unfit: [String] = []

    init(_ query: FormParameters, for bot: Bot) {
        var actor = Record()
        for parameter in query.parameters where parameter.name.hasPrefix("set.") {
            let name = String(parameter.name.dropFirst("set.".count))
            if name.hasPrefix("actor.") {
                actor[String(name.dropFirst("actor.".count))] = .text(parameter.value)
            } else if let declaration = bot.variables.first(where: { $0.name == name }) {
                let value = declaration.kind.value(of: parameter.value)
                values[name] = value
                if !declaration.kind.isServed(by: value) { unfit.append(name) }
            } else {
                unknown.append(StartVariables.printable(name))
            }
        }
        if !actor.entries.isEmpty { values["actor"] = .object(actor) }
    }

    /// The name where it looks like a variable's; anything else could be a telephone number in the wrong place.
    private static func printable(_ name: String) -> String {
        let isName =
            name.utf8.count <= 64 && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        return isName && !name.isEmpty && name.count(where: \.isNumber) < 4 ? name : "(unprintable)"
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

    /// Whether `value(of:)` found what a number or a boolean is.
    fileprivate func isServed(by value: Value) -> Bool {
        switch (self, value) {
        case (.number, .number), (.boolean, .boolean): true
        case (.number, _), (.boolean, _): false
        default: true
        }
    }
}
