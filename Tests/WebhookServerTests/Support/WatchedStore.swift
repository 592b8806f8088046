import BotGraph
import CallEngine
import Store
import Telephony

/// A store that asks before each operation whether it may go on, so that a test can let one fail or wait.
struct WatchedStore: CallStore {
    enum Operation: Hashable, CaseIterable {
        case advance
        case session
        case reply
        case log
        case suppression
        case source
        case check
    }

    let base: any CallStore
    /// Whether the sources of bots are still there.
    let hasSources: Bool
    let before: @Sendable (Operation) async throws(StoreError) -> Void

    init(
        _ base: any CallStore = InMemoryCallStore(),
        hasSources: Bool = true,
        before: @escaping @Sendable (Operation) async throws(StoreError) -> Void
    ) {
        self.base = base
        self.hasSources = hasSources
        self.before = before
    }

    func advance(_ step: StepCommit) async throws(StoreError) -> AdvanceOutcome {
        try await before(.advance)
        return try await base.advance(step)
    }

    func session(of call: CallID) async throws(StoreError) -> CallSession? {
        try await before(.session)
        return try await base.session(of: call)
    }

    func reply(of call: CallID, step: Int) async throws(StoreError) -> [UInt8]? {
        try await before(.reply)
        return try await base.reply(of: call, step: step)
    }

    func reply(of call: CallID, token: String) async throws(StoreError) -> [UInt8]? {
        try await before(.reply)
        return try await base.reply(of: call, token: token)
    }

    func log(of call: CallID) async throws(StoreError) -> [LogEntry] {
        try await before(.log)
        return try await base.log(of: call)
    }

    func liveCalls(limit: Int) async throws(StoreError) -> [CallSession] {
        try await before(.session)
        return try await base.liveCalls(limit: limit)
    }

    func record(_ entry: SuppressionEntry) async throws(StoreError) {
        try await before(.suppression)
        try await base.record(entry)
    }

    func merge(_ lines: [ImportedSuppression]) async throws(StoreError) -> [Bool] {
        try await before(.suppression)
        return try await base.merge(lines)
    }

    func suppressionHistory(of number: PhoneNumber) async throws(StoreError) -> [SuppressionEntry] {
        try await before(.suppression)
        return try await base.suppressionHistory(of: number)
    }

    func isSuppressed(_ number: PhoneNumber, channel: Channel, bot: BotName) async throws(StoreError) -> Bool {
        try await before(.suppression)
        return try await base.isSuppressed(number, channel: channel, bot: bot)
    }

    func suppressedNumbers(after number: PhoneNumber?, limit: Int) async throws(StoreError) -> [SuppressedNumber] {
        try await before(.suppression)
        return try await base.suppressedNumbers(after: number, limit: limit)
    }

    func suppressionLog(after position: Int, limit: Int) async throws(StoreError) -> [LoggedSuppression] {
        try await before(.suppression)
        return try await base.suppressionLog(after: position, limit: limit)
    }

    func keep(_ source: BotSource) async throws(StoreError) {
        try await before(.source)
        try await base.keep(source)
    }

    func source(of version: BotVersion) async throws(StoreError) -> BotSource? {
        try await before(.source)
        return hasSources ? try await base.source(of: version) : nil
    }

    func check() async throws(StoreError) {
        try await before(.check)
        try await base.check()
    }

    func close() async {
        await base.close()
    }
}
