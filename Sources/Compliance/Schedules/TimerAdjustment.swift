package import Telephony

/// When a timer runs, once its execution time has met a schedule.
///
/// The platform that this follows does not document where in a window the run lands, nor what happens when the previous
/// window is over. Here:
///
/// - An execution time that has passed counts as now.
/// - `next` lands on the start of the next window.
/// - `previous` lands near the end of the previous window, closest to the time wanted, but a margin before the end, since
///   a run takes a moment to reach the network and the end itself is closed; a window shorter than the margin gives its
///   start. If that moment has passed while the window is still open, the timer runs at once. If the window is over, the
///   timer does not run at all: running late would contact somebody while the schedule is closed.
/// - `none` runs whatever the schedule says. The gate is asked all the same before anybody is contacted.
package enum TimerAdjustment: Hashable, Sendable {
    case run(at: Instant)
    case skip(Reason)

    package enum Reason: Hashable, Sendable {
        /// The schedule is closed at the time, and the restriction says not to look further.
        case closed
        /// The schedule does not open within the horizon.
        case noNextWindow
        /// The schedule was not open within the horizon before.
        case noPreviousWindow
        /// The previous window is over.
        case previousWindowOver
    }

    /// The time before a window's end at which a run still counts as being in it.
    package static let margin: Duration = .seconds(300)

    /// Resolves a timer against its schedule.
    ///
    /// - Parameters:
    ///   - time: The execution time the timer asks for.
    ///   - now: The current instant.
    ///   - source: The schedule.
    ///   - restriction: What to do where the schedule is closed.
    /// - Returns: When to run, never before now; or that it does not run.
    package static func resolve(
        at time: Instant,
        now: Instant,
        in source: some AvailabilitySource,
        _ restriction: CalendarRestriction
    ) -> TimerAdjustment {
        let time = max(time, now)
        if restriction == .none || source.contains(time) { return .run(at: time) }
        switch restriction {
        case .none, .skip:
            return .skip(.closed)
        case .next:
            guard let next = source.nextAvailable(from: time) else { return .skip(.noNextWindow) }
            return .run(at: next)
        case .previous:
            guard let window = source.previousWindow(before: time) else { return .skip(.noPreviousWindow) }
            let landing = max(window.lowerBound, window.upperBound + (.zero - margin), now)
            return landing < window.upperBound ? .run(at: landing) : .skip(.previousWindowOver)
        }
    }
}
