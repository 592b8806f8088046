import Compliance
import Telephony
import Testing

/// What schedules are made of, and what they leave open.
struct ScheduleAvailabilityTests {
    private typealias Fixture = ScheduleFixture
    private typealias Row = AvailabilitySchedule.Row

    /// California's calling hours as the platform showed them in September 2021: Monday to Thursday on screen, the Sunday
    /// closed, and the fourth Friday of September a holiday.
    private static func california() throws -> AvailabilitySchedule {
        let weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday]
        return try Fixture.schedule([
            Row(.add, Fixture.slot(Fixture.hours("08:00", "20:00"), Fixture.recurrence(.weekly(weekdays)), id: "CA")),
            Row(
                .subtract,
                Fixture.slot(
                    .allDay,
                    Fixture.recurrence(.yearly(month: 9, .nth(4, .friday))),
                    id: "Native American Day"
                )
            ),
            Row(.subtract, Fixture.slot(.allDay, Fixture.recurrence(.yearly(month: 12, .day(25))), id: "Christmas")),
        ])
    }

    @Test func `hours without a holiday are what the platform's chart showed`() throws {
        let schedule = try ScheduleAvailabilityTests.california()
        // The week of Sunday 19 to Saturday 25 September 2021, in Pacific daylight time.
        let week = try Fixture.range("2021-09-19 07:00", "2021-09-26 07:00")
        #expect(
            schedule.intervals(in: week).lines == [
                "2021-09-20T15:00 - 2021-09-21T03:00", "2021-09-21T15:00 - 2021-09-22T03:00",
                "2021-09-22T15:00 - 2021-09-23T03:00", "2021-09-23T15:00 - 2021-09-24T03:00",
                "2021-09-25T15:00 - 2021-09-26T03:00",
            ]
        )
        #expect(schedule.blocks(overlapping: week).map(\.occurrence) == [538, 539, 540, 541, 543])
        #expect(schedule.blocks(overlapping: week).allSatisfy { $0.capacity == .unlimited && $0.slot?.text == "CA" })
    }

    @Test(
        arguments: [
            ("2021-09-23 14:59:59", false), ("2021-09-23 15:00", true), ("2021-09-24 02:59:59", true),
            ("2021-09-24 03:00", false), ("2021-09-24 15:00", false), ("2021-09-24 20:00", false),
            ("2021-09-25 15:00", true), ("2021-12-25 20:00", false), ("2021-12-24 20:00", true),
        ]
    )
    func `a start is open and an end is not`(_ instant: String, _ isOpen: Bool) throws {
        #expect(try ScheduleAvailabilityTests.california().contains(.utc(instant)) == isOpen)
    }

    @Test func `the next available time steps over the holiday and the night`() throws {
        let schedule = try ScheduleAvailabilityTests.california()
        #expect(try schedule.nextAvailable(from: .utc("2021-09-24 03:00"))?.minute == "2021-09-25T15:00")
        #expect(try schedule.nextAvailable(from: .utc("2021-09-23 18:30"))?.minute == "2021-09-23T18:30")
        #expect(
            try schedule.previousWindow(before: .utc("2021-09-25 10:00")).map { [$0].lines }
                == ["2021-09-23T15:00 - 2021-09-24T03:00"]
        )
        // From within a window the previous one is another.
        #expect(
            try schedule.previousWindow(before: .utc("2021-09-23 18:30")).map { [$0].lines }
                == ["2021-09-22T15:00 - 2021-09-23T03:00"]
        )
    }

    @Test func `later rows act on the result of those above`() throws {
        let daily = try Fixture.recurrence(.daily)
        let hours = try Row(.add, Fixture.slot(Fixture.hours("08:00", "18:00"), daily))
        let noon = try Row(.subtract, Fixture.slot(Fixture.hours("12:00", "13:00"), daily))
        let half = try Row(.add, Fixture.slot(Fixture.hours("12:30", "13:30"), daily))
        let day = try Fixture.range("2026-07-01 07:00", "2026-07-02 07:00")
        #expect(
            try Fixture.schedule([hours, noon]).intervals(in: day).lines
                == ["2026-07-01T15:00 - 2026-07-01T19:00", "2026-07-01T20:00 - 2026-07-02T01:00"]
        )
        #expect(
            try Fixture.schedule([hours, noon, half]).intervals(in: day).lines
                == ["2026-07-01T15:00 - 2026-07-01T19:00", "2026-07-01T19:30 - 2026-07-02T01:00"]
        )
        #expect(
            try Fixture.schedule([hours, half, noon]).intervals(in: day).lines
                == ["2026-07-01T15:00 - 2026-07-01T19:00", "2026-07-01T20:00 - 2026-07-02T01:00"]
        )
        #expect(
            try Fixture.schedule([noon, hours]).intervals(in: day).lines == ["2026-07-01T15:00 - 2026-07-02T01:00"]
        )
        #expect(try Fixture.schedule([]).intervals(in: day).isEmpty)
        #expect(try Fixture.schedule([noon]).nextAvailable(from: day.lowerBound) == nil)
    }

    @Test(
        arguments: [
            (.none, ["08:00-08:40", "09:10-10:15"]), (.tenMinutes, ["08:00-08:40", "09:10-10:10"]),
            (.fifteenMinutes, ["08:00-08:30", "09:15-10:15"]), (.twentyMinutes, ["08:00-08:40", "09:20-10:00"]),
            (.thirtyMinutes, ["08:00-08:30", "09:30-10:00"]), (.oneHour, ["09:15-10:15"]),
        ] as [(TimeSlot.Split, [String])]
    )
    func `a subtraction cuts a whole block and takes parts of a split one whole`(
        _ split: TimeSlot.Split,
        _ open: [String]
    ) throws {
        let daily = try Fixture.recurrence(.daily)
        // An hour's parts start at a quarter past, so that one is left after the break.
        let from = split == .oneHour ? "08:15" : "08:00"
        let schedule = try Fixture.schedule([
            Row(.add, Fixture.slot(Fixture.hours(from, "10:15"), daily, zone: ZoneID("America/Phoenix"), split: split)),
            Row(
                .subtract,
                Fixture.slot(
                    Fixture.hours("08:40", "09:10"),
                    daily,
                    zone: ZoneID("America/Phoenix"),
                    split: .tenMinutes
                )
            ),
        ])
        let found = try schedule.intervals(in: Fixture.range("2026-07-01 07:00", "2026-07-02 07:00"))
        let clock = try #require(Fixture.zones()[ZoneID("America/Phoenix")])
        let lines = try found.map { interval in
            try [interval.lowerBound, interval.upperBound].map {
                try #require(TimeOfDay(seconds: clock.local(at: $0).milliseconds / 1_000)).description
            }.joined(separator: "-")
        }
        #expect(lines == open)
    }

    @Test func `parts of a split slot are blocks of their own, and what is left over is none`() throws {
        let slot = try Fixture.slot(
            Fixture.hours("08:00", "09:50"),
            Fixture.recurrence(.once, starts: "2026-07-01"),
            split: .thirtyMinutes
        )
        let blocks = try Fixture.schedule([Row(.add, slot)])
            .blocks(overlapping: Fixture.range("2026-07-01 15:15", "2026-07-01 16:00"))
        #expect(
            blocks.map(\.range).lines == ["2026-07-01T15:00 - 2026-07-01T15:30", "2026-07-01T15:30 - 2026-07-01T16:00"]
        )
        #expect(try Fixture.schedule([Row(.add, slot)]).contains(.utc("2026-07-01 16:29:59")))
        #expect(try !Fixture.schedule([Row(.add, slot)]).contains(.utc("2026-07-01 16:30")))
    }

    @Test func `a slot that passes midnight belongs to the day on which it begins`() throws {
        let fridays = try Fixture.recurrence(.weekly([.friday]))
        let schedule = try Fixture.schedule([Row(.add, Fixture.slot(Fixture.hours("22:00", "02:00"), fridays))])
        let found = try schedule.intervals(in: Fixture.range("2026-12-31 00:00", "2027-01-03 00:00"))
        // Friday 1 January 2027 from 22:00 Pacific.
        #expect(found.lines == ["2027-01-02T06:00 - 2027-01-02T10:00"])
    }

    @Test func `days that follow each other are one interval and several blocks`() throws {
        let schedule = try Fixture.schedule([Row(.add, Fixture.slot(.allDay, Fixture.recurrence(.daily)))])
        let range = try Fixture.range("2026-12-30 12:00", "2027-01-02 12:00")
        #expect(schedule.intervals(in: range) == [range])
        #expect(
            schedule.blocks(overlapping: range).map(\.range).lines == [
                "2026-12-30T08:00 - 2026-12-31T08:00", "2026-12-31T08:00 - 2027-01-01T08:00",
                "2027-01-01T08:00 - 2027-01-02T08:00", "2027-01-02T08:00 - 2027-01-03T08:00",
            ]
        )
        #expect(schedule.previousWindow(before: range.upperBound) == nil)
    }

    @Test(
        arguments: [
            // Los Angeles, forward at 02:00 on 8 March and back on 1 November 2026.
            ("America/Los_Angeles", "00:00", "24:00", "2026-03-08 08:00", "2026-03-09 07:00"),
            ("America/Los_Angeles", "00:00", "24:00", "2026-11-01 07:00", "2026-11-02 08:00"),
            ("America/Los_Angeles", "01:30", "08:00", "2026-11-01 09:30", "2026-11-01 16:00"),
            ("America/Los_Angeles", "00:30", "01:30", "2026-11-01 07:30", "2026-11-01 08:30"),
            ("America/Los_Angeles", "02:30", "08:00", "2026-03-08 10:00", "2026-03-08 15:00"),
            ("America/Havana", "00:00", "08:00", "2026-11-01 05:00", "2026-11-01 13:00"),
            ("Australia/Lord_Howe", "01:45", "08:00", "2026-04-04 15:15", "2026-04-04 21:30"),
            ("Europe/London", "01:30", "08:00", "2026-10-25 01:30", "2026-10-25 08:00"),
            ("America/Phoenix", "00:00", "24:00", "2026-03-08 07:00", "2026-03-09 07:00"),
        ]
    )
    func `an added slot is read short where a clock is set`(
        _ zone: String,
        _ from: String,
        _ until: String,
        _ opens: String,
        _ closes: String
    ) throws {
        let expected = try Fixture.range(opens, closes)
        let clock = try #require(Fixture.zones()[ZoneID(zone)])
        let date = clock.local(at: expected.lowerBound + .seconds(5_400)).date
        let recurrence = try Recurrence(.once, startsOn: date)
        let slot = try Fixture.slot(Fixture.hours(from, until), recurrence, zone: ZoneID(zone))
        let wide = (expected.lowerBound + .seconds(-259_200))..<(expected.upperBound + .seconds(259_200))
        #expect(try Fixture.schedule([Row(.add, slot)]).intervals(in: wide).lines == [expected].lines)
    }

    @Test func `a subtracted slot is read long where a clock is set`() throws {
        let recurrence = try Fixture.recurrence(.once, starts: "2026-11-01")
        let always = try Row(.add, Fixture.slot(.allDay, Fixture.recurrence(.daily), zone: ZoneID("America/Phoenix")))
        let closed = try Row(.subtract, Fixture.slot(Fixture.hours("01:15", "01:45"), recurrence))
        // From the first 01:15 to the second 01:45: an hour and a half.
        #expect(
            try Fixture.schedule([always, closed]).intervals(in: Fixture.range("2026-11-01 00:00", "2026-11-02 00:00"))
                .lines
                == ["2026-11-01T00:00 - 2026-11-01T08:15", "2026-11-01T09:45 - 2026-11-02T00:00"]
        )
        let midnight = try Row(.subtract, Fixture.slot(.allDay, recurrence, zone: ZoneID("America/Havana")))
        // Havana's midnight comes twice; the day is closed from the first.
        #expect(
            try Fixture.schedule([always, midnight]).intervals(
                in: Fixture.range("2026-11-01 00:00", "2026-11-03 00:00")
            )
            .lines == ["2026-11-01T00:00 - 2026-11-01T04:00", "2026-11-02T05:00 - 2026-11-03T00:00"]
        )
    }

    @Test func `a search ends at its horizon`() throws {
        let once = try Fixture.schedule([
            Row(.add, Fixture.slot(.allDay, Fixture.recurrence(.once, starts: "2026-07-01")))
        ])
        let opens = try Instant.utc("2026-07-01 07:00")
        #expect(once.nextAvailable(from: opens + .seconds(-400 * 86_400 + 1)) == opens)
        #expect(once.nextAvailable(from: opens + .seconds(-400 * 86_400)) == nil)
        #expect(once.nextAvailable(from: opens + .seconds(-60), within: .seconds(60)) == nil)
        #expect(once.nextAvailable(from: opens + .seconds(-60), within: .seconds(61)) == opens)
        #expect(once.nextAvailable(from: opens, within: .zero) == nil)
        let closes = opens + .seconds(86_400)
        #expect(once.previousWindow(before: closes) == opens..<closes)
        #expect(once.previousWindow(before: closes + .seconds(400 * 86_400 - 86_400)) == opens..<closes)
        #expect(once.previousWindow(before: closes + .seconds(400 * 86_400)) == nil)
        #expect(once.previousWindow(before: closes + .milliseconds(-1)) == nil)
    }

    @Test func `nothing is open where no zone data speaks, and no instant traps`() throws {
        let known = ZoneDataBuilder(types: [(0, 0), (3_600, 0)], transitions: [(1_767_225_600, 1)], footer: "\n\n")
        var zones = try Fixture.zones().zones
        zones[ZoneID("Known/Until2026")] = try ZoneRules(tzif: known.bytes)
        let database = ZoneDatabase(version: "test", zones: zones)
        let always = try Row(.add, Fixture.slot(.allDay, Fixture.recurrence(.daily, starts: "0001-01-01")))
        let closed = try Row(
            .subtract,
            Fixture.slot(.allDay, Fixture.recurrence(.once, starts: "2020-01-01"), zone: ZoneID("Known/Until2026"))
        )
        let schedule = try AvailabilitySchedule(
            key: ScheduleKey("test"),
            description: "",
            zone: Fixture.losAngeles,
            rows: [always, closed],
            zones: database
        )
        #expect(try schedule.contains(.utc("2025-12-01 00:00")))
        // What the slot to be taken away would take away is not known, so nothing is left.
        #expect(try !schedule.contains(.utc("2026-02-01 00:00")))
        for milliseconds in [Int64.min, .min + 1, -62_135_596_800_000, 253_402_300_799_999, .max - 1, .max] {
            let instant = Instant(milliseconds: milliseconds)
            #expect(!schedule.contains(instant))
            #expect(schedule.nextAvailable(from: instant) == nil || milliseconds == -62_135_596_800_000)
            _ = schedule.previousWindow(before: instant)
            #expect(CalendarSearch(.next).block(at: instant, in: try Fixture.schedule([])) == nil)
        }
    }

    @Test func `a zone that is not in the data makes no schedule`() throws {
        let row = try Row(
            .add,
            Fixture.slot(.allDay, Fixture.recurrence(.daily), zone: ZoneID("America/Los_Angelos"))
        )
        let error = #expect(throws: ScheduleLookupError.self) { try Fixture.schedule([row]) }
        #expect(error?.description.contains("did you mean 'America/Los_Angeles'?") == true)
    }

    @Test func `hours without sense are refused`() throws {
        let daily = try Fixture.recurrence(.daily)
        let eight = try #require(TimeOfDay("08:00"))
        #expect(throws: TimeSlotProblem.emptyHours(eight)) {
            try Fixture.slot(Fixture.hours("08:00", "08:00"), daily)
        }
        #expect(throws: TimeSlotProblem.startsAtEndOfDay) { try Fixture.slot(Fixture.hours("24:00", "02:00"), daily) }
        #expect(throws: TimeSlotProblem.splitTooLong(.thirtyMinutes)) {
            try Fixture.slot(Fixture.hours("08:00", "08:29"), daily, split: .thirtyMinutes)
        }
        #expect(throws: TimeSlotProblem.badCapacity(0)) {
            try TimeSlot(
                id: TimeSlot.ID("x"),
                description: "",
                zone: Fixture.losAngeles,
                hours: .allDay,
                recurrence: daily,
                capacity: .limited(0)
            )
        }
    }
}
