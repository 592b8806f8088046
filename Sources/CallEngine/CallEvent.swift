package import Airscript
package import Telephony

/// What happened to a call.
///
/// Everything from outside comes in as one of these.
package enum CallEvent: Hashable, Sendable, Codable {
    /// The provider asked for the first document.
    case started(CallStart)
    /// The caller answered a listening step, with keys, with speech, or not at all.
    case input(step: Int, CallerInput)
    /// The leg that a forwarding step placed ended.
    case forwardEnded(step: Int, DialStatus)
    /// A status callback. `sequence` is the provider's order of callbacks, from 0, where it sends one.
    case statusChanged(CallStatus, sequence: Int?)
}

/// What is known when a call starts.
package struct CallStart: Hashable, Sendable, Codable {
    package let call: CallID
    package let direction: CallDirection
    /// The person: who calls an inbound bot, who is called by an outbound one.
    package let person: Party
    /// Our own number.
    package let ownNumber: Party
    package let status: CallStatus
    /// Values for the bot's variables, from whoever placed the call.
    package let variables: [String: Value]
    /// Further request parameters that expressions may read as `session.start.call.NAME`.
    package let parameters: [String: String]
    /// Whether the person is on the suppression list for this bot.
    ///
    /// An outbound call to such a person says nothing.
    package let isSuppressed: Bool
    /// Within how many milliseconds of the answer the law where the person is wants the intent said; nil where it names no
    /// shorter time than 15 seconds.
    package let disclosureLimit: Int64?

    package init(
        call: CallID,
        direction: CallDirection,
        person: Party,
        ownNumber: Party,
        status: CallStatus,
        variables: [String: Value] = [:],
        parameters: [String: String] = [:],
        isSuppressed: Bool = false,
        disclosureLimit: Int64? = nil
    ) {
        self.call = call
        self.direction = direction
        self.person = person
        self.ownNumber = ownNumber
        self.status = status
        self.variables = variables
        self.parameters = parameters
        self.isSuppressed = isSuppressed
        self.disclosureLimit = disclosureLimit
    }
}

/// What a listening step got.
package struct CallerInput: Hashable, Sendable, Codable {
    /// The keys pressed; nil and empty both mean none.
    package let digits: Digits?
    /// What the recogniser heard; nil and empty both mean nothing.
    package let speech: String?
    /// How sure the recogniser is, from 0 to 1; it may be absent.
    ///
    /// No rule depends on it: a low figure is no reason to disregard a request to stop, and providers' figures do not
    /// compare.
    package let confidence: Double?
    /// Whether something was pressed that is no key of a telephone, such as `A`.
    ///
    /// It counts as a wrong answer.
    package let isUnreadable: Bool

    package init(digits: Digits? = nil, speech: String? = nil, confidence: Double? = nil, isUnreadable: Bool = false) {
        self.digits = digits
        self.speech = speech
        self.confidence = confidence
        self.isUnreadable = isUnreadable
    }

    package static let silence = CallerInput()
}

extension CallerInput: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What kind of input it was.
    ///
    /// What was pressed or said is personal and does not print.
    package var description: String {
        if isUnreadable { return "unreadable keys" }
        if let digits, !digits.isEmpty { return "\(digits.count) keys" }
        guard let speech, !speech.isEmpty else { return "silence" }
        return "speech of \(speech.count) characters"
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}

extension CallStart: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which call; who is on the phone and what is known of them do not print.
    package var description: String { "start of \(direction.rawValue) call \(call)" }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }
}
