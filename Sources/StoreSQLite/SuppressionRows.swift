import BotGraph
import Compliance
import Foundation
import GRDB
import Store
import Telephony

extension SuppressionEntry {
    func insert(into database: Database) throws {
        let (scope, value) = suppression.scope.columns
        try database.cachedStatement(sql: SuppressionEntry.insertion).execute(arguments: [
            suppression.number.unmasked, change.rawValue, scope, value.map { Data($0.utf8) },
            suppression.means.rawValue, Data(suppression.words.utf8), suppression.bot.map { Data($0.utf8) },
            suppression.call?.text, suppression.at.milliseconds,
        ])
    }

    /// Everything that was recorded of a number, in order.
    static func all(of number: PhoneNumber, in database: Database) throws -> [SuppressionEntry] {
        try Row.fetchAll(
            try database.cachedStatement(sql: SuppressionEntry.selection),
            arguments: [number.unmasked]
        ).map { try SuppressionEntry($0, of: number) }
    }

    private init(_ row: Row, of number: PhoneNumber) throws(StoreError) {
        func unreadable(_ reason: String) -> StoreError {
            .unreadable(what: "an entry of the suppression list", reason: reason)
        }
        let value = (row["scope_value"] as Data?).map { String(decoding: $0, as: UTF8.self) }
        let scope: Suppression.Scope
        switch (row["scope"] as String, value) {
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
                words: String(decoding: row["words"] as Data, as: UTF8.self),
                bot: (row["bot"] as Data?).map { String(decoding: $0, as: UTF8.self) },
                call: (row["call"] as String?).flatMap { CallID($0) },
                at: Instant(milliseconds: row["at"])
            )
        )
    }

    private static let insertion = """
        INSERT INTO suppressions (number, change, scope, scope_value, means, words, bot, call, at)
        VALUES (?, ?, ?, CAST(? AS TEXT), ?, ifnull(CAST(? AS TEXT), ''), CAST(? AS TEXT), ?, ?)
        """

    private static let selection = """
        SELECT change, scope, CAST(scope_value AS BLOB) AS scope_value, means, CAST(words AS BLOB) AS words,
            CAST(bot AS BLOB) AS bot, call, at
        FROM suppressions WHERE number = ? ORDER BY id
        """
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
