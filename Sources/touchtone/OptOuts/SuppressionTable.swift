import Compliance
import Store
import Telephony

/// The suppression list as a table: the columns, and an entry as a row.
enum SuppressionTable {
    enum Column: String, CaseIterable {
        case number
        case change
        case scope
        case means
        case words
        case bot
        case call
        case at
        case recordedBy = "recorded_by"
    }

    static let header = Column.allCases.map(\.rawValue).joined(separator: ",") + "\r\n"

    static func row(_ entry: SuppressionEntry) -> String {
        let suppression = entry.suppression
        return [
            suppression.number.unmasked, entry.change.rawValue, CSVCell.written("\(suppression.scope)"),
            suppression.means.rawValue, CSVCell.written(suppression.words), CSVCell.written(suppression.bot ?? ""),
            CSVCell.written(suppression.call?.text ?? ""), CSVCell.written("\(suppression.at)"),
            CSVCell.written("\(entry.recordedBy)"),
        ].joined(separator: ",") + "\r\n"
    }
}
