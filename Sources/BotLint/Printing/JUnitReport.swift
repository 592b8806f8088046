import BotGraph

/// Writes findings as a JUnit report, which build servers show as tests: a suite a file, a case a finding.
///
/// A file without findings has one case that passes. A note is a case that passes, a suppressed finding one that is skipped.
package enum JUnitReport {
    package static func print(_ report: LintReport) -> String {
        let printer = report.printer()
        let found = Dictionary(grouping: report.findings, by: \.location.path)
        let quiet = Dictionary(grouping: report.suppressed, by: \.finding.location.path)
        let paths = Set(report.files).union(found.keys).union(quiet.keys).sorted()
        let suites = paths.map { path -> JUnitDocument.Suite in
            var cases = (found[path] ?? []).map { finding in
                JUnitDocument.Case(
                    name: name(of: finding),
                    outcome: outcome(
                        of: finding,
                        isBroken: report.unreadable.contains(path) && finding.id == "unreadable-file",
                        text: printer.print([finding])
                    )
                )
            }
            cases += (quiet[path] ?? []).map { suppressed in
                JUnitDocument.Case(name: name(of: suppressed.finding), outcome: .skipped(reason: suppressed.reason))
            }
            if cases.isEmpty { cases = [JUnitDocument.Case(name: "no findings", outcome: .passed)] }
            return JUnitDocument.Suite(name: path, cases: cases)
        }
        return JUnitDocument(name: "touchtone lint", suites: suites).text
    }

    private static func outcome(of finding: Diagnostic, isBroken: Bool, text: String) -> JUnitDocument.Case.Outcome {
        let type = finding.severity.rawValue
        if isBroken { return .broken(message: finding.message, type: type, text: text) }
        if finding.severity == .note { return .noted(text: text) }
        return .failed(message: finding.message, type: type, text: text)
    }

    private static func name(of finding: Diagnostic) -> String {
        "\(finding.id) at \(finding.location.line):\(finding.location.column)"
    }
}
