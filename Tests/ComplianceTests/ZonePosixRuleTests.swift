import Compliance
import Telephony
import Testing

/// A TZ string, and in one year the changes of the clock it makes: the instant in UTC, and the offset from then on.
struct PosixRuleCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let year: Int
    let initial: Int
    let changes: [(String, Int)]

    init(_ rule: String, _ year: Int, _ initial: Int, _ changes: [(String, Int)] = []) {
        self.rule = rule
        self.year = year
        self.initial = initial
        self.changes = changes
    }

    var testDescription: String { "\(rule) in \(year)" }

    static let all = [
        PosixRuleCase("UTC0", 2026, 0),
        PosixRuleCase("EST5", 2026, -18_000),
        PosixRuleCase("<+03>-3", 2026, 10_800),
        PosixRuleCase("<-0330>+3:30:15", 2026, -12_615),
        PosixRuleCase("<+14>-14", 2026, 50_400),
        PosixRuleCase("XXXX-24:59:59", 2026, 89_999),
        PosixRuleCase(
            "EST5EDT,M3.2.0,M11.1.0",
            2026,
            -18_000,
            [("2026-03-08 07:00", -14_400), ("2026-11-01 06:00", -18_000)]
        ),
        // The same beyond the years that are worked out beforehand.
        PosixRuleCase(
            "EST5EDT,M3.2.0,M11.1.0",
            2426,
            -18_000,
            [("2426-03-08 07:00", -14_400), ("2426-11-01 06:00", -18_000)]
        ),
        // Negative daylight time: Ireland's law calls the winter the exception.
        PosixRuleCase(
            "IST-1GMT0,M10.5.0,M3.5.0/1",
            2026,
            0,
            [("2026-03-29 01:00", 3_600), ("2026-10-25 01:00", 0)]
        ),
        // The southern half of the world: daylight time over New Year.
        PosixRuleCase(
            "AEST-10AEDT,M10.1.0,M4.1.0/3",
            2026,
            39_600,
            [("2026-04-04 16:00", 36_000), ("2026-10-03 16:00", 39_600)]
        ),
        PosixRuleCase(
            "AEST-10AEDT,M10.1.0,M4.1.0/3",
            2100,
            39_600,
            [("2100-04-03 16:00", 36_000), ("2100-10-02 16:00", 39_600)]
        ),
        // Half an hour; quarter hours from UTC.
        PosixRuleCase(
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
            2026,
            39_600,
            [("2026-04-04 15:00", 37_800), ("2026-10-03 15:30", 39_600)]
        ),
        PosixRuleCase(
            "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45",
            2026,
            49_500,
            [("2026-04-04 14:00", 45_900), ("2026-09-26 14:00", 49_500)]
        ),
        // Hours below zero and beyond a day: Greenland, and Gaza's Saturday counted from Thursday.
        PosixRuleCase(
            "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
            2026,
            -7_200,
            [("2026-03-29 01:00", -3_600), ("2026-10-25 01:00", -7_200)]
        ),
        PosixRuleCase(
            "EET-2EEST,M3.4.4/50,M10.4.4/50",
            2026,
            7_200,
            [("2026-03-28 00:00", 10_800), ("2026-10-23 23:00", 7_200)]
        ),
        PosixRuleCase(
            "AAA0BBB,J60/-167,J300/+167:59:59",
            2026,
            0,
            [("2026-02-22 01:00", 3_600), ("2026-11-02 22:59:59", 0)]
        ),
        // J60 is 1 March in every year, 59 is 29 February in a leap year and 1 March in another.
        PosixRuleCase("AAA0BBB,J60,J365", 2028, 0, [("2028-03-01 02:00", 3_600), ("2028-12-31 01:00", 0)]),
        PosixRuleCase("AAA0BBB,J59,J365", 2028, 0, [("2028-02-28 02:00", 3_600), ("2028-12-31 01:00", 0)]),
        PosixRuleCase("AAA0BBB,59,364", 2028, 0, [("2028-02-29 02:00", 3_600), ("2028-12-30 01:00", 0)]),
        PosixRuleCase("AAA0BBB,59,364", 2027, 0, [("2027-03-01 02:00", 3_600), ("2027-12-31 01:00", 0)]),
        // Weeks 1 to 5 of a month; the fifth is the last.
        PosixRuleCase("AAA0BBB,M2.5.6/0,M8.5.6/1", 2026, 0, [("2026-02-28 00:00", 3_600), ("2026-08-29 00:00", 0)]),
        PosixRuleCase("AAA0BBB,M2.5.6/0,M8.4.6/1", 2026, 0, [("2026-02-28 00:00", 3_600), ("2026-08-22 00:00", 0)]),
        // Daylight time all year, in both forms that RFC 9636 gives.
        PosixRuleCase("XXX3EDT4,0/0,J365/23", 2026, -14_400),
        PosixRuleCase("XXX3EDT4,0/0,J365/23", 2500, -14_400),
        PosixRuleCase("EST5EDT,0/0,J365/25", 2026, -14_400),
        PosixRuleCase("EST5EDT,0/0,J365/25", 2100, -14_400),
        // Two names for one clock.
        PosixRuleCase("AAA3BBB3,M3.2.0,M11.1.0", 2026, -10_800),
    ]
}

struct ZonePosixRuleTests {
    @Test(arguments: PosixRuleCase.all)
    func `a TZ string sets the clock when it says`(_ rule: PosixRuleCase) throws {
        let zone = try ZoneRules(tzif: ZoneDataBuilder.rule(rule.rule))
        let newYear = try #require(CivilDate(year: rule.year, month: 1, day: 1))
        var from = Instant(milliseconds: Int64(newYear.days) * 86_400_000)
        let end = from + .seconds(365 * 86_400)
        #expect(zone.offset(at: from) == rule.initial)
        var offset = rule.initial
        for (text, after) in rule.changes {
            let change = try #require(zone.nextTransition(after: from))
            #expect(change.instant.description == (try Instant.utc(text)).description)
            #expect(change.before == offset)
            #expect(change.after == after)
            #expect(zone.offset(at: change.instant) == after)
            #expect(zone.offset(at: Instant(milliseconds: change.instant.milliseconds - 1)) == offset)
            from = change.instant
            offset = after
        }
        if let next = zone.nextTransition(after: from) { #expect(next.instant >= end) }
        #expect(zone.knownUntil == nil)
    }

    @Test(arguments: [
        ("EST", 4), ("E5", 2), ("ES5", 3), ("5", 1), ("<>5", 2), ("<AB>5", 4), ("<EST5", 6), ("<E T>5", 3),
        ("EST25", 4),
        ("EST5:60", 6), ("EST5:00:60", 9), ("EST5:", 6), ("EST+-5", 5), ("EST5EDT", 8), ("EST5EDT4", 9),
        ("EST5EDT,M3.2.0", 15), ("EST5EDT,M3.2.0,", 16), ("EST5EDT,M0.2.0,M11.1.0", 10),
        ("EST5EDT,M13.2.0,M11.1.0", 10),
        ("EST5EDT,M3.0.0,M11.1.0", 12), ("EST5EDT,M3.6.0,M11.1.0", 12), ("EST5EDT,M3.2.7,M11.1.0", 14),
        ("EST5EDT,M3.2,M11.1.0", 13), ("EST5EDT,J0,J365", 10), ("EST5EDT,J366,J365", 10), ("EST5EDT,366,1", 9),
        ("EST5EDT,J1/168,J365", 12), ("EST5EDT,J1/-168,J365", 13), ("EST5EDT,M3.2.0,M11.1.0 ", 23),
        ("EST5EDT,M3.2.0,M11.1.0,", 23), (" EST5", 1), ("EST5EDT,J1/2:61,J365", 14), ("EST5EDT,J99999,J365", 10),
        ("ÉST5", 1), ("EST99999999999999999999", 4),
    ])
    func `a TZ string with a fault is refused at its place`(rule: String, place: Int) {
        let error = #expect(throws: ZoneDataError.self) { try ZoneRules(tzif: ZoneDataBuilder.rule(rule)) }
        guard case .badRule(_, let position, _) = error else {
            Issue.record("\(rule) gave \(String(describing: error))")
            return
        }
        #expect(position + 1 == place)
        #expect(error?.description.contains("at character \(place)") == true)
    }
}
