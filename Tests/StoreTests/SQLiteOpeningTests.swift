import Foundation
import GRDB
import Store
import Testing

@testable import StoreSQLite

/// Which files can be opened, and what is said of those that cannot.
@Suite(.timeLimit(.minutes(1))) struct SQLiteOpeningTests {
    @Test func `a new file gets every table, for its owner alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            try await store.pool.read { database in
                let tables = try String.fetchAll(
                    database,
                    sql: "SELECT name FROM pragma_table_list WHERE strict AND type = 'table' ORDER BY name"
                )
                #expect(tables == ["bots", "calls", "health", "steps", "suppressions"])
                #expect(try Migrations.migrator.appliedMigrations(database) == Migrations.names)
                #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == Migrations.applicationID)
            }
            try await store.pool.writeWithoutTransaction { database throws in
                #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
                // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
                #expect(try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
                #expect(try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1)
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            await store.close()
        }
    }

    @Test func `migrations are numbered without a gap`() {
        for (index, name) in Migrations.names.enumerated() {
            let number = String(index + 1)
            #expect(name.hasPrefix(String(repeating: "0", count: 3 - number.count) + number + "-"))
        }
    }

    @Test func `a file in use is refused, by whatever name it is called`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let first = try SQLiteCallStore.open(path: path)
            let link = folder + "/link.sqlite"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            for name in [path, link, folder + "/./calls.sqlite"] {
                let error = #expect(throws: StoreError.self) { try SQLiteCallStore.open(path: name) }
                let pid = ProcessInfo.processInfo.processIdentifier
                #expect(
                    error
                        == .failed(
                            doing: "open the database \(name)",
                            code: "IN_USE",
                            message: "the database is in use by another touchtone process (process \(pid)); "
                                + "stop it, or name another file"
                        )
                )
            }
            try await first.check()
            await first.close()
            let second = try SQLiteCallStore.open(path: path)
            await second.close()
        }
    }

    @Test func `a file of a newer version is refused and left alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            try await store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-later')") }
            await store.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))

            let error = #expect(throws: StoreError.self) { try SQLiteCallStore.open(path: path) }
            #expect(
                error?.description
                    == "Could not read the database \(path): it was written by a newer version of touchtone "
                    + "(it has 999-later); use that version, or name another file."
            )
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        }
    }

    @Test func `a first start that was cut short is taken up again`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let queue = try DatabaseQueue(path: path)
            try await queue.write { database in
                try database.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            }
            try queue.close()
            let store = try SQLiteCallStore.open(path: path)
            #expect(try await store.advance(call.step(1)) == .committed)
            await store.close()
        }
    }

    @Test func `another program's database is refused and left alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/other.sqlite"
            let queue = try DatabaseQueue(path: path)
            try await queue.write { try $0.execute(sql: "CREATE TABLE songs (title TEXT)") }
            try queue.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))

            #expect(
                throws: StoreError.unreadable(
                    what: "the database \(path)",
                    reason: "it is another program's; name another file"
                )
            ) { try SQLiteCallStore.open(path: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        }
    }

    @Test func `a file that is no database is refused and left alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/notes.txt"
            let text = Data(String(repeating: "Dear diary, nothing happened today. ", count: 200).utf8)
            try text.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: StoreError.self) { try SQLiteCallStore.open(path: path) }
            guard case .failed("open the database \(path)", "SQLITE_NOTADB", _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
        }
    }

    @Test func `a damaged page is an error and never a crash`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            for revision in 1...50 { _ = try await store.advance(call.step(revision)) }
            await store.close()
            // The header and the table of contents stay; every other page is overwritten.
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let pageSize = 4_096
            for offset in stride(from: pageSize, to: bytes.count, by: pageSize) {
                bytes.replaceSubrange(offset..<(offset + 64), with: [UInt8](repeating: 0xA5, count: 64))
            }
            try bytes.write(to: URL(fileURLWithPath: path))
            await #expect(throws: StoreError.self) {
                let damaged = try SQLiteCallStore.open(path: path)
                do {
                    _ = try await damaged.session(of: call.id)
                } catch {
                    await damaged.close()
                    throw error
                }
                await damaged.close()
            }
        }
    }

    @Test func `a path that cannot be a file says what to do`() async throws {
        try await withTemporaryFolder { folder throws in
            let cases: [(path: String, code: String)] = [
                ("", "PATH"), (":memory:", "PATH"), (folder + "/a\u{0}b.sqlite", "PATH"),
                (folder + "/missing/calls.sqlite", "NO_FOLDER"), (folder, "FILE"),
            ]
            for (path, code) in cases {
                let error = #expect(throws: StoreError.self) { try SQLiteCallStore.open(path: path) }
                guard case .failed("open the database \(path)", code, _) = error else {
                    Issue.record("\(path): \(String(describing: error))")
                    continue
                }
            }
            // Nothing is left behind by a refusal, not even a lock file.
            #expect(!FileManager.default.fileExists(atPath: folder + ".lock"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            let missing = #expect(throws: StoreError.self) {
                try SQLiteCallStore.open(path: folder + "/missing/calls.sqlite")
            }
            #expect(missing?.description.contains("there is no folder \(folder)/missing; make it") == true)
        }
    }

    @Test func `a stored session that is damaged is named and not shown`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            _ = try await store.advance(call.step(1))
            try await store.pool.write { database in
                try database.execute(sql: "UPDATE calls SET session = replace(session, '+12065550101', 'Ada Lovelace')")
            }
            await store.close()
            let reopened = try SQLiteCallStore.open(path: path)
            let error = await #expect(throws: StoreError.self) { try await reopened.session(of: call.id) }
            let words = try #require(error?.description)
            #expect(words.hasPrefix("Could not read the session of call \(call.id): 'person."))
            #expect(!words.contains("Lovelace"))
            await reopened.close()
        }
    }
}
