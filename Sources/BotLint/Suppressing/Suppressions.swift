package import BotGraph
package import Compliance

/// The suppressions of one file, and what is wrong with them.
package struct Suppressions: Sendable {
    /// What is left of findings once suppressions are applied.
    package struct Outcome: Sendable {
        /// The findings that count, those about suppressions among them, in any order.
        package var findings: [Diagnostic] = []
        package var suppressed: [SuppressedFinding] = []
    }

    private let source: BotText?
    private let suppressions: [Suppression]
    private let malformed: [Diagnostic]

    package init(in source: BotText?) {
        self.source = source
        // Comments are looked for in a second reading of the file, which most files need not.
        guard let source, source.mentions("touchtone:") else {
            (suppressions, malformed) = ([], [])
            return
        }
        var suppressions: [Suppression] = []
        var malformed: [Diagnostic] = []
        for comment in source.comments {
            do throws(SuppressionReader.Fault) {
                if let suppression = try SuppressionReader.read(comment) { suppressions.append(suppression) }
            } catch {
                malformed.append(
                    Suppressions.finding(.malformed, error.message, at: error.location, length: error.length)
                )
            }
        }
        self.suppressions = suppressions
        self.malformed = malformed
    }

    /// Sorts findings into those that count and those that are kept quiet.
    ///
    /// - Parameters:
    ///   - findings: What was found in the file.
    ///   - today: The day, for suppressions that end.
    ///   - names: The rules and checks there are.
    ///   - judged: The rules that looked at the file: only these can be found to have nothing to suppress.
    /// - Returns: The findings, and those about suppressions.
    package func apply(
        to findings: [Diagnostic],
        today: CivilDate,
        names: RuleNames,
        judged: Set<String>
    ) -> Outcome {
        guard !suppressions.isEmpty || !malformed.isEmpty else { return Outcome(findings: findings) }
        var outcome = Outcome(findings: malformed)
        var byRule: [String: [Int]] = [:]
        for (index, suppression) in suppressions.enumerated() {
            outcome.findings += Suppressions.faults(of: suppression, today: today, names: names)
            guard suppression.counts(on: today) else { continue }
            for id in Set(suppression.rules.map(\.id)) where names.rules.contains(id) {
                byRule[id, default: []].append(index)
            }
        }
        var used = Set<Use>()
        for finding in findings {
            let index = byRule[finding.id]?.first { suppressions[$0].covers(finding.location) }
            guard let index else {
                outcome.findings.append(finding)
                continue
            }
            let suppression = suppressions[index]
            used.insert(Use(suppression: index, id: finding.id))
            outcome.suppressed.append(
                SuppressedFinding(
                    finding: finding,
                    reason: suppression.reason,
                    until: suppression.until?.day,
                    location: suppression.location
                )
            )
        }
        for (index, suppression) in suppressions.enumerated() where suppression.counts(on: today) {
            let idle = suppression.rules.indices.filter { rule in
                let id = suppression.rules[rule].id
                return names.rules.contains(id) && judged.contains(id)
                    && !used.contains(Use(suppression: index, id: id))
            }
            outcome.findings += unused(idle, of: suppression)
        }
        return outcome
    }

    /// One rule of one suppression.
    private struct Use: Hashable {
        let suppression: Int
        let id: String
    }

    // MARK: - What is wrong with them

    private static func faults(of suppression: Suppression, today: CivilDate, names: RuleNames) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if suppression.reason.isEmpty {
            faults.append(
                finding(.withoutReason, .noReason, at: suppression.location, length: suppression.length)
            )
        }
        if let until = suppression.until, until.day < today {
            faults.append(finding(.expired, .expired(until.day, today: today), at: until.location, length: 10))
        }
        for rule in suppression.rules where !names.rules.contains(rule.id) {
            let length = rule.id.unicodeScalars.count
            let fault =
                if !names.contains(rule.id) {
                    finding(.unknown, .unknown(rule.id, names.hint(for: rule.id)), at: rule.location, length: length)
                } else {
                    finding(.forbidden, .forbidden(rule.id), at: rule.location, length: length)
                }
            faults.append(fault)
        }
        return faults
    }

    /// The rules that a suppression names in vain, by index.
    private func unused(_ rules: [Int], of suppression: Suppression) -> [Diagnostic] {
        guard !rules.isEmpty else { return [] }
        if rules.count == suppression.rules.count {
            let ids = Array(Set(suppression.rules.map(\.id))).sorted()
            return [
                Suppressions.finding(
                    .unused,
                    .unused(ids, isForFile: suppression.isForFile),
                    at: suppression.location,
                    length: suppression.length,
                    fix: source?.removal(of: suppression.comment)
                )
            ]
        }
        return rules.map { index in
            let rule = suppression.rules[index]
            return Suppressions.finding(
                .unused,
                .unused([rule.id], isForFile: suppression.isForFile),
                at: rule.location,
                length: rule.id.unicodeScalars.count,
                fix: source?.removal(ofRule: index, from: suppression)
            )
        }
    }

    private static func finding(
        _ check: SuppressionCheck,
        _ message: LintMessage,
        at location: SourceLocation,
        length: Int,
        fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            id: check.rawValue,
            severity: check.severity,
            message: message.text,
            location: location,
            length: length,
            fix: fix
        )
    }
}

extension Suppression {
    /// Whether it keeps anything quiet on a day.
    fileprivate func counts(on today: CivilDate) -> Bool {
        guard !reason.isEmpty else { return false }
        return until.map { $0.day >= today } ?? true
    }
}

extension LintMessage {
    fileprivate static let noReason: LintMessage =
        "this suppression gives no reason, so it does not count; write why behind two hyphens: '-- REASON'"

    fileprivate static func expired(_ day: CivilDate, today: CivilDate) -> LintMessage {
        "this suppression held until \(day), and today is \(today); mend what it hid, or give it a later day"
    }

    fileprivate static func unknown(_ id: String, _ hint: String) -> LintMessage {
        "there is no rule '\(id.prefix(64))'\(hint.isEmpty ? "; see 'touchtone lint --rules'" : hint)"
    }

    fileprivate static func forbidden(_ id: String) -> LintMessage {
        "'\(id)' cannot be suppressed\(SuppressionCheck(rawValue: id) == nil ? ": such a bot is not served" : ""); mend what it says"
    }

    fileprivate static func unused(_ ids: [String], isForFile: Bool) -> LintMessage {
        let names = ids.map { "'\($0)'" }.joined(separator: " and ")
        let found = ids.count == 1 ? "\(names) finds" : "\(names) find"
        return "\(found) nothing \(isForFile ? "in this file" : "here"); delete \(ids.count == 1 ? "it" : "them")"
    }
}
