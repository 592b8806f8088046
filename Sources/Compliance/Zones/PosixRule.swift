/// A zone's clock for all years to come, as a TZ string describes it (POSIX, with the extensions of RFC 9636, 3.3.2).
struct PosixRule: Hashable, Sendable {
    /// Seconds east of UTC outside daylight-saving time.
    let standard: Int
    /// Nil where the clock is never set.
    let daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        let offset: Int
        let start: Moment
        let end: Moment
    }

    /// A moment of every year: a day, and seconds since its 00:00, which may lie up to a week before or after it.
    struct Moment: Hashable, Sendable {
        let day: YearDay
        let seconds: Int
    }

    enum YearDay: Hashable, Sendable {
        /// `Jn`: the day 1 to 365, 29 February never counted.
        case withoutLeapDay(Int)
        /// `n`: the day 0 to 365, 29 February counted.
        case counted(Int)
        /// `Mm.w.d`: a weekday of a week of a month; week 5 is the last.
        case weekday(month: Int, week: Int, weekday: Int)

        /// The day in a year, in days since 1970-01-01.
        func days(in year: Int) -> Int {
            let newYear = CivilDate.days(year: year, month: 1, day: 1)
            switch self {
            case .withoutLeapDay(let day):
                return newYear + day - (CivilDate.isLeap(year) && day >= 60 ? 0 : 1)
            case .counted(let day):
                return newYear + day
            case .weekday(let month, let week, let weekday):
                let first = CivilDate.days(year: year, month: month, day: 1)
                // 1970-01-01 was a Thursday.
                let firstWeekday = first + 4 - (first + 4).flooredQuotient(by: 7) * 7
                let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
                return first + (day < CivilDate.length(ofMonth: month, year: year) ? day : day - 7)
            }
        }
    }

    func offset(at millisecond: Int64) -> Int {
        guard let daylight else { return standard }
        let year = PosixRule.year(of: millisecond)
        // The daylight time of a southern year ends in the next one, and a moment may lie a week beside its day.
        return (year - 2...year + 1).contains { interval(daylight, year: $0).contains(millisecond) }
            ? daylight.offset : standard
    }

    /// The first change strictly after an instant; nil if the clock is not set any more.
    func nextEdge(after millisecond: Int64) -> Int64? {
        let year = PosixRule.year(of: millisecond)
        // The last end may be the edge of the years looked at, so it does not count.
        return edges(years: year - 2...year + 4).dropLast().first { $0 > millisecond }
    }

    /// Every change in a range of years, in order, starts and ends of daylight time in turn.
    ///
    /// Daylight times that touch are one: so a rule may have daylight time all year.
    func edges(years: ClosedRange<Int>) -> [Int64] {
        guard let daylight else { return [] }
        var edges: [Int64] = []
        for year in years {
            let interval = interval(daylight, year: year)
            if let end = edges.last, interval.lowerBound <= end {
                edges[edges.count - 1] = max(end, interval.upperBound)
            } else {
                edges.append(interval.lowerBound)
                edges.append(interval.upperBound)
            }
        }
        return edges
    }

    /// The daylight time that starts in a year, in milliseconds since 1970.
    private func interval(_ daylight: Daylight, year: Int) -> Range<Int64> {
        let start = instant(of: daylight.start, year: year, offset: standard)
        let end = instant(of: daylight.end, year: year, offset: daylight.offset)
        if start < end { return start..<end }
        return start..<max(start, instant(of: daylight.end, year: year + 1, offset: daylight.offset))
    }

    private func instant(of moment: Moment, year: Int, offset: Int) -> Int64 {
        (Int64(moment.day.days(in: year)) * 86_400 + Int64(moment.seconds - offset)) * 1_000
    }

    private static func year(of millisecond: Int64) -> Int {
        let days = Int(millisecond.flooredQuotient(by: 86_400_000))
        let clamped = min(max(days, CivilDate.earliest.days), CivilDate.latest.days)
        return CivilDate(unchecked: clamped).year
    }
}
