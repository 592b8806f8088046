package import Airscript
package import CallEngine
package import Compliance
package import Telephony

/// What a server has on record of a call: what a script's expectations are held against.
package struct CallSnapshot: Sendable, Hashable {
    /// The bot's variables; secret ones masked.
    package let variables: [String: Value]
    /// Whether the person is on the suppression list now.
    package let optedOut: Bool
    /// Nil while the call goes on.
    package let endReason: EndReason?
    package let language: LanguageTag
    /// Nil while it is not known.
    package let intent: IntentOutcome?

    package init(
        variables: [String: Value],
        optedOut: Bool,
        endReason: EndReason?,
        language: LanguageTag,
        intent: IntentOutcome?
    ) {
        self.variables = variables
        self.optedOut = optedOut
        self.endReason = endReason
        self.language = language
        self.intent = intent
    }
}
