package import Compliance

/// One line of the suppression list's log, which only grows.
package struct SuppressionEntry: Sendable, Hashable, Codable {
    package enum Change: String, Sendable, Hashable, Codable, CaseIterable {
        case optedOut = "opted-out"
        /// Taken back by the person in the confirmation of the same call.
        case lifted
        /// Wants to be contacted again: START, YES or UNSTOP by the person, or a removal by somebody with a reason.
        case optedIn = "opted-in"
    }

    package let change: Change
    /// What was asked, how and in what words; for an opt-in, what is to be taken up again.
    package let suppression: Suppression
    package let recordedBy: SuppressionRecorder

    package init(change: Change, suppression: Suppression, recordedBy: SuppressionRecorder = .person) {
        self.change = change
        self.suppression = suppression
        self.recordedBy = recordedBy
    }
}

/// An entry with its place in the log.
package struct LoggedSuppression: Sendable, Hashable {
    /// Grows from entry to entry, not always by one.
    package let position: Int
    package let entry: SuppressionEntry

    package init(position: Int, entry: SuppressionEntry) {
        self.position = position
        self.entry = entry
    }
}
