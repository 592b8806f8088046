import Compliance
import Foundation
import GRDB
import Store
import Telephony

/// The suppression list's table.
///
/// The list of one number is a handful of rows, so what they mean is said once, in the ledger, and not again in SQL.
enum SuppressionRows {
    static let reading = "read the suppression list"
    static let writing = "write to the suppression list"

    static func insert(_ entry: SuppressionEntry, into database: Database) throws {
        let suppression = entry.suppression
        let (scope, value) = suppression.scope.columns
        try database.cachedStatement(sql: insertion).execute(arguments: [
            suppression.number.unmasked, entry.change.rawValue, scope, value.map { Data($0.utf8) },
            suppression.means.rawValue, Data(suppression.words.utf8), suppression.bot.map { Data($0.utf8) },
            suppression.call?.text, suppression.at.milliseconds, Data(entry.recordedBy.description.utf8),
        ])
    }

    static func merge(_ lines: [ImportedSuppression], into database: Database) throws -> [Bool] {
        let numbers = Set(lines.map(\.entry.suppression.number))
        var ledgers = try ledgers(of: numbers.map(\.unmasked), in: database)
        return try lines.map { line in
            let isNew = ledgers[line.entry.suppression.number, default: SuppressionLedger()].merge(line)
            if isNew { try insert(line.entry, into: database) }
            return isNew
        }
    }

    static func history(of number: PhoneNumber, in database: Database) throws -> [SuppressionEntry] {
        let statement = try database.cachedStatement(sql: selection + " WHERE number = ? ORDER BY id")
        return try Row.fetchAll(statement, arguments: [number.unmasked]).map { try SuppressionEntry($0) }
    }

    static func suppressed(
        after number: PhoneNumber?,
        limit: Int,
        in database: Database
    ) throws -> [SuppressedNumber] {
        var found: [SuppressedNumber] = []
        var last = number?.unmasked ?? ""
        while found.count < limit {
            // Some of them will have been taken back, so that a page may take several rounds.
            let numbers = try String.fetchAll(
                try database.cachedStatement(
                    sql: "SELECT DISTINCT number FROM suppressions WHERE number > ? ORDER BY number LIMIT ?"
                ),
                arguments: [last, limit]
            )
            guard let end = numbers.last else { break }
            last = end
            let ledgers = try ledgers(of: numbers, in: database)
            for (number, ledger) in ledgers.sorted(by: { $0.key.unmasked < $1.key.unmasked }) {
                let requests = ledger.standing
                if !requests.isEmpty { found.append(SuppressedNumber(number: number, requests: requests)) }
            }
        }
        return Array(found.prefix(max(0, limit)))
    }

    static func log(after position: Int, limit: Int, in database: Database) throws -> [LoggedSuppression] {
        let statement = try database.cachedStatement(sql: selection + " WHERE id > ? ORDER BY id LIMIT ?")
        return try Row.fetchAll(statement, arguments: [position, max(0, limit)]).map { row in
            LoggedSuppression(position: row["id"], entry: try SuppressionEntry(row))
        }
    }

    private static func ledgers(
        of numbers: [String],
        in database: Database
    ) throws -> [PhoneNumber: SuppressionLedger] {
        // The numbers go in as one JSON array of digits: a list of parameters has an end.
        let array = "[" + numbers.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        let statement = try database.cachedStatement(
            sql: selection + " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY id"
        )
        var ledgers: [PhoneNumber: SuppressionLedger] = [:]
        for row in try Row.fetchAll(statement, arguments: [array]) {
            let entry = try SuppressionEntry(row)
            ledgers[entry.suppression.number, default: SuppressionLedger()].append(entry)
        }
        return ledgers
    }

    // Text that comes from outside may hold a NUL, at which a bound string would end; bound as bytes it does not.
    private static let insertion = """
        INSERT INTO suppressions (number, change, scope, scope_value, means, words, bot, call, at, recorded_by)
        VALUES (?, ?, ?, CAST(? AS TEXT), ?, ifnull(CAST(? AS TEXT), ''), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT))
        """

    private static let selection = """
        SELECT id, number, change, scope, CAST(scope_value AS BLOB) AS scope_value, means, CAST(words AS BLOB) AS words,
            CAST(bot AS BLOB) AS bot, call, at, CAST(recorded_by AS BLOB) AS recorded_by
        FROM suppressions
        """
}

extension SuppressionEntry {
    fileprivate init(_ row: Row) throws(StoreError) {
        func unreadable(_ reason: String) -> StoreError {
            .unreadable(what: "an entry of the suppression list", reason: reason)
        }
        guard let number = PhoneNumber(row["number"]) else { throw unreadable("its number is not in E.164 form") }
        let scope: Suppression.Scope
        switch (row["scope"] as String, row.text("scope_value")) {
        case ("all", nil): scope = .all
        case ("channel", let value?): scope = .channel(value)
        case ("bot", let value?): scope = .bot(value)
        case (let name, _): throw unreadable("its scope '\(name)' is not one that this version knows")
        }
        guard let change = Change(rawValue: row["change"]), let means = Suppression.Means(rawValue: row["means"]) else {
            throw unreadable("its kind or its means is not one that this version knows")
        }
        self.init(
            change: change,
            suppression: Suppression(
                number: number,
                scope: scope,
                means: means,
                words: row.text("words") ?? "",
                bot: row.text("bot"),
                call: (row["call"] as String?).flatMap { CallID($0) },
                at: Instant(milliseconds: row["at"])
            ),
            recordedBy: row.text("recorded_by").map { SuppressionRecorder($0) }
                // Before it was written down, whatever came from a conversation came from the person.
                ?? (means == .recorded ? .unstated : .person)
        )
    }
}

extension Row {
    fileprivate func text(_ column: String) -> String? {
        (self[column] as Data?).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Suppression.Scope {
    /// The words in the `scope` and `scope_value` columns.
    fileprivate var columns: (scope: String, value: String?) {
        switch self {
        case .all: ("all", nil)
        case .channel(let name): ("channel", name)
        case .bot(let name): ("bot", name)
        }
    }
}
