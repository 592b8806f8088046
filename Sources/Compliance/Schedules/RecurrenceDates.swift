extension Recurrence {
    /// One date of a recurrence, with its number counted from zero.
    package struct Occurrence: Hashable, Sendable {
        package let date: CivilDate
        package let index: Int
    }

    /// The occurrences within a range of dates, in order.
    package func occurrences(in range: ClosedRange<CivilDate>) -> [Occurrence] {
        var found: [Occurrence] = []
        visit(range) { occurrence in
            found.append(occurrence)
            return true
        }
        return found
    }

    /// The first date; nil for a pattern that fits no date, such as every 30 February.
    package var firstDate: CivilDate? {
        // The calendar repeats itself after 400 years, but an interval may step over the right year many times.
        var first: CivilDate?
        visit(startsOn...CivilDate.latest) { occurrence in
            first = occurrence.date
            return false
        }
        return first
    }

    /// Visits the occurrences within a range until the visitor has seen enough.
    private func visit(_ range: ClosedRange<CivilDate>, _ visitor: (Occurrence) -> Bool) {
        let lower = max(range.lowerBound, startsOn)
        var upper = range.upperBound
        var count = Int.max
        switch end {
        case .never: break
        case .on(let date): upper = min(upper, date)
        case .after(let limit): count = limit
        }
        guard lower <= upper else { return }
        func bounded(_ occurrence: Occurrence) -> Bool {
            occurrence.index < count && occurrence.date <= upper && visitor(occurrence)
        }
        switch pattern {
        case .once:
            if lower == startsOn { _ = bounded(Occurrence(date: startsOn, index: 0)) }
        case .days(let every):
            visitDays(every, from: lower, bounded)
        case .weeks(let every, let days):
            visitWeeks(every, days, from: lower, bounded)
        case .months(let every, let day):
            visitMonths(step: every, firstMonth: startsOn.month, day, from: lower, bounded)
        case .years(let every, let month, let day):
            visitMonths(step: every * 12, firstMonth: month, day, from: lower, bounded)
        case .dates(let dates):
            let dates = dates.drop { $0 < startsOn }
            for (index, date) in dates.enumerated() where date >= lower {
                guard bounded(Occurrence(date: date, index: index)) else { return }
            }
        }
    }

    private func visitDays(_ every: Int, from lower: CivilDate, _ visitor: (Occurrence) -> Bool) {
        var index = (lower.days - startsOn.days + every - 1) / every
        while let date = startsOn.adding(days: index * every), visitor(Occurrence(date: date, index: index)) {
            index += 1
        }
    }

    private func visitWeeks(
        _ every: Int,
        _ days: Set<Weekday>,
        from lower: CivilDate,
        _ visitor: (Occurrence) -> Bool
    ) {
        let sunday = startsOn.days - startsOn.weekday.rawValue
        let days = days.map(\.rawValue).sorted()
        let missed = days.count { $0 < startsOn.weekday.rawValue }
        var period = (lower.days - sunday) / (7 * every)
        while true {
            for (number, day) in days.enumerated() {
                let count = sunday + period * 7 * every + day
                guard count >= lower.days else { continue }
                let index = period * days.count + number - missed
                guard let date = CivilDate(days: count), visitor(Occurrence(date: date, index: index)) else { return }
            }
            period += 1
        }
    }

    /// Visits a day of every so many months, counted from a month of the starting year.
    private func visitMonths(
        step: Int,
        firstMonth: Int,
        _ day: MonthDay,
        from lower: CivilDate,
        _ visitor: (Occurrence) -> Bool
    ) {
        let first = startsOn.year * 12 + firstMonth - 1
        var period = 0
        var index = 0
        if day.isInEveryMonth {
            // Jump to the month of the range; the first month's day may lie before the start and does not count.
            let wanted = lower.year * 12 + lower.month - 1
            period = max(0, (wanted - first) / step)
            if period > 0 {
                let isFirstMissed = day.date(month: firstMonth, year: startsOn.year).map { $0 < startsOn } ?? true
                index = period - (isFirstMissed ? 1 : 0)
            }
        }
        while true {
            let month = first + period * step
            guard month / 12 <= CivilDate.latest.year else { return }
            period += 1
            guard let date = day.date(month: month % 12 + 1, year: month / 12), date >= startsOn else { continue }
            if date >= lower, !visitor(Occurrence(date: date, index: index)) { return }
            index += 1
        }
    }
}
