import BotGraph

/// The names that a person may write for findings, and which of them can be kept quiet.
package struct RuleNames: Sendable {
    /// The rules: their findings may be given another severity, switched off and suppressed.
    package let rules: Set<String>
    /// The checks that keep a file from being a bot at all, or that two files are at odds about.
    package let checks: Set<String>

    package init(rules: some Sequence<String>, checks: some Sequence<String>) {
        self.rules = Set(rules)
        self.checks = Set(checks)
    }

    /// The rules of the linter and the checks of the loader, for who looks at one text alone.
    package static let all = RuleNames(
        rules: LintRules.all.map(\.id) + ProjectRules.all.map(\.id),
        checks: LoaderCheck.allCases.map(\.rawValue)
    )

    /// The checks of suppressions: their severity may be another, but they are not suppressed.
    package var suppressionChecks: Set<String> { Set(SuppressionCheck.allCases.map(\.rawValue)) }

    /// Whether a finding has this name.
    func contains(_ id: String) -> Bool {
        rules.contains(id) || checks.contains(id) || SuppressionCheck(rawValue: id) != nil
    }

    /// `; did you mean 'x'?` with the name nearest to one, where one is near.
    func hint(for id: String) -> String {
        let names = rules.union(checks).union(suppressionChecks).sorted()
        return LocatedYAML.didYouMean(id, among: names).map { "; \($0)" } ?? ""
    }
}
