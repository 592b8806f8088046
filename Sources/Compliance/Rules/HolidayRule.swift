/// A holiday as a rule, from which its date in any year follows.
package struct HolidayRule: Hashable, Sendable {
    package let name: String
    package let day: Day

    /// How a holiday's date is found.
    package enum Day: Hashable, Sendable {
        case fixed(month: Int, day: Int)
        /// The n-th weekday of a month, from 1, and so many days later (the day after Thanksgiving is one later).
        case nth(Int, Weekday, month: Int, plus: Int = 0)
        case last(Weekday, month: Int)
        /// The last such weekday before a date: Victoria Day is the Monday before 25 May.
        case lastBefore(Weekday, month: Int, day: Int)
        /// Days after Easter Sunday; negative before it.
        case easter(Int)
        /// The Tuesday after the first Monday of November, 2 U.S.C. 7.
        case electionDay(evenYearsOnly: Bool)
        /// The Monday on which Utah keeps a date: the one before it from Tuesday to Friday, the one after a weekend.
        case nearestMonday(month: Int, day: Int)
    }

    package init(_ name: String, _ day: Day) {
        self.name = name
        self.day = day
    }

    /// The holiday's date in a year; nil in a year that has none.
    package func date(in year: Int) -> CivilDate? {
        switch day {
        case .fixed(let month, let day):
            return CivilDate(year: year, month: month, day: day)
        case .nth(let count, let weekday, let month, let days):
            return CivilDate.nth(count, weekday: weekday, ofMonth: month, year: year)?.adding(days: days)
        case .last(let weekday, let month):
            return CivilDate.last(weekday: weekday, ofMonth: month, year: year)
        case .lastBefore(let weekday, let month, let day):
            guard let limit = CivilDate(year: year, month: month, day: day) else { return nil }
            let back = (limit.weekday.rawValue - weekday.rawValue + 6) % 7 + 1
            return limit.adding(days: -back)
        case .easter(let days):
            return CivilDate.easter(year: year)?.adding(days: days)
        case .electionDay(let evenYearsOnly):
            if evenYearsOnly, !year.isMultiple(of: 2) { return nil }
            return CivilDate.nth(1, weekday: .monday, ofMonth: 11, year: year)?.adding(days: 1)
        case .nearestMonday(let month, let day):
            guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
            switch date.weekday {
            case .monday: return date
            case .tuesday, .wednesday, .thursday, .friday: return date.adding(days: 1 - date.weekday.rawValue)
            case .saturday: return date.adding(days: 2)
            case .sunday: return date.adding(days: 1)
            }
        }
    }
}
