import BotGraph
import CallEngine
import Compliance
import Foundation
import GRDB
import Store
import Telephony
import Testing

@testable import StoreSQLite

/// The list in a file that a server has open.
@Suite(.timeLimit(.minutes(1))) struct SQLiteSuppressionListTests {
    @Test func `an entry from beside holds for the store's very next question, and the other way round`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder async throws in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            _ = try await store.advance(call.step(1))
            #expect(try await !store.isSuppressed(call.person, channel: .voice, bot: call.bot))

            let list = try SQLiteSuppressionList.open(path: path, makesFile: false)
            for round in 0..<20 {
                try await list.optOut(recordedSuppression(call.person), recordedBy: .staff("Ann"))
                #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot))
                try await store.record(optIn(call.person, .all, at: round))
                #expect(try await !list.isSuppressed(call.person, channel: .voice, bot: call.bot))
            }
            #expect(
                try await store.suppressionHistory(of: call.person) == list.suppressionHistory(of: call.person)
            )
            // The store's own work was not disturbed.
            #expect(try await store.advance(call.step(2)) == .committed)
            list.close()
            #expect(try await store.advance(call.step(3)) == .committed)
            await store.close()
            let again = try SQLiteSuppressionList.open(path: path, makesFile: false)
            #expect(try await again.suppressionHistory(of: call.person).count == 40)
            again.close()
        }
    }

    @Test func `both write at once and nothing is lost`() async throws {
        let calls = try (0..<8).map { try FixtureCall("CA\($0)") }
        let numbers = try (10..<60).map { try #require(PhoneNumber("+120655501\($0)")) }
        try await withTemporaryFolder { folder async throws in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            let list = try SQLiteSuppressionList.open(path: path, makesFile: false)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for call in calls {
                    group.addTask { () async throws in
                        for revision in 1...20 {
                            #expect(try await store.advance(call.step(revision)) == .committed)
                        }
                    }
                }
                group.addTask {
                    for number in numbers { try await list.optOut(recordedSuppression(number)) }
                }
                try await group.waitForAll()
            }
            #expect(try await store.suppressedNumbers(after: nil, limit: 100).map(\.number) == numbers)
            for call in calls { #expect(try await store.log(of: call.id).count == 20) }
            list.close()
            await store.close()
        }
    }

    @Test func `the list in a file of its own does all that a store's list does`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder async throws in
            let path = folder + "/new.sqlite"
            let list = try SQLiteSuppressionList.open(path: path, makesFile: true)
            let line = ImportedSuppression(entry: optIn(call.person, .all, at: 5), isDated: true)
            #expect(try await list.merge([line]) == [true])
            try await list.optOut(recordedSuppression(call.person))
            #expect(try await list.merge([line]) == [false])
            #expect(try await list.suppressionLog(after: 0, limit: 9).map(\.position) == [1, 2])
            #expect(try await list.suppressedNumbers(after: nil, limit: 9).map(\.number) == [call.person])
            list.close()
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            // A server takes the file up as one of its own.
            let store = try SQLiteCallStore.open(path: path)
            #expect(try await store.isSuppressed(call.person, channel: .sms, bot: call.bot))
            #expect(try await store.advance(call.step(1)) == .committed)
            await store.close()
        }
    }

    @Test func `a file of the first layout is brought up to date, and its entries say what is known`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder async throws in
            let path = folder + "/old.sqlite"
            try writeFirstLayout(path, person: call.person)
            let list = try SQLiteSuppressionList.open(path: path, makesFile: false)
            let history = try await list.suppressionHistory(of: call.person)
            #expect(history.map(\.recordedBy) == [.person, .unstated])
            #expect(history.map(\.suppression.words) == ["stop", "by letter"])
            try await list.record(optIn(call.person, .all, at: 1))
            #expect(try await !list.isSuppressed(call.person, channel: .voice, bot: call.bot))
            list.close()
            let store = try SQLiteCallStore.open(path: path)
            #expect(try await store.suppressionHistory(of: call.person).count == 3)
            await store.close()
        }
    }

    @Test func `an old file that a server has open is left to the server`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder async throws in
            let path = folder + "/old.sqlite"
            try writeFirstLayout(path, person: call.person)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let lock = try DatabaseLock(databasePath: path, doing: "test")
            let error = #expect(throws: StoreError.self) {
                try SQLiteSuppressionList.open(path: path, makesFile: false, patience: 2)
            }
            guard case .failed(_, "IN_USE", _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
            withExtendedLifetime(lock) {}
        }
    }

    @Test func `the file itself refuses to forget or to change an entry`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder async throws in
            let store = try SQLiteCallStore.open(path: folder + "/calls.sqlite")
            try await store.optOut(recordedSuppression(call.person))
            for statement in ["DELETE FROM suppressions", "UPDATE suppressions SET change = 'lifted'"] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await store.pool.write { try $0.execute(sql: statement) }
                }
                #expect(error?.message == "the suppression list is only ever added to")
            }
            #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot))
            await store.close()
        }
    }

    @Test func `a list that is not there is not taken for an empty one`() async throws {
        try await withTemporaryFolder { folder throws in
            let path = folder + "/missing.sqlite"
            #expect(
                throws: StoreError.failed(
                    doing: "open the database \(path)",
                    code: "NO_FILE",
                    message: "there is no such file; name the server's database"
                )
            ) { try SQLiteSuppressionList.open(path: path, makesFile: false) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func `a newer file and another program's are refused and left alone`() async throws {
        try await withTemporaryFolder { folder async throws in
            let newer = folder + "/newer.sqlite"
            let store = try SQLiteCallStore.open(path: newer)
            try await store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-later')") }
            await store.close()
            let other = folder + "/other.sqlite"
            let queue = try DatabaseQueue(path: other)
            try await queue.write { try $0.execute(sql: "CREATE TABLE songs (title TEXT)") }
            try queue.close()
            for (path, hint) in [(newer, "999-later"), (other, "another program's")] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                let error = #expect(throws: StoreError.self) {
                    try SQLiteSuppressionList.open(path: path, makesFile: true)
                }
                #expect(error?.description.contains(hint) == true)
                #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
            }
        }
    }

    /// Writes a file as it was before the log said who recorded an entry.
    private func writeFirstLayout(_ path: String, person: PhoneNumber) throws {
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "004-health")
        try queue.write { database in
            for (means, words) in [("speech", "stop"), ("recorded", "by letter")] {
                try database.execute(
                    sql: """
                        INSERT INTO suppressions (number, change, scope, means, words, at)
                        VALUES (?, 'opted-out', 'all', ?, ?, ?)
                        """,
                    arguments: [person.unmasked, means, words, FixtureCall.start.milliseconds]
                )
            }
        }
        try queue.close()
    }
}
