package import Compliance
import Foundation

/// The rule table for programs: one JSON object a line, keys in order.
package enum RuleTableJSON {
    package static func lines(of book: RuleBook, for kind: ContactKind, on date: CivilDate) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try RuleTable.rows(of: book, for: kind, on: date).map { row in
            String(decoding: try encoder.encode(Line(row, kind, book.version)), as: UTF8.self) + "\n"
        }
        .joined()
    }

    private struct Line: Encodable {
        let row: String
        let place: String
        let kind: ContactKind
        let windows: [String: String]
        let holidays: [String]
        let holidayWindow: String?
        let closures: [String]
        let caps: [String]
        let needs: String?
        let citation: String
        let confidence: Confidence
        let from: String?
        let until: String?
        let fixedOffsetSeconds: Int?
        let emergency: String?
        let note: String?
        let version: String

        init(_ row: RuleRow, _ kind: ContactKind, _ version: RuleVersion) {
            self.row = row.id
            place = row.place.description
            self.kind = kind
            windows = Dictionary(
                uniqueKeysWithValues: Weekday.allCases.map { ("\($0)", row.windows[$0]?.description ?? "barred") }
            )
            holidays = row.holidays.map(\.name)
            holidayWindow = row.holidayWindow?.description
            closures = row.closures.map { closure in
                "\(closure.name) \(closure.from)" + (closure.through.map { " to \($0)" } ?? " on")
            }
            caps = row.caps.map(\.description)
            needs = row.needs.isEmpty ? nil : row.needs
            citation = row.citation
            confidence = row.confidence
            from = row.from?.description
            until = row.until?.description
            fixedOffsetSeconds = row.fixedOffset
            emergency = row.emergency?.name
            note = row.note.isEmpty ? nil : row.note
            self.version = version.description
        }
    }
}
