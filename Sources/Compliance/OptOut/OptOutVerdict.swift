/// How an utterance came to us.
package enum OptOutChannel: String, Hashable, Sendable, Codable, CaseIterable {
    /// A text message: its whole content is what the person meant to send.
    case sms
    /// Speech, as a recogniser wrote it down: a word may answer the prompt.
    case voice
}

/// What an utterance says about being contacted again.
package enum OptOutVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// A request to stop.
    case optOut = "opt-out"
    /// Maybe a request: ask, and contact nobody meanwhile.
    case confirm
    /// No request.
    case none
}

/// An utterance as it was understood, with the reason.
package struct OptOutReading: Hashable, Sendable {
    /// The row of the decision table that decided.
    package enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
        /// The text is one of the words and nothing else.
        case wordAlone
        /// The same said aloud, where it may answer the prompt.
        case wordSpoken
        /// "Stop calling me", "no more texts".
        case stopContact
        /// "Do not call me again".
        case doNotContact
        /// "Take me off your list", "unsubscribe me".
        case removal
        /// "I revoke my consent".
        case consent
        /// "I do not want these calls".
        case wish
        /// "Leave me alone".
        case leaveAlone
        /// "Call again and I will sue".
        case threat
        /// A word of the list stands as a clause of its own in a longer text.
        case wordAsClause
        /// A word of the list stands inside a sentence.
        case wordInSentence
        /// Words of stopping and of contact in one clause, in no pattern that is plain.
        case vague
        /// "How do I opt out".
        case howTo
        /// "Why do you keep calling me".
        case complaint
        /// "You have the wrong number", in a text.
        case wrongNumber
        /// "Get lost", "spam".
        case dismissal
        /// "Stop calling my wife", "do not call me at work": a request of narrower reach than a list can keep.
        case narrow
        /// "Stop texting me before nine": a wish for an hour in the words of a request.
        case hoursInRequest
        /// A request and its contrary, or a request that is taken back.
        case takenBack
        /// "Don't stop".
        case negated
        /// "Did you stop?"
        case question
        /// "He won't stop calling me".
        case thirdParty
        /// "Don't call before nine".
        case hours
        /// "Keep texting me".
        case resume
        /// "Cancel my appointment", "bus stop".
        case otherMeaning
        /// Our own words sent back.
        case quoted
        /// Nothing about stopping.
        case nothing
    }

    package let verdict: OptOutVerdict
    package let rule: Rule
    /// The words that decided, folded; empty when none did.
    ///
    /// Personal data: never logged.
    package let words: String
    /// Whether the text asks for contact again: START, YES or UNSTOP and nothing else.
    package let isOptIn: Bool
    /// Whether the text asks for help: HELP or INFO and nothing else.
    package let isHelp: Bool

    init(_ verdict: OptOutVerdict, _ rule: Rule, words: String = "", isOptIn: Bool = false, isHelp: Bool = false) {
        self.verdict = verdict
        self.rule = rule
        self.words = words
        self.isOptIn = isOptIn
        self.isHelp = isHelp
    }
}
