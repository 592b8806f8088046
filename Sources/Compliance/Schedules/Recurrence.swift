/// The dates on which a time slot occurs.
///
/// A slot never occurs before the date it starts on. Where that date does not fit the pattern, the first occurrence is
/// the next date that does. The patterns are those of `reference/airkit.md`, section 4.1; its "Custom" is any of them
/// with an interval, an end, or a weekday of a month.
package struct Recurrence: Hashable, Sendable {
    package enum Pattern: Hashable, Sendable {
        case once
        case days(every: Int)
        /// Weeks begin on Sunday; the week of the starting date is the first.
        case weeks(every: Int, on: Set<Weekday>)
        case months(every: Int, on: MonthDay)
        case years(every: Int, month: Int, on: MonthDay)
        /// These dates and no others.
        case dates([CivilDate])

        package static let daily = Pattern.days(every: 1)

        package static func weekly(_ days: Set<Weekday>) -> Pattern { .weeks(every: 1, on: days) }
        package static func monthly(_ day: MonthDay) -> Pattern { .months(every: 1, on: day) }
        package static func yearly(month: Int, _ day: MonthDay) -> Pattern { .years(every: 1, month: month, on: day) }
    }

    package enum End: Hashable, Sendable {
        case never
        /// The last date on which the slot may occur.
        case on(CivilDate)
        /// So many occurrences.
        case after(Int)
    }

    package let pattern: Pattern
    package let startsOn: CivilDate
    package let end: End

    /// The largest interval and count: anything beyond is a slip of the keyboard.
    package static let largestNumber = 100_000

    package init(_ pattern: Pattern, startsOn: CivilDate, end: End = .never) throws(TimeSlotProblem) {
        try Recurrence.check(pattern)
        switch end {
        case .never: break
        case .on(let date): guard date >= startsOn else { throw .endsBeforeStart(starts: startsOn, ends: date) }
        case .after(let count): guard (1...Recurrence.largestNumber).contains(count) else { throw .badCount(count) }
        }
        if case .dates(let dates) = pattern {
            self.pattern = .dates(Set(dates).sorted())
        } else {
            self.pattern = pattern
        }
        self.startsOn = startsOn
        self.end = end
        guard firstDate != nil else { throw .neverOccurs }
    }

    /// Exactly these dates.
    package static func dates(_ dates: [CivilDate]) throws(TimeSlotProblem) -> Recurrence {
        guard let first = dates.min() else { throw .noDates }
        return try Recurrence(.dates(dates), startsOn: first)
    }

    private static func check(_ pattern: Pattern) throws(TimeSlotProblem) {
        var interval = 1
        switch pattern {
        case .once: break
        case .days(let every): interval = every
        case .weeks(let every, let days):
            interval = every
            guard !days.isEmpty else { throw .noWeekdays }
        case .months(let every, let day):
            interval = every
            guard day.isPossible else { throw .noSuchDay(day) }
        case .years(let every, let month, let day):
            interval = every
            guard (1...12).contains(month) else { throw .noSuchMonth(month) }
            guard day.isPossible else { throw .noSuchDay(day) }
        case .dates(let dates):
            guard !dates.isEmpty else { throw .noDates }
        }
        guard (1...largestNumber).contains(interval) else { throw .badInterval(interval) }
    }
}
