package import BotGraph
package import Compliance

/// How one bot file is judged: by which rules, how gravely, on which day.
///
/// The lint command and the server judge by the same policy, so that a bot that passes the one is served by the other.
package struct LintPolicy: Sendable {
    /// What is found in a file.
    package struct Verdict: Hashable, Sendable {
        /// The findings that count, sorted, each once.
        package let findings: [Diagnostic]
        /// Those that a comment in the file keeps quiet, sorted.
        package let suppressed: [SuppressedFinding]
    }

    /// What a verdict depends on beside the file and the rules: a file that was judged by an equal one need not be again.
    package struct Basis: Hashable, Sendable {
        fileprivate let levels: [String: RuleLevel]
        fileprivate let isExcluded: Bool
        fileprivate let selection: Set<String>?
        fileprivate let provider: ProviderName
        fileprivate let today: CivilDate
    }

    package let basis: Basis
    private let rules: [any LintRule]
    private let names: RuleNames
    /// Whether the configuration wants warnings and notes to be errors; for the lint command, not for the server.
    package let isStrict: Bool

    /// - Parameters:
    ///   - configuration: What the configuration nearest to the file says.
    ///   - path: The file's path below the configuration's folder; nil for one that is not below it.
    ///   - selection: The names of the findings that are asked for; nil for all.
    ///   - provider: Whose calls the bots answer, before what the configuration says.
    ///   - today: The day, for suppressions that end.
    ///   - rules: The rules there are.
    ///   - names: The names of all findings.
    package init(
        _ configuration: LintConfiguration = .none,
        for path: String? = nil,
        selection: Set<String>? = nil,
        provider: ProviderName? = nil,
        today: CivilDate,
        rules: [any LintRule] = LintRules.all,
        names: RuleNames = .all
    ) {
        basis = Basis(
            levels: configuration.levels(for: path),
            isExcluded: configuration.excludes(path),
            selection: selection,
            provider: provider ?? configuration.provider ?? .twilio,
            today: today
        )
        isStrict = configuration.isStrict
        self.names = names
        self.rules = rules
    }

    /// Judges what the loader made of a file.
    package func judge(_ loaded: BotLoader.Result, recordings: PromptCatalogue? = nil) -> Verdict {
        guard !basis.isExcluded else { return verdict(loaded.diagnostics, suppressed: []) }
        let rules = rules.filter { isWanted($0.id) }
        let linter = Linter(rules: rules, provider: basis.provider)
        let found = loaded.bot.map { linter.lint($0, source: loaded.source, recordings: recordings) } ?? []
        let judged = loaded.bot == nil ? [] : Set(rules.map(\.id))
        let outcome = Suppressions(in: loaded.source)
            .apply(to: graded(found), today: basis.today, names: names, judged: judged)
        return verdict(
            loaded.diagnostics + graded(outcome.findings),
            suppressed: outcome.suppressed
        )
    }

    /// Judges findings about several bots together that stand in this file.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - source: The file.
    ///   - judged: The rules that looked.
    /// - Returns: The findings that count, and those that do not.
    package func judge(_ findings: [Diagnostic], in source: BotText?, judged: Set<String>) -> Verdict {
        guard !basis.isExcluded else { return verdict([], suppressed: []) }
        let judged = judged.filter(isWanted)
        let found = graded(findings.filter { judged.contains($0.id) })
        let outcome = Suppressions(in: source).apply(to: found, today: basis.today, names: names, judged: judged)
        // What is wrong with a suppression whichever rule it names was told when the file itself was judged.
        let told = outcome.findings.filter { finding in
            SuppressionCheck(rawValue: finding.id).map { $0 == .unused } ?? true
        }.map(\.withoutFix)
        return verdict(graded(told), suppressed: outcome.suppressed)
    }

    /// Whether a rule is held against the file: it was asked for, or idle suppressions were, and it is not switched off.
    private func isWanted(_ id: String) -> Bool {
        guard basis.levels[id] != .off else { return false }
        guard let selection = basis.selection else { return true }
        return selection.contains(id) || selection.contains(SuppressionCheck.unused.rawValue)
    }

    /// The findings as grave as the configuration wants them.
    private func graded(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard !basis.levels.isEmpty else { return findings }
        return findings.compactMap { finding in
            guard let level = basis.levels[finding.id] else { return finding }
            return level.severity.map(finding.with(severity:))
        }
    }

    /// What was asked for.
    ///
    /// A suppression is only found idle when its rule was asked for, or all were.
    private func verdict(_ findings: [Diagnostic], suppressed: [SuppressedFinding]) -> Verdict {
        let isAsked = { (id: String) in
            guard let selection = basis.selection else { return true }
            return selection.contains(id) || id == SuppressionCheck.unused.rawValue
        }
        return Verdict(
            findings: Set(findings.filter { isAsked($0.id) }).sorted(),
            suppressed: Set(suppressed.filter { isAsked($0.finding.id) }).sorted()
        )
    }
}

extension Diagnostic {
    /// The same finding, left to a person: files are mended one by one, and what shows with all of them does not show then.
    fileprivate var withoutFix: Diagnostic {
        Diagnostic(
            id: id,
            severity: severity,
            message: message,
            location: location,
            length: length,
            notes: notes
        )
    }
}
