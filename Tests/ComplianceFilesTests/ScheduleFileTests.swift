import BotGraph
import Compliance
import ComplianceFiles
import Telephony
import Testing

/// Schedule files that are right, and what they mean.
struct ScheduleFileTests {
    static func read(_ text: String) throws -> ScheduleFile {
        ScheduleFile.read(text, path: "office.yaml", zones: try SystemZones.all.get())
    }

    /// A file with one schedule, `test`, in Phoenix, from the lines of its slots.
    static func file(_ slots: String) -> String {
        let lines = slots.split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)" }
        return "schedules:\n  test:\n    zone: America/Phoenix\n    slots:\n\(lines.joined(separator: "\n"))\n"
    }

    @Test func `a file holds several schedules`() throws {
        let file = try ScheduleFileTests.read(
            """
            schedules:
              first:
                description: The first
                zone: America/New_York
                slots:
                  - {add: Day, from: "08:00", until: "17:30", repeat: daily}
              second:
                zone: Europe/London
                slots:
                  - {add: All, all_day: true, repeat: daily, zone: America/Phoenix, capacity: 3}
                  - {subtract: Night, from: "22:00", until: "06:00", overnight: true, repeat: daily}
            """
        )
        #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
        let schedules = file.entries.map(\.schedule)
        #expect(schedules.map(\.key.text) == ["first", "second"])
        #expect(schedules.map(\.description) == ["The first", "second"])
        #expect(file.entries.map(\.location.line) == [2, 7])
        let rows = schedules.flatMap(\.rows)
        #expect(rows.map(\.operation) == [.add, .add, .subtract])
        #expect(rows.map(\.slot.id.text) == ["first#1", "second#1", "second#2"])
        #expect(rows.map(\.slot.zone.text) == ["America/New_York", "America/Phoenix", "Europe/London"])
        #expect(rows.map(\.slot.capacity) == [.unlimited, .limited(3), .unlimited])
        #expect(rows.map(\.slot.hours.passesMidnight) == [false, false, true])
    }

    @Test(
        arguments: [
            ("starts: 2026-05-04", .once), ("repeat: daily", .daily),
            ("repeat: weekly, days: [monday, fri]", .weekly([.monday, .friday])),
            ("repeat: weekly, days: Sunday", .weekly([.sunday])),
            ("repeat: weekly, starts: 2026-11-25", .weekly([.wednesday])),
            ("repeat: monthly, day: 15", .monthly(.day(15))), ("repeat: monthly, day: last day", .monthly(.lastDay)),
            ("repeat: monthly, starts: 2026-11-25", .monthly(.day(25))),
            ("repeat: yearly, month: november, day: 4th thursday", .yearly(month: 11, .nth(4, .thursday))),
            ("repeat: yearly, month: 5, day: last monday", .yearly(month: 5, .last(.monday))),
            ("repeat: yearly, starts: 2026-12-25", .yearly(month: 12, .day(25))),
            ("repeat: custom, every: 2 days, starts: 2026-11-25", .days(every: 2)),
            (
                "repeat: custom, every: 2 weeks, starts: 2026-11-25, days: [tue, thu]",
                .weeks(every: 2, on: [.tuesday, .thursday])
            ),
            ("repeat: custom, every: 3 months, starts: 2026-11-25, day: 31", .months(every: 3, on: .day(31))),
            (
                "repeat: custom, every: 4 years, starts: 2026-11-25, month: nov, day: 1st tuesday",
                .years(every: 4, month: 11, on: .nth(1, .tuesday))
            ),
        ] as [(String, Recurrence.Pattern)]
    )
    func `a slot repeats as it says`(_ text: String, _ pattern: Recurrence.Pattern) throws {
        let file = try ScheduleFileTests.read(ScheduleFileTests.file("- {add: X, all_day: true, \(text)}"))
        #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
        #expect(file.entries.first?.schedule.rows.first?.slot.recurrence.pattern == pattern)
    }

    @Test func `named dates, ends and counts are read`() throws {
        let file = try ScheduleFileTests.read(
            ScheduleFileTests.file(
                """
                - {add: A, all_day: true, repeat: dates, dates: [2026-12-25, 2026-07-04]}
                - {add: B, all_day: true, repeat: daily, ends: 2026-12-31}
                - {add: C, all_day: true, repeat: daily, starts: 2026-12-31, count: 5}
                """
            )
        )
        #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
        let rows = try #require(file.entries.first).schedule.rows.map(\.slot.recurrence)
        #expect(rows[0].pattern == .dates(["2026-07-04", "2026-12-25"].compactMap { CivilDate($0) }))
        #expect(rows[1].end == .on(try #require(CivilDate("2026-12-31"))))
        #expect(rows[2].end == .after(5))
    }

    @Test func `times need no quotes, and a split is read in words`() throws {
        let slot = "- {add: X, from: 08:00, until: 24:00, repeat: daily, split: 1 h}"
        let file = try ScheduleFileTests.read(ScheduleFileTests.file(slot))
        #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
        let read = try #require(file.entries.first?.schedule.rows.first?.slot)
        #expect(read.hours == .between(from: try #require(TimeOfDay("08:00")), until: .endOfDay))
        #expect(read.split == .oneHour)
    }
}
