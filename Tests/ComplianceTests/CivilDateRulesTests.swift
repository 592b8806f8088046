import Compliance
import Testing

struct CivilDateRulesTests {
    @Test(arguments: [
        (3, Weekday.monday, 1, 2026, "2026-01-19"), (3, .monday, 2, 2026, "2026-02-16"),
        (1, .monday, 9, 2026, "2026-09-07"),
        (2, .monday, 10, 2026, "2026-10-12"), (4, .thursday, 11, 2026, "2026-11-26"),
        (2, .sunday, 3, 2026, "2026-03-08"),
        (1, .sunday, 11, 2026, "2026-11-01"), (5, .saturday, 8, 2026, "2026-08-29"),
        (1, .sunday, 3, 2026, "2026-03-01"),
        (4, .thursday, 11, 2029, "2029-11-22"), (4, .thursday, 11, 2030, "2030-11-28"),
    ])
    func `the nth weekday of a month is found`(
        count: Int,
        weekday: Weekday,
        month: Int,
        year: Int,
        text: String
    ) {
        #expect(CivilDate.nth(count, weekday: weekday, ofMonth: month, year: year)?.description == text)
    }

    @Test(arguments: [
        (Weekday.monday, 5, 2026, "2026-05-25"), (.sunday, 10, 2026, "2026-10-25"), (.saturday, 2, 2020, "2020-02-29"),
        (.monday, 5, 2027, "2027-05-31"), (.thursday, 12, 2026, "2026-12-31"), (.friday, 12, 2026, "2026-12-25"),
    ])
    func `the last weekday of a month is found`(weekday: Weekday, month: Int, year: Int, text: String) {
        #expect(CivilDate.last(weekday: weekday, ofMonth: month, year: year)?.description == text)
    }

    @Test func `every nth weekday is that weekday in that month, in order, and the last is the fourth or fifth`() throws
    {
        for year in 2_020...2_040 {
            for month in 1...12 {
                for weekday in Weekday.allCases {
                    let found = (1...5).compactMap {
                        CivilDate.nth($0, weekday: weekday, ofMonth: month, year: year)
                    }
                    #expect(found.allSatisfy { $0.weekday == weekday && $0.month == month && $0.year == year })
                    #expect(found == found.sorted() && Set(found).count == found.count && found.count >= 4)
                    #expect(try #require(found.first).day <= 7)
                    #expect(found.last == CivilDate.last(weekday: weekday, ofMonth: month, year: year))
                }
            }
        }
    }

    @Test func `a weekday that the month does not have is nil`() {
        #expect(CivilDate.nth(5, weekday: .sunday, ofMonth: 2, year: 2026) == nil)
        #expect(CivilDate.nth(0, weekday: .sunday, ofMonth: 2, year: 2026) == nil)
        #expect(CivilDate.nth(6, weekday: .sunday, ofMonth: 3, year: 2026) == nil)
        #expect(CivilDate.nth(.max, weekday: .sunday, ofMonth: 3, year: 2026) == nil)
        #expect(CivilDate.nth(1, weekday: .sunday, ofMonth: 13, year: 2026) == nil)
        #expect(CivilDate.last(weekday: .sunday, ofMonth: 0, year: 2026) == nil)
        #expect(CivilDate.last(weekday: .sunday, ofMonth: 1, year: 10_000) == nil)
    }

    // 1818 and 2285 have the earliest Easter there is, 1943 and 2038 the latest; 1954, 1981, 2049 and 2076 are the
    // years in which the computus makes its exceptions.
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2016-03-27", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18",
        "2076-04-19", "2285-03-22",
    ])
    func `Easter falls on its known date`(text: String) throws {
        let date = try #require(CivilDate(text))
        #expect(CivilDate.easter(year: date.year) == date)
    }

    @Test func `Easter is a Sunday from 22 March to 25 April in every year of the calendar`() throws {
        for year in 1...9_999 {
            let easter = try #require(CivilDate.easter(year: year))
            let (_, month, day) = easter.parts
            guard easter.weekday == .sunday, (month == 3 && day >= 22) || (month == 4 && day <= 25) else {
                Issue.record("Easter of \(year) is \(easter), \(easter.weekday)")
                return
            }
        }
        #expect(CivilDate.easter(year: 0) == nil)
        #expect(CivilDate.easter(year: 10_000) == nil)
    }
}
