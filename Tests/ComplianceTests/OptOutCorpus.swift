import Compliance
import Testing

/// Authored utterances, one a line: text, channel, expected verdict and class, parted by tabs.
///
/// A line break inside a text stands as `\n`. Classes of Spanish lines end in `-es`.
struct OptOutCorpus {
    struct Line: Sendable {
        let text: String
        let channel: OptOutChannel
        let expected: OptOutVerdict
        let kind: String

        var verdict: OptOutVerdict? { OptOutVerdict(rawValue: OptOutBatch.line(text, channel: channel)) }
    }

    let lines: [Line]

    init(_ text: String) throws {
        lines = try text.split(separator: "\n").map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 4, "not four fields: \(line)")
            return Line(
                text: fields[0],
                channel: try #require(OptOutChannel(rawValue: fields[1]), "no channel: \(line)"),
                expected: try #require(OptOutVerdict(rawValue: fields[2]), "no verdict: \(line)"),
                kind: fields[3]
            )
        }
    }

    /// The share of lines that hold, in per cent.
    func share(where holds: (Line) -> Bool) -> Double {
        guard !lines.isEmpty else { return 0 }
        return 100 * Double(lines.filter(holds).count) / Double(lines.count)
    }

    /// Verdicts by class, as a table.
    var table: String {
        let kinds = Dictionary(grouping: lines, by: \.kind)
        let rows = kinds.keys.sorted().map { kind in
            let verdicts = (kinds[kind] ?? []).compactMap(\.verdict)
            let counts = OptOutVerdict.allCases.map { verdict in
                OptOutCorpus.padded(String(verdicts.filter { $0 == verdict }.count), to: 9, atStart: true)
            }
            return OptOutCorpus.padded(kind, to: 20) + counts.joined()
        }
        let head = OptOutVerdict.allCases.map { OptOutCorpus.padded($0.rawValue, to: 9, atStart: true) }.joined()
        return ([OptOutCorpus.padded("class", to: 20) + head] + rows).joined(separator: "\n")
    }

    private static func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return atStart ? space + text : text + space
    }
}
