package import Airscript
package import BotGraph
package import Compliance
package import Telephony

/// All that is remembered of a call between two requests: plain data, written after every step and read before the next.
package struct CallSession: Hashable, Sendable, Codable {
    /// The layout of the stored form.
    ///
    /// A stored session of another schema is refused, never guessed at.
    package static let currentSchema = 1

    package var schema = CallSession.currentSchema
    /// Counts the writes, from 1; a write expects the one before it.
    package var revision = 0
    package let call: CallID
    package let bot: BotName
    package let botVersion: BotVersion
    package let direction: CallDirection
    package let person: Party
    package let ownNumber: Party
    package var language: LanguageTag
    package var state: CallState
    /// The number of the current document, from 0; every action URL in it carries it.
    package var step = 0
    /// Silences at the node that listens now.
    package var noInputCount = 0
    /// Wrong answers at the node that listens now.
    package var noMatchCount = 0
    /// The menu at which the caller last did something: where a withdrawn opt-out leads back to.
    package var lastMenu: NodeID?
    package var variables: [String: Value]
    package var parameters: [String: String]
    package var optOut: OptOutProgress = .none
    /// Nil where the rule does not apply: an inbound bot that declares no intent.
    package var intent: IntentClock?
    package var status: CallStatus
    /// The highest sequence number of a status callback seen.
    package var statusSequence: Int?
    package let startedAt: Instant
    package var lastEventAt: Instant
    package var endReason: EndReason?
}

/// What a call is waiting for.
package enum CallState: Hashable, Sendable, Codable {
    /// Keys or speech at a node.
    case listening(NodeID)
    /// The end of a leg that was placed at a node.
    case forwarding(NodeID)
    /// The last document was served; only the provider's status is still to come.
    case ending
    /// Nothing more can happen.
    case ended
}

/// How far a request to stop has come in this call.
package enum OptOutProgress: Hashable, Sendable, Codable {
    case none
    /// The number is suppressed, and the bot has asked whether that was meant. `returnTo` is where "no" leads back to.
    case pending(Suppression, returnTo: NodeID)
    /// The same for a caller whose number is withheld, so that there is nothing to suppress.
    case pendingWithoutNumber(returnTo: NodeID)
    /// Nil where there was no number to suppress.
    case confirmed(Suppression?)
    /// Asked for and taken back in this call.
    case withdrawn
}
