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

        /// Whether a wish to be contacted again, of this scope, takes back a request to stop of the other.
        ///
        /// A wish reaches as far as it was said, and the reading holds that contacts fewer people. START in a text does
        /// not undo what was said about calls, nor a request to stop everything.
        ///
        /// | opted in again for | takes back a stop of everything | of that channel | of that bot | of another |
        /// |---|---|---|---|---|
        /// | everything | yes | yes | yes | yes |
        /// | a channel | no | yes | no | no |
        /// | a bot | no | no | yes | no |
        package func takesBack(_ stop: Suppression.Scope) -> Bool {
            self == .all || self == stop
        }
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
