import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// The two days of the year on which North America sets its clocks, and the days beside them, by the quarter hour.
struct ZoneDaylightDaysTests {
    /// Sunday, and the days before and after it.
    private static func days(around sunday: CivilDate?) throws -> [CivilDate] {
        let sunday = try #require(sunday)
        return try (-1...1).map { try #require(sunday.adding(days: $0)) }
    }

    private static func daylightDays() throws -> [[CivilDate]] {
        try (2_026...2_028).flatMap { year in
            [
                try days(around: CivilDate.nth(2, weekday: .sunday, ofMonth: 3, year: year)),
                try days(around: CivilDate.nth(1, weekday: .sunday, ofMonth: 11, year: year)),
            ]
        }
    }

    /// Every quarter of an hour from the day before the first date to the day after the last.
    private static func quarters(_ days: [CivilDate]) throws -> [Instant] {
        let start = try #require(days.first).days - 1
        let end = try #require(days.last).days + 2
        return stride(from: start * 86_400, to: end * 86_400, by: 900).map { Instant(milliseconds: Int64($0) * 1_000) }
    }

    @Test(arguments: SystemZones.northAmerican)
    func `the clock agrees with Foundation at every quarter hour`(zone: ZoneID) throws {
        let database = try SystemZones.all.get()
        let rules = try #require(database[zone])
        guard
            database.version == TimeZone.timeZoneDataVersion || !SystemZones.changedSinceFoundation.contains(zone)
        else { return }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone.text))
        for instant in try ZoneDaylightDaysTests.daylightDays().flatMap(ZoneDaylightDaysTests.quarters) {
            let local = rules.local(at: instant)
            let shown = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: instant.date)
            let (year, month, day) = local.date.parts
            let ours = [year, month, day, local.milliseconds / 3_600_000, local.milliseconds / 60_000 % 60]
            guard ours == [shown.year, shown.month, shown.day, shown.hour, shown.minute] else {
                Issue.record("\(zone) shows \(ours) at \(instant), Foundation \(shown)")
                return
            }
        }
    }

    @Test(arguments: SystemZones.northAmerican)
    func `both edges of a window are the readings that contact fewer people`(zone: ZoneID) throws {
        let rules = try #require(try SystemZones.all.get()[zone])
        for days in try ZoneDaylightDaysTests.daylightDays() {
            var shown: [String: [Instant]] = [:]
            for instant in try ZoneDaylightDaysTests.quarters(days) {
                let local = rules.local(at: instant)
                shown["\(local.date) \(local.milliseconds / 1_000)", default: []].append(instant)
            }
            for date in days {
                for second in stride(from: 0, to: 86_400, by: 900) {
                    let time = try #require(TimeOfDay(seconds: second))
                    let opening = rules.instant(of: date, time, as: .opening)
                    let closing = rules.instant(of: date, time, as: .closing)
                    if let readings = shown["\(date) \(second)"] {
                        #expect(opening == readings.last && closing == readings.first, "\(zone) \(date) \(time)")
                    } else {
                        // Never shown: both are the instant at which the clock jumps over it.
                        let after = rules.local(at: opening)
                        let before = rules.local(at: Instant(milliseconds: opening.milliseconds - 1))
                        #expect(opening == closing, "\(zone) \(date) \(time)")
                        #expect(before.milliseconds < second * 1_000 && after.milliseconds > second * 1_000)
                    }
                }
            }
        }
    }

    @Test(arguments: SystemZones.northAmerican)
    func `a zone that sets its clock loses an hour in spring and gains it in autumn`(zone: ZoneID) throws {
        let rules = try #require(try SystemZones.all.get()[zone])
        for days in try ZoneDaylightDaysTests.daylightDays() {
            for date in days {
                let bounds = rules.dayBounds(date)
                let first = rules.local(at: bounds.lowerBound)
                let last = rules.local(at: Instant(milliseconds: bounds.upperBound.milliseconds - 1))
                let length = bounds.upperBound - bounds.lowerBound
                #expect(length == .seconds(86_400 - (last.offset - first.offset)), "\(zone) \(date)")
                #expect(first.date == date && last.date == date, "\(zone) \(date)")
            }
        }
    }
}
