import BotGraph
import Compliance
import ComplianceFiles
import Testing

/// What is wrong with a slot: the finding's name, where it stands in the line, and words of its message.
struct SlotFinding: Sendable, CustomTestStringConvertible {
    let slot: String
    let id: String
    /// The text at which the finding points.
    let place: String
    let words: String
    let isWarning: Bool

    init(_ slot: String, _ id: String, at place: String, _ words: String, isWarning: Bool = false) {
        self.slot = slot
        self.id = id
        self.place = place
        self.words = words
        self.isWarning = isWarning
    }

    var testDescription: String { slot }

    static let all = [
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, capcity: 3}",
            "unknown-key",
            at: "capcity:",
            "did you mean 'capacity'?"
        ),
        SlotFinding("{all_day: true, repeat: daily}", "missing-key", at: "{", "neither 'add' nor 'subtract'"),
        SlotFinding("{add: X, subtract: Y, all_day: true, repeat: daily}", "two-keys", at: "subtract", "not both"),
        SlotFinding("{add: X, add: Y, all_day: true, repeat: daily}", "duplicate-key", at: "add: Y", "stands twice"),
        SlotFinding("{add: '', all_day: true, repeat: daily}", "wrong-type", at: "''", "not empty"),
        SlotFinding("{add: [X], all_day: true, repeat: daily}", "wrong-type", at: "[X]", "a list"),
        SlotFinding("just text", "wrong-type", at: "just", "a slot is a map"),
        SlotFinding("{add: X, repeat: daily}", "missing-key", at: "{", "has no hours"),
        SlotFinding("{add: X, from: '08:00', repeat: daily}", "missing-key", at: "{", "has no hours"),
        SlotFinding("{add: X, all_day: maybe, repeat: daily}", "wrong-type", at: "maybe", "true or false"),
        SlotFinding(
            "{add: X, all_day: true, from: '08:00', repeat: daily}",
            "two-keys",
            at: "from",
            "lasts all day has no 'from'"
        ),
        SlotFinding("{add: X, from: '8:00', until: '09:00', repeat: daily}", "bad-time", at: "'8:00'", "not '8:00'"),
        SlotFinding("{add: X, from: '08:00', until: '24:01', repeat: daily}", "bad-time", at: "'24:01'", "24:00"),
        SlotFinding("{add: X, from: 800, until: '09:00', repeat: daily}", "bad-time", at: "800", "not '800'"),
        SlotFinding(
            "{add: X, from: '18:00', until: '08:00', repeat: daily}",
            "bad-hours",
            at: "'08:00'",
            "add 'overnight: true'"
        ),
        SlotFinding(
            "{add: X, from: '08:00', until: '18:00', overnight: true, repeat: daily}",
            "bad-hours",
            at: "'18:00'",
            "longer than a day"
        ),
        SlotFinding("{add: X, from: '08:00', until: '08:00', repeat: daily}", "bad-slot", at: "'08:00', r", "no time"),
        SlotFinding(
            "{add: X, from: '24:00', until: '02:00', overnight: true, repeat: daily}",
            "bad-slot",
            at: "'24:00'",
            "end of its day"
        ),
        SlotFinding("{add: X, all_day: true, repeat: dayly}", "unknown-repeat", at: "dayly", "did you mean 'daily'?"),
        SlotFinding("{add: X, all_day: true}", "missing-key", at: "{", "no 'starts'"),
        SlotFinding("{add: X, all_day: true, starts: 2026-02-29}", "bad-date", at: "2026-02-29", "not '2026-02-29'"),
        SlotFinding("{add: X, all_day: true, starts: tomorrow}", "bad-date", at: "tomorrow", "not 'tomorrow'"),
        SlotFinding("{add: X, all_day: true, repeat: weekly}", "missing-key", at: "{", "neither 'days' nor 'starts'"),
        SlotFinding("{add: X, all_day: true, repeat: weekly, days: []}", "bad-repeat", at: "[]", "no weekday"),
        SlotFinding(
            "{add: X, all_day: true, repeat: weekly, days: [munday]}",
            "unknown-day",
            at: "munday",
            "did you mean 'monday'?"
        ),
        SlotFinding("{add: X, all_day: true, repeat: monthly}", "missing-key", at: "{", "neither 'day' nor 'starts'"),
        SlotFinding(
            "{add: X, all_day: true, repeat: monthly, day: 32}",
            "bad-repeat",
            at: "32",
            "no month has a day 32"
        ),
        SlotFinding("{add: X, all_day: true, repeat: monthly, day: 6th monday}", "bad-day", at: "6th", "6th monday"),
        SlotFinding("{add: X, all_day: true, repeat: yearly, day: 1}", "missing-key", at: "{", "neither 'month'"),
        SlotFinding(
            "{add: X, all_day: true, repeat: yearly, month: 2, day: 30}",
            "bad-repeat",
            at: "{",
            "no date fits the slot's pattern"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: yearly, month: Dezember, day: 1}",
            "unknown-month",
            at: "Dezember",
            "did you mean 'december'?"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: yearly, month: 13, day: 1}",
            "bad-repeat",
            at: "13",
            "there is no month 13"
        ),
        SlotFinding("{add: X, all_day: true, repeat: dates}", "missing-key", at: "{", "no 'dates'"),
        SlotFinding("{add: X, all_day: true, repeat: dates, dates: []}", "bad-repeat", at: "[]", "no dates"),
        SlotFinding("{add: X, all_day: true, repeat: dates, dates: [x]}", "bad-date", at: "x]", "not 'x'"),
        SlotFinding(
            "{add: X, all_day: true, repeat: custom, starts: 2026-01-01}",
            "missing-key",
            at: "{",
            "no 'every'"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: custom, every: 0 weeks, starts: 2026-01-01}",
            "bad-interval",
            at: "0 weeks",
            "not '0 weeks'"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: custom, every: 2 fortnights, starts: 2026-01-01}",
            "bad-interval",
            at: "2 fort",
            "2 fortnights"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: custom, every: 99999999 days, starts: 2026-01-01}",
            "bad-repeat",
            at: "99999999",
            "not within"
        ),
        SlotFinding("{add: X, all_day: true, repeat: daily, day: 3}", "idle-key", at: "day: 3", "no meaning"),
        SlotFinding("{add: X, all_day: true, repeat: daily, count: 3}", "missing-key", at: "{", "as 'count' must"),
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, starts: 2026-01-01, count: 0}",
            "bad-repeat",
            at: "0}",
            "a count of 0"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, starts: 2026-01-01, count: 2.5}",
            "bad-number",
            at: "2.5",
            "whole number"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, starts: 2026-01-01, ends: 2025-12-31}",
            "bad-repeat",
            at: "2025-12-31",
            "before it starts on 2026-01-01"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, starts: 2026-01-01, ends: 2026-12-31, count: 2}",
            "two-keys",
            at: "count",
            "not both"
        ),
        SlotFinding("{add: X, all_day: true, repeat: daily, split: 45 min}", "unknown-split", at: "45 min", "15 min"),
        SlotFinding(
            "{add: X, from: '08:00', until: '08:10', repeat: daily, split: 15 min}",
            "bad-slot",
            at: "15 min",
            "shorter than its parts"
        ),
        SlotFinding("{add: X, all_day: true, repeat: daily, capacity: 0}", "bad-slot", at: "0}", "at least 1"),
        SlotFinding("{add: X, all_day: true, repeat: daily, capacity: many}", "bad-number", at: "many", "'many'"),
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, zone: America/Pheonix}",
            "bad-zone",
            at: "America/Pheonix",
            "did you mean 'America/Phoenix'?"
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: daily, zone: ../../etc/passwd}",
            "bad-zone",
            at: "../",
            "America/New_York"
        ),
        SlotFinding("{add: X, all_day: true, repeat: daily, zone: 7}", "wrong-type", at: "7", "takes text"),
        SlotFinding(
            "{add: X, from: '08:00', until: '09:10', repeat: daily, split: 1 h}",
            "uneven-split",
            at: "1 h",
            "leave 10 min",
            isWarning: true
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: weekly, days: [monday, mon]}",
            "repeated-day",
            at: "mon]",
            "stands twice",
            isWarning: true
        ),
        SlotFinding(
            "{add: X, all_day: true, repeat: dates, dates: [2026-01-01, 2026-01-01]}",
            "repeated-date",
            at: "2026-01-01]",
            "stands twice",
            isWarning: true
        ),
    ]
}

struct ScheduleFileFindingTests {
    @Test(arguments: SlotFinding.all)
    func `a slot that is wrong is found where it is wrong`(_ example: SlotFinding) throws {
        let text = ScheduleFileTests.file("- \(example.slot)")
        let file = try ScheduleFileTests.read(text)
        #expect(file.entries.isEmpty != example.isWarning, "an error leaves the schedule out, a warning does not")
        #expect(file.diagnostics.count == 1, "\(file.diagnostics)")
        let found = try #require(file.diagnostics.first { $0.id == example.id }, "\(file.diagnostics)")
        #expect(found.severity == (example.isWarning ? .warning : .error))
        #expect(found.message.contains(example.words), "\(found.message)")
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[found.location.line - 1]
        let rest = line.dropFirst(found.location.column - 1)
        #expect(rest.hasPrefix(example.place), "\(found) points at \(rest)")
    }

    @Test(
        arguments: [
            ("", "empty-file", 1), ("# nothing", "empty-file", 1), ("- a", "wrong-type", 1), ("text", "wrong-type", 1),
            ("schedule: {}", "unknown-key", 1), ("schedules: []", "wrong-type", 1), ("schedules: {}", "empty-file", 1),
            ("schedules:\n  a: 5", "wrong-type", 2), ("schedules:\n  a: {slots: []}", "missing-key", 2),
            ("schedules:\n  a: {zone: America/Phoenix}", "missing-key", 2),
            ("schedules:\n  a: {zone: America/Phoenix, slots: []}", "never-open", 2),
            ("schedules:\n  a: {zone: America/Phoenix, slots: {}}", "wrong-type", 2),
            ("schedules:\n  a: {zone: Mars/Olympus, slots: []}", "bad-zone", 2),
            ("schedules:\n  a: {zone: America/Phoenix, slot: []}", "unknown-key", 2),
            (
                "schedules:\n  a b: {zone: America/Phoenix, slots: [{add: X, all_day: true, repeat: daily}]}",
                "bad-key", 2
            ),
            (
                "schedules:\n  tcpa-CA: {zone: America/Phoenix, slots: [{add: X, all_day: true, repeat: daily}]}",
                "reserved-key", 2
            ),
            (
                "schedules:\n  TCPA-CA-America/Los_Angeles: {zone: America/Phoenix, slots: "
                    + "[{add: X, all_day: true, repeat: daily}]}",
                "reserved-key", 2
            ),
            ("schedules: {a: 1, a: 2}", "key-clash", 1),
        ]
    )
    func `a file that is wrong is found where it is wrong`(_ text: String, _ id: String, _ line: Int) throws {
        let file = try ScheduleFileTests.read(text)
        let found = try #require(file.diagnostics.first { $0.id == id }, "\(file.diagnostics)")
        #expect(found.location.line == line)
        #expect(found.location.path == "office.yaml")
        #expect(file.entries.isEmpty)
    }

    @Test(
        arguments: [
            "schedules: [", "schedules: {a: *b}", "\t- x", "schedules: &a [*a]", "\u{0}", "--- a\n--- b",
            "schedules:\n  ? [a]\n  : b", String(repeating: "[", count: 5_000),
            "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]",
            "schedules: {a: \(String(repeating: " ", count: 1_100_000))}",
        ]
    )
    func `text that is hostile gives findings and no schedule`(_ text: String) throws {
        let file = try ScheduleFileTests.read(text)
        #expect(file.entries.isEmpty)
        #expect(file.diagnostics.contains { $0.severity == .error })
    }

    @Test func `a wrong schedule does not take the others with it`() throws {
        let file = try ScheduleFileTests.read(
            """
            schedules:
              good: {zone: America/Phoenix, slots: [{add: X, all_day: true, repeat: daily}]}
              bad: {zone: America/Phoenix, slots: [{add: X, all_day: true, repeat: daily}, {add: Y}]}
            """
        )
        #expect(file.entries.map(\.schedule.key.text) == ["good"])
        #expect(file.diagnostics.contains { $0.location.line == 3 })
    }

    @Test(
        arguments: [
            ("subtract", "add", ["idle-slot"]), ("add", "add", ["repeated-slot"]), ("add", "subtract", ["undone-slot"]),
        ]
    )
    func `rows that do nothing together are noticed`(_ first: String, _ second: String, _ ids: [String]) throws {
        let file = try ScheduleFileTests.read(
            ScheduleFileTests.file(
                """
                - {\(first): X, all_day: true, repeat: daily}
                - {\(second): Y, all_day: true, repeat: daily}
                """
            )
        )
        #expect(file.diagnostics.map(\.id) == ids)
        #expect(file.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(file.entries.count == 1)
    }

    @Test func `what a file says is shown on one line and not in full`() throws {
        let word = "\\e[31m" + String(repeating: "x", count: 3_000)
        let file = try ScheduleFileTests.read(ScheduleFileTests.file("- {add: X, all_day: true, repeat: \"\(word)\"}"))
        let message = try #require(file.diagnostics.first).message
        #expect(message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(message.count < 300)
    }
}
