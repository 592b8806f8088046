package import BotGraph
package import CallEngine
import Foundation
import GRDB
package import Store
package import Telephony

/// The calls in a database file, to be read beside a server that has the file open.
///
/// Nothing is ever written, and no right to the file is taken.
package final class SQLiteCallArchive: Sendable {
    private let pool: DatabasePool

    private init(pool: DatabasePool) {
        self.pool = pool
    }

    /// Opens a database file.
    ///
    /// A file of a newer version or of another program is refused.
    package static func open(path: String) throws(StoreError) -> SQLiteCallArchive {
        let doing = "open the database \(path)"
        let file = try DatabaseFile.located(path, doing: doing)
        guard FileManager.default.fileExists(atPath: file) else {
            throw .failed(doing: doing, code: "NO_FILE", message: "there is no such file; name the server's database")
        }
        _ = try DatabaseFile.inspect(file, path: path, doing: doing)
        do {
            var configuration = Configuration()
            configuration.label = "touchtone-archive"
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            configuration.maximumReaderCount = 1
            return SQLiteCallArchive(pool: try DatabasePool(path: file, configuration: configuration))
        } catch {
            throw StoreError(error, doing: doing)
        }
    }

    package func session(of call: CallID) async throws(StoreError) -> CallSession? {
        try await pool.answer(readingTo: "read the session of call \(call)") { database in
            try Row.fetchOne(
                database,
                sql: "SELECT call, schema, session FROM calls WHERE call = ?",
                arguments: [call.text]
            ).map { try CallSession(row: $0) }
        }
    }

    /// Calls that are over, in the order in which they started.
    ///
    /// - Parameters:
    ///   - bot: Only those of this bot.
    ///   - since: Only those that started then or later.
    ///   - position: Where the last page ended; 0 at first.
    ///   - limit: How many at most.
    /// - Returns: The calls, each with its position; fewer than `limit` when there are no more.
    /// - Throws: When the database cannot be read.
    package func endedCalls(
        of bot: BotName?,
        since: Instant?,
        after position: Int,
        limit: Int
    ) async throws(StoreError) -> [(position: Int, call: CallID)] {
        try await pool.answer(readingTo: "read the calls that are over") { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, call FROM calls
                    WHERE id > ? AND ended_at IS NOT NULL AND started_at >= ? AND (? IS NULL OR bot = ?)
                    ORDER BY id LIMIT ?
                    """,
                arguments: [position, since?.milliseconds ?? Int64.min, bot?.text, bot?.text, max(0, limit)]
            )
            return rows.compactMap { row in CallID(row["call"]).map { (position: row["id"], call: $0) } }
        }
    }

    /// The log of a call, in order of revision; empty when the call is not known.
    package func log(of call: CallID) async throws(StoreError) -> [LogEntry] {
        try await pool.answer(readingTo: "read the log of call \(call)") { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT steps.revision, steps.at, steps.step, CAST(steps.token AS BLOB) AS token, steps.schema,
                        steps.event, steps.effects, steps.reply
                    FROM steps JOIN calls ON calls.id = steps.call WHERE calls.call = ? ORDER BY steps.revision
                    """,
                arguments: [call.text]
            ).map { try LogEntry(row: $0, call: call) }
        }
    }

    package func source(of version: BotVersion) async throws(StoreError) -> BotSource? {
        try await pool.answer(readingTo: "read version \(version) of a bot") { database in
            try BotSource.fetch(version, from: database)
        }
    }

    package func close() {
        // What cannot be closed is closed by the end of the process.
        try? pool.close()
    }
}
