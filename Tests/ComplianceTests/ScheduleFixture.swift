import Compliance
import Telephony
import Testing

/// Zones and slots that tests about schedules are made of.
enum ScheduleFixture {
    /// Clocks that are set by an hour and by half an hour, at two, at midnight and just after it, and never.
    static let clocks = [
        "America/Los_Angeles": "PST8PDT,M3.2.0,M11.1.0",
        "America/New_York": "EST5EDT,M3.2.0,M11.1.0",
        "America/Phoenix": "MST7",
        "America/Havana": "CST5CDT,M3.2.0/0,M11.1.0/1",
        "America/St_Johns": "NST3:30NDT,M3.2.0/0:01,M11.1.0/0:01",
        "Australia/Lord_Howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
        "Europe/London": "GMT0BST,M3.5.0/1,M10.5.0",
    ]

    static let losAngeles = ZoneID("America/Los_Angeles")

    static func zones() throws -> ZoneDatabase {
        ZoneDatabase(
            version: "test",
            zones: Dictionary(
                uniqueKeysWithValues: try clocks.map { name, rule in
                    (ZoneID(name), try ZoneRules(tzif: ZoneDataBuilder.rule(rule)))
                }
            )
        )
    }

    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func hours(_ from: String, _ until: String) throws -> TimeSlot.Hours {
        .between(from: try #require(TimeOfDay(from)), until: try #require(TimeOfDay(until)))
    }

    static func recurrence(
        _ pattern: Recurrence.Pattern,
        starts: String = "2020-01-01",
        end: Recurrence.End = .never
    ) throws -> Recurrence {
        try Recurrence(pattern, startsOn: date(starts), end: end)
    }

    static func slot(
        _ hours: TimeSlot.Hours,
        _ recurrence: Recurrence,
        zone: ZoneID = losAngeles,
        split: TimeSlot.Split = .none,
        id: String = "slot"
    ) throws -> TimeSlot {
        try TimeSlot(
            id: TimeSlot.ID(id),
            description: id,
            zone: zone,
            hours: hours,
            split: split,
            recurrence: recurrence
        )
    }

    static func schedule(_ rows: [AvailabilitySchedule.Row]) throws -> AvailabilitySchedule {
        try AvailabilitySchedule(
            key: ScheduleKey("test"),
            description: "Test",
            zone: losAngeles,
            rows: rows,
            zones: zones()
        )
    }

    /// A range between two UTC times such as `2026-11-01 06:00`.
    static func range(_ from: String, _ until: String) throws -> Range<Instant> {
        try Instant.utc(from)..<Instant.utc(until)
    }
}

extension [Range<Instant>] {
    /// The ranges as people read them, without the seconds.
    var lines: [String] { map { "\($0.lowerBound.minute) - \($0.upperBound.minute)" } }
}

extension Instant {
    /// `2026-11-25T22:07`.
    var minute: String { String(description.prefix(16)) }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct ScheduleNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}
