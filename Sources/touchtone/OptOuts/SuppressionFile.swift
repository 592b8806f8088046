import BotGraph
import Compliance
import Foundation
import Store
import Telephony

/// A file of requests: finds its columns in the first line, and reads a request from each of the others.
struct SuppressionFile {
    typealias Column = SuppressionTable.Column

    /// The file's name as the log keeps it, without the folders that lead to it.
    let name: String
    /// When the file is read: a request without a time is made now.
    let now: Instant
    private var reader: CSVReader
    let columns: [Column]

    /// How far a clock may be ahead of ours.
    private static let skew = Duration.seconds(300)

    /// Reads the header.
    ///
    /// - Throws: All that is wrong with it.
    init(_ bytes: [UInt8], name: String, now: Instant) throws(SuppressionFileFaults) {
        self.name = name
        self.now = now
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw SuppressionFileFaults([
                .init(line: 1, column: 1, id: "csv-encoding", message: "the file is UTF-16; save it as UTF-8")
            ])
        }
        reader = CSVReader(bytes)
        switch reader.next() {
        case nil:
            throw SuppressionFileFaults([
                .init(
                    line: 1,
                    column: 1,
                    id: "csv-header",
                    message: "the file is empty; its first line names the columns"
                )
            ])
        case .failure(let fault): throw SuppressionFileFaults([fault])
        case .success(let cells): columns = try SuppressionFile.columns(cells)
        }
    }

    /// What a line comes to.
    enum Line {
        case request(ImportedSuppression)
        /// The line is faulty; a request to stop that can be told all the same is taken.
        case faulty(CSVReader.Fault, taken: ImportedSuppression?)
    }

    /// The next line; nil at the end.
    mutating func next() -> Line? {
        guard let record = reader.next() else { return nil }
        let cells: [CSVReader.Cell]
        switch record {
        case .success(let whole): cells = whole
        case .failure(let fault): return faulty(fault, cells: CSVReader.roughCells(reader.lastLine, line: fault.line))
        }
        do {
            return .request(try request(in: cells))
        } catch {
            return faulty(error, cells: cells)
        }
    }

    private static func columns(_ cells: [CSVReader.Cell]) throws(SuppressionFileFaults) -> [Column] {
        let known = Column.allCases.map(\.rawValue)
        var faults: [CSVReader.Fault] = []
        var found: [Column] = []
        func report(_ cell: CSVReader.Cell, _ message: String) {
            faults.append(.init(line: cell.line, column: cell.column, id: "csv-header", message: message))
        }
        for cell in cells {
            let name = cell.text.trimmed.lowercased().replacing(" ", with: "_")
            guard let column = Column(rawValue: name) else {
                let hint = LocatedYAML.didYouMean(name, among: known).map { "; \($0)" } ?? ""
                let reason =
                    if PhoneNumber(written: cell.text) != nil {
                        "the first line names the columns, 'number' at least, and this is a number"
                    } else if name.contains(";") || name.contains("\t") {
                        "columns are separated by commas"
                    } else {
                        "there is no column '\(name.visible)'\(hint)"
                    }
                report(cell, "\(reason); there are: \(known.joined(separator: ", "))")
                continue
            }
            if found.contains(column) { report(cell, "the column '\(column.rawValue)' stands twice") }
            found.append(column)
        }
        if let first = cells.first, !found.contains(.number), faults.isEmpty {
            report(first, "there is no column 'number', which every file has")
        }
        guard faults.isEmpty else { throw SuppressionFileFaults(faults) }
        return found
    }

    private func request(in cells: [CSVReader.Cell]) throws(CSVReader.Fault) -> ImportedSuppression {
        guard cells.count == columns.count, let first = cells.first else {
            let place = cells.first.map { (line: $0.line, column: $0.column) } ?? (line: 1, column: 1)
            throw CSVReader.Fault(
                line: place.line,
                column: place.column,
                id: "csv-cells",
                message: "the line has \(cells.count) cells, and the header \(columns.count)"
            )
        }
        var row = SuppressionRow(line: first.line)
        for (column, cell) in zip(columns, cells) { row.cells[column] = cell }
        let change = try row.value(.change, or: .optedOut, among: SuppressionEntry.Change.allCases)
        let at = try instant(in: row)
        let call = try row.call()
        if at == nil, change != .optedOut {
            throw row.fault(.change, "without a time in 'at' it is not known which requests are taken back")
        }
        if call == nil, change == .lifted {
            throw row.fault(.change, "only the call in which a request was made lifts it, and 'call' is empty")
        }
        let recorder = row.text(.recordedBy)
        let suppression = Suppression(
            number: try row.number(),
            scope: try row.scope(),
            means: try row.value(.means, or: .recorded, among: Suppression.Means.allCases),
            words: row.text(.words),
            bot: row.text(.bot).nonEmpty,
            call: call,
            at: at ?? now
        )
        let entry = SuppressionEntry(
            change: change,
            suppression: suppression,
            recordedBy: recorder.isEmpty ? .file(name, line: row.line) : SuppressionRecorder(recorder)
        )
        return ImportedSuppression(entry: entry, isDated: at != nil)
    }

    private func instant(in row: SuppressionRow) throws(CSVReader.Fault) -> Instant? {
        guard let text = row.text(.at).trimmed.nonEmpty else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            throw row.fault(
                .at,
                "'\(text.visible)' is no time as RFC 3339 writes it, such as 2026-11-25T14:07:27-08:00"
            )
        }
        guard instant <= now + SuppressionFile.skew else {
            throw row.fault(.at, "\(text.visible) is yet to come; nobody has asked for anything then")
        }
        return instant
    }
}

/// Everything that is wrong with a file's header.
struct SuppressionFileFaults: Error {
    let faults: [CSVReader.Fault]

    init(_ faults: [CSVReader.Fault]) {
        self.faults = faults
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
    var nonEmpty: String? { isEmpty ? nil : self }
}
