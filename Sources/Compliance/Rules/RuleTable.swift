/// The rules as a table for people.
package enum RuleTable {
    /// Every row that holds on a date for a kind of contact: the federal one, each region's own, the strictest.
    package static func rows(of book: RuleBook, for kind: ContactKind, on date: CivilDate) -> [RuleRow] {
        var rows: [RuleRow] = []
        for region in Region.all {
            for row in book.rows(for: region, kind: kind, on: date) where !rows.contains(where: { $0.id == row.id }) {
                rows.append(row)
            }
        }
        let wide = rows.filter { if case .region = $0.place { false } else { true } }
        let own = rows.filter { if case .region = $0.place { true } else { false } }
        return wide + own + [book.strictest(kind: kind, on: date)]
    }

    /// The rows as aligned text, one a line, under a header and the version.
    package static func text(of book: RuleBook, for kind: ContactKind, on date: CivilDate) -> String {
        let header = ["row", "local time", "holidays", "cap", "sure", "since", "citation"]
        let cells = [header] + rows(of: book, for: kind, on: date).map(line)
        let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let lines = cells.map { cells in
            var line = ""
            for (cell, width) in zip(cells, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
        return "\(kind.rawValue) on \(date), \(book.version)\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ row: RuleRow) -> [String] {
        [
            row.id,
            row.windows.description + (row.fixedOffset == nil ? "" : " (also in standard time)"),
            holidays(row),
            caps(row),
            row.confidence.rawValue,
            row.from?.description ?? "-",
            row.citation,
        ]
    }

    /// The strictest row's would make the column wider than a screen.
    private static func caps(_ row: RuleRow) -> String {
        if row.caps.isEmpty { return "-" }
        return row.place == .unknown ? "all caps" : row.caps.map(\.description).joined(separator: "; ")
    }

    private static func holidays(_ row: RuleRow) -> String {
        guard !row.holidays.isEmpty else { return row.closures.isEmpty ? "-" : closures(row) }
        let names = row.place == .unknown ? "all lists" : row.holidays.map(\.name).joined(separator: ", ")
        let hours = row.holidayWindow.map { "\($0) on \(names)" } ?? names
        return row.closures.isEmpty ? hours : hours + ", " + closures(row)
    }

    private static func closures(_ row: RuleRow) -> String {
        row.closures.map { closure in
            let end = closure.through.map { $0 == closure.from ? "" : " to \($0)" } ?? " on"
            return "\(closure.name) \(closure.from)\(end)"
        }
        .joined(separator: ", ")
    }
}
