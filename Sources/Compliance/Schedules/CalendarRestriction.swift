/// What to do about a time at which a schedule is not open.
///
/// Timers and calendar searches share the four; the codes are what an expression gives.
package enum CalendarRestriction: String, Hashable, Sendable, CaseIterable {
    /// Ignore the schedule.
    case none = "NONE"
    /// Use the next time that is open.
    case next = "NEXT"
    /// Do nothing.
    case skip = "SKIP"
    /// Use the last time that was open.
    case previous = "PREVIOUS"

    /// Reads a code; anything else is nil, and the caller refuses it.
    package init?(code: String) {
        self.init(rawValue: code)
    }

    package var code: String { rawValue }

    /// What a timer's setting is called.
    package var label: String {
        switch self {
        case .none: "Schedule anyway"
        case .next: "Use next available time"
        case .skip: "Don't schedule and cancel"
        case .previous: "Run in previous available window"
        }
    }
}
