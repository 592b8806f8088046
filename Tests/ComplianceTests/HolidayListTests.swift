import Compliance
import Testing

/// Each list against the calendar itself: every day of 2020 to 2040 is described by what it looks like on a wall.
struct HolidayListTests {
    /// Easter Sundays of the western churches, from published tables.
    static let easters: [Int: (month: Int, day: Int)] = [
        2020: (4, 12), 2021: (4, 4), 2022: (4, 17), 2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5),
        2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21), 2031: (4, 13), 2032: (3, 28), 2033: (4, 17),
        2034: (4, 9), 2035: (3, 25), 2036: (4, 13), 2037: (4, 5), 2038: (4, 25), 2039: (4, 10), 2040: (4, 1),
    ]

    /// A day as it stands in a wall calendar.
    struct Leaf {
        let month: Int
        let day: Int
        let weekday: Weekday
        let fromEaster: Int
        let isEvenYear: Bool

        init(_ date: CivilDate) throws {
            let (year, month, day) = date.parts
            self.month = month
            self.day = day
            weekday = date.weekday
            isEvenYear = year.isMultiple(of: 2)
            let easter = HolidayListTests.easters[year] ?? (1, 1)
            fromEaster = date.days - (try #require(CivilDate(year: year, month: easter.month, day: easter.day))).days
        }

        func isA(_ weekday: Weekday, _ month: Int, _ days: ClosedRange<Int>) -> Bool {
            self.weekday == weekday && self.month == month && days.contains(day)
        }

        func isIn(_ dates: [(Int, Int)]) -> Bool { dates.contains { $0.0 == month && $0.1 == day } }
    }

    static let federalDates = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)]

    static func isFederalWeekdayHoliday(_ leaf: Leaf) -> Bool {
        leaf.isA(.monday, 1, 15...21) || leaf.isA(.monday, 2, 15...21) || leaf.isA(.monday, 5, 25...31)
            || leaf.isA(.monday, 9, 1...7) || leaf.isA(.monday, 10, 8...14) || leaf.isA(.thursday, 11, 22...28)
    }

    /// What a list has: dates that are always the same, and what else makes a day a holiday.
    struct Expected: CustomTestStringConvertible {
        let list: HolidayList
        let dates: [(Int, Int)]
        var observed: [Weekday: [Int]] = [.saturday: [-1], .sunday: [1]]
        let other: @Sendable (Leaf) -> Bool

        var testDescription: String { list.name }
    }

    static let expected: [Expected] = [
        Expected(list: .federal, dates: federalDates, other: isFederalWeekdayHoliday),
        Expected(list: .alabama, dates: federalDates + [(12, 1)]) { leaf in
            isFederalWeekdayHoliday(leaf) || leaf.fromEaster == -47 || leaf.isA(.monday, 4, 22...28)
                || leaf.isA(.monday, 6, 1...7)
        },
        Expected(list: .rhodeIsland, dates: federalDates + [(5, 4)], observed: [.sunday: [1]]) { leaf in
            isFederalWeekdayHoliday(leaf) || leaf.isA(.monday, 8, 8...14)
                || (leaf.isEvenYear && leaf.isA(.tuesday, 11, 2...8))
        },
        Expected(list: .utah, dates: federalDates + [(7, 24)]) { leaf in
            isFederalWeekdayHoliday(leaf) || leaf.isA(.monday, 6, 15...21)
        },
        Expected(list: .pennsylvania, dates: federalDates + [(2, 12), (6, 14)]) { leaf in
            isFederalWeekdayHoliday(leaf) || leaf.fromEaster == -2 || leaf.isA(.tuesday, 11, 2...8)
        },
        Expected(list: .louisiana, dates: [(1, 1), (7, 4), (11, 1), (11, 11), (12, 25)]) { leaf in
            leaf.isA(.monday, 1, 15...21) || leaf.isA(.monday, 2, 15...21) || [-47, -2].contains(leaf.fromEaster)
                || leaf.isA(.monday, 5, 25...31) || leaf.isA(.monday, 9, 1...7) || leaf.isA(.tuesday, 11, 2...8)
                || leaf.isA(.thursday, 11, 22...28) || leaf.isA(.friday, 11, 23...29)
        },
        Expected(list: .nebraska, dates: federalDates) { leaf in
            isFederalWeekdayHoliday(leaf) || leaf.isA(.friday, 4, 24...30) || leaf.isA(.friday, 11, 23...29)
        },
        Expected(
            list: .britishColumbia,
            dates: [(1, 1), (7, 1), (9, 30), (11, 11), (12, 25)],
            observed: [.saturday: [2], .sunday: [1]]
        ) { leaf in
            leaf.fromEaster == -2 || leaf.isA(.monday, 2, 15...21) || leaf.isA(.monday, 5, 18...24)
                || leaf.isA(.monday, 8, 1...7) || leaf.isA(.monday, 9, 1...7) || leaf.isA(.monday, 10, 8...14)
        },
    ]

    @Test(arguments: expected)
    func `every day of 2020 to 2040 is barred if and only if the calendar says so`(_ expected: Expected) throws {
        let first = try #require(CivilDate(year: 2020, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2040, month: 12, day: 31))
        var wrong: [CivilDate] = []
        for days in first.days...last.days {
            let date = try #require(CivilDate(days: days))
            let leaf = try Leaf(date)
            var isBarred = expected.other(leaf) || leaf.isIn(expected.dates)
            for shift in [-1, 1, 2] {
                // Is the day so far before or after this one a fixed holiday that is kept here?
                let kept = try #require(date.adding(days: -shift))
                let keptLeaf = try Leaf(kept)
                if keptLeaf.isIn(expected.dates), expected.observed[kept.weekday]?.contains(shift) ?? false {
                    isBarred = true
                }
            }
            if expected.list.bars(date) != isBarred { wrong.append(date) }
        }
        #expect(wrong.isEmpty, "\(wrong)")
    }

    @Test func `every list is tested`() {
        #expect(Set(HolidayListTests.expected.map(\.list.name)) == Set(HolidayList.all.map(\.name)))
    }

    @Test func `New Year on a Saturday bars the Friday before it, in the old year`() throws {
        let date = try #require(CivilDate("2027-12-31"))
        #expect(HolidayList.federal.holiday(on: date) == "New Year's Day (observed)")
        #expect(HolidayList.rhodeIsland.holiday(on: date) == nil)
    }

    @Test func `New Year on a Sunday bars the Monday`() throws {
        let date = try #require(CivilDate("2023-01-02"))
        #expect(HolidayList.all.allSatisfy { $0.holiday(on: date) == "New Year's Day (observed)" })
    }

    @Test(arguments: [
        ("2026-02-17", "Mardi Gras"), ("2026-04-03", "Good Friday"), ("2026-11-27", "Acadian Day (disputed)"),
        ("2027-03-26", "Good Friday"),
    ])
    func `a holiday has a name`(text: String, name: String) throws {
        let date = try #require(CivilDate(text))
        #expect(HolidayList.louisiana.holiday(on: date) == name)
    }

    @Test(arguments: ["1899-07-04", "1999-12-31", "2101-12-25", "2150-07-03", "2204-12-31", "9998-12-25"])
    func `years that are not at hand are computed`(text: String) throws {
        // 2150-07-04 is a Saturday and 2205-01-01 a Tuesday.
        let date = try #require(CivilDate(text))
        #expect(HolidayList.federal.bars(date) == !["2204-12-31"].contains(text))
    }

    @Test func `the days of a year are in order and each is barred`() {
        for list in HolidayList.all {
            let days = list.days(in: 2033)
            #expect(days.map(\.date) == days.map(\.date).sorted())
            #expect(days.allSatisfy { list.bars($0.date) })
            #expect(days.count >= list.rules.count - 1)
        }
    }
}
