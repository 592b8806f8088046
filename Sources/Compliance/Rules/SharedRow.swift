import Telephony

/// A row that is handed about by reference, with what every decision asks of it at hand.
///
/// A row has a dozen parts, each counted when it is copied, and a decision names several rows. What `RuleRow` says of a
/// date is said here too, over the parts alone.
package final class SharedRow: Hashable, Sendable {
    package let row: RuleRow
    /// Whether no day of the week has a window.
    let neverOpens: Bool
    private let windows: WeekWindows
    private let holidays: [HolidayList]
    private let holidayWindow: DailyWindow?
    private let closures: [Closure]
    private let fixedClock: ZoneRules?

    init(_ row: RuleRow) {
        self.row = row
        neverOpens = row.windows.neverOpens
        windows = row.windows
        holidays = row.holidays
        holidayWindow = row.holidayWindow
        closures = row.closures
        fixedClock = row.fixedOffset.flatMap { ZoneRules.fixed(offset: $0) }
    }

    package static func == (left: SharedRow, right: SharedRow) -> Bool { left === right || left.row == right.row }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(row.id)
    }

    /// What a local date has, as `RuleRow.hours(on:)` says it.
    func hours(on date: CivilDate) -> DayHours {
        if !closures.isEmpty || neverOpens { return row.hours(on: date) }
        let weekday = date.weekday
        guard let window = windows[weekday] else { return .barred(.weekday(weekday)) }
        for index in holidays.indices where holidays[index].bars(date) { return row.hours(on: date) }
        return .open(window)
    }

    /// The stretch of a local date that the row leaves open on a clock, the statute's fixed clock heeded.
    func opening(on date: CivilDate, _ zone: ZoneRules) -> Range<Instant>? {
        guard case .open(let window) = hours(on: date) else { return nil }
        guard let range = zone.window(on: date, from: window.start, to: window.end) else { return nil }
        guard let fixedClock else { return range }
        guard let fixed = fixedClock.window(on: date, from: window.start, to: window.end) else { return nil }
        let lower = max(range.lowerBound, fixed.lowerBound)
        let upper = min(range.upperBound, fixed.upperBound)
        return lower < upper ? lower..<upper : nil
    }

    /// Whether the row allows an instant on a clock.
    func isOpen(at instant: Instant, local: LocalTime, _ hours: DayHours, on zone: ZoneRules) -> Bool {
        // What the clock shows decides, except on a day on which it is set.
        guard case .open(let window) = hours, local.isWithin(window) else { return false }
        if fixedClock == nil, !zone.isSet(near: instant) { return true }
        return opening(on: local.date, zone)?.contains(instant) ?? false
    }

    /// The first instant, from the given one on, at which the row alone is open on a clock.
    func nextOpen(on zone: ZoneRules, from instant: Instant) -> Instant? {
        var date = zone.local(at: instant).date
        for _ in 0..<Timetable.reach {
            if let range = opening(on: date, zone), range.upperBound > instant { return max(range.lowerBound, instant) }
            guard let next = date.adding(days: 1) else { return nil }
            date = next
        }
        return nil
    }
}

extension ZoneRules {
    /// Whether the clock is set within a day of an instant.
    fileprivate func isSet(near instant: Instant) -> Bool {
        guard let next = nextTransition(after: instant + .seconds(-90_000)) else { return false }
        return next.instant < instant + .seconds(90_000)
    }
}
