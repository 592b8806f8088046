package import Telephony

/// How a bot takes a request to stop calling, under `opt_out`.
package struct OptOutPolicy: Hashable, Sendable {
    /// Whether the request is asked about again.
    package enum Confirmation: String, Hashable, Sendable, CaseIterable {
        /// The confirming menu is always played.
        case always
        /// It is played only when the words were heard inside a sentence.
        case ambiguous
        /// It is never played: 47 CFR 64.1200(b)(3) wants no second step from telemarketing.
        case never
    }

    /// What the request stops.
    package enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// Calls and texts of every bot.
        case all
        /// This bot's channel: calls, or texts.
        case channel
        /// This bot alone.
        case bot
    }

    /// The key that asks for it at every menu, if any.
    package let press: Key?
    /// Phrases of this bot's own, beside the words and plain requests that always count.
    package let say: [SpokenPhrase]
    /// The Decision Menu that confirms.
    ///
    /// The loader requires it unless `ask` is `never`.
    package let confirm: NodeID?
    package let ask: Confirmation
    package let scope: Scope
    /// The one sentence before hanging up.
    package let goodbye: Prompt
    package let location: SourceLocation

    package init(
        press: Key?,
        say: [SpokenPhrase],
        confirm: NodeID?,
        ask: Confirmation,
        scope: Scope,
        goodbye: Prompt,
        location: SourceLocation
    ) {
        self.press = press
        self.say = say
        self.confirm = confirm
        self.ask = ask
        self.scope = scope
        self.goodbye = goodbye
        self.location = location
    }
}
