import Compliance
import Telephony
import Testing

/// Schedules of any kind against an oracle that steps through every minute.
struct SchedulePropertyTests {
    /// Weeks in which clocks are set, a year's end, and a leap day.
    static let starts = [
        "2026-02-26 00:00", "2026-03-20 00:00", "2026-09-24 00:00", "2026-10-22 00:00", "2026-12-20 00:00",
        "2028-02-18 00:00",
    ]

    private static let days = 24
    /// Nothing within this of the grid's ends is compared: blocks there may reach beyond it.
    private static let margin = 4 * 1_440

    @Test(arguments: starts)
    func `a schedule is open in the minutes in which stepping finds it open`(_ start: String) throws {
        try SchedulePropertyTests.each(start, seed: 1) { schedule, oracle, open, _ in
            let range = SchedulePropertyTests.margin..<oracle.minutes - SchedulePropertyTests.margin
            let from = oracle.start + .seconds(range.lowerBound * 60)
            let until = oracle.start + .seconds(range.upperBound * 60)
            var found = Array(repeating: false, count: oracle.minutes)
            var last: Instant?
            for interval in schedule.intervals(in: from..<until) {
                #expect(last.map { $0 < interval.lowerBound } ?? true, "intervals are in order and apart")
                last = interval.upperBound
                let first = (interval.lowerBound - oracle.start).inMilliseconds
                let end = (interval.upperBound - oracle.start).inMilliseconds
                for minute in Int(first / 60_000)..<Int(end / 60_000) { found[minute] = true }
            }
            #expect(range.first { found[$0] != open[$0] } == nil)
        }
    }

    @Test(arguments: starts)
    func `the next available instant is open and nothing before it is`(_ start: String) throws {
        try SchedulePropertyTests.each(start, seed: 2) { schedule, oracle, open, numbers in
            let windows = SchedulePropertyTests.windows(open)
            let end = oracle.minutes - SchedulePropertyTests.margin
            for _ in 0..<20 {
                let second = Int.random(in: SchedulePropertyTests.margin * 60..<end * 60, using: &numbers)
                let instant = oracle.start + .seconds(second)
                #expect(schedule.contains(instant) == open[second / 60])
                let next = schedule.nextAvailable(from: instant)
                if let next {
                    #expect(next >= instant)
                    #expect(schedule.contains(next))
                }
                if open[second / 60] {
                    #expect(next == instant)
                } else if let window = windows.first(where: { $0.lowerBound > second / 60 }), window.lowerBound < end {
                    #expect(next == oracle.start + .seconds(window.lowerBound * 60))
                } else if let next {
                    #expect(next >= oracle.start + .seconds(end * 60))
                }
            }
        }
    }

    @Test(arguments: starts)
    func `the previous window is the last that ended, whole`(_ start: String) throws {
        try SchedulePropertyTests.each(start, seed: 3) { schedule, oracle, open, numbers in
            let margin = SchedulePropertyTests.margin
            let windows = SchedulePropertyTests.windows(open)
            for _ in 0..<20 {
                let minute = Int.random(in: margin..<oracle.minutes - margin, using: &numbers)
                let found = schedule.previousWindow(before: oracle.start + .seconds(minute * 60))
                guard let window = windows.last(where: { $0.upperBound <= minute }), window.upperBound > margin else {
                    if let found { #expect(found.upperBound <= oracle.start + .seconds(margin * 60)) }
                    continue
                }
                #expect(found?.upperBound == oracle.start + .seconds(window.upperBound * 60))
                if window.lowerBound > margin {
                    #expect(found?.lowerBound == oracle.start + .seconds(window.lowerBound * 60))
                }
            }
        }
    }

    /// The runs of open minutes.
    private static func windows(_ open: [Bool]) -> [Range<Int>] {
        var windows: [Range<Int>] = []
        var start: Int?
        for (minute, isOpen) in open.enumerated() {
            if isOpen { start = start ?? minute }
            if !isOpen, let opened = start {
                windows.append(opened..<minute)
                start = nil
            }
        }
        return windows + (start.map { [$0..<open.count] } ?? [])
    }

    /// The oracles of all starts, worked out once.
    private static let oracles = Result {
        let zones = try ScheduleFixture.zones()
        return try Dictionary(
            uniqueKeysWithValues: starts.map {
                ($0, try ScheduleOracle(from: .utc($0), days: days, zones: zones))
            }
        )
    }

    private static func each(
        _ start: String,
        seed: UInt64,
        _ body: (AvailabilitySchedule, ScheduleOracle, [Bool], inout ScheduleNumbers) throws -> Void
    ) throws {
        let oracle = try #require(try oracles.get()[start])
        var numbers = ScheduleNumbers(seed: seed)
        var opened = 0
        for _ in 0..<20 {
            let rows = try oracle.rows(&numbers)
            let open = try oracle.open(rows)
            if open.contains(true) { opened += 1 }
            try body(ScheduleFixture.schedule(rows), oracle, open, &numbers)
        }
        #expect(opened > 10, "most schedules are open at some time, or nothing is compared")
    }
}
