import BotGraph
import Telephony

/// The coverage of bots as text, for people and for editors that follow `path:line`.
package enum CoverageText {
    /// A line for each line of the files that has something no call passed, and a table by group.
    ///
    /// - Parameter coverages: The bots, in the order in which they shall stand.
    /// - Returns: The lines, without line ends; none where there is no bot.
    package static func lines(of coverages: [Coverage]) -> [String] {
        guard !coverages.isEmpty else { return [] }
        return missed(in: coverages) + table(of: coverages)
    }

    /// The lines never walked, as `path:line: not walked: option 'x' of 'y'`, sorted by path and line.
    package static func missed(in coverages: [Coverage]) -> [String] {
        CoverageLine.lines(of: coverages).filter { !$0.missed.isEmpty }.map { line in
            "\(line.path):\(line.number): not walked: \(line.missed.map(\.name).joined(separator: ", "))"
        }
    }

    /// The shares by group, then by bot where there are several, then of all.
    private static func table(of coverages: [Coverage]) -> [String] {
        var rows = CoveragePoint.Group.allCases.map { Row(name: $0.rawValue, share: coverages.share(of: $0)) }
        rows.removeAll { $0.share.total == 0 }
        let bots = coverages.count > 1 ? coverages.map { Row(name: $0.bot.name.text, share: $0.share) } : []
        let all = Row(name: "all", share: coverages.share)
        let widths = Widths(of: rows + bots + [all])
        let line = { (row: Row) in widths.line(of: row) }
        let space = bots.isEmpty ? [] : [""]
        return ["", "coverage"] + rows.map(line) + space + bots.map(line) + space + [line(all)]
    }

    private struct Row {
        let name: String
        let share: CoverageShare
    }

    private struct Widths {
        let name: Int
        let count: Int

        init(of rows: [Row]) {
            name = rows.map(\.name.count).max() ?? 0
            count = rows.map { String($0.share.total).count }.max() ?? 0
        }

        func line(of row: Row) -> String {
            let passed = CoverageText.padded(String(row.share.passed), to: count)
            let total = CoverageText.padded(String(row.share.total), to: count)
            let percent = CoverageText.padded(String(row.share.percent), to: 3)
            let space = String(repeating: " ", count: max(0, name - row.name.count))
            return "  \(row.name)\(space)  \(passed) of \(total)  \(percent) %"
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// One line of a bot's file with the points that it holds.
struct CoverageLine {
    let path: String
    let number: Int
    private(set) var points: [(point: CoveragePoint, passes: Int)]

    var missed: [CoveragePoint] { points.filter { $0.passes == 0 }.map(\.point) }

    /// The most that any of its points was passed.
    var passes: Int { points.map(\.passes).max() ?? 0 }

    var state: CoverageState {
        switch missed.count {
        case 0: .walked
        case points.count: .missed
        default: .partly
        }
    }

    /// The lines that hold points, sorted by path and number.
    static func lines(of coverages: [Coverage]) -> [CoverageLine] {
        var lines: [CoverageLine] = []
        for coverage in coverages {
            let first = lines.count
            for point in coverage.points {
                let place = point.location
                let counted = (point: point, passes: coverage.passes(of: point))
                if lines.count > first, lines[lines.count - 1].number == place.line {
                    lines[lines.count - 1].points.append(counted)
                } else {
                    lines.append(CoverageLine(path: place.path, number: place.line, points: [counted]))
                }
            }
        }
        return lines.sorted { ($0.path, $0.number) < ($1.path, $1.number) }
    }
}

/// Whether something was walked.
package enum CoverageState: String, Sendable, Hashable, CaseIterable {
    case walked
    case partly
    case missed

    /// The state in words.
    package var words: String {
        switch self {
        case .walked: "walked"
        case .partly: "partly walked"
        case .missed: "not walked"
        }
    }

    /// The sign that stands beside the colour.
    package var sign: String {
        switch self {
        case .walked: "\u{2713}"
        case .partly: "\u{25D0}"
        case .missed: "\u{2717}"
        }
    }
}
