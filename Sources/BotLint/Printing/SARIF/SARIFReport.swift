import BotGraph
import Foundation

/// Writes findings as a SARIF 2.1.0 log, which code scanning and editors read.
package struct SARIFReport {
    private let pages: [LintPage]
    private let version: String

    /// - Parameters:
    ///   - pages: The pages of all findings there are; they become the tool's rules.
    ///   - version: The command's version.
    package init(pages: [LintPage] = LintPage.all, version: String) {
        self.pages = pages.sorted { $0.id < $1.id }
        self.version = version
    }

    /// The log, as JSON.
    package func print(_ report: LintReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(log(report)), as: UTF8.self) + "\n"
    }

    private func log(_ report: LintReport) -> SARIFLog {
        let indices = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ($1.id, $0) })
        let texts = report.texts()
        let quiet = report.suppressed.map { (finding: $0.finding, suppressed: Optional($0)) }
        let all = report.findings.map { (finding: $0, suppressed: SuppressedFinding?.none) } + quiet
        var fingerprints = FindingFingerprints(texts: texts)
        let results = all.sorted { $0.finding < $1.finding }.map { entry in
            SARIFResult(entry.finding, entry.suppressed, index: indices[entry.finding.id], texts: texts)
                .result(fingerprint: fingerprints.next(for: entry.finding))
        }
        let run = SARIFLog.Run(
            tool: .init(driver: .init(name: "touchtone", semanticVersion: version, rules: pages.map(rule))),
            invocations: [invocation(report)],
            artifacts: report.files.map { .init(location: .init(path: $0)) },
            results: results,
            originalUriBaseIds: [
                SARIFLog.ArtifactLocation.base: .init(description: .init(text: "The folder in which touchtone ran."))
            ]
        )
        return SARIFLog(runs: [run])
    }

    private func rule(_ page: LintPage) -> SARIFLog.Rule {
        SARIFLog.Rule(
            id: page.id,
            shortDescription: .init(text: page.summary),
            fullDescription: .init(text: page.explanation),
            help: .init(text: page.explanation, markdown: LintReference.body(of: page)),
            defaultConfiguration: .init(level: page.severity.rawValue),
            properties: .init(
                tags: [page.family],
                problemSeverity: page.severity == .note ? "recommendation" : page.severity.rawValue
            )
        )
    }

    private func invocation(_ report: LintReport) -> SARIFLog.Invocation {
        let description =
            switch report.exitCode {
            case 0: "nothing but notes was found, or nothing at all"
            case 1: "there are findings"
            default: "something could not be done"
            }
        let unread = report.findings.filter { report.unreadable.contains($0.location.path) }
        return SARIFLog.Invocation(
            executionSuccessful: report.exitCode <= 1,
            exitCode: report.exitCode,
            exitCodeDescription: description,
            toolExecutionNotifications: unread.map { finding in
                .init(
                    level: finding.severity.rawValue,
                    message: .init(plain: finding.message),
                    locations: [
                        .init(
                            id: nil,
                            physicalLocation: .init(
                                artifactLocation: .init(path: finding.location.path),
                                region: nil
                            ),
                            message: nil
                        )
                    ]
                )
            }
        )
    }
}
