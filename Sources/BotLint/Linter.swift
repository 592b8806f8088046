package import BotGraph

/// Checks loaded bots against the rules.
package struct Linter: Sendable {
    private let rules: [any LintRule]

    package init(rules: [any LintRule] = LintRules.all) {
        self.rules = rules
    }

    /// What the rules find in the bot: sorted, each finding once.
    package func lint(_ bot: Bot) -> [Diagnostic] {
        let graph = CallGraph(bot)
        return Set(rules.flatMap { $0.check(bot, graph) }).sorted()
    }

    /// What every rule finds in the bot.
    package static func lint(_ bot: Bot) -> [Diagnostic] { Linter().lint(bot) }
}
