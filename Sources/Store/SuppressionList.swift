package import BotGraph
package import Compliance
package import Telephony

/// Who has asked not to be contacted: a log of requests that only grows and never expires.
///
/// 47 CFR 64.1200(d) wants each request recorded when it is made and kept; 16 CFR 310.4(b)(1)(iii)(A) knows no end to it.
/// `SuppressionLedger` says what the entries of one number come to.
package protocol SuppressionList: Sendable {
    /// Adds an entry to the log; whoever asks after this has returned is told of it.
    func record(_ entry: SuppressionEntry) async throws(StoreError)

    /// Adds those lines of a file that the log does not have yet, all of them or none.
    ///
    /// - Returns: For each line, whether it was new.
    func merge(_ lines: [ImportedSuppression]) async throws(StoreError) -> [Bool]

    /// Everything that was ever recorded of a number, in order.
    func suppressionHistory(of number: PhoneNumber) async throws(StoreError) -> [SuppressionEntry]

    /// Whether the number may not be contacted over this channel by this bot.
    func isSuppressed(_ number: PhoneNumber, channel: Channel, bot: BotName) async throws(StoreError) -> Bool

    /// Who is suppressed now, in order of number, beginning behind the given one.
    func suppressedNumbers(after number: PhoneNumber?, limit: Int) async throws(StoreError) -> [SuppressedNumber]

    /// The log in the order in which it was written, beginning behind the given position; 0 is before the first.
    func suppressionLog(after position: Int, limit: Int) async throws(StoreError) -> [LoggedSuppression]
}

extension SuppressionList {
    /// Puts a number on the list at somebody's request.
    package func optOut(
        _ suppression: Suppression,
        recordedBy recorder: SuppressionRecorder = .person
    ) async throws(StoreError) {
        try await record(SuppressionEntry(change: .optedOut, suppression: suppression, recordedBy: recorder))
    }

    /// The earliest request that forbids this contact; nil where none does.
    ///
    /// Where it is not known which bot it will be, a request about any one counts.
    package func suppression(
        of number: PhoneNumber,
        channel: Channel,
        bot: BotName?
    ) async throws(StoreError) -> SuppressionEntry? {
        SuppressionLedger(try await suppressionHistory(of: number)).request(against: channel, bot: bot)
    }
}

/// A number that may not be contacted, with the requests that hold, the earliest first.
package struct SuppressedNumber: Sendable, Hashable {
    package let number: PhoneNumber
    package let requests: [SuppressionEntry]

    package init(number: PhoneNumber, requests: [SuppressionEntry]) {
        self.number = number
        self.requests = requests
    }
}

/// An entry as a file has it.
package struct ImportedSuppression: Sendable, Hashable {
    package let entry: SuppressionEntry
    /// Whether the file says when it was asked.
    ///
    /// Else the entry carries the time of the import, by which a line that comes again could not be told.
    package let isDated: Bool

    package init(entry: SuppressionEntry, isDated: Bool) {
        self.entry = entry
        self.isDated = isDated
    }
}
