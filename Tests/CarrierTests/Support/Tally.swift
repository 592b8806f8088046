import Synchronization

/// Counts across threads.
final class Tally: Sendable {
    private let count = Mutex(0)

    /// The count with this call in it.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
