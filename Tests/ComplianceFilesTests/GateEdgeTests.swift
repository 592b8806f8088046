import Compliance
import ComplianceFiles
import Foundation
import Telephony
import Testing

/// Every row of the state tables, as the files have it, at the second before, at and after each edge of its days.
///
/// The expectation is worked out here from the files' cells and the zone's clock alone.
struct GateEdgeTests {
    private struct Row {
        let region: String
        let hours: [(start: Int, end: Int)?]

        /// Reads the cells of one line: weekday, Saturday and Sunday, each start and end.
        init?(_ line: Substring) {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 8, cells[0].count == 2, cells[7] == "no" || cells[7].hasSuffix("-list") else {
                return nil
            }
            region = cells[0]
            func hour(_ text: String) -> Int? {
                let parts = text.split(separator: ":").compactMap { Int($0) }
                return parts.count == 2 ? parts[0] * 3_600 + parts[1] * 60 : nil
            }
            func window(_ index: Int) -> (start: Int, end: Int)? {
                guard let start = hour(cells[index]), let end = hour(cells[index + 1]) else { return nil }
                return (start, end)
            }
            hours = [window(1), window(3), window(5)]
        }
    }

    /// A Tuesday, a Saturday and a Sunday on which no list has a holiday.
    private static let days = ["2026-11-17", "2026-11-21", "2026-11-22"]

    @Test func `every region of the table opens and closes to the second`() throws {
        let gate = try GateTests.gate.get()
        let rules = try RuleFiles.loaded()
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/ComplianceFiles/Resources/tcpa-windows.csv")
        var regions = 0
        for row in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(Row.init) {
            let region = try #require(Region(row.region))
            let zones = rules.plan.zones(of: region)
            guard row.region != "MS", let zone = zones.first, let clock = gate.zones[zone],
                let code = rules.plan.entries.values.filter({ $0.regions == [region] && $0.zones == [zone] })
                    .map(\.code).min()
            else { continue }
            regions += 1
            let question = try GateTests.question("+1\(code)5550101")
            for (index, day) in GateEdgeTests.days.enumerated() {
                let date = try #require(CivilDate(day))
                // The federal row, 08:00-21:00, holds everywhere.
                let window = row.hours[index].map { (start: max($0.start, 28_800), end: min($0.end, 75_600)) }
                let edges = window.map { [$0.start, $0.end] } ?? [43_200]
                for edge in edges {
                    for second in [edge - 1, edge, edge + 1] {
                        let time = try #require(TimeOfDay(seconds: second))
                        let instant = clock.instant(of: date, time, as: .opening)
                        let isOpen = window.map { second >= $0.start && second < $0.end } ?? false
                        let decision = gate.decide(question, at: instant)
                        #expect(decision.isAllowed == isOpen, "\(row.region) \(day) \(time)")
                    }
                }
            }
            // Thanksgiving is in every list that bars holidays.
            let thanksgiving = clock.instant(
                of: try #require(CivilDate("2026-11-26")),
                try #require(TimeOfDay("12:00")),
                as: .opening
            )
            let barring = ["AL", "LA", "PA", "RI", "UT"].contains(row.region)
            #expect(gate.decide(question, at: thanksgiving).isAllowed == !barring, "\(row.region) on Thanksgiving")
        }
        #expect(regions > 40)
    }
}
