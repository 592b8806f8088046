import Compliance
import Telephony
import Testing

/// Works schedules out the slow way: day after day, and minute after minute.
///
/// It shares nothing with the schedules but the clock's reading at an instant.
struct ScheduleOracle {
    /// The minutes of some weeks, by one zone's clock.
    struct Clock {
        /// The furthest the clock has got at each minute, in minutes since 1970.
        var furthest: [Int] = []
        /// The earliest it shows from each minute on.
        var earliest: [Int] = []

        /// An added slot is open once the clock has left its start for good, until it first shows the end.
        func opens(_ minute: Int, _ from: Int, _ until: Int) -> Bool {
            earliest[minute] >= from && later(minute) > from && furthest[minute] < until
        }

        /// A subtracted slot is closed once the clock first shows its start, until it has left the end for good.
        func closes(_ minute: Int, _ from: Int, _ until: Int) -> Bool {
            furthest[minute] >= from && (earliest[minute] < until || later(minute) <= until)
        }

        private func later(_ minute: Int) -> Int { minute + 1 < earliest.count ? earliest[minute + 1] : .max }
    }

    /// Minutes since the grid's start; what is left of a block after cuts are several of these.
    struct Block {
        var minutes: Range<Int>
        let isPart: Bool
    }

    let start: Instant
    let minutes: Int
    let clocks: [ZoneID: Clock]

    init(from start: Instant, days: Int, zones: ZoneDatabase) throws {
        self.start = start
        minutes = days * 1_440
        var clocks: [ZoneID: Clock] = [:]
        for (zone, rules) in zones.zones {
            var shown: [Int] = []
            for minute in 0..<minutes {
                let local = rules.local(at: start + .seconds(minute * 60))
                shown.append(local.date.days * 1_440 + local.milliseconds / 60_000)
            }
            var clock = Clock(furthest: shown, earliest: shown)
            for minute in shown.indices.dropFirst() {
                clock.furthest[minute] = max(clock.furthest[minute - 1], shown[minute])
            }
            for minute in shown.indices.dropLast().reversed() {
                clock.earliest[minute] = min(clock.earliest[minute + 1], shown[minute])
            }
            clocks[zone] = clock
        }
        self.clocks = clocks
    }

    /// Whether each minute of the grid is open.
    func open(_ rows: [AvailabilitySchedule.Row]) throws -> [Bool] {
        var blocks: [Block] = []
        for row in rows {
            switch row.operation {
            case .add:
                blocks += try self.blocks(row.slot, isAdded: true)
            case .subtract:
                for closure in try self.blocks(row.slot, isAdded: false) {
                    blocks = blocks.flatMap { ScheduleOracle.cut($0, closure.minutes) }
                }
            }
        }
        var open = Array(repeating: false, count: minutes)
        for block in blocks {
            for minute in block.minutes { open[minute] = true }
        }
        return open
    }

    private static func cut(_ block: Block, _ closure: Range<Int>) -> [Block] {
        guard block.minutes.overlaps(closure) else { return [block] }
        guard !block.isPart else { return [] }
        let before = block.minutes.lowerBound..<max(block.minutes.lowerBound, closure.lowerBound)
        let after = min(block.minutes.upperBound, closure.upperBound)..<block.minutes.upperBound
        return [before, after].filter { !$0.isEmpty }.map { Block(minutes: $0, isPart: false) }
    }

    private func blocks(_ slot: TimeSlot, isAdded: Bool) throws -> [Block] {
        let clock = try #require(clocks[slot.zone])
        let firstDay = Int(start.milliseconds / 86_400_000)
        let last = try #require(CivilDate(days: firstDay + minutes / 1_440 + 2))
        var blocks: [Block] = []
        for date in try ScheduleOracle.dates(of: slot.recurrence, until: last) where date.days >= firstDay - 2 {
            var from = date.days * 1_440
            var until = from + 1_440
            if case .between(let opens, let closes) = slot.hours {
                until = from + closes.seconds / 60 + (closes < opens ? 1_440 : 0)
                from += opens.seconds / 60
            }
            // No clock here is more than half a day from UTC, and no slot ends later than the day after its date.
            let noon = (date.days - firstDay) * 1_440 - 720
            let near = min(max(0, noon), minutes)..<max(0, min(minutes, noon + 4_320))
            var block: Range<Int>?
            for minute in near
            where isAdded ? clock.opens(minute, from, until) : clock.closes(minute, from, until) {
                block = (block?.lowerBound ?? minute)..<minute + 1
            }
            guard let block else { continue }
            guard isAdded, slot.split != .none else {
                blocks.append(Block(minutes: block, isPart: false))
                continue
            }
            var part = block.lowerBound
            while part + slot.split.minutes <= block.upperBound {
                blocks.append(Block(minutes: part..<part + slot.split.minutes, isPart: true))
                part += slot.split.minutes
            }
        }
        return blocks
    }

    /// The dates of a recurrence, by asking of every day whether it is one.
    static func dates(of recurrence: Recurrence, until last: CivilDate) throws -> [CivilDate] {
        let start = recurrence.startsOn
        var dates: [CivilDate] = []
        var date = start
        while date <= last {
            if case .on(let end) = recurrence.end, date > end { break }
            if case .after(let count) = recurrence.end, dates.count >= count { break }
            if fits(date, recurrence.pattern, start) { dates.append(date) }
            date = try #require(date.adding(days: 1))
        }
        return dates
    }

    private static func fits(_ date: CivilDate, _ pattern: Recurrence.Pattern, _ start: CivilDate) -> Bool {
        switch pattern {
        case .once: return date == start
        case .days(let every): return (date.days - start.days) % every == 0
        case .weeks(let every, let days):
            let sunday = date.days - date.weekday.rawValue
            let first = start.days - start.weekday.rawValue
            return days.contains(date.weekday) && (sunday - first) / 7 % every == 0
        case .months(let every, let day):
            let months = date.year * 12 + date.month - start.year * 12 - start.month
            return months % every == 0 && fits(date, day)
        case .years(let every, let month, let day):
            return date.month == month && (date.year - start.year) % every == 0 && fits(date, day)
        case .dates(let dates): return dates.contains(date)
        }
    }

    private static func fits(_ date: CivilDate, _ day: MonthDay) -> Bool {
        let isLastWeek = date.adding(days: 7).map { $0.month != date.month } ?? true
        switch day {
        case .day(let number): return date.day == number
        case .nth(let count, let weekday): return date.weekday == weekday && (date.day + 6) / 7 == count
        case .last(let weekday): return date.weekday == weekday && isLastWeek
        case .lastDay: return date.adding(days: 1).map { $0.month != date.month } ?? true
        }
    }
}

// MARK: - Anything a schedule can be

extension ScheduleOracle {
    static func pattern(near date: CivilDate, _ numbers: inout ScheduleNumbers) -> Recurrence.Pattern {
        let every = Int.random(in: 1...4, using: &numbers)
        let month = Int.random(in: 1...12, using: &numbers)
        switch Int.random(in: 0..<8, using: &numbers) {
        case 0: return .once
        case 1: return .daily
        case 2: return .days(every: every)
        case 3, 4:
            let days = Weekday.allCases.filter { _ in Bool.random(using: &numbers) }
            return .weeks(every: every, on: Set(days + [numbers.pick(Weekday.allCases)]))
        case 5: return .months(every: every, on: day(&numbers))
        case 6: return .years(every: every, month: month, on: day(&numbers))
        default:
            return .dates((0..<4).compactMap { _ in date.adding(days: Int.random(in: 0...60, using: &numbers)) })
        }
    }

    private static func day(_ numbers: inout ScheduleNumbers) -> MonthDay {
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: .day(Int.random(in: 1...31, using: &numbers))
        case 1: .nth(Int.random(in: 1...5, using: &numbers), numbers.pick(Weekday.allCases))
        case 2: .last(numbers.pick(Weekday.allCases))
        default: .lastDay
        }
    }

    /// Some rows that mostly leave something open, with edges near the hours at which clocks are set.
    func rows(_ numbers: inout ScheduleNumbers) throws -> [AvailabilitySchedule.Row] {
        let zones = clocks.keys.sorted()
        let firstDay = Int(start.milliseconds / 86_400_000)
        return try (0..<Int.random(in: 1...5, using: &numbers)).map { index in
            let date = try #require(CivilDate(days: firstDay + Int.random(in: -30...12, using: &numbers)))
            var pattern = ScheduleOracle.pattern(near: date, &numbers)
            if index == 0, Bool.random(using: &numbers) { pattern = .daily }
            let recurrence = try? Recurrence(pattern, startsOn: date)
            let from = Int.random(in: 0..<(numbers.pick([4, 24])), using: &numbers) * 60 + numbers.pick([0, 15, 30])
            let until = (from + numbers.pick([15, 45, 60, 150, 480, 780, 1_425])) % 1_440
            let hours: TimeSlot.Hours =
                Int.random(in: 0..<5, using: &numbers) == 0
                ? .allDay
                : .between(
                    from: try #require(TimeOfDay(seconds: from * 60)),
                    until: try #require(TimeOfDay(seconds: (until == 0 ? 1_440 : until) * 60))
                )
            let split = numbers.pick(TimeSlot.Split.allCases + [.none, .none, .none, .none])
            let slot = try ScheduleFixture.slot(
                hours,
                try recurrence ?? ScheduleFixture.recurrence(.daily),
                zone: numbers.pick(zones),
                split: split.minutes * 60 <= hours.seconds ? split : .none
            )
            return AvailabilitySchedule.Row(index > 0 && Bool.random(using: &numbers) ? .subtract : .add, slot)
        }
    }
}
