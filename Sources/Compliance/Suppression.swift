package import Telephony

/// A request to stop, as it goes on the suppression list.
package struct Suppression: Hashable, Sendable, Codable {
    /// How the request was made.
    package enum Means: String, Hashable, Sendable, Codable, CaseIterable {
        case key
        case speech
        case text
        /// By the provider, the API or a person, outside a conversation.
        case recorded
    }

    /// What it stops.
    package enum Scope: Hashable, Sendable, Codable {
        case all
        /// `voice` or `sms`.
        case channel(String)
        /// The bot of this name alone.
        case bot(String)
    }

    package let number: PhoneNumber
    package let scope: Scope
    package let means: Means
    /// The words or the key, as heard.
    ///
    /// Personal data: never logged.
    package let words: String
    package let bot: String?
    package let call: CallID?
    package let at: Instant

    package init(
        number: PhoneNumber,
        scope: Scope,
        means: Means,
        words: String,
        bot: String?,
        call: CallID?,
        at: Instant
    ) {
        self.number = number
        self.scope = scope
        self.means = means
        self.words = words
        self.bot = bot
        self.call = call
        self.at = at
    }
}

extension Suppression: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Whose number, masked, and how it was asked; the words are personal and do not print.
    package var description: String { "suppression of \(number) by \(means.rawValue), \(scope)" }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}
