import Foundation
import GRDB
import Store
import Testing

@testable import StoreSQLite

/// A database that is damaged, on a disk in trouble, or locked: whoever asks whether the store is ready is told.
@Suite(.timeLimit(.minutes(1))) struct SQLiteDamageTests {
    @Test func `a file with overwritten pages is refused at the start, with advice, and left alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = try await fileWithSteps(in: folder)
            try overwritePages(of: path)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let error = #expect(throws: StoreError.self) { try SQLiteCallStore.open(path: path) }
            #expect(error?.code == "SQLITE_CORRUPT")
            #expect(error?.description.contains("restore a backup or save what can be read with `sqlite3") == true)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        }
    }

    @Test func `damage in a page that opening the file does not read is found at the start`() async throws {
        try await withTemporaryFolder { folder in
            let path = try await fileWithSteps(in: folder)
            let root = try await rootPage(of: "steps", in: path)
            try overwrite(page: root, of: path)
            // Opened without the check of the pages it shows nothing.
            let queue = try DatabaseQueue(path: path)
            #expect(try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM bots") } == 0)
            try queue.close()
            let error = #expect(throws: StoreError.self) { try SQLiteCallStore.open(path: path) }
            #expect(error?.code == "SQLITE_CORRUPT")
        }
    }

    @Test func `damage that shows while the server runs fails every check until the file is opened again`() async throws
    {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = try await fileWithSteps(in: folder)
            let root = try await rootPage(of: "steps", in: path)
            let store = try SQLiteCallStore.open(path: path)
            try await store.check()
            let whole = try overwrite(page: root, of: path)
            // The page that a check writes is whole.
            try await store.check()
            let found = await #expect(throws: StoreError.self) { try await store.log(of: call.id) }
            #expect(found?.code == "SQLITE_CORRUPT")

            for _ in 1...3 {
                let error = await #expect(throws: StoreError.self) { try await store.check() }
                #expect(error == found)
            }
            try write(whole, page: root, of: path)
            await #expect(throws: StoreError.self) { try await store.check() }
            await store.close()
            let reopened = try SQLiteCallStore.open(path: path)
            try await reopened.check()
            #expect(try await reopened.log(of: call.id).count == 50)
            await reopened.close()
        }
    }

    @Test func `a disk that was full fails the next check, until a step is written`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let store = try SQLiteCallStore.open(path: folder + "/calls.sqlite")
            _ = try await store.advance(call.step(1))
            try await store.check()
            let large = call.step(2, reply: [UInt8](repeating: 1, count: 60_000))
            for _ in 1...2 {
                try await limitPages(of: store, to: nil)
                let error = await #expect(throws: StoreError.self) { try await store.advance(large) }
                #expect(error?.code == "SQLITE_FULL")
                // The row of the check has room; the steps do not.
                let told = await #expect(throws: StoreError.self) { try await store.check() }
                #expect(told == error)
            }
            await #expect(throws: StoreError.self) { try await store.advance(large) }
            try await limitPages(of: store, to: 1_000_000)
            #expect(try await store.advance(large) == .committed)
            try await store.check()
            await store.close()
        }
    }

    @Test(arguments: ["SQLITE_IOERR", "SQLITE_FULL"])
    func `a trouble of the disk is told once, and passes if it does not come up again`(code: String) {
        let trouble = StoreError.failed(doing: "write", code: code, message: "no")
        let health = DatabaseHealth()
        #expect(health.untold() == nil)
        health.note(trouble)
        #expect(health.untold() == trouble)
        health.note(trouble)
        #expect(health.untold() == trouble)
        #expect(health.untold() == nil)
        health.note(trouble)
        health.noteCommit()
        #expect(health.untold() == nil)
    }

    @Test(arguments: ["SQLITE_CORRUPT", "SQLITE_NOTADB"])
    func `damage stays, whatever is written after it`(code: String) {
        let damage = StoreError.failed(doing: "read", code: code, message: "no")
        let health = DatabaseHealth()
        health.note(.failed(doing: "write", code: "SQLITE_BUSY", message: "locked"))
        #expect(health.damage == nil)
        health.note(damage)
        health.noteCommit()
        #expect(health.damage == damage)
        #expect(health.untold() == damage)
        #expect(health.untold() == damage)
    }

    @Test func `a check of a locked database does not wait as long as a step, and says what is in the way`()
        async throws
    {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.beginTransaction(.immediate) }

            for _ in 1...2 {
                let error = await #expect(throws: StoreError.self) { try await store.check() }
                #expect(error?.code == "SQLITE_BUSY")
                // The database's own words would be "database is locked", when its wait of five seconds is over.
                #expect(
                    error?.description.hasPrefix(
                        "Could not write to the database: another connection holds the write lock, and has not released "
                            + "it within 1 s; "
                    ) == true
                )
            }
            // The second check shared the first one's write, and has not queued another.
            #expect(store.writes.waitingCount == 0)

            try await other.writeWithoutTransaction { try $0.rollback() }
            try await store.check()
            #expect(try await store.advance(call.step(1)) == .committed)
            try other.close()
            await store.close()
        }
    }

    // MARK: Files

    /// A closed file with a call of fifty steps.
    private func fileWithSteps(in folder: String) async throws -> String {
        let call = try FixtureCall()
        let path = folder + "/calls.sqlite"
        let store = try SQLiteCallStore.open(path: path)
        for revision in 1...50 { _ = try await store.advance(call.step(revision)) }
        await store.close()
        return path
    }

    private func rootPage(of table: String, in path: String) async throws -> Int {
        let queue = try DatabaseQueue(path: path)
        let page = try await queue.read {
            try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])
        }
        try queue.close()
        return try #require(page)
    }

    private static let pageSize = 4_096

    /// Overwrites the beginning of every page but the first.
    private func overwritePages(of path: String) throws {
        let count = try Data(contentsOf: URL(fileURLWithPath: path)).count / SQLiteDamageTests.pageSize
        for page in 2..<(count + 1) { try overwrite(page: page, of: path) }
    }

    /// Overwrites the beginning of a page in the file as it is, and returns what was there.
    @discardableResult
    private func overwrite(page: Int, of path: String) throws -> Data {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64((page - 1) * SQLiteDamageTests.pageSize))
        let whole = try #require(try file.read(upToCount: 64))
        try file.close()
        try write(Data(repeating: 0xA5, count: whole.count), page: page, of: path)
        return whole
    }

    private func write(_ bytes: Data, page: Int, of path: String) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64((page - 1) * SQLiteDamageTests.pageSize))
        try file.write(contentsOf: bytes)
        try file.close()
    }

    /// Gives the file no more pages than it has, or than `count`.
    private func limitPages(of store: SQLiteCallStore, to count: Int?) async throws {
        try await store.pool.writeWithoutTransaction { database throws in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(count ?? pages)")
        }
    }
}
