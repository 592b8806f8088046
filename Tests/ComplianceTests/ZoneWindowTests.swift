import Compliance
import Telephony
import Testing

/// A time on a day on which the clock is set, and the two instants it may mean.
struct EdgeCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let local: String
    let opening: String
    let closing: String

    init(_ rule: String, _ local: String, opening: String, closing: String) {
        self.rule = rule
        self.local = local
        self.opening = opening
        self.closing = closing
    }

    init(_ rule: String, _ local: String, _ both: String) {
        self.init(rule, local, opening: both, closing: both)
    }

    var testDescription: String { "\(local) in \(rule)" }

    private static let newYork = "EST5EDT,M3.2.0,M11.1.0"
    private static let havana = "CST5CDT,M3.2.0/0,M11.1.0/1"
    /// Set back over midnight, as Newfoundland did until 2011.
    private static let overMidnight = "NST3:30NDT,M3.2.0/0:01,M11.1.0/0:01"
    private static let lordHowe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"

    static let all = [
        EdgeCase(newYork, "2026-07-01 08:00", "2026-07-01 12:00"),
        EdgeCase(newYork, "2026-12-01 24:00", "2026-12-02 05:00"),
        // The gap from 02:00 to 03:00.
        EdgeCase(newYork, "2026-03-08 01:59:59", "2026-03-08 06:59:59"),
        EdgeCase(newYork, "2026-03-08 02:00", "2026-03-08 07:00"),
        EdgeCase(newYork, "2026-03-08 02:30", "2026-03-08 07:00"),
        EdgeCase(newYork, "2026-03-08 02:59:59", "2026-03-08 07:00"),
        EdgeCase(newYork, "2026-03-08 03:00", "2026-03-08 07:00"),
        EdgeCase(newYork, "2026-03-08 03:00:01", "2026-03-08 07:00:01"),
        // The hour from 01:00 comes twice.
        EdgeCase(newYork, "2026-11-01 00:59:59", "2026-11-01 04:59:59"),
        EdgeCase(newYork, "2026-11-01 01:00", opening: "2026-11-01 06:00", closing: "2026-11-01 05:00"),
        EdgeCase(newYork, "2026-11-01 01:30", opening: "2026-11-01 06:30", closing: "2026-11-01 05:30"),
        EdgeCase(newYork, "2026-11-01 01:59:59", opening: "2026-11-01 06:59:59", closing: "2026-11-01 05:59:59"),
        EdgeCase(newYork, "2026-11-01 02:00", "2026-11-01 07:00"),
        // The same far beyond the years that are worked out beforehand.
        EdgeCase(newYork, "2426-03-08 02:30", "2426-03-08 07:00"),
        EdgeCase(newYork, "2426-11-01 01:30", opening: "2426-11-01 06:30", closing: "2426-11-01 05:30"),
        // Set at midnight: the day begins at 01:00, or its first hour comes twice.
        EdgeCase(havana, "2026-03-08 00:00", "2026-03-08 05:00"),
        EdgeCase(havana, "2026-03-07 24:00", "2026-03-08 05:00"),
        EdgeCase(havana, "2026-11-01 00:00", opening: "2026-11-01 05:00", closing: "2026-11-01 04:00"),
        EdgeCase(havana, "2026-10-31 24:00", opening: "2026-11-01 05:00", closing: "2026-11-01 04:00"),
        EdgeCase(overMidnight, "2026-10-31 23:30", opening: "2026-11-01 03:00", closing: "2026-11-01 02:00"),
        EdgeCase(overMidnight, "2026-11-01 00:00:30", opening: "2026-11-01 03:30:30", closing: "2026-11-01 02:30:30"),
        EdgeCase(overMidnight, "2026-11-01 00:01", "2026-11-01 03:31"),
        // Half an hour.
        EdgeCase(lordHowe, "2026-10-04 02:15", "2026-10-03 15:30"),
        EdgeCase(lordHowe, "2026-04-05 01:45", opening: "2026-04-04 15:15", closing: "2026-04-04 14:45"),
    ]
}

struct ZoneWindowTests {
    /// The days in a zone that skipped 30 December 2011, as Samoa did by crossing the date line.
    private static let samoa = ZoneDataBuilder(
        types: [(-36_000, 0), (50_400, 0)],
        transitions: [(1_325_239_200, 1)],
        footer: "\n<+14>-14\n"
    )

    @Test(arguments: EdgeCase.all)
    func `an edge is read so that fewer people are contacted`(_ edge: EdgeCase) throws {
        let zone = try ZoneRules(tzif: ZoneDataBuilder.rule(edge.rule))
        let date = try #require(CivilDate(edge.local.prefix(10)))
        let time = try #require(TimeOfDay(edge.local.dropFirst(11)))
        #expect(zone.instant(of: date, time, as: .opening).description == (try Instant.utc(edge.opening)).description)
        #expect(zone.instant(of: date, time, as: .closing).description == (try Instant.utc(edge.closing)).description)
    }

    @Test(
        arguments: [
            ("2026-03-08", "02:15", "02:45", nil), ("2026-03-08", "02:00", "03:00", nil),
            ("2026-03-08", "01:30", "03:30", 3_600),
            ("2026-03-08", "01:30", "02:30", 1_800), ("2026-03-08", "02:30", "03:30", 1_800),
            ("2026-11-01", "01:15", "01:45", nil),
            ("2026-11-01", "00:30", "02:30", 10_800), ("2026-11-01", "00:30", "01:30", 3_600),
            ("2026-11-01", "01:30", "02:30", 3_600), ("2026-11-01", "00:00", "24:00", 90_000),
            ("2026-03-08", "00:00", "24:00", 82_800), ("2026-06-01", "08:00", "21:00", 46_800),
            ("2026-06-01", "09:00", "09:00", nil),
            ("2026-06-01", "10:00", "09:00", nil),
        ] as [(String, String, String, Int?)]
    )
    func `a window keeps what is left of it`(date: String, from: String, to: String, length: Int?) throws {
        let zone = try ZoneRules(tzif: ZoneDataBuilder.rule("EST5EDT,M3.2.0,M11.1.0"))
        let window = zone.window(
            on: try #require(CivilDate(date)),
            from: try #require(TimeOfDay(from)),
            to: try #require(TimeOfDay(to))
        )
        #expect(window.map { $0.upperBound - $0.lowerBound } == length.map { .seconds($0) })
    }

    @Test func `a window of a skipped day is empty, and so is the day`() throws {
        let zone = try ZoneRules(tzif: ZoneWindowTests.samoa.bytes)
        let skipped = try #require(CivilDate("2011-12-30"))
        let nine = try #require(TimeOfDay("09:00"))
        let five = try #require(TimeOfDay("17:00"))
        #expect(zone.window(on: skipped, from: nine, to: five) == nil)
        #expect(zone.dayBounds(skipped).isEmpty)
        let before = try #require(skipped.adding(days: -1))
        let after = try #require(skipped.adding(days: 1))
        #expect(zone.dayBounds(before).upperBound == zone.dayBounds(after).lowerBound)
        #expect(zone.window(on: before, from: nine, to: five) != nil)
        #expect(zone.window(on: after, from: nine, to: five) != nil)
    }

    @Test func `a day's bounds hold every instant that shows its date`() throws {
        for rule in Set(EdgeCase.all.map(\.rule)) {
            let zone = try ZoneRules(tzif: ZoneDataBuilder.rule(rule))
            var instant = try Instant.utc("2026-01-01 00:00")
            let end = try Instant.utc("2027-01-01 00:00")
            while instant < end {
                let date = zone.local(at: instant).date
                #expect(zone.dayBounds(date).contains(instant), "\(rule) at \(instant)")
                instant = instant + .seconds(900)
            }
        }
    }

    @Test func `the longest and shortest days have their length`() throws {
        let zone = try ZoneRules(tzif: ZoneDataBuilder.rule("EST5EDT,M3.2.0,M11.1.0"))
        for (text, hours) in [("2026-03-07", 24), ("2026-03-08", 23), ("2026-11-01", 25), ("2026-11-02", 24)] {
            let bounds = zone.dayBounds(try #require(CivilDate(text)))
            #expect(bounds.upperBound - bounds.lowerBound == .seconds(hours * 3_600))
        }
    }

    @Test func `a fixed clock is never set`() throws {
        let zone = try #require(ZoneRules.fixed(offset: -21_600))
        #expect(zone.nextTransition(after: Instant(milliseconds: .min)) == nil)
        let july = try #require(CivilDate("2026-07-01"))
        let eight = try #require(TimeOfDay("08:00"))
        #expect(zone.instant(of: july, eight, as: .opening) == (try .utc("2026-07-01 14:00")))
        #expect(zone.knownUntil == nil)
        #expect(ZoneRules.fixed(offset: 93_600) == nil)
        #expect(ZoneRules.fixed(offset: .min) == nil)
        #expect(ZoneRules.fixed(offset: 0) == .utc)
    }

    @Test func `the calendar's first and last day do not trap`() throws {
        for rule in Set(EdgeCase.all.map(\.rule)) {
            let zone = try ZoneRules(tzif: ZoneDataBuilder.rule(rule))
            for date in [CivilDate.earliest, .latest] {
                #expect(!zone.dayBounds(date).isEmpty)
                #expect(zone.window(on: date, from: .midnight, to: .endOfDay) != nil)
            }
        }
    }
}
