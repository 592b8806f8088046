/// Where a call stands, in the provider's words.
///
/// Callbacks are separate requests and come in any order, so a status only moves forward: compare `rank`.
/// Source: the provider's request parameters, https://www.twilio.com/docs/voice/twiml#request-parameters
package enum CallStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case queued
    case initiated
    case ringing
    case inProgress = "in-progress"
    case completed
    case busy
    case failed
    case noAnswer = "no-answer"
    case canceled

    /// Whether the call is over.
    package var isFinal: Bool { rank == CallStatus.finalRank }

    /// The place in a call's life, from 0; all final statuses share the highest.
    package var rank: Int {
        switch self {
        case .queued: 0
        case .initiated: 1
        case .ringing: 2
        case .inProgress: 3
        case .completed, .busy, .failed, .noAnswer, .canceled: CallStatus.finalRank
        }
    }

    /// Whether a callback with `next` says something new: the call moved on, and was not over before.
    package func canMove(to next: CallStatus) -> Bool {
        !isFinal && next.rank > rank
    }

    private static let finalRank = 4
}

/// How the leg that a `Dial` placed came to its end.
///
/// Source: the provider's `DialCallStatus`, https://www.twilio.com/docs/voice/twiml/dial
package enum DialStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case completed
    case answered
    case busy
    case noAnswer = "no-answer"
    case failed
    case canceled
}

/// Who placed the call, seen from the bot.
package enum CallDirection: String, Hashable, Sendable, Codable, CaseIterable {
    case inbound
    case outbound
}
