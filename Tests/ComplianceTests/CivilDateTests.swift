import Compliance
import Testing

struct CivilDateTests {
    @Test func `every day from 1896 to 2104 follows the one before it`() throws {
        var date = try #require(CivilDate(year: 1_896, month: 1, day: 1))
        var weekday = Weekday.wednesday
        for year in 1_896...2_104 {
            for month in 1...12 {
                for day in 1...CivilDate.length(ofMonth: month, year: year) {
                    let parts = date.parts
                    guard parts == (year, month, day), date.weekday == weekday,
                        CivilDate(year: year, month: month, day: day) == date
                    else {
                        Issue.record("\(year)-\(month)-\(day) is taken for \(date), \(date.weekday)")
                        return
                    }
                    date = try #require(date.adding(days: 1))
                    weekday = try #require(Weekday(rawValue: (weekday.rawValue + 1) % 7))
                }
            }
        }
        #expect(date.description == "2105-01-01")
    }

    @Test(arguments: [
        ("0001-01-01", -719_162, Weekday.monday), ("1600-02-29", -135_081, .tuesday),
        ("1900-02-28", -25_509, .wednesday),
        ("1969-12-31", -1, .wednesday), ("1970-01-01", 0, .thursday), ("2000-02-29", 11_016, .tuesday),
        ("2026-11-26", 20_783, .thursday), ("9999-12-31", 2_932_896, .friday),
    ])
    func `known dates have their day number and weekday`(text: String, days: Int, weekday: Weekday) throws {
        let date = try #require(CivilDate(text))
        #expect(date.days == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
        #expect(CivilDate(days: days) == date)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (-4, 3, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31),
        (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (.max, 1, 1), (.min, 1, 1), (2026, .max, 1),
        (2026, 1, .min),
    ])
    func `a date that does not exist is nil`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "", "2026-11-5", "2026/11/25", "26-11-25", "2026-11-25 ", " 2026-11-25", "2026-11-25T00:00", "+026-11-25",
        "2026-1\u{661}-25", "٢٠٢٦-١١-٢٥", "2026-02-29", "0000-01-01", "20261125", "----------",
    ])
    func `text that is not a full ISO date is nil`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `leaving the calendar is nil and never a trap`() {
        #expect(CivilDate.latest.adding(days: 1) == nil)
        #expect(CivilDate.earliest.adding(days: -1) == nil)
        #expect(CivilDate.latest.adding(days: .max) == nil)
        #expect(CivilDate.earliest.adding(days: .min) == nil)
        #expect(CivilDate.latest.adding(months: 1) == nil)
        #expect(CivilDate.earliest.adding(months: -1) == nil)
        #expect(CivilDate.latest.adding(months: .max) == nil)
        #expect(CivilDate.earliest.adding(months: .min) == nil)
        #expect(CivilDate(days: .max) == nil)
        #expect(CivilDate(days: .min) == nil)
        #expect(CivilDate.earliest.description == "0001-01-01")
        #expect(CivilDate.latest.description == "9999-12-31")
        #expect(CivilDate.latest.adding(days: -3_652_058) == CivilDate.earliest)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-05-31", 1, "2026-06-30"), ("2026-11-25", 2, "2027-01-25"), ("2026-01-15", -1, "2025-12-15"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-12-31", 0, "2026-12-31"),
        ("0001-02-28", -1, "0001-01-28"), ("9999-11-30", 1, "9999-12-30"), ("2000-01-31", -1_200, "1900-01-31"),
    ])
    func `a month later is the same day or the month's last`(from: String, months: Int, to: String) throws {
        #expect(try #require(CivilDate(from)).adding(months: months)?.description == to)
    }
}
