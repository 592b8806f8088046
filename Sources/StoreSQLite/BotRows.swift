import BotGraph
import Foundation
import GRDB
import Store

extension BotSource {
    func insert(into database: Database) throws {
        try database.cachedStatement(sql: BotSource.insertion).execute(arguments: [
            version.text, name.text, Data(path.utf8), Data(text.utf8),
        ])
    }

    static func fetch(_ version: BotVersion, from database: Database) throws -> BotSource? {
        let statement = try database.cachedStatement(sql: BotSource.selection)
        guard let row = try Row.fetchOne(statement, arguments: [version.text]), let name = BotName(row["name"]) else {
            return nil
        }
        return BotSource(
            name: name,
            version: version,
            path: String(decoding: row["path"] as Data, as: UTF8.self),
            text: String(decoding: row["source"] as Data, as: UTF8.self)
        )
    }

    private static let insertion = """
        INSERT INTO bots (version, name, path, source)
        VALUES (?, ?, ifnull(CAST(? AS TEXT), ''), ifnull(CAST(? AS TEXT), '')) ON CONFLICT (version) DO NOTHING
        """

    private static let selection = """
        SELECT name, CAST(path AS BLOB) AS path, CAST(source AS BLOB) AS source FROM bots WHERE version = ?
        """
}
