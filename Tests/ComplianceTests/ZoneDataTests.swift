import Compliance
import Telephony
import Testing

struct ZoneDataTests {
    private static let newYork = ZoneDataBuilder(
        types: [(-17_762, 0), (-14_400, 1), (-18_000, 0)],
        transitions: [(-2_717_650_800, 2), (1_173_596_400, 1)],
        footer: "\nEST5EDT,M3.2.0,M11.1.0\n"
    )

    @Test func `before the first transition the first type holds, after the last the rule`() throws {
        let zone = try ZoneRules(tzif: ZoneDataTests.newYork.bytes)
        #expect(zone.offset(at: Instant(milliseconds: .min)) == -17_762)
        #expect(zone.offset(at: try .utc("1883-11-18 16:59")) == -17_762)
        #expect(zone.offset(at: try .utc("1883-11-18 17:00")) == -18_000)
        #expect(zone.offset(at: try .utc("2007-03-11 06:59:59")) == -18_000)
        #expect(zone.offset(at: try .utc("2007-03-11 07:00")) == -14_400)
        #expect(zone.nextTransition(after: try .utc("2007-03-11 07:00"))?.instant == (try .utc("2007-11-04 06:00")))
        #expect(zone.offset(at: try .utc("9999-07-01 00:00")) == -14_400)
        #expect(zone.knownUntil == nil)
    }

    @Test func `a local time has the date, the time and the offset`() throws {
        let zone = try ZoneRules(tzif: ZoneDataTests.newYork.bytes)
        let summer = zone.local(at: Instant(milliseconds: try Instant.utc("2026-07-05 01:30").milliseconds + 7))
        #expect(
            summer == LocalTime(date: try #require(CivilDate("2026-07-04")), milliseconds: 77_400_007, offset: -14_400)
        )
        let early = zone.local(at: Instant(milliseconds: -1))
        #expect(
            early == LocalTime(date: try #require(CivilDate("1969-12-31")), milliseconds: 68_399_999, offset: -18_000)
        )
    }

    @Test(arguments: [UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
    func `the versions 2 to 4 read the second block`(version: UInt8) throws {
        var builder = ZoneDataTests.newYork
        builder.version = version
        #expect(try ZoneRules(tzif: builder.bytes) == ZoneRules(tzif: ZoneDataTests.newYork.bytes))
    }

    @Test func `version 1 is known up to its last transition`() throws {
        var builder = ZoneDataTests.newYork
        builder.version = 0
        builder.transitions = [(-1_633_280_400, 2), (1_173_596_400, 1)]
        let zone = try ZoneRules(tzif: builder.bytes)
        #expect(zone.offset(at: try .utc("1918-03-31 07:00")) == -18_000)
        #expect(zone.offset(at: try .utc("2020-01-01 00:00")) == -14_400)
        #expect(zone.knownUntil == (try .utc("2007-03-11 07:00")))
        #expect(zone.covers(try .utc("2007-03-11 07:00")))
        #expect(!zone.covers(try .utc("2007-03-11 07:00:01")))
    }

    @Test func `data that count leap seconds keep the same clock`() throws {
        var builder = ZoneDataTests.newYork
        builder.leaps = [(78_796_800, 1), (94_694_401, 2), (915_148_821, 22), (1_136_073_622, 23)]
        builder.transitions[1].time += 23
        #expect(try ZoneRules(tzif: builder.bytes) == ZoneRules(tzif: ZoneDataTests.newYork.bytes))
    }

    @Test func `a type change that leaves the offset alone is no transition`() throws {
        let zone = try ZoneRules(
            tzif: ZoneDataBuilder(
                types: [(3_600, 0), (3_600, 1), (0, 0)],
                transitions: [(0, 1), (1_000, 2), (2_000, 2)],
                footer: "\nAAA0\n"
            ).bytes
        )
        let change = try #require(zone.nextTransition(after: Instant(milliseconds: -1)))
        #expect(change == .init(instant: Instant(milliseconds: 1_000_000), before: 3_600, after: 0))
        #expect(zone.nextTransition(after: change.instant) == nil)
    }

    @Test func `transitions at the ends of time are harmless`() throws {
        let zone = try ZoneRules(
            tzif: ZoneDataBuilder(
                types: [(3_600, 0), (7_200, 0), (0, 0)],
                transitions: [(.min, 1), (-(1 << 59), 0), (0, 1), (.max, 2)],
                leaps: [(.min, .min), (.min + 1, .max)],
                footer: "\nAAA0\n"
            ).bytes
        )
        #expect([0, 3_600, 7_200].contains(zone.offset(at: Instant(milliseconds: -1_000_000_000))))
        #expect(zone.nextTransition(after: Instant(milliseconds: .max)) == nil)
        #expect(zone.local(at: Instant(milliseconds: .max)).date == .latest)
        #expect(zone.local(at: Instant(milliseconds: .min)).date == .earliest)
        #expect(!zone.covers(Instant(milliseconds: .max)))
        #expect(!zone.covers(Instant(milliseconds: .min)))
    }

    @Test(arguments: [
        (ZoneDataBuilder(version: 1), ZoneDataError.unknownVersion(1)),
        (ZoneDataBuilder(version: UInt8(ascii: "5")), .unknownVersion(53)),
        (ZoneDataBuilder(types: []), .badCount(field: "number of local time types", count: 0)),
        (ZoneDataBuilder(names: []), .badCount(field: "number of name characters", count: 0)),
        (ZoneDataBuilder(types: [(.min, 0)]), .offsetOutOfRange(-2_147_483_648)),
        (ZoneDataBuilder(types: [(93_600, 0)]), .offsetOutOfRange(93_600)),
        (ZoneDataBuilder(types: [(0, 2)]), .badIndicator(field: "daylight time", value: 2)),
        (ZoneDataBuilder(nameIndex: 4), .badName(index: 4, characters: 4)),
        (ZoneDataBuilder(transitions: [(0, 1)]), .badType(index: 1, types: 1)),
        (ZoneDataBuilder(transitions: [(5, 0), (5, 0)]), .transitionsOutOfOrder(index: 1)),
        (ZoneDataBuilder(leaps: [(5, 1), (4, 2)]), .leapSecondsOutOfOrder(index: 1)),
        (ZoneDataBuilder(standardIndicators: [0, 0]), .badCount(field: "number of standard indicators", count: 2)),
        (ZoneDataBuilder(universalIndicators: [0, 0]), .badCount(field: "number of UT indicators", count: 2)),
        (ZoneDataBuilder(standardIndicators: [3]), .badIndicator(field: "standard time or UT", value: 3)),
        (ZoneDataBuilder(footer: ""), .badFooter),
        (ZoneDataBuilder(footer: "UTC0\n"), .badFooter),
        (ZoneDataBuilder(footer: "\nUTC0"), .badFooter),
        (ZoneDataBuilder(transitions: [(0, 0)], footer: "\nEST5\n"), .ruleDisagrees(rule: -18_000, data: 0)),
    ])
    func `data with a fault are refused with it`(builder: ZoneDataBuilder, fault: ZoneDataError) {
        #expect(throws: fault) { try ZoneRules(tzif: builder.bytes) }
        #expect(fault.description.hasSuffix("."))
    }

    @Test func `a count far beyond the data is refused before anything is read`() {
        var bytes = ZoneDataTests.newYork.bytes
        for index in 44 + 7 + 20..<44 + 7 + 36 { bytes[index] = 0xFF }
        #expect(throws: ZoneDataError.self) { try ZoneRules(tzif: bytes) }
        #expect(throws: ZoneDataError.notTZif) { try ZoneRules(tzif: Array(repeating: 0, count: 100)) }
        #expect(throws: ZoneDataError.truncated(needed: 44, found: 0)) { try ZoneRules(tzif: []) }
    }

    @Test func `data cut short anywhere are refused`() {
        let bytes = ZoneDataTests.newYork.bytes
        for count in 0..<bytes.count {
            #expect(throws: ZoneDataError.self) { try ZoneRules(tzif: Array(bytes[..<count])) }
        }
    }
}
