import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// Foundation's time zones as a second opinion on ours, for the years 2020 to 2040.
struct ZoneFoundationTests {
    @Test func `every installed zone agrees with Foundation unless its rules changed since`() throws {
        let database = try SystemZones.all.get()
        #expect(database.zones.count > 300)
        let differing = Set(
            try database.zones.filter { try ZoneFoundationTests.firstDifference($0.key, $0.value) != nil }.keys
        )
        switch (TimeZone.timeZoneDataVersion, database.version) {
        case (let foundation, let system) where foundation == system:
            #expect(differing.sorted() == [])
        case ("2025b", "2026f"):
            let installed = SystemZones.changedSinceFoundation.filter { database[$0] != nil }
            #expect(differing.sorted() == installed.sorted())
        default:
            // No other pair of versions was measured. A change of the law in some other place is no fault of ours, but
            // a fault of ours would show in more than a few zones.
            let unexplained = differing.subtracting(SystemZones.changedSinceFoundation).sorted()
            #expect(unexplained.count * 20 < database.zones.count, "\(unexplained)")
        }
    }

    /// The first instant, of those looked at, at which Foundation has another offset.
    ///
    /// Looked at are every week, and every quarter of an hour within three hours of every change that either knows.
    private static func firstDifference(_ name: ZoneID, _ rules: ZoneRules) throws -> Instant? {
        let foundation = try #require(TimeZone(identifier: name.text), "Foundation has no zone \(name)")
        let start = try Instant(newYear: 2_020)
        let end = try Instant(newYear: 2_041)
        var probes = stride(from: start.milliseconds, to: end.milliseconds, by: 604_800_000).map {
            Instant(milliseconds: $0)
        }
        for change in changes(rules, start, end) + changes(foundation, start, end) {
            probes += stride(from: -10_800, through: 10_800, by: 900).map { change + .seconds($0) }
            probes += [change + .seconds(-1), change + .seconds(1)]
        }
        return probes.first { rules.offset(at: $0) != foundation.secondsFromGMT(for: $0.date) }
    }

    private static func changes(_ rules: ZoneRules, _ start: Instant, _ end: Instant) -> [Instant] {
        var changes: [Instant] = []
        var from = start
        while let next = rules.nextTransition(after: from)?.instant, next < end {
            changes.append(next)
            from = next
        }
        return changes
    }

    private static func changes(_ zone: TimeZone, _ start: Instant, _ end: Instant) -> [Instant] {
        var changes: [Instant] = []
        var from = start.date
        while let next = zone.nextDaylightSavingTimeTransition(after: from), next < end.date, next > from {
            changes.append(Instant(next))
            from = next
        }
        return changes
    }
}
