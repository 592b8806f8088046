package import Telephony

/// What became of the rule that an automated call says who calls, why and how to stop within 15 seconds.
package enum IntentOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    /// All of it was spoken in time.
    case met
    /// The caller acted or hung up before it was all spoken, and before the time was over.
    case interrupted
    /// Some of it came later, or not at all.
    case late
    /// It cannot be told: a recording of unknown length, or a bot that declares no intent.
    case unknown
}

/// What the outcome rests on, in milliseconds from the answer.
package struct IntentEvidence: Hashable, Sendable, Codable {
    package let answeredAt: Instant
    /// When each part was spoken to its end, estimated; nil where it was not found in what was spoken.
    package let callerAt: Int64?
    package let purposeAt: Int64?
    package let optOutAt: Int64?
    /// When the caller first acted; nil when nothing was heard of them.
    package let actedAt: Int64?
    /// The limit it was held against.
    package let limit: Int64
    /// How the lengths were had, such as `estimated speech` or `recordings`.
    package let basis: String

    package init(
        answeredAt: Instant,
        callerAt: Int64?,
        purposeAt: Int64?,
        optOutAt: Int64?,
        actedAt: Int64?,
        limit: Int64,
        basis: String
    ) {
        self.answeredAt = answeredAt
        self.callerAt = callerAt
        self.purposeAt = purposeAt
        self.optOutAt = optOutAt
        self.actedAt = actedAt
        self.limit = limit
        self.basis = basis
    }
}
