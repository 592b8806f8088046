package import BotGraph
package import CallEngine
package import Telephony

/// What a call passed, from the events of its log.
package enum CoverageTrace {
    /// Lets the engine take the events once more and notes what they pass.
    ///
    /// A server's log has no trace, which costs time; the engine takes the same way every time.
    ///
    /// - Parameters:
    ///   - events: The events of one call in the order in which they were applied, each with its instant. What the call
    ///     could not take is left out, as it was then.
    ///   - bot: The version that the call was pinned to.
    ///   - recordings: What its prompts played.
    ///   - limits: What the server ran with.
    /// - Returns: The passages in order.
    package static func passages(
        of events: [(event: CallEvent, at: Instant)],
        bot: Bot,
        recordings: PromptCatalogue,
        limits: EngineLimits = EngineLimits()
    ) -> [Passage] {
        var machine = CallMachine(bot: bot, session: nil, recordings: recordings, limits: limits, isTraced: true)
        var passages: [Passage] = []
        for (event, instant) in events where (try? machine.handle(event, at: instant)) != nil {
            passages += machine.passages
        }
        return passages
    }
}
