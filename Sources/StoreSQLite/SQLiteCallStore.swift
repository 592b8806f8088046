package import BotGraph
package import CallEngine
import Foundation
import GRDB
package import Store
import Synchronization
package import Telephony

/// The store in one SQLite file, for a server on one machine.
///
/// Writes are committed in groups with full durability; a call that goes on is answered from memory, everything else is
/// read beside the writer, from a snapshot of the file. The file belongs to one process at a time.
package final class SQLiteCallStore: CallStore {
    let pool: DatabasePool
    private let cache: LiveCallCache
    let writes: WriteQueue
    private let files: OpenFiles
    private let health = DatabaseHealth()
    private let checks = BoundedCheck(limit: SQLiteCallStore.longestCheck)
    private let lock: Mutex<DatabaseLock?>

    /// How long a check may take: shorter than the patience of whoever asks.
    private static let longestCheck = Duration.seconds(1)

    init(pool: DatabasePool, files: OpenFiles, lock: consuming DatabaseLock, cachedCalls: Int) {
        self.pool = pool
        self.files = files
        self.lock = Mutex(consume lock)
        cache = LiveCallCache(capacity: cachedCalls)
        writes = WriteQueue(pool: pool, files: files, health: health, cache: cache)
    }

    package func advance(_ step: StepCommit) async throws(StoreError) -> AdvanceOutcome {
        try step.checkConsistency()
        return try await writes.commit(.step(try EncodedStep(step)))
    }

    package func session(of call: CallID) async throws(StoreError) -> CallSession? {
        try requireOpen()
        if let entry = cache[call] { return entry.session }
        return try await read(to: "read the session of call \(call)") { database in
            try Row.fetchOne(
                try database.cachedStatement(sql: "SELECT call, schema, session FROM calls WHERE call = ?"),
                arguments: [call.text]
            ).map { try CallSession(row: $0) }
        }
    }

    package func reply(of call: CallID, step: Int) async throws(StoreError) -> [UInt8]? {
        try requireOpen()
        if let reply = cache[call]?.lastReply, reply.step == step { return reply.bytes }
        return try await read(to: "read the reply of step \(step) of call \(call)") { database in
            try Row.fetchOne(
                try database.cachedStatement(
                    sql: """
                        SELECT steps.reply FROM steps JOIN calls ON calls.id = steps.call
                        WHERE calls.call = ? AND steps.step = ?
                        """
                ),
                arguments: [call.text, step]
            )?.bytes("reply")
        }
    }

    package func reply(of call: CallID, token: String) async throws(StoreError) -> [UInt8]? {
        try requireOpen()
        if let entry = cache[call] {
            if let reply = entry.lastReply, reply.token == token { return reply.bytes }
            // Nearly every request carries a token that was never seen; that must not cost a read.
            if entry.isWhole, !entry.tokens.contains(token) { return nil }
        }
        return try await read(to: "read the reply to a request of call \(call)") { database in
            try Row.fetchOne(
                try database.cachedStatement(
                    sql: """
                        SELECT steps.reply FROM steps JOIN calls ON calls.id = steps.call
                        WHERE calls.call = ? AND steps.token = CAST(? AS TEXT) AND steps.reply IS NOT NULL
                        ORDER BY steps.revision DESC LIMIT 1
                        """
                ),
                arguments: [call.text, Data(token.utf8)]
            )?.bytes("reply")
        }
    }

    package func log(of call: CallID) async throws(StoreError) -> [LogEntry] {
        try await read(to: "read the log of call \(call)") { database in
            try Row.fetchAll(
                try database.cachedStatement(
                    sql: """
                        SELECT steps.revision, steps.at, steps.step, CAST(steps.token AS BLOB) AS token, steps.schema,
                            steps.event, steps.effects, steps.reply
                        FROM steps JOIN calls ON calls.id = steps.call WHERE calls.call = ? ORDER BY steps.revision
                        """
                ),
                arguments: [call.text]
            ).map { try LogEntry(row: $0, call: call) }
        }
    }

    package func liveCalls(limit: Int) async throws(StoreError) -> [CallSession] {
        try await read(to: "read the live calls") { database in
            try Row.fetchAll(
                try database.cachedStatement(
                    sql: """
                        SELECT call, schema, session FROM calls WHERE ended_at IS NULL
                        ORDER BY updated_at, call LIMIT ?
                        """
                ),
                arguments: [max(0, limit)]
            ).map { try CallSession(row: $0) }
        }
    }

    package func record(_ entry: SuppressionEntry) async throws(StoreError) {
        _ = try await writes.commit(.suppression(entry))
    }

    package func merge(_ lines: [ImportedSuppression]) async throws(StoreError) -> [Bool] {
        try requireOpen()
        do {
            let answer = try await pool.answer(writingTo: SuppressionRows.writing, in: files) {
                try SuppressionRows.merge(lines, into: $0)
            }
            health.noteCommit()
            return answer
        } catch {
            health.note(error)
            throw error
        }
    }

    package func suppressionHistory(of number: PhoneNumber) async throws(StoreError) -> [SuppressionEntry] {
        // What the command adds goes to the file that the path leads to: from another one it would not be seen.
        if let fault = files.fault() { throw fault.error(doing: SuppressionRows.reading) }
        return try await read(to: SuppressionRows.reading) { try SuppressionRows.history(of: number, in: $0) }
    }

    package func isSuppressed(
        _ number: PhoneNumber,
        channel: Channel,
        bot: BotName
    ) async throws(StoreError) -> Bool {
        // Read from the file each time: the command adds to the list while this process runs.
        try await suppression(of: number, channel: channel, bot: bot) != nil
    }

    package func suppressedNumbers(
        after number: PhoneNumber?,
        limit: Int
    ) async throws(StoreError) -> [SuppressedNumber] {
        try await read(to: SuppressionRows.reading) {
            try SuppressionRows.suppressed(after: number, limit: limit, in: $0)
        }
    }

    package func suppressionLog(after position: Int, limit: Int) async throws(StoreError) -> [LoggedSuppression] {
        try await read(to: SuppressionRows.reading) {
            try SuppressionRows.log(after: position, limit: limit, in: $0)
        }
    }

    package func keep(_ source: BotSource) async throws(StoreError) {
        _ = try await writes.commit(.bot(source))
    }

    package func source(of version: BotVersion) async throws(StoreError) -> BotSource? {
        try await read(to: "read version \(version) of a bot") { database in
            try BotSource.fetch(version, from: database)
        }
    }

    package func check() async throws(StoreError) {
        try requireOpen()
        // Nothing more than needed is written to a damaged file.
        if let damage = health.damage { throw damage }
        if let fault = files.fault() { throw fault.error(doing: PendingWrite.check.doing) }
        let answer = await checks.answer { [self] in
            do throws(StoreError) {
                _ = try await writes.commit(.check)
                _ = try await read(to: "read from the database") { database in
                    try Int.fetchOne(try database.cachedStatement(sql: "SELECT checks FROM health"))
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        guard let answer else { throw unanswered() }
        try answer.get()
        if let fault = health.untold() { throw fault }
    }

    /// Why a check has had no answer in time.
    private func unanswered() -> StoreError {
        let limit = SQLiteCallStore.longestCheck.components.seconds
        let isLocked = writes.isWaitingForLock
        let message =
            if isLocked {
                "another connection holds the write lock, and has not released it within \(limit) s; look for another "
                    + "program that has the file open (fuser, lsof), and end its transaction"
            } else {
                "there was no answer within \(limit) s, and \(writes.waitingCount) writes wait; look at the load of "
                    + "the disk and of the machine"
            }
        return .failed(
            doing: PendingWrite.check.doing,
            code: isLocked ? "SQLITE_BUSY" : "NO_ANSWER",
            message: message
        )
    }

    package func close() async {
        guard writes.refuseFurtherWrites() else { return }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            // Behind everything that was accepted. A checkpoint that fails leaves the log beside the file, which loses
            // nothing.
            pool.asyncWriteWithoutTransaction { [files] database in
                // A file that was taken away gets its log back as it was: in a copy of it the log's contents are missing.
                if files.isDatabaseInPlace { try? database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                continuation.resume()
            }
        }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            // Waits for readers, so not on a thread that they may need.
            DispatchQueue.global().async { [pool] in
                // What cannot be closed is closed by the end of the process; everything is on disk.
                try? pool.close()
                continuation.resume()
            }
        }
        lock.withLock { $0 = nil }
    }

    private func requireOpen() throws(StoreError) {
        guard !writes.isClosed else { throw .closed }
    }

    private func read<Answer: Sendable>(
        to doing: String,
        _ query: @escaping @Sendable (Database) throws -> Answer
    ) async throws(StoreError) -> Answer {
        try requireOpen()
        do {
            return try await pool.answer(readingTo: doing, query)
        } catch {
            // A close that overtook the read.
            try requireOpen()
            health.note(error)
            throw error
        }
    }
}
