import Store
import Synchronization

/// A check that is answered within a limit of time, however long the database takes.
///
/// Whoever asks whether the server is ready gives up after a second or a few, and would not learn the reason. Checks that
/// come while one is under way share its answer, so that they do not pile up before a database that hangs.
final class BoundedCheck: Sendable {
    typealias Answer = Result<Void, StoreError>

    private struct State {
        var isRunning = false
        var count = 0
        var waiting: [Int: CheckedContinuation<Answer?, Never>] = [:]
    }

    private let limit: Duration
    private let state = Mutex(State())

    init(limit: Duration) {
        self.limit = limit
    }

    /// Runs the check, or joins the one that runs.
    ///
    /// - Returns: nil when there is no answer within the limit; the check itself goes on.
    func answer(from check: @escaping @Sendable () async -> Answer) async -> Answer? {
        await withCheckedContinuation { continuation in
            let (number, isFirst) = state.withLock { state in
                defer { state.isRunning = true }
                state.count += 1
                state.waiting[state.count] = continuation
                return (state.count, !state.isRunning)
            }
            if isFirst { Task { self.finish(with: await check()) } }
            Task {
                try? await Task.sleep(for: limit)
                self.giveUp(number)
            }
        }
    }

    private func finish(with answer: Answer) {
        let waiting = state.withLock { state in
            defer { state.waiting = [:] }
            state.isRunning = false
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume(returning: answer) }
    }

    private func giveUp(_ number: Int) {
        state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: nil)
    }
}
