import Store
import Synchronization

/// What the answers of the database so far say about it.
///
/// A check writes one row of one page, and that can succeed beside a damaged page or on a disk that has no room for more.
/// So what went wrong in the work itself counts too.
final class DatabaseHealth: Sendable {
    private struct State {
        /// Stays until the database is opened again: a page that is damaged does not heal.
        var damage: StoreError?
        var trouble: StoreError?
        var isTroubleTold = false
    }

    private let state = Mutex(State())

    /// The damage that was found since the database was opened.
    var damage: StoreError? { state.withLock { $0.damage } }

    /// Takes note of an operation that failed.
    func note(_ error: StoreError) {
        guard case .failed(_, let code, _) = error else { return }
        switch code {
        case "SQLITE_CORRUPT", "SQLITE_NOTADB":
            state.withLock { $0.damage = $0.damage ?? error }
        case "SQLITE_IOERR", "SQLITE_FULL":
            state.withLock { state in
                state.trouble = error
                state.isTroubleTold = false
            }
        default: break
        }
    }

    /// Takes note of a commit of real work, which ends a trouble of the disk.
    func noteCommit() {
        state.withLock { $0.trouble = nil }
    }

    /// What a check has to tell although its own write succeeded.
    ///
    /// A trouble is told once. If neither it nor another has come up again until the next check, that passes: a server
    /// that is given no calls because it is not ready has no other way to find out that the disk is well.
    func untold() -> StoreError? {
        state.withLock { state in
            if let damage = state.damage { return damage }
            guard let trouble = state.trouble else { return nil }
            guard state.isTroubleTold else {
                state.isTroubleTold = true
                return trouble
            }
            state.trouble = nil
            return nil
        }
    }
}
