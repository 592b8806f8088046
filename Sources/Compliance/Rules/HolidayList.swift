/// The holidays of one jurisdiction, with the days on which they are observed.
///
/// A holiday bars the day itself and the observed day. The dates of ``yearsAtHand`` are found once, when the list is
/// made, so that a look-up is a bit in an array; other years are computed when asked for.
package struct HolidayList: Sendable {
    /// As the rule tables name it, such as `PA-list`.
    package let name: String
    package let rules: [HolidayRule]
    package let observance: Observance
    /// Where the list stands, and how sure it is.
    package let citation: String

    /// On which other days a holiday that falls on a weekend is kept.
    package struct Observance: OptionSet, Hashable, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) {
            self.rawValue = rawValue
        }

        package static let saturdayOnFriday = Observance(rawValue: 1)
        package static let saturdayOnMonday = Observance(rawValue: 2)
        package static let sundayOnMonday = Observance(rawValue: 4)

        /// How far the observed days are from a holiday on a weekday.
        fileprivate func shifts(from weekday: Weekday) -> [Int] {
            switch weekday {
            case .saturday:
                (contains(.saturdayOnFriday) ? [-1] : []) + (contains(.saturdayOnMonday) ? [2] : [])
            case .sunday: contains(.sundayOnMonday) ? [1] : []
            case .monday, .tuesday, .wednesday, .thursday, .friday: []
            }
        }
    }

    package static let yearsAtHand = 2_000...2_100

    /// One bit a day from ``firstDay`` on.
    private let barredDays: [UInt64]
    private let firstDay: Int
    private let dayCount: Int

    package init(_ name: String, _ rules: [HolidayRule], observance: Observance, citation: String) {
        self.name = name
        self.rules = rules
        self.observance = observance
        self.citation = citation
        let first = CivilDate(year: HolidayList.yearsAtHand.lowerBound, month: 1, day: 1)?.days ?? 0
        let last = CivilDate(year: HolidayList.yearsAtHand.upperBound, month: 12, day: 31)?.days ?? 0
        firstDay = first
        dayCount = last - first + 1
        var bits = [UInt64](repeating: 0, count: dayCount / 64 + 1)
        for year in (HolidayList.yearsAtHand.lowerBound - 1)...(HolidayList.yearsAtHand.upperBound + 1) {
            for (date, _) in HolidayList.days(of: rules, observance, in: year) {
                let index = date.days - first
                if index >= 0, index < dayCount { bits[index >> 6] |= 1 << UInt64(index & 63) }
            }
        }
        barredDays = bits
    }

    /// The holiday that a date is or on which it is observed; nil on a day that is neither.
    package func holiday(on date: CivilDate) -> String? {
        let index = date.days - firstDay
        if index >= 0, index < dayCount, barredDays[index >> 6] & 1 << UInt64(index & 63) == 0 { return nil }
        // The next year's New Year may be kept in this one, and a rule may lead out of its year.
        let year = date.year
        return [year, year + 1, year - 1].lazy
            .flatMap { HolidayList.days(of: rules, observance, in: $0) }
            .first { $0.date == date }?
            .name
    }

    package func bars(_ date: CivilDate) -> Bool { holiday(on: date) != nil }

    /// Every date that the list bars on account of the holidays of one year, in order, with the name.
    package func days(in year: Int) -> [(date: CivilDate, name: String)] {
        HolidayList.days(of: rules, observance, in: year).sorted { ($0.date, $0.name) < ($1.date, $1.name) }
    }

    private static func days(
        of rules: [HolidayRule],
        _ observance: Observance,
        in year: Int
    ) -> [(date: CivilDate, name: String)] {
        rules.flatMap { rule -> [(date: CivilDate, name: String)] in
            guard let date = rule.date(in: year) else { return [] }
            let observed = observance.shifts(from: date.weekday).compactMap { date.adding(days: $0) }
            return [(date, rule.name)] + observed.map { ($0, rule.name + " (observed)") }
        }
    }
}

extension HolidayList: Hashable {
    package static func == (left: HolidayList, right: HolidayList) -> Bool {
        left.name == right.name && left.rules == right.rules && left.observance == right.observance
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
