package import BotGraph
package import CallEngine
import Compliance
package import Telephony

/// A store that forgets everything when the process ends: for calls in the terminal, replays and tests.
package actor InMemoryCallStore: CallStore {
    private struct StoredCall {
        var session: CallSession
        var log: [LogEntry]
    }

    private var calls: [CallID: StoredCall] = [:]
    private var suppressions: [SuppressionEntry] = []
    private var ledgers: [PhoneNumber: SuppressionLedger] = [:]
    private var sources: [BotVersion: BotSource] = [:]
    private var isClosed = false

    package init() {}

    package func advance(_ step: StepCommit) async throws(StoreError) -> AdvanceOutcome {
        try requireOpen()
        try step.checkConsistency()
        let call = step.session.call
        let stored = calls[call]?.session.revision ?? 0
        guard stored == step.expectedRevision else { return .conflict(stored: stored) }
        if let number = step.entry.step, calls[call]?.log.contains(where: { $0.step == number }) == true {
            throw .failed(
                doing: "write step \(number) of call \(call)",
                code: "CONSTRAINT",
                message: "the step is stored already"
            )
        }

        let entry = step.entry
        calls[call, default: StoredCall(session: step.session, log: [])].session = step.session
        calls[call]?.log.append(entry)
        for change in step.suppressionEntries { append(change) }
        return .committed
    }

    package func session(of call: CallID) async throws(StoreError) -> CallSession? {
        try requireOpen()
        guard let session = calls[call]?.session else { return nil }
        try session.checkSchema()
        return session
    }

    package func reply(of call: CallID, step: Int) async throws(StoreError) -> [UInt8]? {
        try requireOpen()
        return calls[call]?.log.first { $0.step == step }?.reply
    }

    package func reply(of call: CallID, token: String) async throws(StoreError) -> [UInt8]? {
        try requireOpen()
        return calls[call]?.log.last { $0.token == token && $0.reply != nil }?.reply
    }

    package func log(of call: CallID) async throws(StoreError) -> [LogEntry] {
        try requireOpen()
        return calls[call]?.log ?? []
    }

    package func liveCalls(limit: Int) async throws(StoreError) -> [CallSession] {
        try requireOpen()
        let live = calls.values.map(\.session).filter { $0.state != .ended }
        let oldestFirst = live.sorted { ($0.lastEventAt, $0.call.text) < ($1.lastEventAt, $1.call.text) }
        let sessions = Array(oldestFirst.prefix(max(0, limit)))
        for session in sessions { try session.checkSchema() }
        return sessions
    }

    package func record(_ entry: SuppressionEntry) async throws(StoreError) {
        try requireOpen()
        append(entry)
    }

    package func merge(_ lines: [ImportedSuppression]) async throws(StoreError) -> [Bool] {
        try requireOpen()
        return lines.map { line in
            let isNew = ledgers[line.entry.suppression.number, default: SuppressionLedger()].merge(line)
            if isNew { suppressions.append(line.entry) }
            return isNew
        }
    }

    package func suppressionHistory(of number: PhoneNumber) async throws(StoreError) -> [SuppressionEntry] {
        try requireOpen()
        return ledgers[number]?.entries ?? []
    }

    package func isSuppressed(
        _ number: PhoneNumber,
        channel: Channel,
        bot: BotName
    ) async throws(StoreError) -> Bool {
        try requireOpen()
        return ledgers[number]?.request(against: channel, bot: bot) != nil
    }

    package func suppressedNumbers(
        after number: PhoneNumber?,
        limit: Int
    ) async throws(StoreError) -> [SuppressedNumber] {
        try requireOpen()
        let behind = ledgers.filter { key, _ in number.map { key.unmasked > $0.unmasked } ?? true }
        let suppressed = behind.map { SuppressedNumber(number: $0, requests: $1.standing) }
        let inOrder = suppressed.filter { !$0.requests.isEmpty }.sorted { $0.number.unmasked < $1.number.unmasked }
        return Array(inOrder.prefix(max(0, limit)))
    }

    package func suppressionLog(after position: Int, limit: Int) async throws(StoreError) -> [LoggedSuppression] {
        try requireOpen()
        let behind = suppressions.dropFirst(max(0, position)).prefix(max(0, limit))
        return zip(behind.indices, behind).map { LoggedSuppression(position: $0 + 1, entry: $1) }
    }

    package func keep(_ source: BotSource) async throws(StoreError) {
        try requireOpen()
        if sources[source.version] == nil { sources[source.version] = source }
    }

    package func source(of version: BotVersion) async throws(StoreError) -> BotSource? {
        try requireOpen()
        return sources[version]
    }

    package func check() async throws(StoreError) {
        try requireOpen()
    }

    package func close() async {
        isClosed = true
    }

    private func append(_ entry: SuppressionEntry) {
        suppressions.append(entry)
        ledgers[entry.suppression.number, default: SuppressionLedger()].append(entry)
    }

    private func requireOpen() throws(StoreError) {
        guard !isClosed else { throw .closed }
    }
}
