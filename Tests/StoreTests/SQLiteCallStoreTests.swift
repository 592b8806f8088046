import BotGraph
import CallEngine
import Compliance
import Foundation
import GRDB
import Store
import Telephony
import Testing

@testable import StoreSQLite

/// What holds for the store in a file beyond what holds for every store.
@Suite(.timeLimit(.minutes(1))) struct SQLiteCallStoreTests {
    @Test func `a file that is opened again shows everything`() async throws {
        let call = try FixtureCall()
        let ended = try FixtureCall("CA2")
        let source = BotSource(name: call.bot, version: BotVersion("5f2c"), path: "a.yaml", text: "bot: a")
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let before = try SQLiteCallStore.open(path: path)
            _ = try await before.advance(call.step(1, token: "one"))
            _ = try await before.advance(call.step(2, effects: [.suppress(call.suppression())], token: "two"))
            _ = try await before.advance(ended.step(1))
            _ = try await before.advance(ended.statusCallback(2))
            try await before.keep(source)
            await before.close()
            // A closed store leaves one file to copy.
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))

            let after = try SQLiteCallStore.open(path: path)
            #expect(try await after.session(of: call.id) == call.step(2).session)
            #expect(try await after.session(of: ended.id) == ended.statusCallback(2).session)
            #expect(try await after.liveCalls(limit: 10) == [call.step(2).session])
            #expect(try await after.reply(of: call.id, step: 1) == call.step(2).entry.reply)
            #expect(try await after.reply(of: call.id, token: "one") == call.step(1).entry.reply)
            #expect(try await after.log(of: call.id).map(\.token) == ["one", "two"])
            #expect(try await after.isSuppressed(call.person, channel: .voice, bot: call.bot))
            #expect(try await after.source(of: source.version) == source)
            // A call that this process did not see begin goes on like any other, and its older tokens are still known.
            #expect(try await after.advance(call.step(3, token: "three")) == .committed)
            #expect(try await after.session(of: call.id) == call.step(3).session)
            #expect(try await after.reply(of: call.id, token: "one") == call.step(1).entry.reply)
            #expect(try await after.reply(of: call.id, token: "three") == call.step(3).entry.reply)
            await after.close()
        }
    }

    @Test func `a process that dies has every step that it acknowledged on disk`() async throws {
        let calls = try (0..<40).map { try FixtureCall("CA\($0)") }
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            // Without a checkpoint the log only grows, so a copy made at any moment is what a crash would have left.
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
            let acknowledged = Acknowledged()
            var seen: [CallID: Int] = [:]
            let copy = folder + "/copy.sqlite"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for call in calls {
                    group.addTask {
                        for revision in 1...10 {
                            _ = try await store.advance(call.step(revision, effects: [.suppress(call.suppression())]))
                            await acknowledged.note(call.id, revision: revision)
                        }
                    }
                }
                // The copy is made amid the writing: after the hundredth of four hundred steps.
                await acknowledged.wait(forCount: 100)
                seen = await acknowledged.revisions
                try FileManager.default.copyItem(atPath: path, toPath: copy)
                try FileManager.default.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
                try await group.waitForAll()
            }
            let recovered = try SQLiteCallStore.open(path: copy)
            for call in calls {
                let log = try await recovered.log(of: call.id)
                let session = try await recovered.session(of: call.id)
                #expect(log.count >= seen[call.id] ?? 0)
                // Whole steps only: the session, the log and the list agree.
                #expect(session?.revision ?? 0 == log.count)
                #expect(log.map(\.revision) == Array(1..<(log.count + 1)))
            }
            let listed = try await recovered.suppressionHistory(of: calls[0].person)
            for call in calls {
                #expect(
                    try await recovered.log(of: call.id).count == listed.filter { $0.suppression.call == call.id }.count
                )
            }
            await recovered.close()
            await store.close()
        }
    }

    @Test func `one step that cannot be written does not take the others of its group with it`() async throws {
        let calls = try (0..<30).map { try FixtureCall("CA\($0)") }
        try await withTemporaryFolder { folder in
            let store = try SQLiteCallStore.open(path: folder + "/calls.sqlite")
            for call in calls { _ = try await store.advance(call.step(1)) }
            // A step number that is stored already, a revision that is not the stored one, and good ones, in one group:
            // the writer is held until all of them wait.
            let gate = try await holdWriter(of: store)
            let outcomes = try await withThrowingTaskGroup(of: (Int, Result<AdvanceOutcome, StoreError>).self) {
                group in
                for (index, call) in calls.enumerated() {
                    let step =
                        switch index {
                        case 10: duplicate(of: call)
                        case 20: call.step(3)
                        default: call.step(2)
                        }
                    group.addTask {
                        do throws(StoreError) {
                            return (index, .success(try await store.advance(step)))
                        } catch {
                            return (index, .failure(error))
                        }
                    }
                }
                while store.writes.waitingCount < calls.count { await Task.yield() }
                gate.open()
                return try await group.reduce(into: [Int: Result<AdvanceOutcome, StoreError>]()) { $0[$1.0] = $1.1 }
            }
            for (index, call) in calls.enumerated() {
                switch (index, outcomes[index]) {
                case (10, .failure(.failed(_, "SQLITE_CONSTRAINT", _))):
                    #expect(try await store.session(of: call.id)?.revision == 1)
                case (20, .success(.conflict(stored: 1))):
                    #expect(try await store.session(of: call.id)?.revision == 1)
                case (_, .success(.committed)):
                    #expect(index != 10 && index != 20)
                    #expect(try await store.session(of: call.id)?.revision == 2)
                    #expect(try await store.log(of: call.id).count == 2)
                case (_, let outcome):
                    Issue.record("call \(index): \(String(describing: outcome))")
                }
            }
            await store.close()
        }
    }

    @Test func `a full disk is an error for the step, and the store goes on when there is room`() async throws {
        let call = try FixtureCall()
        let other = try FixtureCall("CA2")
        try await withTemporaryFolder { folder in
            let store = try SQLiteCallStore.open(path: folder + "/calls.sqlite")
            _ = try await store.advance(call.step(1))
            try await store.pool.writeWithoutTransaction { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
            let large = call.step(
                2,
                effects: [.suppress(call.suppression())],
                reply: [UInt8](repeating: 1, count: 60_000)
            )
            let error = await #expect(throws: StoreError.self) { try await store.advance(large) }
            guard case .failed(let doing, "SQLITE_FULL", _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(doing == "write revision 2 of call \(call.id)")
            #expect(try await store.session(of: call.id) == call.step(1).session)
            #expect(try await store.log(of: call.id).count == 1)
            #expect(try await !store.isSuppressed(call.person, channel: .voice, bot: call.bot))

            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
            #expect(try await store.advance(large) == .committed)
            #expect(try await store.advance(other.step(1)) == .committed)
            #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot))
            await store.close()
        }
    }

    @Test func `a database that cannot be written fails its check and passes when it can`() async throws {
        let call = try FixtureCall()
        try await withTemporaryFolder { folder in
            let store = try SQLiteCallStore.open(path: folder + "/calls.sqlite")
            try await store.check()
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
            let error = await #expect(throws: StoreError.self) { try await store.check() }
            guard case .failed("write to the database", "SQLITE_READONLY", _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            await #expect(throws: StoreError.self) { try await store.advance(call.step(1)) }
            try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 0") }
            try await store.check()
            #expect(try await store.advance(call.step(1)) == .committed)
            await store.close()
        }
    }

    @Test func `writes that were accepted before a close are carried out`() async throws {
        let calls = try (0..<100).map { try FixtureCall("CA\($0)") }
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let store = try SQLiteCallStore.open(path: path)
            let committed = try await withThrowingTaskGroup(of: CallID?.self) { group in
                for call in calls {
                    group.addTask {
                        do throws(StoreError) {
                            _ = try await store.advance(call.step(1))
                            return call.id
                        } catch .closed {
                            return nil
                        }
                    }
                }
                group.addTask {
                    await store.close()
                    return nil
                }
                return try await group.reduce(into: Set<CallID>()) { calls, call in
                    if let call { calls.insert(call) }
                }
            }
            let reopened = try SQLiteCallStore.open(path: path)
            for call in calls {
                #expect((try await reopened.session(of: call.id) != nil) == committed.contains(call.id))
            }
            await reopened.close()
        }
    }

    @Test func `calls that no longer fit into memory are read from the file`() async throws {
        let calls = try (0..<20).map { try FixtureCall("CA\($0)") }
        try await withTemporaryFolder { folder in
            let path = folder + "/calls.sqlite"
            let opened = try SQLiteCallStore.open(path: path)
            await opened.close()
            let pool = try DatabasePool(path: path)
            let store = SQLiteCallStore(
                pool: pool,
                files: OpenFiles(path: path),
                lock: try DatabaseLock(databasePath: path, doing: "open"),
                cachedCalls: 2
            )
            for revision in 1...4 {
                for call in calls {
                    #expect(try await store.advance(call.step(revision, token: "t\(revision)")) == .committed)
                }
            }
            for call in calls {
                #expect(try await store.session(of: call.id) == call.session(revision: 4))
                for revision in 1...4 {
                    let reply = call.step(revision).entry.reply
                    #expect(try await store.reply(of: call.id, token: "t\(revision)") == reply)
                    #expect(try await store.reply(of: call.id, step: revision - 1) == reply)
                }
            }
            await store.close()
        }
    }

    /// A step with a number that the call's first step has taken.
    private func duplicate(of call: FixtureCall) -> StepCommit {
        let step = call.step(2)
        return StepCommit(
            session: step.session,
            expectedRevision: 1,
            entry: LogEntry(
                call: call.id,
                revision: 2,
                at: step.entry.at,
                event: step.entry.event,
                effects: [],
                step: 0,
                reply: [1],
                token: nil
            )
        )
    }

    /// Keeps the writer busy until the gate is opened.
    private func holdWriter(of store: SQLiteCallStore) async throws -> Gate {
        let gate = Gate()
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            store.pool.asyncWriteWithoutTransaction { _ in
                continuation.resume()
                gate.wait()
            }
        }
        return gate
    }
}

/// Holds one thread until another opens it.
private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }
    func open() { semaphore.signal() }
}

/// The steps that a store has acknowledged so far.
private actor Acknowledged {
    private(set) var revisions: [CallID: Int] = [:]
    private var count = 0
    private var waiting: (count: Int, continuation: CheckedContinuation<Void, Never>)?

    func note(_ call: CallID, revision: Int) {
        revisions[call] = revision
        count += 1
        guard let waiting, count >= waiting.count else { return }
        self.waiting = nil
        waiting.continuation.resume()
    }

    func wait(forCount wanted: Int) async {
        guard count < wanted else { return }
        await withCheckedContinuation { waiting = (wanted, $0) }
    }
}
