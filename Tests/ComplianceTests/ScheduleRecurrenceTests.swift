import Compliance
import Testing

/// A pattern, and its dates within a range.
struct RecurrenceCase: Sendable, CustomTestStringConvertible {
    let name: String
    let pattern: Recurrence.Pattern
    let starts: String
    var end = Recurrence.End.never
    let range: (String, String)
    /// The dates, with the numbers of the first and the last.
    let dates: [String]
    let indices: (Int, Int)?

    var testDescription: String { name }

    init(
        _ name: String,
        _ pattern: Recurrence.Pattern,
        starts: String,
        end: Recurrence.End = .never,
        _ from: String,
        _ until: String,
        _ dates: [String],
        _ first: Int? = nil
    ) {
        self.name = name
        self.pattern = pattern
        self.starts = starts
        self.end = end
        range = (from, until)
        self.dates = dates
        indices = first.map { ($0, $0 + dates.count - 1) }
    }

    static let all = [
        RecurrenceCase("once", .once, starts: "2026-05-04", "2026-01-01", "2026-12-31", ["2026-05-04"], 0),
        RecurrenceCase("once, before the range", .once, starts: "2026-05-04", "2026-05-05", "2026-12-31", []),
        RecurrenceCase(
            "daily across a year's end",
            .daily,
            starts: "2026-01-01",
            "2026-12-30",
            "2027-01-02",
            ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"],
            363
        ),
        RecurrenceCase(
            "never before it starts",
            .daily,
            starts: "2026-03-03",
            "2026-03-01",
            "2026-03-04",
            ["2026-03-03", "2026-03-04"],
            0
        ),
        RecurrenceCase(
            "every third day over a leap day",
            .days(every: 3),
            starts: "2028-02-25",
            "2028-02-26",
            "2028-03-05",
            ["2028-02-28", "2028-03-02", "2028-03-05"],
            1
        ),
        RecurrenceCase(
            "weekly, from the first day that fits",
            .weekly([.monday, .friday]),
            starts: "2026-11-25",
            "2026-11-01",
            "2026-12-07",
            ["2026-11-27", "2026-11-30", "2026-12-04", "2026-12-07"],
            0
        ),
        RecurrenceCase(
            "every second week, weeks from Sunday",
            .weeks(every: 2, on: [.sunday, .wednesday]),
            starts: "2026-11-25",
            "2026-11-01",
            "2026-12-24",
            ["2026-11-25", "2026-12-06", "2026-12-09", "2026-12-20", "2026-12-23"],
            0
        ),
        RecurrenceCase(
            "monthly on the 31st, which most months lack",
            .monthly(.day(31)),
            starts: "2026-01-15",
            "2026-03-01",
            "2026-09-30",
            ["2026-03-31", "2026-05-31", "2026-07-31", "2026-08-31"],
            1
        ),
        RecurrenceCase(
            "monthly on the 15th, counted after a jump",
            .monthly(.day(15)),
            starts: "2020-01-16",
            "2026-01-01",
            "2026-02-28",
            ["2026-01-15", "2026-02-15"],
            71
        ),
        RecurrenceCase(
            "the last day of the month",
            .monthly(.lastDay),
            starts: "2027-12-01",
            "2028-01-01",
            "2028-04-29",
            ["2028-01-31", "2028-02-29", "2028-03-31"],
            1
        ),
        RecurrenceCase(
            "the fifth Friday",
            .monthly(.nth(5, .friday)),
            starts: "2026-01-01",
            "2026-01-01",
            "2026-10-31",
            ["2026-01-30", "2026-05-29", "2026-07-31", "2026-10-30"],
            0
        ),
        RecurrenceCase(
            "the last Monday of May each year",
            .yearly(month: 5, .last(.monday)),
            starts: "2020-01-01",
            "2025-01-01",
            "2027-12-31",
            ["2025-05-26", "2026-05-25", "2027-05-31"],
            5
        ),
        RecurrenceCase(
            "the fourth Friday of September, which was 24 in 2021",
            .yearly(month: 9, .nth(4, .friday)),
            starts: "2000-01-01",
            "2021-01-01",
            "2021-12-31",
            ["2021-09-24"],
            21
        ),
        RecurrenceCase(
            "yearly, when the month is over in the first year",
            .yearly(month: 3, .day(1)),
            starts: "2026-11-25",
            "2026-01-01",
            "2028-12-31",
            ["2027-03-01", "2028-03-01"],
            0
        ),
        RecurrenceCase(
            "yearly on 29 February",
            .yearly(month: 2, .day(29)),
            starts: "1990-01-01",
            "2095-01-01",
            "2109-01-01",
            ["2096-02-29", "2104-02-29", "2108-02-29"],
            26
        ),
        RecurrenceCase(
            "every third year",
            .years(every: 3, month: 7, on: .day(4)),
            starts: "2026-01-01",
            "2028-01-01",
            "2033-01-01",
            ["2029-07-04", "2032-07-04"],
            1
        ),
        RecurrenceCase(
            "so many times and no more",
            .weekly([.tuesday]),
            starts: "2026-11-24",
            end: .after(2),
            "2026-01-01",
            "2028-01-01",
            ["2026-11-24", "2026-12-01"],
            0
        ),
    ]
}

struct ScheduleRecurrenceTests {
    @Test(arguments: RecurrenceCase.all)
    func `a pattern has these dates`(_ example: RecurrenceCase) throws {
        let recurrence = try ScheduleFixture.recurrence(example.pattern, starts: example.starts, end: example.end)
        let range = try ScheduleFixture.date(example.range.0)...ScheduleFixture.date(example.range.1)
        let found = recurrence.occurrences(in: range)
        #expect(found.map(\.date.description) == example.dates)
        #expect(found.first?.index == example.indices?.0)
        #expect(found.last?.index == example.indices?.1)
    }

    @Test func `the last date is part of the pattern`() throws {
        let last = try ScheduleFixture.date("2026-11-27")
        let recurrence = try ScheduleFixture.recurrence(.daily, starts: "2026-11-25", end: .on(last))
        let found = recurrence.occurrences(in: CivilDate.earliest...CivilDate.latest)
        #expect(found.map(\.date.description) == ["2026-11-25", "2026-11-26", "2026-11-27"])
    }

    @Test func `named dates are put in order and counted once`() throws {
        let dates = try ["2027-01-01", "2026-12-25", "2027-01-01"].map(ScheduleFixture.date)
        let found = try Recurrence.dates(dates).occurrences(in: CivilDate.earliest...CivilDate.latest)
        #expect(found.map(\.date.description) == ["2026-12-25", "2027-01-01"])
        #expect(found.map(\.index) == [0, 1])
    }

    @Test(
        arguments: [
            (.days(every: 0), .badInterval(0)), (.days(every: .max), .badInterval(.max)),
            (.weeks(every: -1, on: [.monday]), .badInterval(-1)), (.weekly([]), .noWeekdays), (.dates([]), .noDates),
            (.monthly(.day(0)), .noSuchDay(.day(0))), (.monthly(.day(32)), .noSuchDay(.day(32))),
            (.monthly(.nth(6, .friday)), .noSuchDay(.nth(6, .friday))), (.yearly(month: 13, .day(1)), .noSuchMonth(13)),
            (.yearly(month: 2, .day(30)), .neverOccurs), (.yearly(month: 4, .day(31)), .neverOccurs),
            (.months(every: 12, on: .day(30)), .neverOccurs),
        ] as [(Recurrence.Pattern, TimeSlotProblem)]
    )
    func `a pattern without sense is refused`(_ pattern: Recurrence.Pattern, _ problem: TimeSlotProblem) {
        #expect(throws: problem) { try ScheduleFixture.recurrence(pattern, starts: "2026-02-01") }
    }

    @Test func `an end before the start and a count of none are refused`() throws {
        let early = try ScheduleFixture.date("2019-12-31")
        let start = try ScheduleFixture.date("2020-01-01")
        #expect(throws: TimeSlotProblem.endsBeforeStart(starts: start, ends: early)) {
            try ScheduleFixture.recurrence(.daily, end: .on(early))
        }
        #expect(throws: TimeSlotProblem.badCount(0)) { try ScheduleFixture.recurrence(.daily, end: .after(0)) }
    }

    @Test func `the calendar's last years do not trap`() throws {
        let patterns: [Recurrence.Pattern] = [
            .once, .daily, .days(every: 100_000), .weekly([.monday]), .weeks(every: 100_000, on: [.friday]),
            .monthly(.day(31)), .monthly(.lastDay), .months(every: 100_000, on: .day(1)), .yearly(month: 12, .day(31)),
            .years(every: 100_000, month: 12, on: .lastDay),
        ]
        for pattern in patterns {
            let recurrence = try ScheduleFixture.recurrence(pattern, starts: "9999-12-01")
            let found = recurrence.occurrences(in: try ScheduleFixture.date("9999-01-01")...CivilDate.latest)
            #expect(!found.isEmpty, "\(pattern)")
        }
    }

    @Test func `any pattern agrees with a walk from day to day`() throws {
        var numbers = ScheduleNumbers(seed: 4)
        for _ in 0..<400 {
            let start = try #require(CivilDate(days: Int.random(in: 18_000...22_000, using: &numbers)))
            let pattern = ScheduleOracle.pattern(near: start, &numbers)
            var end = Recurrence.End.never
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: end = .after(Int.random(in: 1...20, using: &numbers))
            case 1: end = .on(try #require(start.adding(days: Int.random(in: 0...900, using: &numbers))))
            default: break
            }
            guard let recurrence = try? Recurrence(pattern, startsOn: start, end: end) else { continue }
            let from = try #require(start.adding(days: Int.random(in: -50...700, using: &numbers)))
            let until = try #require(from.adding(days: Int.random(in: 0...800, using: &numbers)))
            let walked = try ScheduleOracle.dates(of: recurrence, until: until)
            let expected = walked.enumerated().filter { $0.element >= from }.map { "\($0.element) \($0.offset)" }
            let found = recurrence.occurrences(in: from...until).map { "\($0.date) \($0.index)" }
            #expect(found == expected, "\(pattern) from \(start), \(end)")
        }
    }
}
