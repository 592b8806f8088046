package import BotGraph

/// A bot under examination, with what rules may ask about it.
package struct LintSubject: Sendable {
    package let bot: Bot
    /// The ways a call can take.
    package let graph: CallGraph
    /// What the bot's expressions read and its nodes set.
    let data: DataFlow
    /// What callers hear in the first seconds; empty for a bot that is called.
    let openings: Openings
    /// What calls can come to.
    package var states: CallStates { graph.states }
    /// The text of the bot's file; nil when a bot is looked at without its file.
    package let source: BotText?
    /// The recordings there are; nil when they are not known.
    package let recordings: PromptCatalogue?
    /// Whose calls the bot answers.
    package let provider: ProviderName
    /// What the bot says, with what that tells the caller to do.
    package let speech: BotSpeech

    package init(
        _ bot: Bot,
        source: BotText? = nil,
        recordings: PromptCatalogue? = nil,
        provider: ProviderName = .twilio
    ) {
        self.bot = bot
        graph = CallGraph(bot)
        openings = Openings(bot, graph, recordings: recordings)
        data = DataFlow(bot)
        self.source = source
        self.recordings = recordings
        self.provider = provider
        speech = BotSpeech(bot)
    }

    /// A part of a text in the file, such as some words of a prompt.
    ///
    /// - Parameters:
    ///   - range: The part, in scalars from the start of the text.
    ///   - text: The text as the bot has it, expressions and all (`Template.source`).
    ///   - location: Where the text starts in the file.
    /// - Returns: Where the part starts, and how many scalars of the file it covers.
    func place(
        of range: Range<Int>,
        in text: String,
        at location: SourceLocation
    ) -> (location: SourceLocation, length: Int) {
        source?.place(of: range, in: text, at: location) ?? (location, 1)
    }
}
