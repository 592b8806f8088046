package import BotGraph

/// What there is to know about one kind of finding: its page.
package struct LintPage: Sendable {
    package let id: String
    package let severity: Diagnostic.Severity
    /// What it is about: the family of a rule, else `loader`, `files` or `suppressions`.
    package let family: String
    /// What it finds, in one sentence without a full stop.
    package let summary: String
    /// Why it matters, what is and is not found, what to do.
    package let explanation: String
    /// A bot that has the fault, with `↓` before each place of it.
    package let failing: String?
    /// A bot that has not.
    package let passing: String?
    private let fixability: @Sendable () -> Bool
    private let findings: @Sendable (String) -> [Diagnostic]

    /// Whether some of its findings are mended by `--fix`; the examples tell.
    package var canBeFixed: Bool { fixability() }

    /// The path under which examples are shown.
    package static let examplePath = "bots/example.yaml"

    package init(_ rule: any LintRule) {
        id = rule.id
        severity = rule.severity
        family = rule.family.rawValue
        summary = rule.summary
        explanation = rule.explanation
        failing = rule.examples.failing.first
        passing = rule.examples.passing.first
        let findings = { @Sendable (text: String) -> [Diagnostic] in
            let loaded = BotLoader.load(
                text,
                path: LintPage.examplePath,
                version: BotVersion("example"),
                recordings: nil
            )
            let linter = Linter(rules: [rule], provider: rule.examples.provider)
            return loaded.bot.map {
                linter.lint($0, source: loaded.source, recordings: rule.examples.recordings)
            } ?? []
        }
        self.findings = findings
        fixability = {
            rule.examples.failing.contains { example in
                findings(LintPage.withoutMarks(example)).contains { $0.fix != nil }
            }
        }
    }

    /// A page of a check that has no example.
    package init(
        id: String,
        severity: Diagnostic.Severity,
        family: String,
        summary: String,
        explanation: String,
        canBeFixed: Bool = false
    ) {
        self.id = id
        self.severity = severity
        self.family = family
        self.summary = summary
        self.explanation = explanation
        failing = nil
        passing = nil
        fixability = { canBeFixed }
        findings = { _ in [] }
    }

    package init(_ rule: any ProjectRule) {
        self.init(
            id: rule.id,
            severity: rule.severity,
            family: "project",
            summary: rule.summary,
            explanation: rule.explanation
        )
    }

    package init(_ check: SuppressionCheck) {
        self.init(
            id: check.rawValue,
            severity: check.severity,
            family: "suppressions",
            summary: check.summary,
            explanation: check.explanation,
            canBeFixed: check.canBeFixed
        )
    }

    package init(_ check: LoaderCheck) {
        self.init(
            id: check.rawValue,
            severity: .error,
            family: "loader",
            summary: LintPage.firstSentence(of: check.explanation),
            explanation: check.explanation,
            canBeFixed: check.canBeFixed
        )
    }

    /// The pages of the rules and of the checks that this target knows, by id.
    package static let all: [LintPage] =
        (LintRules.all.map { LintPage($0) } + ProjectRules.all.map { LintPage($0) }
        + LoaderCheck.allCases.map { LintPage($0) } + SuppressionCheck.allCases.map { LintPage($0) })
        .sorted { $0.id < $1.id }

    /// The failing example as a file, and what is found in it.
    package var failure: (text: String, findings: [Diagnostic])? {
        guard let failing else { return nil }
        let text = LintPage.withoutMarks(failing)
        return (text, findings(text))
    }

    private static func withoutMarks(_ example: String) -> String { example.replacing("↓", with: "") }

    /// The first sentence of a text, without its full stop.
    package static func firstSentence(of text: String) -> String {
        let line = text.split(separator: "\n").first.map(String.init) ?? text
        let end = line.firstRange(of: ". ")?.lowerBound ?? line.endIndex
        let sentence = String(line[..<end])
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }
}

extension LoaderCheck {
    /// Whether some of its findings are mended by `--fix`.
    package var canBeFixed: Bool { [.badKey, .badLanguage, .wrongType].contains(self) }
}
