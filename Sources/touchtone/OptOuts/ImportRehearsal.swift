import Compliance
import Store
import StoreSQLite
import Telephony

/// An import that leaves the list as it is: each line is held against the log and the lines before it.
actor ImportRehearsal {
    private var ledgers: [PhoneNumber: SuppressionLedger] = [:]

    func merge(_ lines: [ImportedSuppression], on list: SQLiteSuppressionList) async throws -> [Bool] {
        var histories: [PhoneNumber: [SuppressionEntry]] = [:]
        for number in Set(lines.map(\.entry.suppression.number)) where ledgers[number] == nil {
            histories[number] = try await list.suppressionHistory(of: number)
        }
        return merge(lines, histories: histories)
    }

    /// - Parameters:
    ///   - lines: The next lines of the file.
    ///   - histories: What the list has of their numbers.
    /// - Returns: For each line, whether it is new.
    func merge(_ lines: [ImportedSuppression], histories: [PhoneNumber: [SuppressionEntry]]) -> [Bool] {
        lines.map { line in
            let number = line.entry.suppression.number
            return ledgers[number, default: SuppressionLedger(histories[number] ?? [])].merge(line)
        }
    }
}
