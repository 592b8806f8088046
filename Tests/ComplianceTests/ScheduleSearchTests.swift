import Compliance
import Telephony
import Testing

/// Calendar searches and timers against a schedule of 08:00 to 18:00 on weekdays in Phoenix, which is 15:00 to 01:00 UTC.
struct ScheduleSearchTests {
    private static func weekdays() throws -> AvailabilitySchedule {
        let days: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
        return try ScheduleFixture.schedule([
            AvailabilitySchedule.Row(
                .add,
                ScheduleFixture.slot(
                    ScheduleFixture.hours("08:00", "18:00"),
                    ScheduleFixture.recurrence(.weekly(days), starts: "2026-11-23"),
                    zone: ZoneID("America/Phoenix")
                )
            )
        ])
    }

    @Test(
        arguments: [
            // Within Wednesday's block every restriction gives that block.
            ("2026-11-25 15:00", .none, "2026-11-25T15:00", 2), ("2026-11-25 20:00", .next, "2026-11-25T15:00", 2),
            ("2026-11-25 20:00", .skip, "2026-11-25T15:00", 2), ("2026-11-25 20:00", .previous, "2026-11-25T15:00", 2),
            // In the night after it, and at the instant at which it closes.
            ("2026-11-26 01:00", .none, nil, nil), ("2026-11-26 02:00", .skip, nil, nil),
            ("2026-11-26 01:00", .next, "2026-11-26T15:00", 3), ("2026-11-26 01:00", .previous, "2026-11-25T15:00", 2),
            // On the weekend.
            ("2026-11-28 20:00", .next, "2026-11-30T15:00", 5), ("2026-11-28 20:00", .previous, "2026-11-27T15:00", 4),
            // Before the first block of all.
            ("2026-11-20 20:00", .previous, nil, nil), ("2026-11-20 20:00", .next, "2026-11-23T15:00", 0),
        ] as [(String, CalendarRestriction, String?, Int?)]
    )
    func `a search finds this block`(
        _ time: String,
        _ restriction: CalendarRestriction,
        _ start: String?,
        _ occurrence: Int?
    ) throws {
        let block = try CalendarSearch(restriction).block(at: .utc(time), in: ScheduleSearchTests.weekdays())
        #expect(block?.start.minute == start)
        #expect(block.map { $0.end - $0.start } == start.map { _ in .seconds(36_000) })
        #expect(block?.occurrence == occurrence)
        #expect(block?.slot == start.map { _ in TimeSlot.ID("slot") })
    }

    @Test(arguments: CalendarRestriction.allCases)
    func `a search without a time finds nothing`(_ restriction: CalendarRestriction) throws {
        #expect(try CalendarSearch(restriction).block(at: nil, in: ScheduleSearchTests.weekdays()) == nil)
    }

    @Test func `the search window holds the start of the next block and the end of the previous one`() throws {
        let schedule = try ScheduleSearchTests.weekdays()
        let time = try Instant.utc("2026-11-26 03:00")
        let hours = { (count: Int, more: Int) in Duration.seconds(count * 3_600) + .milliseconds(more) }
        #expect(CalendarSearch(.next, window: hours(12, 0)).block(at: time, in: schedule) != nil)
        #expect(CalendarSearch(.next, window: hours(12, -1)).block(at: time, in: schedule) == nil)
        #expect(CalendarSearch(.previous, window: hours(2, 0)).block(at: time, in: schedule) != nil)
        #expect(CalendarSearch(.previous, window: hours(2, -1)).block(at: time, in: schedule) == nil)
        let within = try Instant.utc("2026-11-25 20:00")
        #expect(CalendarSearch(.none, window: .zero).block(at: within, in: schedule) != nil)
        #expect(CalendarSearch(.next, window: .seconds(-5)).block(at: within, in: schedule) != nil)
        #expect(CalendarSearch(.next, window: .seconds(-5)).block(at: time, in: schedule) == nil)
        let endless = CalendarSearch(.next, window: .milliseconds(Int64.max))
        #expect(endless.window == AvailabilityHorizon.standard)
        #expect(endless.block(at: time, in: schedule) != nil)
    }

    @Test(
        arguments: [
            // Open at the time: it stays.
            ("2026-11-25 20:00", .skip, "2026-11-25 12:00", "2026-11-25T20:00"),
            ("2026-11-25 20:00", .previous, "2026-11-25 12:00", "2026-11-25T20:00"),
            // Closed at the time, which is Wednesday night in Phoenix.
            ("2026-11-26 03:00", .none, "2026-11-25 12:00", "2026-11-26T03:00"),
            ("2026-11-26 03:00", .skip, "2026-11-25 12:00", nil),
            ("2026-11-26 03:00", .next, "2026-11-25 12:00", "2026-11-26T15:00"),
            ("2026-11-26 03:00", .previous, "2026-11-25 12:00", "2026-11-26T00:55"),
            // The landing has passed but the window has not: at once. The window has passed: not at all.
            ("2026-11-26 03:00", .previous, "2026-11-26 00:58", "2026-11-26T00:58"),
            ("2026-11-26 03:00", .previous, "2026-11-26 01:00", nil),
            ("2026-11-26 03:00", .previous, "2026-11-26 02:00", nil),
            // A time that has passed is now.
            ("2026-11-25 20:00", .skip, "2026-11-26 02:00", nil),
            ("2026-11-25 20:00", .next, "2026-11-26 02:00", "2026-11-26T15:00"),
            ("2026-11-26 03:00", .next, "2026-11-26 20:00", "2026-11-26T20:00"),
            ("2026-11-25 20:00", .none, "2026-11-26 02:00", "2026-11-26T02:00"),
            // Before the first window of all.
            ("2026-11-20 20:00", .previous, "2026-11-19 20:00", nil),
        ] as [(String, CalendarRestriction, String, String?)]
    )
    func `a timer runs at this time`(
        _ time: String,
        _ restriction: CalendarRestriction,
        _ now: String,
        _ run: String?
    ) throws {
        let schedule = try ScheduleSearchTests.weekdays()
        let adjusted = try TimerAdjustment.resolve(at: .utc(time), now: .utc(now), in: schedule, restriction)
        switch adjusted {
        case .run(let at):
            #expect(at.minute == run)
            #expect(try at >= .utc(now))
            #expect(restriction == .none || schedule.contains(at))
        case .skip:
            #expect(run == nil)
        }
    }

    @Test func `a timer that does not run says why`() throws {
        let schedule = try ScheduleSearchTests.weekdays()
        let never = try ScheduleFixture.schedule([])
        let time = try Instant.utc("2026-11-26 03:00")
        let reason = { (schedule: AvailabilitySchedule, restriction: CalendarRestriction, now: Instant) in
            TimerAdjustment.resolve(at: time, now: now, in: schedule, restriction)
        }
        #expect(reason(schedule, .skip, time) == .skip(.closed))
        #expect(reason(never, .next, time) == .skip(.noNextWindow))
        #expect(reason(never, .previous, time) == .skip(.noPreviousWindow))
        #expect(reason(schedule, .previous, time) == .skip(.previousWindowOver))
    }

    @Test func `a previous window shorter than the margin gives its start`() throws {
        let schedule = try ScheduleFixture.schedule([
            AvailabilitySchedule.Row(
                .add,
                ScheduleFixture.slot(
                    ScheduleFixture.hours("12:00", "12:02"),
                    ScheduleFixture.recurrence(.once, starts: "2026-11-25"),
                    zone: ZoneID("America/Phoenix")
                )
            )
        ])
        let adjusted = try TimerAdjustment.resolve(
            at: .utc("2026-11-26 03:00"),
            now: .utc("2026-11-25 00:00"),
            in: schedule,
            .previous
        )
        #expect(adjusted == .run(at: try .utc("2026-11-25 19:00")))
    }

    @Test func `restrictions have the codes that expressions give`() {
        #expect(CalendarRestriction.allCases.map(\.code) == ["NONE", "NEXT", "SKIP", "PREVIOUS"])
        #expect(CalendarRestriction(code: "NEXT") == .next)
        #expect(CalendarRestriction(code: "next") == nil)
        #expect(CalendarRestriction(code: "") == nil)
    }
}
