import Foundation
import GRDB
package import Store

extension SQLiteCallStore {
    /// How many live calls are kept in memory at least.
    private static let cachedCalls = 8_192

    /// Opens a database file, makes it where there is none, and brings its tables up to date.
    ///
    /// The file stays this process's own until `close()`. It holds telephone numbers, so a new one is for its owner's
    /// eyes only. A file of a newer version, of another program, or in use elsewhere is refused and left as it was.
    package static func open(path: String) throws(StoreError) -> SQLiteCallStore {
        let doing = "open the database \(path)"
        let file = try located(path, doing: doing)
        let lock = try DatabaseLock(databasePath: file, doing: doing)
        try create(file, doing: doing)
        try inspect(file, path: path, doing: doing)
        do {
            var configuration = Configuration()
            configuration.label = "touchtone"
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 4
            let pool = try DatabasePool(path: file, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // FULL flushes the log at every commit; GRDB's own NORMAL would lose the last ones at a power cut.
                // The log is copied into the file every 1,000 pages, SQLite's own habit: less often is no faster, and the
                // steps that wait behind a copy wait longer.
                try database.execute(
                    sql: """
                        PRAGMA synchronous = FULL;
                        PRAGMA wal_autocheckpoint = 1000;
                        PRAGMA journal_size_limit = 67108864;
                        """
                )
            }
            try Migrations.migrator.migrate(pool)
            return SQLiteCallStore(pool: pool, lock: lock, cachedCalls: cachedCalls)
        } catch {
            throw StoreError(error, doing: doing)
        }
    }

    /// The file itself, whatever links lead to it: two names of one file must come to one lock.
    private static func located(_ path: String, doing: String) throws(StoreError) -> String {
        guard !path.isEmpty, path != ":memory:", !path.utf8.contains(0) else {
            throw .failed(
                doing: doing,
                code: "PATH",
                message: "it is not the path of a file; name one such as calls.sqlite"
            )
        }
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let folder = url.deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .failed(
                doing: doing,
                code: "NO_FOLDER",
                message: "there is no folder \(folder); make it, or name a file in another one"
            )
        }
        guard !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) || !isFolder.boolValue else {
            throw .failed(doing: doing, code: "FILE", message: "it is a folder; name a file in it")
        }
        return url.path
    }

    private static func create(_ file: String, doing: String) throws(StoreError) {
        let descriptor = Foundation.open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .failed(
                doing: doing,
                code: "FILE",
                message: "it must be readable and writable: \(systemMessage(errno))"
            )
        }
        _ = Foundation.close(descriptor)
    }

    /// Looks without touching: another program's file must not so much as change its journal mode.
    private static func inspect(_ file: String, path: String, doing: String) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = true
        let (applicationID, tableCount, unknown): (Int, Int, [String])
        do {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            (applicationID, tableCount, unknown) = try queue.read { database in
                let known = Set(Migrations.names)
                let applied = try Migrations.migrator.appliedIdentifiers(database)
                // The migrator's own table comes before the first migration, which marks the file: a first start that was
                // cut short between the two leaves a file that is ours and not marked.
                let tables = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'"
                return (
                    try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    try Int.fetchOne(database, sql: tables) ?? 0,
                    applied.subtracting(known).sorted()
                )
            }
            try queue.close()
        } catch {
            throw StoreError(error, doing: doing)
        }
        guard applicationID == Migrations.applicationID || (applicationID == 0 && tableCount == 0) else {
            throw .unreadable(what: "the database \(path)", reason: "it is another program's; name another file")
        }
        guard unknown.isEmpty else {
            throw .unreadable(
                what: "the database \(path)",
                reason: "it was written by a newer version of touchtone (it has \(unknown.joined(separator: ", "))); "
                    + "use that version, or name another file"
            )
        }
    }
}
