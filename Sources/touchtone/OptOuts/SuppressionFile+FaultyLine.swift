import Compliance
import Store
import Telephony

/// Requests to stop in lines that are not as they should be.
///
/// A request that has come to us is to be honoured, 47 CFR 64.1200(d)(3); a date that is spelled wrong does not undo it.
/// What can be read holds, and what cannot be read is taken for the most: everything, from now.
extension SuppressionFile {
    func faulty(_ fault: CSVReader.Fault, cells: [CSVReader.Cell]) -> Line {
        guard let taken = requestToStop(in: cells) else { return .faulty(fault, taken: nil) }
        let scope = taken.entry.suppression.scope
        let reach = scope == .all ? "everything" : "\(scope)"
        let told = CSVReader.Fault(
            line: fault.line,
            column: fault.column,
            id: fault.id,
            message: "\(fault.message); the line is taken as an opt-out of \(reach) from now"
        )
        return .faulty(told, taken: taken)
    }

    /// The request of a faulty line, made now; nil without a number, and where it may ask for the opposite.
    private func requestToStop(in cells: [CSVReader.Cell]) -> ImportedSuppression? {
        guard let first = cells.first else { return nil }
        var row = SuppressionRow(line: first.line)
        for (column, cell) in zip(columns, cells) { row.cells[column] = cell }
        // With a cell too many or too few the change may stand anywhere.
        let changes = cells.count == columns.count ? [row.text(.change)] : cells.map { CSVCell.read($0.text) }
        guard !changes.contains(where: SuppressionFile.undoes), let number = try? row.number() else { return nil }
        let recorder = row.text(.recordedBy)
        let suppression = Suppression(
            number: number,
            scope: (try? row.scope()) ?? .all,
            means: (try? row.value(.means, or: .recorded, among: Suppression.Means.allCases)) ?? .recorded,
            words: row.text(.words),
            bot: row.text(.bot).nonEmpty,
            call: (try? row.call()) ?? nil,
            at: now
        )
        let entry = SuppressionEntry(
            change: .optedOut,
            suppression: suppression,
            recordedBy: recorder.isEmpty ? .file(name, line: row.line) : SuppressionRecorder(recorder)
        )
        return ImportedSuppression(entry: entry, isDated: false)
    }

    /// Whether a change takes requests back, however it is written: `opted-in`, `Opt In`, `lifted`, `START`.
    private static func undoes(_ text: String) -> Bool {
        let letters = text.lowercased().filter(\.isLetter)
        return letters.hasPrefix("optin") || letters.hasPrefix("optedin") || letters.hasPrefix("lift")
            || ["in", "start", "unstop", "yes", "subscribe", "subscribed", "resubscribe", "resubscribed"].contains(
                letters
            )
    }
}
