package import BotGraph

/// A bot file's text after everything in it was mended that certainly can be.
package struct MendedText: Sendable {
    package let text: String
    /// The fixes that were applied, in their order.
    package let applied: [Fix]

    /// What is found in a text.
    package struct Judgement: Sendable {
        package let loaded: BotLoader.Result
        package let findings: [Diagnostic]

        package init(_ loaded: BotLoader.Result, findings: [Diagnostic]) {
            self.loaded = loaded
            self.findings = findings
        }
    }

    /// A fix may open the way for another one; a bot that needs more rounds than this goes round in circles.
    private static let rounds = 10
    /// The most fixes of a round that are tried one by one, where they do not do together.
    private static let singles = 64

    /// Mends a text, round by round, until nothing is left to mend.
    ///
    /// A change that brings an error that was not there is taken back.
    ///
    /// - Parameters:
    ///   - text: The file's text.
    ///   - path: Its path, as findings name it.
    ///   - judge: What is found in a text under this path.
    package init(_ text: String, path: String, judge: (String) -> Judgement) {
        var current = text
        var applied: [Fix] = []
        var before = judge(text)
        for _ in 0..<MendedText.rounds {
            let fixes = before.findings.compactMap(\.fix)
            guard !fixes.isEmpty else { break }
            guard let step = MendedText.step(fixes, in: current, path: path, after: before, judge: judge) else { break }
            current = step.round.text
            applied += step.round.applied
            before = step.judgement
        }
        self.text = current
        self.applied = applied
    }

    /// One round: all fixes at once, or where these bring an error those of them that do not; nil where none is left.
    private static func step(
        _ fixes: [Fix],
        in text: String,
        path: String,
        after before: Judgement,
        judge: (String) -> Judgement
    ) -> (round: FixRound, judgement: Judgement)? {
        let all = FixRound(fixes, in: text, path: path)
        guard !all.applied.isEmpty, all.text != text else { return nil }
        let judgement = judge(all.text)
        if judgement.isNoWorse(than: before) { return (all, judgement) }
        var best: (round: FixRound, judgement: Judgement)?
        for fix in all.applied.prefix(singles) where all.applied.count > 1 {
            let round = FixRound((best?.round.applied ?? []) + [fix], in: text, path: path)
            let judgement = judge(round.text)
            if round.text != text, judgement.isNoWorse(than: before) { best = (round, judgement) }
        }
        return best
    }
}

extension MendedText.Judgement {
    /// Whether no error has come that was not there before.
    ///
    /// The rules only look at a bot that can be loaded, so what they find in one that could not be before is not new.
    fileprivate func isNoWorse(than earlier: MendedText.Judgement) -> Bool {
        guard loaded.diagnostics.errorCounts.isWithin(earlier.loaded.diagnostics.errorCounts) else { return false }
        guard earlier.loaded.bot != nil else { return true }
        return loaded.bot != nil && findings.errorCounts.isWithin(earlier.findings.errorCounts)
    }
}

extension [Diagnostic] {
    /// How many errors there are, by id: their places and words move with the text.
    fileprivate var errorCounts: [String: Int] {
        reduce(into: [:]) { counts, finding in
            if finding.severity == .error { counts[finding.id, default: 0] += 1 }
        }
    }
}

extension [String: Int] {
    /// Whether nothing is counted more often than in the other.
    fileprivate func isWithin(_ other: [String: Int]) -> Bool {
        allSatisfy { $0.value <= other[$0.key, default: 0] }
    }
}
