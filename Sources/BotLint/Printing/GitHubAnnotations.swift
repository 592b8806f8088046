import BotGraph

/// Writes findings as workflow commands, which GitHub shows beside the lines of a change.
///
/// The form and its escapes are those of "Workflow commands for GitHub Actions",
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
package enum GitHubAnnotations {
    package static func print(_ report: LintReport) -> String {
        let texts = report.texts()
        return report.findings.map { annotation($0, in: texts[$0.location.path]) + "\n" }.joined()
    }

    private static func annotation(_ finding: Diagnostic, in text: BotText?) -> String {
        let place = FilePlace(finding.location, length: finding.length, in: text)
        var properties = [
            ("file", finding.location.plainPath), ("line", "\(place.startLine)"), ("col", "\(place.startColumn)"),
        ]
        // Columns are only read where the place is on one line.
        properties.append(
            place.endLine == place.startLine
                ? ("endColumn", "\(place.endColumn)") : ("endLine", "\(place.endLine)")
        )
        properties.append(("title", finding.id))
        let notes = finding.notes.map { "\n\($0.location): note: \($0.message)" }.joined()
        let words = properties.map { "\($0)=\(escaped($1, also: [":", ","]))" }.joined(separator: ",")
        return "::\(command(finding.severity)) \(words)::\(escaped(finding.message + notes))"
    }

    private static func command(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private static func escaped(_ text: String, also others: Set<Unicode.Scalar> = []) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where others.contains(":"): escaped += "%3A"
            case "," where others.contains(","): escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
