import CallEngine
import Foundation
import GRDB
import Store
import Synchronization

/// Commits writes in groups: whatever came in while the last commit ran goes into the next one.
///
/// Each write waits for the flush to disk of the transaction that it is in; the flush is shared, so the rate grows with
/// the number of calls and nothing is ever delayed to fill a group. All writing is done on the writer queue of the
/// database pool, never on the threads that serve requests.
final class WriteQueue: Sendable {
    private struct Waiting: Sendable {
        let write: PendingWrite
        let continuation: CheckedContinuation<Result<AdvanceOutcome, StoreError>, Never>
    }

    private struct State: Sendable {
        var waiting: [Waiting] = []
        var isDraining = false
        var isClosed = false
    }

    private static let largestGroup = 256

    private let pool: DatabasePool
    private let files: OpenFiles
    private let health: DatabaseHealth
    private let cache: LiveCallCache
    private let state = Mutex(State())
    private let isBeginning = Atomic(false)

    init(pool: DatabasePool, files: OpenFiles, health: DatabaseHealth, cache: LiveCallCache) {
        self.pool = pool
        self.files = files
        self.health = health
        self.cache = cache
    }

    /// How many writes wait for the next commit.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Whether the next commit waits for the right to write, which another connection has.
    var isWaitingForLock: Bool { isBeginning.load(ordering: .relaxed) }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Returns when the write is on disk.
    ///
    /// A write that was accepted is carried out even if the task that asked for it is cancelled.
    func commit(_ write: PendingWrite) async throws(StoreError) -> AdvanceOutcome {
        let result: Result<AdvanceOutcome, StoreError> = await withCheckedContinuation { continuation in
            let isAccepted = state.withLock { state in
                guard !state.isClosed else { return false }
                state.waiting.append(Waiting(write: write, continuation: continuation))
                if !state.isDraining {
                    state.isDraining = true
                    // Within the lock, so that a close that comes next is queued behind it.
                    pool.asyncWriteWithoutTransaction { database in self.drain(into: database) }
                }
                return true
            }
            if !isAccepted { continuation.resume(returning: .failure(.closed)) }
        }
        return try result.get()
    }

    /// Refuses writes from now on; those that were accepted are still carried out.
    ///
    /// - Returns: false when it was closed before.
    func refuseFurtherWrites() -> Bool {
        state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
    }

    private func drain(into database: Database) {
        while let group = nextGroup() {
            let results = carryOut(group, in: database)
            for (waiting, result) in zip(group, results) {
                if case .step(let step) = waiting.write, case .success(.committed) = result { cache.note(step.commit) }
            }
            // Only now: whoever is told of a commit also reads it.
            for (waiting, result) in zip(group, results) { waiting.continuation.resume(returning: result) }
        }
    }

    private func nextGroup() -> [Waiting]? {
        // Whoever has a step nearly ready on this core goes first and is part of the group: fewer flushes where the
        // machine is busy. Where nobody waits for the core this comes back at once.
        sched_yield()
        return state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let group = Array(state.waiting.prefix(WriteQueue.largestGroup))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    /// One result for each member, in order; nothing is acknowledged that is not in the file that the path leads to.
    ///
    /// The look at the files is for the whole group: before, so that nothing is written into the void, and again after,
    /// for a file that was taken away meanwhile.
    private func carryOut(_ group: [Waiting], in database: Database) -> [Result<AdvanceOutcome, StoreError>] {
        if let fault = files.fault() { return group.map { .failure(fault.error(doing: $0.write.doing)) } }
        let results = settle(group, in: database)
        guard let fault = files.fault() else { return results }
        forgetCalls(of: group)
        return group.map { .failure(fault.error(doing: $0.write.doing)) }
    }

    private func settle(_ group: [Waiting], in database: Database) -> [Result<AdvanceOutcome, StoreError>] {
        do {
            let outcomes = try transact(group.map(\.write), in: database)
            if !group.allSatisfy({ $0.write.isCheck }) { health.noteCommit() }
            return outcomes.map { .success($0) }
        } catch {
            switch error {
            case .member where group.count > 1:
                // One of them cannot be written, as with a constraint or a disk that has room for the others. The
                // transaction is undone, so each is tried alone and fails alone.
                return group.flatMap { settle([$0], in: database) }
            case .member(let error), .transaction(let error):
                forgetCalls(of: group)
                return group.map { waiting in
                    let failure = StoreError(error, doing: waiting.write.doing)
                    health.note(failure)
                    return .failure(failure)
                }
            }
        }
    }

    /// Has the calls read again: a commit that failed late may be in the file all the same.
    private func forgetCalls(of group: [Waiting]) {
        for waiting in group {
            if case .step(let step) = waiting.write { cache.forget(step.commit.session.call) }
        }
    }

    private enum GroupFailure: Error {
        /// One write failed.
        case member(any Error)
        /// The transaction could not be begun, or its commit did not succeed.
        case transaction(any Error)
    }

    private func transact(
        _ writes: [PendingWrite],
        in database: Database
    ) throws(GroupFailure) -> [AdvanceOutcome] {
        isBeginning.store(true, ordering: .relaxed)
        defer { isBeginning.store(false, ordering: .relaxed) }
        do {
            try database.beginTransaction(.immediate)
            isBeginning.store(false, ordering: .relaxed)
        } catch {
            throw .transaction(error)
        }
        var outcomes: [AdvanceOutcome] = []
        outcomes.reserveCapacity(writes.count)
        do {
            for write in writes { outcomes.append(try write.apply(to: database)) }
        } catch {
            WriteQueue.undo(database)
            throw .member(error)
        }
        do {
            try database.commit()
        } catch {
            WriteQueue.undo(database)
            throw .transaction(error)
        }
        return outcomes
    }

    private static func undo(_ database: Database) {
        // SQLite itself undoes the transaction on some errors, a full disk among them; there is nothing left to do
        // then, and a rollback that fails leaves nothing committed either.
        guard database.isInsideTransaction else { return }
        try? database.rollback()
    }
}
