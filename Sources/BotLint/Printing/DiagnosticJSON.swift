package import BotGraph
import Compliance
import Foundation

/// Writes findings for programs: an array of objects with stable names, in the order given.
///
/// ```json
/// [{"column": 3, "fixable": false, "id": "dead-end", "length": 5, "line": 12, "message": "…", "notes": [],
///   "path": "bots/a.yaml", "severity": "error"}]
/// ```
///
/// A finding that can be mended has `fix`, one that a comment keeps quiet has `suppressed`.
package enum DiagnosticJSON {
    private struct Finding: Encodable {
        let column: Int
        let fix: Change?
        let fixable: Bool
        let id: String
        let length: Int
        let line: Int
        let message: String
        let notes: [Note]
        let path: String
        let severity: String
        let suppressed: Suppression?
    }

    private struct Note: Encodable {
        let column: Int
        let line: Int
        let message: String
        let path: String
    }

    private struct Change: Encodable {
        struct Edit: Encodable {
            let column: Int
            let length: Int
            let line: Int
            let path: String
            let replacement: String
        }

        let edits: [Edit]
        let title: String
    }

    private struct Suppression: Encodable {
        let column: Int
        let line: Int
        let reason: String
        let until: String?
    }

    package static func print(_ diagnostics: [Diagnostic]) throws -> String {
        try print(diagnostics.map { finding($0, nil) })
    }

    /// All findings of a report, those that are kept quiet at their places among them.
    package static func print(_ report: LintReport) throws -> String {
        let quiet = report.suppressed.map { (finding: $0.finding, suppressed: Optional($0)) }
        let all = report.findings.map { (finding: $0, suppressed: SuppressedFinding?.none) } + quiet
        return try print(all.sorted { $0.finding < $1.finding }.map { finding($0.finding, $0.suppressed) })
    }

    private static func print(_ findings: [Finding]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(findings), as: UTF8.self) + "\n"
    }

    private static func finding(_ diagnostic: Diagnostic, _ suppressed: SuppressedFinding?) -> Finding {
        Finding(
            column: diagnostic.location.column,
            fix: diagnostic.fix.map(change),
            fixable: diagnostic.fix != nil,
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
            severity: diagnostic.severity.rawValue,
            suppressed: suppressed.map { suppressed in
                Suppression(
                    column: suppressed.location.column,
                    line: suppressed.location.line,
                    reason: suppressed.reason,
                    until: suppressed.until?.description
                )
            }
        )
    }

    private static func change(_ fix: Fix) -> Change {
        Change(
            edits: fix.edits.map { edit in
                Change.Edit(
                    column: edit.location.column,
                    length: edit.length,
                    line: edit.location.line,
                    path: edit.location.path,
                    replacement: edit.replacement
                )
            },
            title: fix.title
        )
    }
}
