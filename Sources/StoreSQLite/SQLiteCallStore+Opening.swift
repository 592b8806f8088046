import GRDB
package import Store

extension SQLiteCallStore {
    /// How many live calls are kept in memory at least.
    private static let cachedCalls = 8_192

    /// Opens a database file, makes it where there is none, and brings its tables up to date.
    ///
    /// The file stays this process's own until `close()`. It holds telephone numbers, so a new one is for its owner's
    /// eyes only. A file that is damaged, of a newer version, of another program, or in use elsewhere is refused and left
    /// as it was.
    package static func open(path: String) throws(StoreError) -> SQLiteCallStore {
        let doing = "open the database \(path)"
        let file = try DatabaseFile.located(path, doing: doing)
        let lock = try DatabaseLock(databasePath: file, doing: doing)
        try DatabaseFile.create(file, doing: doing)
        _ = try DatabaseFile.inspect(file, path: path, doing: doing)
        try DatabaseFile.checkPages(file, doing: doing)
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
            return SQLiteCallStore(
                pool: pool,
                files: OpenFiles(path: file),
                lock: lock,
                cachedCalls: cachedCalls
            )
        } catch {
            throw StoreError(error, doing: doing)
        }
    }
}
