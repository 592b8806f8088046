package import Carrier
package import Telephony

/// One call, as it is placed: who calls whom, and which addresses the provider asks.
package struct CallPlan: Sendable, Hashable {
    /// What a status callback tells.
    package enum StatusEvent: Sendable, Hashable, CaseIterable {
        case initiated
        case ringing
        case answered
        case completed
    }

    /// What becomes of a call that we place.
    package enum Answer: Sendable, Hashable {
        case answered
        case busy
        case noAnswer
        case failed
        case canceled
    }

    /// The provider's name for the call; made from the seed when the plan has none.
    package var call: CallID?
    package var direction: CallDirection
    /// Who calls: the person of an inbound call, our own number of an outbound one.
    package var from: Party
    package var to: Party
    /// The absolute address that is asked for the first document.
    package var voiceURL: String
    package var statusURL: String?
    /// Asked for a document when another could not be had or executed.
    package var fallbackURL: String?
    /// An inbound call tells only its end, as a number's own callback does; an outbound one tells everything.
    package var statusEvents: Set<StatusEvent>
    /// Whether the person answers a call that we place; an inbound call is always there.
    package var answer: Answer
    /// Sent with every webhook besides the standard ones, such as `FromCity`.
    package var parameters: [FormParameters.Parameter]
    /// Identifiers and tokens come from it.
    package var seed: UInt64
    /// The provider ends a call that lasts longer; its own limit is four hours.
    package var timeLimit: Duration

    package init(
        call: CallID? = nil,
        direction: CallDirection,
        from: Party,
        to: Party,
        voiceURL: String,
        statusURL: String? = nil,
        fallbackURL: String? = nil,
        statusEvents: Set<StatusEvent>? = nil,
        answer: Answer = .answered,
        parameters: [FormParameters.Parameter] = [],
        seed: UInt64 = 1,
        timeLimit: Duration = .seconds(14_400)
    ) {
        self.call = call
        self.direction = direction
        self.from = from
        self.to = to
        self.voiceURL = voiceURL
        self.statusURL = statusURL
        self.fallbackURL = fallbackURL
        self.statusEvents = statusEvents ?? (direction == .inbound ? [.completed] : Set(StatusEvent.allCases))
        self.answer = answer
        self.parameters = parameters
        self.seed = seed
        self.timeLimit = timeLimit
    }
}
