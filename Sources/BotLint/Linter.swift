package import BotGraph

/// Checks loaded bots against the rules.
package struct Linter: Sendable {
    private let rules: [any LintRule]
    private let provider: ProviderName

    package init(rules: [any LintRule] = LintRules.all, provider: ProviderName = .twilio) {
        self.rules = rules
        self.provider = provider
    }

    /// What the rules find in the bot: sorted, each finding once.
    ///
    /// - Parameters:
    ///   - bot: The bot.
    ///   - source: The text of its file, so that findings can point inside texts.
    ///   - recordings: The recordings there are; nil when they are not known.
    /// - Returns: The findings.
    package func lint(_ bot: Bot, source: BotText? = nil, recordings: PromptCatalogue? = nil) -> [Diagnostic] {
        let subject = LintSubject(bot, source: source, recordings: recordings, provider: provider)
        return Set(rules.flatMap { $0.check(subject) }).sorted()
    }

    /// What every rule finds in a bot that was loaded; nothing where the loader made none.
    package static func lint(_ loaded: BotLoader.Result, recordings: PromptCatalogue? = nil) -> [Diagnostic] {
        loaded.bot.map { Linter().lint($0, source: loaded.source, recordings: recordings) } ?? []
    }
}
