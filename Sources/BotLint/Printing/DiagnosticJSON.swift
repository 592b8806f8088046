package import BotGraph
import Foundation

/// Writes findings for programs: an array of objects with stable names, in the order given.
///
/// ```json
/// [{"column": 3, "id": "dead-end", "length": 5, "line": 12, "message": "…", "notes": [], "path": "bots/a.yaml",
///   "severity": "error"}]
/// ```
package enum DiagnosticJSON {
    private struct Finding: Encodable {
        let column: Int
        let id: String
        let length: Int
        let line: Int
        let message: String
        let notes: [Note]
        let path: String
        let severity: String
    }

    private struct Note: Encodable {
        let column: Int
        let line: Int
        let message: String
        let path: String
    }

    package static func print(_ diagnostics: [Diagnostic]) throws -> String {
        let findings = diagnostics.map { diagnostic in
            Finding(
                column: diagnostic.location.column,
                id: diagnostic.id,
                length: diagnostic.length,
                line: diagnostic.location.line,
                message: diagnostic.message,
                notes: diagnostic.notes.map { note in
                    Note(
                        column: note.location.column,
                        line: note.location.line,
                        message: note.message,
                        path: note.location.path
                    )
                },
                path: diagnostic.location.path,
                severity: diagnostic.severity.rawValue
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(findings), as: UTF8.self) + "\n"
    }
}
