import Airscript
import BotGraph
import CallEngine

/// Start values in the order in which they are tried: the plain ones, then those under which the most edges of conditions
/// would be taken that no call took yet, then the rest in their own order.
struct StartQueue {
    private let choices: [StartValues]
    private let bot: Bot
    private var isUsed: [Bool]
    private var first = 0
    /// The edges of conditions that each choice would take from the start; made when edges turn out to be missing.
    private var promises: [[CoveragePoint.Kind]] = []

    /// How many conditions are looked at.
    private static let conditionLimit = 500

    init(_ choices: [StartValues], of bot: Bot) {
        self.choices = choices
        self.bot = bot
        isUsed = Array(repeating: false, count: choices.count)
    }

    /// The next choice with its number; nil when all were used.
    mutating func next(missing: Set<CoveragePoint.Kind>) -> (number: Int, values: StartValues)? {
        while first < choices.count, isUsed[first] { first += 1 }
        guard first < choices.count else { return nil }
        var number = first
        if first > 0, !missing.isEmpty {
            if promises.isEmpty { makePromises(missing) }
            var best = 0
            for candidate in first..<choices.count where !isUsed[candidate] {
                let score = promises[candidate].count { missing.contains($0) }
                if score > best { (best, number) = (score, candidate) }
            }
        }
        isUsed[number] = true
        return (number, choices[number])
    }

    /// What conditions would choose by the values at the start: a guess where they change in between.
    private mutating func makePromises(_ missing: Set<CoveragePoint.Kind>) {
        let conditions = bot.nodes.lazy.filter { node in
            guard case .condition = node.body else { return false }
            return node.edges.contains { missing.contains(.edge(node.id, $0.label)) }
        }
        let looked = Array(conditions.prefix(StartQueue.conditionLimit))
        var defaults: [String: Value] = [:]
        for declaration in bot.variables { defaults[declaration.name] = declaration.defaultValue }
        promises = choices.map { choice in
            let scope = Scope(defaults.merging(choice.variables) { $1 })
            return looked.compactMap { node in
                guard case .condition(let condition) = node.body else { return nil }
                let number = condition.cases.firstIndex { item in
                    (try? item.when.expression.evaluate(in: scope))?.isTruthy ?? false
                }
                return .edge(node.id, number.map { .case($0 + 1) } ?? .otherwise)
            }
        }
    }
}
