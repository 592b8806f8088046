package import BotGraph
package import CallEngine
package import Compliance
package import Telephony

/// A store that forgets everything when the process ends: for calls in the terminal, replays and tests.
package actor InMemoryCallStore: CallStore {
    private struct StoredCall {
        var session: CallSession
        var log: [LogEntry]
    }

    private var calls: [CallID: StoredCall] = [:]
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
        for change in step.suppressionEntries { record(change) }
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

    package func optOut(_ suppression: Suppression) async throws(StoreError) {
        try requireOpen()
        record(SuppressionEntry(change: .optedOut, suppression: suppression))
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
        return ledgers[number]?.standing.contains { $0.scope.covers(channel: channel, bot: bot) } ?? false
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

    private func record(_ entry: SuppressionEntry) {
        ledgers[entry.suppression.number, default: SuppressionLedger()].append(entry)
    }

    private func requireOpen() throws(StoreError) {
        guard !isClosed else { throw .closed }
    }
}
