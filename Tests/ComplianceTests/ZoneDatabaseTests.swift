import Compliance
import Telephony
import Testing

struct ZoneDatabaseTests {
    private static func database() throws -> ZoneDatabase {
        let rules = [
            "Eastern": "EST5EDT,M3.2.0,M11.1.0", "Alias": "AAA5BBB,M3.2.0,M11.1.0", "Jamaica": "EST5",
            "Central": "CST6CDT,M3.2.0,M11.1.0",
        ]
        var zones: [ZoneID: ZoneRules] = [:]
        for (name, rule) in rules { zones[ZoneID(name)] = try ZoneRules(tzif: ZoneDataBuilder.rule(rule)) }
        // As Eastern from 2007 on, fixed before.
        zones[ZoneID("Late")] = try ZoneRules(
            tzif: ZoneDataBuilder(
                types: [(-18_000, 0), (-14_400, 1)],
                transitions: [(1_173_596_400, 1)],
                footer: "\nEST5EDT,M3.2.0,M11.1.0\n"
            ).bytes
        )
        return ZoneDatabase(version: "2026a", zones: zones)
    }

    @Test(arguments: [
        ("Eastern", "Eastern", 1, 9_999, true), ("Eastern", "Alias", 1, 9_999, true),
        ("Eastern", "Jamaica", 2026, 2026, false),
        ("Eastern", "Central", 2026, 2026, false), ("Eastern", "Late", 2007, 2500, true),
        ("Eastern", "Late", 2006, 2500, false),
        ("Eastern", "Nowhere", 2026, 2026, false), ("Nowhere", "Nowhere", 2026, 2026, false),
        ("Eastern", "Eastern", 2027, 2026, false), ("Eastern", "Eastern", 0, 2026, false),
        ("Eastern", "Eastern", 2026, 10_000, false),
    ])
    func `two zones keep the same clock, or not`(
        zone: String,
        other: String,
        first: Int,
        last: Int,
        same: Bool
    ) throws {
        let database = try ZoneDatabaseTests.database()
        #expect(database.keepsSameClock(ZoneID(zone), as: ZoneID(other), from: first, to: last) == same)
        #expect(database.keepsSameClock(ZoneID(other), as: ZoneID(zone), from: first, to: last) == same)
    }

    @Test func `an unknown zone is nil`() throws {
        let database = try ZoneDatabaseTests.database()
        #expect(database[ZoneID("Nowhere")] == nil)
        #expect(database[ZoneID("Eastern")]?.offset(at: Instant(milliseconds: 0)) == -18_000)
        #expect(database.version == "2026a")
    }
}
