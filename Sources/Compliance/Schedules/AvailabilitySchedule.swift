package import Telephony

/// An ordered list of time slots that are added and taken away: when something may be done.
///
/// Each row acts on the result of those above it, so a slot added below a holiday opens it again.
///
/// The platform that this follows says that subtracting "removes blocks of time that overlap the slot". Here a block that
/// is not split loses just the time that the slot covers: a day from 08:00 to 20:00 without a lunch hour is two blocks. A
/// part of a split block is one appointment, so it goes whole as soon as any of it is covered. For hours without an
/// all-day holiday, which is how calling hours are made, both readings agree. How a subtracted slot is split is of no
/// matter.
///
/// On days on which a clock is set, added slots are read short and subtracted ones long, so that fewer people are
/// contacted. Where the zone data of any slot says nothing, the schedule is closed.
package struct AvailabilitySchedule: AvailabilitySource, Hashable {
    package enum Operation: String, Hashable, Sendable, CaseIterable {
        case add
        case subtract
    }

    package struct Row: Hashable, Sendable {
        package let operation: Operation
        package let slot: TimeSlot

        package init(_ operation: Operation, _ slot: TimeSlot) {
            self.operation = operation
            self.slot = slot
        }
    }

    package let key: ScheduleKey
    package let description: String
    /// The zone in which the schedule is shown; slots have their own.
    package let zone: ZoneID
    package let rows: [Row]
    /// The clock of each row's slot.
    private let clocks: [ZoneRules]
    private let coverage: Range<Instant>
    /// How far blocks beyond a range can change what is left within it.
    private let reach: Duration

    /// A zone that the database does not have is the error.
    package init(
        key: ScheduleKey,
        description: String,
        zone: ZoneID,
        rows: [Row],
        zones: ZoneDatabase
    ) throws(ScheduleLookupError) {
        guard zones[zone] != nil else { throw .unknownZone(zone, in: zones) }
        var clocks: [ZoneRules] = []
        for row in rows {
            guard let clock = zones[row.slot.zone] else { throw .unknownZone(row.slot.zone, in: zones) }
            clocks.append(clock)
        }
        self.key = key
        self.description = description
        self.zone = zone
        self.rows = rows
        self.clocks = clocks
        coverage = AvailabilitySchedule.coverage(of: clocks)
        // A part of a split block may be touched by a closure that lies outside the range. No block is this long.
        let hasParts = rows.contains { $0.operation == .add && $0.slot.split != .none }
        reach = hasParts ? .seconds(3 * 86_400) : .zero
    }

    package func blocks(overlapping range: Range<Instant>) -> [AvailabilityBlock] {
        let range = range.clamped(to: coverage)
        guard !range.isEmpty else { return [] }
        let wide = (range.lowerBound + (.zero - reach))..<(range.upperBound + reach)
        var blocks: [AvailabilityBlock] = []
        for (row, clock) in zip(rows, clocks) {
            switch row.operation {
            case .add:
                blocks += row.slot.openings(in: wide, clock: clock).filter { coverage.contains($0.range) }
                blocks.sortByTime()
            case .subtract:
                guard let first = blocks.first else { continue }
                let end = blocks.reduce(first.end) { max($0, $1.end) }
                blocks = blocks.subtracting(row.slot.closures(in: first.start..<end, clock: clock).merged())
            }
        }
        return blocks.filter { $0.range.overlaps(range) }
    }

    /// The time that the data of every clock speaks of.
    private static func coverage(of clocks: [ZoneRules]) -> Range<Instant> {
        let edge: Int64 = 93_599_000
        let first = Instant(milliseconds: CalendarEdge.first + edge)
        let last = clocks.compactMap(\.knownUntil).reduce(Instant(milliseconds: CalendarEdge.last - edge), min)
        return first..<max(first, last + .milliseconds(1))
    }
}
