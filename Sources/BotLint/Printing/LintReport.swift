package import BotGraph

/// The outcome of one run of the linter, as every format prints it.
package struct LintReport: Sendable {
    /// The findings that count, sorted, each once.
    package let findings: [Diagnostic]
    /// The findings that a comment keeps quiet, sorted.
    package let suppressed: [SuppressedFinding]
    /// The bot files that were read, sorted.
    package let files: [String]
    /// The files and folders that could not be read, each with a finding of its own.
    package let unreadable: Set<String>
    /// Whether something that was asked for could not be done.
    private let hasFailed: Bool
    private let sources: [String: String]

    package init(
        findings: some Sequence<Diagnostic>,
        suppressed: some Sequence<SuppressedFinding> = [],
        sources: [String: String],
        unreadable: Set<String> = [],
        hasFailed: Bool = false
    ) {
        self.findings = Set(findings).sorted()
        self.suppressed = Set(suppressed).sorted()
        self.sources = sources
        self.unreadable = unreadable
        self.hasFailed = hasFailed
        files = sources.keys.sorted()
    }

    /// What the command's exit status is: 0 clean or nothing but notes, 1 findings, 3 something could not be done.
    package var exitCode: Int32 {
        guard unreadable.isEmpty, !hasFailed else { return 3 }
        return findings.contains { $0.severity > .note } ? 1 : 0
    }

    /// How many findings `--fix` would mend.
    package var fixable: Int { findings.count { $0.fix != nil } }

    /// What prints findings with their source lines.
    package func printer(isColoured: Bool = false) -> DiagnosticPrinter {
        DiagnosticPrinter(sources: sources, isColoured: isColoured)
    }

    /// The texts of the files that findings stand in, by path.
    func texts() -> [String: BotText] {
        let paths = Set(findings.map(\.location.path) + suppressed.map(\.finding.location.path))
        return Dictionary(
            paths.compactMap { path in sources[path].map { (path, BotText($0, path: path)) } }
        ) { first, _ in first }
    }

    /// The findings as text, with a summary.
    package func text(isColoured: Bool = false) -> String {
        printer(isColoured: isColoured).print(findings) + summary + "\n"
    }

    /// One line: how many bots were checked and what came of it.
    package var summary: String {
        let checked = files.count == 1 ? "1 bot checked" : "\(files.count) bots checked"
        let counts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        var summary = checked + (counts.isEmpty ? ", no findings" : ": \(counts.joined(separator: ", "))")
        if !suppressed.isEmpty { summary += ", \(suppressed.count) suppressed" }
        if fixable > 0 { summary += "; touchtone lint --fix mends \(fixable) of them" }
        return summary
    }
}
