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
    /// Silences and wrong answers since the caller last did something of use, at whatever nodes.
    package var failuresInRow = 0
    /// The menu, other than the confirming one, that was answered last: where a withdrawn opt-out leads back to.
    package var lastMenu: NodeID?
    /// The node that listened when the call ended: an answer to it may still be on its way.
    package var listenedLast: NodeID?
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
    /// The number is suppressed, and the bot has asked whether that was meant. `returnTo` is where "no" leads back to; nil
    /// to hang up then.
    case pending(Suppression, returnTo: NodeID?)
    /// The same for a caller whose number is withheld, so that there is nothing to suppress.
    case pendingWithoutNumber(returnTo: NodeID?)
    /// Nil where there was no number to suppress.
    case confirmed(Suppression?)
    /// Asked for and taken back in this call.
    case withdrawn
}

extension CallSession: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where the call stands; who is on the phone and what was said are personal and do not print.
    package var description: String {
        "call \(call) of '\(bot)' at step \(step), revision \(revision), \(state)"
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

extension CallSession {
    /// Reads a stored session, and refuses one that this version cannot go on with: of another schema, or with figures that
    /// no call can have.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schema = try container.decode(Int.self, forKey: .schema)
        guard schema == CallSession.currentSchema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema,
                in: container,
                debugDescription: "the session has schema \(schema), this version reads \(CallSession.currentSchema)"
            )
        }
        func count(_ key: CodingKeys) throws -> Int {
            let number = try container.decode(Int.self, forKey: key)
            guard (0...1_000_000_000).contains(number) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "\(number) is no count"
                )
            }
            return number
        }
        revision = try count(.revision)
        call = try container.decode(CallID.self, forKey: .call)
        bot = try container.decode(BotName.self, forKey: .bot)
        botVersion = try container.decode(BotVersion.self, forKey: .botVersion)
        direction = try container.decode(CallDirection.self, forKey: .direction)
        person = try container.decode(Party.self, forKey: .person)
        ownNumber = try container.decode(Party.self, forKey: .ownNumber)
        language = try container.decode(LanguageTag.self, forKey: .language)
        state = try container.decode(CallState.self, forKey: .state)
        step = try count(.step)
        noInputCount = try count(.noInputCount)
        noMatchCount = try count(.noMatchCount)
        failuresInRow = try count(.failuresInRow)
        lastMenu = try container.decodeIfPresent(NodeID.self, forKey: .lastMenu)
        listenedLast = try container.decodeIfPresent(NodeID.self, forKey: .listenedLast)
        variables = try container.decode([String: Value].self, forKey: .variables)
        parameters = try container.decode([String: String].self, forKey: .parameters)
        optOut = try container.decode(OptOutProgress.self, forKey: .optOut)
        intent = try container.decodeIfPresent(IntentClock.self, forKey: .intent)
        status = try container.decode(CallStatus.self, forKey: .status)
        statusSequence = try container.decodeIfPresent(Int.self, forKey: .statusSequence)
        startedAt = try container.decode(Instant.self, forKey: .startedAt)
        lastEventAt = try container.decode(Instant.self, forKey: .lastEventAt)
        endReason = try container.decodeIfPresent(EndReason.self, forKey: .endReason)
    }
}
