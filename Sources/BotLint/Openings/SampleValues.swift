import Airscript
import BotGraph
import Telephony

/// Values to speak in place of those that only a call knows.
///
/// They are long ones of their kind, so that a length measured with them is rarely exceeded: a name of eleven letters (the
/// longest common first names), a day written out, a number of five digits. A variable's own default goes first.
struct SampleValues {
    /// What stands for a text of which nothing is known: a long day, as they are spoken to callers.
    static let text = "Wednesday, September twenty-third"

    private let bot: Bot
    private let base: [String: Value]

    init(_ bot: Bot, language: LanguageTag) {
        self.bot = bot
        var values: [String: Value] = [:]
        for variable in bot.variables {
            values[variable.name] = variable.defaultValue ?? SampleValues.value(variable.kind)
        }
        let own = Value.text("+12065550100")
        let person = Value.text("+12065550199")
        let isInbound = bot.direction == .inbound
        values["bot"] = .object(Record([("name", .text(bot.name.text)), ("title", .text(bot.title))]))
        values["session"] = .object(
            Record([
                ("id", .text("CA0")), ("language", .text(language.text)), ("optout", .boolean(false)),
                ("start", .object(Record([("phone", person)]))),
            ])
        )
        values["call"] = .object(
            Record([
                ("id", .text("CA0")), ("direction", .text(bot.direction.rawValue)),
                ("from", isInbound ? person : own), ("to", isInbound ? own : person),
            ])
        )
        values["channels"] = .object(Record([("voice", .object(Record([("identifier", person)])))]))
        base = values
    }

    /// The names that the expressions with these references read.
    ///
    /// - Parameters:
    ///   - references: What is read; of `actor` and its like only what is asked for is known to exist.
    ///   - assigned: The variables that were set on the way.
    /// - Returns: The scope.
    func scope(for references: [Reference], assigned: [String: Value]) -> Scope {
        var values = base.merging(assigned) { $1 }
        for reference in references {
            guard let root = reference.path.first, SampleValues.records.contains(root), reference.path.count > 1 else {
                continue
            }
            var record = Record()
            if case .object(let known) = values[root] { record = known }
            record[reference.path[1]] = SampleValues.property(reference.path[1])
            values[root] = .object(record)
        }
        return Scope(values)
    }

    /// The value of an expression, NULL where the sample values give none.
    func value(of expression: Expression, assigned: [String: Value]) -> Value {
        (try? expression.evaluate(in: scope(for: expression.references, assigned: assigned))) ?? .null
    }

    /// A text as it is spoken with these values.
    func rendered(_ template: Template, assigned: [String: Value]) -> String {
        if let constant = template.constant { return constant }
        if let text = try? template.render(in: scope(for: template.references, assigned: assigned)) { return text }
        return SampleValues.rough(template)
    }

    /// A text with the long sample text for each expression.
    static func rough(_ template: Template) -> String {
        if let constant = template.constant { return constant }
        var text = template.source
        for _ in template.expressions {
            guard let start = text.firstRange(of: "{{"), let end = text[start.upperBound...].firstRange(of: "}}") else {
                break
            }
            text.replaceSubrange(start.lowerBound..<end.upperBound, with: SampleValues.text)
        }
        return text
    }

    /// The expressions of a text, as written, whose values only a call knows.
    func guesses(in template: Template, assigned: [String: Value]) -> [String] {
        guard template.constant == nil else { return [] }
        return template.expressions.filter { embedded in
            embedded.expression.references.contains { reference in
                guard let root = reference.path.first, assigned[root] == nil else { return false }
                return root != "bot" && reference.path != ["session", "language"]
            }
        }
        .map { $0.expression.source.trimmed }
    }

    private static let records: Set<String> = ["actor", "event", "profile"]

    private static func property(_ name: String) -> Value {
        switch name {
        case "first_name": .text("Christopher")
        case "last_name": .text("Rodriguez")
        case "name", "full_name": .text("Christopher Rodriguez")
        default: .text(text)
        }
    }

    private static func value(_ kind: VariableDeclaration.Kind) -> Value {
        switch kind {
        case .text, .any: .text(text)
        case .number: .number(12_345)
        case .boolean: .boolean(true)
        case .date: .text("Wednesday, September 23")
        case .time: .text("10:45 AM")
        case .datetime: .text("Wednesday, September 23 at 10:45 AM")
        case .phone: .text("+12065550100")
        case .list: .list([.text(text)])
        case .object: .object(Record())
        }
    }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
