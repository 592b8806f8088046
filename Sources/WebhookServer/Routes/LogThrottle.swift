import Synchronization
import Telephony

/// Lets one line of a kind through a second, so that whoever sends rubbish cannot fill the disk with it.
final class LogThrottle: Sendable {
    private struct Window {
        var began: Instant
        var leftOut = 0
    }

    private static let length: Duration = .seconds(1)

    private let windows = Mutex<[String: Window]>([:])
    private let now: @Sendable () -> Instant

    init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    /// Whether a line may be written now.
    ///
    /// - Parameter kind: One of a few words, never a text from outside: each is kept.
    /// - Returns: How many lines of the kind were left out since the last one; nil when this one is to be left out as well.
    func admit(_ kind: String) -> Int? {
        let instant = now()
        return windows.withLock { windows in
            // A clock that was set back must not silence the log.
            if let window = windows[kind], instant >= window.began, instant - window.began < LogThrottle.length {
                windows[kind]?.leftOut += 1
                return nil
            }
            return windows.updateValue(Window(began: instant), forKey: kind)?.leftOut ?? 0
        }
    }
}
