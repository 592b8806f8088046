import Airscript
import BotGraph

/// Values that a call starts with, by name; the person's properties stand as `actor.first_name`.
struct StartValues: Hashable {
    var values: [String: Value]

    /// As the start of a call has them.
    var variables: [String: Value] {
        var variables: [String: Value] = [:]
        var actor = Record()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            if name.hasPrefix("actor.") {
                actor[String(name.dropFirst("actor.".count))] = value
            } else {
                variables[name] = value
            }
        }
        if !actor.entries.isEmpty { variables["actor"] = .object(actor) }
        return variables
    }
}

/// The start values that are tried: the plain ones first, then those that differ from them in one variable, in two, and on.
struct StartChoices {
    /// A variable that calls are started with.
    private struct Variable {
        let name: String
        /// Nil when it is left out.
        let base: Value?
        /// Other values; nil to leave it out.
        let others: [Value?]
    }

    let choices: [StartValues]
    /// Whether there are more than were made.
    let isCut: Bool

    /// - Parameters:
    ///   - bot: Whose variables they are.
    ///   - expressions: What the bot does with them.
    ///   - control: Which of them decide, and at which values.
    ///   - fixed: Values that are not varied.
    ///   - limit: How many choices at most.
    init(
        _ bot: Bot,
        _ expressions: BotExpressions,
        _ control: ControlVariables,
        fixed: [String: Value],
        limit: Int
    ) {
        let maker = StartValueMaker(bot: bot, expressions: expressions, control: control)
        var variables: [Variable] = []
        for name in maker.names where fixed[name] == nil {
            let base = maker.base(of: name)
            let others = control.names.contains(name) ? maker.others(of: name, than: base) : []
            variables.append(Variable(name: name, base: base, others: others))
        }
        var plain = fixed
        for variable in variables { plain[variable.name] = variable.base }
        var choices = [StartValues(values: plain)]
        var isCut = false
        let varied = variables.filter { !$0.others.isEmpty }
        // Each round changes one variable more, after those that are changed already.
        var round: [(values: [String: Value], next: Int)] = [(plain, 0)]
        rounds: while !round.isEmpty {
            var following: [(values: [String: Value], next: Int)] = []
            for (values, next) in round {
                for index in next..<varied.count {
                    for other in varied[index].others {
                        guard choices.count < limit else {
                            isCut = true
                            break rounds
                        }
                        var changed = values
                        changed[varied[index].name] = other
                        choices.append(StartValues(values: changed))
                        following.append((changed, index + 1))
                    }
                }
            }
            round = following
        }
        self.choices = choices
        self.isCut = isCut
    }
}

/// Makes values for single variables.
private struct StartValueMaker {
    let bot: Bot
    let expressions: BotExpressions
    let control: ControlVariables

    private static let otherLimit = 12

    /// What calls can be started with: what the bot requires or asks about, those first that it never gives a value itself.
    var names: [String] {
        let given = expressions.givenNames
        let declared = bot.variables.filter { $0.isRequired || control.names.contains($0.name) }
        let inputs = declared.filter { $0.isRequired || !given.contains($0.name) }.map(\.name)
        let inner = declared.map(\.name).filter { !inputs.contains($0) }
        return inputs + control.names.filter { $0.hasPrefix("actor.") && $0 != "actor.phone" } + inner
    }

    /// The value of a plain call; nil to leave it out.
    func base(of name: String) -> Value? {
        guard let declaration = declaration(of: name), declaration.isRequired, declaration.defaultValue == nil else {
            return nil
        }
        let words = name.split(whereSeparator: { $0 == "_" || $0 == "-" }).joined(separator: " ")
        if let digits = typed(name) { return fit(.text(digits), declaration.kind) }
        return switch declaration.kind {
        case .number: .number(1)
        case .boolean: .boolean(true)
        case .date: .text("2026-12-01")
        case .time: .text("10:30")
        case .datetime: .text("2026-12-01T10:30:00Z")
        case .phone: .text("+12065550101")
        case .text, .list, .object, .any: .text(isForwardedTo(name) ? "+12065550101" : "some \(words)")
        }
    }

    /// The values at which something changes; nil to leave the variable out.
    func others(of name: String, than base: Value?) -> [Value?] {
        let kind = declaration(of: name)?.kind ?? .text
        let profile = control.profile(of: name)
        var found: [Value?] = []
        func add(_ value: Value?) {
            if value != base, !found.contains(value), found.count < StartValueMaker.otherLimit { found.append(value) }
        }
        for value in profile.values where value != .null {
            if let value = fit(value, kind) { add(value) }
        }
        for value in profile.values where value != .null {
            for neighbour in NeighbouringValues.of(value) { if let value = fit(neighbour, kind) { add(value) } }
        }
        for other in profile.names {
            if let value = self.base(of: other).flatMap({ fit($0, kind) }) { add(value) }
            for value in control.profile(of: other).values { if let value = fit(value, kind) { add(value) } }
        }
        if kind == .boolean {
            add(.boolean(true))
            add(.boolean(false))
        }
        if kind == .number, profile.isComputed || !profile.names.isEmpty {
            for number in [0.0, 1, 2] { add(.number(number)) }
        }
        if kind == .text || kind == .any {
            add(.text(name.hasPrefix("actor.") ? "Ada" : typed(name) ?? "some \(name)"))
            if profile.isTested || profile.values.contains(.text("")) { add(.text("")) }
        }
        if isForwardedTo(name) {
            add(.text("+12065550101"))
            add(.text("nobody"))
        }
        let isRequired = declaration(of: name)?.isRequired ?? false
        if !isRequired { add(nil) }
        return found
    }

    private func declaration(of name: String) -> VariableDeclaration? { bot.variables.first { $0.name == name } }

    private func isForwardedTo(_ name: String) -> Bool {
        expressions.numbers.contains { $0.references.contains { ControlVariables.name(of: $0.path) == name } }
    }

    /// Digits that a capture takes, where the caller's digits are compared with the variable.
    private func typed(_ name: String) -> String? {
        let compared = Set(control.profile(of: name).names)
        guard let capture = expressions.captures.first(where: { compared.contains($0.variable) }) else { return nil }
        return CaptureDigits.run(of: max(1, capture.minDigits))
    }

    /// The value as the start of a call brings it: what is no number or Boolean comes as text.
    private func fit(_ value: Value, _ kind: VariableDeclaration.Kind) -> Value? {
        switch (kind, value) {
        case (_, .null), (_, .list), (_, .object): nil
        case (.number, .number): value
        case (.number, .text(let text)): Double(text).flatMap { $0.isFinite ? .number($0) : nil }
        case (.number, .boolean): nil
        case (.boolean, .boolean): value
        case (.boolean, _): nil
        default: .text(value.rendered)
        }
    }
}
