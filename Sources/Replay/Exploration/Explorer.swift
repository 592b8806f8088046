package import Airscript
package import BotGraph

/// Walks every path of a bot within bounds, by driving the machine that runs real calls.
///
/// At each place where a call waits every kind of act is tried: each option and universal by key and by word, digits that are
/// taken and digits that are refused, a wrong key, a wrong word, silence, the requests to stop, hanging up, and each way in
/// which a forwarded leg ends. Calls that can no longer go different ways are one state. Where a way depends on a variable,
/// the values around all that it is compared with are tried.
package struct Explorer: Sendable {
    /// What an exploration may take.
    package struct Bounds: Hashable, Sendable {
        /// Acts in one call.
        package var depth = 100
        package var states = 40_000
        /// Acts tried in all.
        package var events = 3_000_000
        /// Choices of start values that are always tried.
        package var starts = 64
        /// Choices that are tried while edges are missing.
        package var allStarts = 512

        package init() {}
    }

    /// How far an exploration has come.
    package struct Progress: Hashable, Sendable {
        /// States found so far.
        package let states: Int
        /// Those of them whose ways are known.
        package let explored: Int
    }

    package let bot: Bot
    package let recordings: PromptCatalogue
    /// Start values that are not varied, by name.
    package let fixed: [String: Value]
    package let bounds: Bounds
    /// Whether every phrase is said, not only the first of each choice.
    package let saysAllPhrases: Bool

    package init(
        bot: Bot,
        recordings: PromptCatalogue = PromptCatalogue(),
        fixed: [String: Value] = [:],
        bounds: Bounds = Bounds(),
        saysAllPhrases: Bool = false
    ) {
        self.bot = bot
        self.recordings = recordings
        self.fixed = fixed
        self.bounds = bounds
        self.saysAllPhrases = saysAllPhrases
    }

    /// Explores the bot.
    ///
    /// - Parameter goOn: Is told how far it has come before each state, and whether to go on.
    /// - Returns: What was found, which is the same every time unless `goOn` ends it.
    package func explore(while goOn: (Progress) -> Bool = { _ in true }) -> Exploration {
        var run = ExplorationRun(self)
        run.run(goOn)
        return Exploration(run)
    }
}
