package import BotGraph
import Foundation
import GRDB
package import Store
package import Telephony

/// The suppression list in a database file, without its calls: for a command beside a server that has the file open.
///
/// It takes no sole right to the file. The server remembers calls between requests and never the list, so it is told of
/// an entry from here at its next question.
package final class SQLiteSuppressionList: SuppressionList {
    private let pool: DatabasePool
    private let files: OpenFiles

    init(pool: DatabasePool, files: OpenFiles) {
        self.pool = pool
        self.files = files
    }

    package func record(_ entry: SuppressionEntry) async throws(StoreError) {
        try await pool.answer(writingTo: SuppressionRows.writing, in: files) {
            try SuppressionRows.insert(entry, into: $0)
        }
    }

    package func merge(_ lines: [ImportedSuppression]) async throws(StoreError) -> [Bool] {
        try await pool.answer(writingTo: SuppressionRows.writing, in: files) {
            try SuppressionRows.merge(lines, into: $0)
        }
    }

    package func suppressionHistory(of number: PhoneNumber) async throws(StoreError) -> [SuppressionEntry] {
        try await pool.answer(readingTo: SuppressionRows.reading) { try SuppressionRows.history(of: number, in: $0) }
    }

    package func isSuppressed(
        _ number: PhoneNumber,
        channel: Channel,
        bot: BotName
    ) async throws(StoreError) -> Bool {
        try await suppression(of: number, channel: channel, bot: bot) != nil
    }

    package func suppressedNumbers(
        after number: PhoneNumber?,
        limit: Int
    ) async throws(StoreError) -> [SuppressedNumber] {
        try await pool.answer(readingTo: SuppressionRows.reading) {
            try SuppressionRows.suppressed(after: number, limit: limit, in: $0)
        }
    }

    package func suppressionLog(after position: Int, limit: Int) async throws(StoreError) -> [LoggedSuppression] {
        try await pool.answer(readingTo: SuppressionRows.reading) {
            try SuppressionRows.log(after: position, limit: limit, in: $0)
        }
    }

    /// Closes the file; everything is on disk already.
    package func close() {
        // What cannot be closed is closed by the end of the process.
        try? pool.close()
    }
}

extension SQLiteSuppressionList {
    /// Opens the list in a database file, also while a server runs on it.
    ///
    /// A file that lacks the newest tables is brought up to date first, for which nobody else may have it open. A file of
    /// a newer version or of another program is refused and left as it was.
    ///
    /// - Parameters:
    ///   - path: The database.
    ///   - makesFile: Whether to make the file where there is none. An empty list in the place of one that was looked for
    ///     under a wrong name would say that nobody has asked for anything.
    ///   - patience: How often a tenth of a second is waited for an old file that is in use elsewhere.
    /// - Returns: The open list.
    /// - Throws: Why it cannot be opened.
    package static func open(
        path: String,
        makesFile: Bool,
        patience: Int = 50
    ) throws(StoreError) -> SQLiteSuppressionList {
        let doing = "open the database \(path)"
        let file = try DatabaseFile.located(path, doing: doing)
        // Only where it is missing: to close a descriptor of a file drops the locks that this process has on it.
        if !FileManager.default.fileExists(atPath: file) {
            guard makesFile else {
                throw .failed(
                    doing: doing,
                    code: "NO_FILE",
                    message: "there is no such file; name the server's database"
                )
            }
            try DatabaseFile.create(file, doing: doing)
        }
        try bringUpToDate(file, path: path, patience: patience, doing: doing)
        do {
            var configuration = Configuration()
            configuration.label = "touchtone-suppressions"
            configuration.busyMode = .timeout(10)
            configuration.maximumReaderCount = 1
            let pool = try DatabasePool(path: file, configuration: configuration)
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return SQLiteSuppressionList(pool: pool, files: OpenFiles(path: file))
        } catch {
            throw StoreError(error, doing: doing)
        }
    }

    private static func bringUpToDate(
        _ file: String,
        path: String,
        patience: Int,
        doing: String
    ) throws(StoreError) {
        for attempt in 0...max(0, patience) {
            guard try DatabaseFile.inspect(file, path: path, doing: doing).isOutdated else { return }
            let lock: DatabaseLock
            do {
                lock = try DatabaseLock(databasePath: file, doing: doing)
            } catch {
                // Somebody else may be at just this, or a server that starts.
                guard case .failed(_, "IN_USE", _) = error, attempt < patience else { throw error }
                Thread.sleep(forTimeInterval: 0.1)
                continue
            }
            try migrate(file, holding: lock, doing: doing)
        }
    }

    private static func migrate(_ file: String, holding lock: borrowing DatabaseLock, doing: String) throws(StoreError)
    {
        do {
            let pool = try DatabasePool(path: file)
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Migrations.migrator.migrate(pool)
            try pool.close()
        } catch {
            throw StoreError(error, doing: doing)
        }
    }
}
