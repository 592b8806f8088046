/// A date of the Gregorian calendar, without a time zone, in the years 1 to 9999.
///
/// Whatever would leave those years is nil. The calendar is carried back before 1582 unchanged.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let days: Int

    package static let earliest = CivilDate(unchecked: -719_162)
    package static let latest = CivilDate(unchecked: 2_932_896)

    package init?(days: Int) {
        guard days >= CivilDate.earliest.days, days <= CivilDate.latest.days else { return nil }
        self.days = days
    }

    package init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        days = CivilDate.days(year: year, month: month, day: day)
    }

    /// A date whose days are known to lie in the calendar.
    init(unchecked days: Int) {
        self.days = days
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.days < right.days }

    package var year: Int { parts.year }
    package var month: Int { parts.month }
    package var day: Int { parts.day }

    package var weekday: Weekday {
        // 719,163 days before 1970-01-01 was a Sunday, and every date here is later.
        Weekday(rawValue: (days + 719_163) % 7) ?? .sunday
    }

    package func adding(days: Int) -> CivilDate? {
        let (sum, overflows) = self.days.addingReportingOverflow(days)
        return overflows ? nil : CivilDate(days: sum)
    }

    /// The same day of another month; where that month is shorter, its last day.
    ///
    /// So a month after 31 January is 28 or 29 February. Going forth and back need not return to the same day.
    package func adding(months: Int) -> CivilDate? {
        let (year, month, day) = parts
        let (sum, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflows, sum >= 12 else { return nil }
        let newYear = sum / 12
        let newMonth = sum % 12 + 1
        return CivilDate(
            year: newYear,
            month: newMonth,
            day: min(day, CivilDate.length(ofMonth: newMonth, year: newYear))
        )
    }

    /// The number of days in a month, or zero for a month that is none of the twelve.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Year, month and day at once, by counting 400-year eras of 146,097 days from 0000-03-01.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Days since 1970-01-01 of a date in any year, for rules that look a year beyond the calendar.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
