import BotGraph
import CallEngine
import Foundation
import GRDB
import Store
import Testing

@testable import StoreSQLite

/// A database file that is taken away while a server has it open: nothing may be acknowledged that the next start lacks.
@Suite(.timeLimit(.minutes(1))) struct SQLiteLostFileTests {
    @Test func `nothing is acknowledged after the file was removed`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            try await store.check()
            #expect(try await store.advance(call.step(1)) == .committed)
            try FileManager.default.removeItem(atPath: path)

            try await expectRefusals(by: store, of: call, code: "FILE_GONE", naming: path)
            // What was committed before is still answered from memory, so that a retry is served.
            #expect(try await store.session(of: call.id) == call.step(1).session)
            await store.close()
            // A file that nobody asked for would look like an empty list.
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `nothing is acknowledged while another file is in its place, and the first one goes on when it is back`()
        async throws
    {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let aside = folder + "/aside.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            #expect(try await store.advance(call.step(1)) == .committed)
            try FileManager.default.moveItem(atPath: path, toPath: aside)
            try FileManager.default.copyItem(atPath: aside, toPath: path)
            let copy = try Data(contentsOf: URL(fileURLWithPath: path))

            try await expectRefusals(by: store, of: call, code: "FILE_REPLACED", naming: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == copy)

            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: aside, toPath: path)
            try await store.check()
            #expect(try await store.advance(call.step(2)) == .committed)
            await store.close()
            let reopened = try SQLiteCallStore.open(path: path)
            #expect(try await reopened.log(of: call.id).map(\.revision) == [1, 2])
            // None of the refused ones was written.
            #expect(try await reopened.suppressionHistory(of: call.person).isEmpty)
            await reopened.close()
        }
    }

    @Test func `a file that was moved away keeps its log, and has everything when both are put back`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            for revision in 1...5 { #expect(try await store.advance(call.step(revision)) == .committed) }
            // As a move to another disk does it: a copy, and the first one is gone.
            try FileManager.default.copyItem(atPath: path, toPath: folder + "/aside.sqlite")
            try FileManager.default.removeItem(atPath: path)
            await store.close()

            try FileManager.default.moveItem(atPath: folder + "/aside.sqlite", toPath: path)
            let reopened = try SQLiteCallStore.open(path: path)
            #expect(try await reopened.log(of: call.id).count == 5)
            await reopened.close()
        }
    }

    @Test func `nothing is acknowledged after the log was removed, and a close in good order loses nothing`()
        async throws
    {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            #expect(try await store.advance(call.step(1)) == .committed)
            try FileManager.default.removeItem(atPath: path + "-wal")

            try await expectRefusals(by: store, of: call, code: "FILE_GONE", naming: path + "-wal")
            await store.close()
            let reopened = try SQLiteCallStore.open(path: path)
            #expect(try await reopened.session(of: call.id) == call.step(1).session)
            await reopened.close()
        }
    }

    @Test
    func `a commit during which the file is moved away is not acknowledged, and the call goes on when it is back`()
        async throws
    {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            #expect(try await store.advance(call.step(1)) == .committed)
            let move = MoveAtCommit(path: path)
            store.pool.add(transactionObserver: move, extent: .databaseLifetime)
            let error = await #expect(throws: StoreError.self) { try await store.advance(call.step(2)) }
            #expect(error?.code == "FILE_GONE")

            store.pool.remove(transactionObserver: move)
            try FileManager.default.moveItem(atPath: move.destination, toPath: path)
            // It is in the file, although nobody was told; what is remembered must not say otherwise.
            #expect(try await store.session(of: call.id) == call.step(2).session)
            #expect(try await store.advance(call.step(3)) == .committed)
            await store.close()
        }
    }

    @Test func `a merge during which the file is moved away is not acknowledged`() async throws {
        let call = try FixtureCall()
        let entry = SuppressionEntry(change: .optedOut, suppression: call.suppression())
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            store.pool.add(transactionObserver: MoveAtCommit(path: path), extent: .databaseLifetime)
            let error = await #expect(throws: StoreError.self) {
                try await store.merge([ImportedSuppression(entry: entry, isDated: true)])
            }
            #expect(error?.code == "FILE_GONE")
            await store.close()
        }
    }

    @Test func `the command's list is not written into a file that was taken away`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let list = try SQLiteSuppressionList.open(path: path, makesFile: true)
            try await list.optOut(call.suppression())
            try FileManager.default.removeItem(atPath: path)
            let error = await #expect(throws: StoreError.self) { try await list.optOut(call.suppression(words: "end")) }
            #expect(error?.code == "FILE_GONE")
            list.close()
        }
    }

    private func expectRefusals(
        by store: SQLiteCallStore,
        of call: FixtureCall,
        code: String,
        naming path: String
    ) async throws {
        let entry = SuppressionEntry(change: .optedOut, suppression: call.suppression())
        let source = BotSource(name: call.bot, version: call.step(1).session.botVersion, path: "a.yaml", text: "bot: a")
        var errors: [StoreError?] = []
        errors.append(await #expect(throws: StoreError.self) { try await store.advance(call.step(2)) })
        errors.append(await #expect(throws: StoreError.self) { try await store.record(entry) })
        errors.append(await #expect(throws: StoreError.self) { try await store.keep(source) })
        errors.append(
            await #expect(throws: StoreError.self) {
                try await store.merge([ImportedSuppression(entry: entry, isDated: true)])
            }
        )
        // A list that may be another one by now is no answer to whether somebody may be called.
        errors.append(
            await #expect(throws: StoreError.self) {
                try await store.isSuppressed(call.person, channel: .voice, bot: call.bot)
            }
        )
        errors.append(await #expect(throws: StoreError.self) { try await store.check() })
        for error in errors {
            #expect(error?.code == code)
            #expect(error?.description.contains(path) == true)
            #expect(error?.description.contains("stop the server") == true)
        }
    }
}

/// Moves a file away at the last moment before a commit.
private final class MoveAtCommit: TransactionObserver {
    private let path: String
    let destination: String

    init(path: String) {
        self.path = path
        destination = path + ".aside"
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { try FileManager.default.moveItem(atPath: path, toPath: destination) }
    func databaseDidCommit(_ database: Database) {}
    func databaseDidRollback(_ database: Database) {}
}

extension StoreError {
    /// The code of a failure.
    var code: String? {
        if case .failed(_, let code, _) = self { code } else { nil }
    }
}
