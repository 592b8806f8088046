import Synchronization
package import Telephony

/// A clock that stands until it is moved.
///
/// A server in the same process reads the time of the simulated call from it.
package final class VirtualClock: Sendable {
    private let time: Mutex<Instant>

    package init(at start: Instant) {
        time = Mutex(start)
    }

    package var now: Instant { time.withLock { $0 } }

    /// Moves the clock forward; a negative duration leaves it where it is.
    package func advance(by duration: Duration) {
        guard duration > .zero else { return }
        time.withLock { $0 = $0 + duration }
    }
}
