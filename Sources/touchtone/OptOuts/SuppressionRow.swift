import Compliance
import Store
import Telephony

/// The cells of one line, by column.
struct SuppressionRow {
    let line: Int
    var cells: [SuppressionTable.Column: CSVReader.Cell] = [:]

    init(line: Int) {
        self.line = line
    }

    func text(_ column: SuppressionTable.Column) -> String {
        cells[column].map { CSVCell.read($0.text) } ?? ""
    }

    func number() throws(CSVReader.Fault) -> PhoneNumber {
        // A spreadsheet may keep the plus sign from being one in the usual way.
        let text = text(.number).trimmed
        guard !text.isEmpty else { throw fault(.number, "the number is missing; \(PhoneNumber.expected)") }
        guard let number = PhoneNumber(written: text) else {
            throw fault(.number, "'\(PhoneNumber.masked(text).visible)' is no number; \(PhoneNumber.expected)")
        }
        return number
    }

    func scope() throws(CSVReader.Fault) -> Suppression.Scope {
        guard let text = text(.scope).trimmed.nonEmpty else { return .all }
        // A bot's name has its own capitals, a channel none.
        guard let scope = Suppression.Scope(text.contains(":") ? text : text.lowercased()) else {
            throw fault(.scope, "'\(text.visible)' is no scope; it is all, voice, sms or bot:NAME")
        }
        return scope
    }

    func call() throws(CSVReader.Fault) -> CallID? {
        guard let text = text(.call).trimmed.nonEmpty else { return nil }
        guard let call = CallID(text) else { throw fault(.call, "'\(text.visible)' is no call's identifier") }
        return call
    }

    /// One of a few words; the fallback where the cell is empty.
    func value<Value: RawRepresentable<String>>(
        _ column: SuppressionTable.Column,
        or fallback: Value,
        among values: [Value]
    ) throws(CSVReader.Fault) -> Value {
        guard let text = text(column).trimmed.nonEmpty else { return fallback }
        guard let value = values.first(where: { $0.rawValue == text.lowercased() }) else {
            let words = values.map(\.rawValue).joined(separator: ", ")
            throw fault(column, "'\(text.visible)' is none of these: \(words)")
        }
        return value
    }

    /// A fault at a column's cell; at the line's beginning where the file does not have the column.
    func fault(_ column: SuppressionTable.Column, _ message: String) -> CSVReader.Fault {
        let cell = cells[column]
        return CSVReader.Fault(
            line: cell?.line ?? line,
            column: cell?.column ?? 1,
            id: "suppression-\(column.rawValue.replacing("_", with: "-"))",
            message: message
        )
    }
}
