/// A comma-separated text with places, read strictly as RFC 4180 has it.
///
/// The first record names the columns and every record has as many cells. A quote may stand only around a whole cell,
/// and doubled inside it.
struct CSVTable {
    let file: String
    let records: [Record]

    struct Record {
        let file: String
        let line: Int
        fileprivate let cells: [String: Cell]

        /// The cell of a column that the table was checked to have.
        subscript(column: String) -> Cell { cells[column] ?? Cell(text: "", file: file, line: line, column: 1) }
    }

    struct Cell {
        let text: String
        let file: String
        let line: Int
        /// From 1, counted in Unicode scalars.
        let column: Int

        var isEmpty: Bool { text.isEmpty }

        func finding(_ id: String, _ message: String) -> RuleFinding {
            RuleFinding(file: file, line: line, column: column, id: id, message: message)
        }
    }

    /// Reads a table and checks that it has just these columns, in any order.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - file: The file's name, for findings.
    ///   - columns: The columns it must have.
    ///   - optional: The columns it may have.
    ///   - findings: Where what is wrong is added. A record with a wrong number of cells is left out.
    init(
        _ text: String,
        file: String,
        columns: [String],
        optional: [String] = [],
        _ findings: inout [RuleFinding]
    ) {
        self.file = file
        var scanner = CSVScanner(text, file: file)
        let all = scanner.records(&findings)
        guard let header = all.first else {
            findings.append(
                RuleFinding(file: file, line: 1, column: 1, id: "csv-empty", message: "the table has no header")
            )
            records = []
            return
        }
        var names: Set<String> = []
        for cell in header {
            if !columns.contains(cell.text), !optional.contains(cell.text) {
                let known = (columns + optional).joined(separator: ", ")
                findings.append(cell.finding("csv-column", "unknown column '\(cell.text)'; expected: \(known)"))
            }
            if !names.insert(cell.text).inserted {
                findings.append(cell.finding("csv-column", "column '\(cell.text)' stands twice"))
            }
        }
        for column in columns where !names.contains(column) {
            findings.append(
                RuleFinding(
                    file: file,
                    line: 1,
                    column: 1,
                    id: "csv-column",
                    message: "the table has no column '\(column)'"
                )
            )
        }
        var records: [Record] = []
        for cells in all.dropFirst() {
            guard cells.count == header.count else {
                findings.append(
                    cells[0].finding("csv-cells", "the record has \(cells.count) cells, the header \(header.count)")
                )
                continue
            }
            let byName = Dictionary(zip(header.map(\.text), cells)) { first, _ in first }
            records.append(Record(file: file, line: cells[0].line, cells: byName))
        }
        self.records = records
    }
}

/// Cuts a text into cells.
private struct CSVScanner {
    private let scalars: [Unicode.Scalar]
    private let file: String
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ text: String, file: String) {
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        self.scalars = scalars
        self.file = file
    }

    mutating func records(_ findings: inout [RuleFinding]) -> [[CSVTable.Cell]] {
        var records: [[CSVTable.Cell]] = []
        while index < scalars.count {
            var cells = [cell(&findings)]
            while index < scalars.count, scalars[index] == "," {
                advance()
                cells.append(cell(&findings))
            }
            endLine()
            if cells.count == 1, cells[0].isEmpty {
                findings.append(cells[0].finding("csv-blank", "a blank line is no record; remove it"))
            } else {
                records.append(cells)
            }
        }
        return records
    }

    /// Reads one cell and stops at the comma or the end of the line behind it.
    private mutating func cell(_ findings: inout [RuleFinding]) -> CSVTable.Cell {
        let (startLine, startColumn) = (line, column)
        var text = String.UnicodeScalarView()
        func made() -> CSVTable.Cell {
            CSVTable.Cell(text: String(text), file: file, line: startLine, column: startColumn)
        }
        guard index < scalars.count, scalars[index] == "\"" else {
            while index < scalars.count, scalars[index] != ",", !isBreak {
                if scalars[index] == "\"" {
                    findings.append(place("csv-quote", "a quote inside a bare cell; quote the whole cell"))
                }
                text.append(scalars[index])
                advance()
            }
            return made()
        }
        advance()
        while index < scalars.count {
            if scalars[index] == "\"" {
                advance()
                guard index < scalars.count, scalars[index] == "\"" else { break }
            } else if index + 1 == scalars.count {
                findings.append(made().finding("csv-quote", "the quote is never closed"))
            }
            text.append(scalars[index])
            advance()
        }
        if index < scalars.count, scalars[index] != ",", !isBreak {
            findings.append(place("csv-quote", "after the closing quote stands more than a comma"))
            while index < scalars.count, scalars[index] != ",", !isBreak { advance() }
        }
        return made()
    }

    private var isBreak: Bool { scalars[index] == "\n" || scalars[index] == "\r" }

    private mutating func endLine() {
        if index < scalars.count, scalars[index] == "\r" { index += 1 }
        if index < scalars.count, scalars[index] == "\n" { index += 1 }
        line += 1
        column = 1
    }

    private mutating func advance() {
        if scalars[index] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        index += 1
    }

    private func place(_ id: String, _ message: String) -> RuleFinding {
        RuleFinding(file: file, line: line, column: column, id: id, message: message)
    }
}
