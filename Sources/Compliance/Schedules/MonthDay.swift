/// A day of a month as a calendar names it: the 15th, the fourth Friday, the last Monday, the last day.
package enum MonthDay: Hashable, Sendable {
    /// The day 1 to 31; months that lack it are passed over.
    case day(Int)
    /// The nth of a weekday, 1 to 5; months without a fifth are passed over.
    case nth(Int, Weekday)
    case last(Weekday)
    case lastDay

    /// The date in one month; nil where the month has no such day.
    package func date(month: Int, year: Int) -> CivilDate? {
        switch self {
        case .day(let day): CivilDate(year: year, month: month, day: day)
        case .nth(let count, let weekday): CivilDate.nth(count, weekday: weekday, ofMonth: month, year: year)
        case .last(let weekday): CivilDate.last(weekday: weekday, ofMonth: month, year: year)
        case .lastDay: CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
        }
    }

    /// Whether every month has such a day, so that occurrences can be counted without looking at each month.
    var isInEveryMonth: Bool {
        switch self {
        case .day(let day): day <= 28
        case .nth(let count, _): count <= 4
        case .last, .lastDay: true
        }
    }

    var isPossible: Bool {
        switch self {
        case .day(let day): (1...31).contains(day)
        case .nth(let count, _): (1...5).contains(count)
        case .last, .lastDay: true
        }
    }
}
