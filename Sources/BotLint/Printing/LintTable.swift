import BotGraph

/// Writes the table of all findings for a terminal.
package enum LintTable {
    package static func print(_ pages: [LintPage]) -> String {
        let pages = pages.sorted { $0.id < $1.id }
        let rows = pages.map { [$0.id, $0.severity.rawValue, $0.family, $0.canBeFixed ? "fix" : ""] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return zip(rows, pages).map { row, page in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            return cells.joined(separator: "  ") + "  \(page.summary)\n"
        }.joined()
    }
}
