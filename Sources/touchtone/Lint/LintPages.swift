import BotGraph
import BotLint
import WebhookServer

/// The pages of everything that lint finds.
enum LintPages {
    static let all = (LintPage.all + BotFileCheck.allCases.map(LintPage.init)).sorted { $0.id < $1.id }

    /// The page of a finding.
    static func page(of id: String) throws -> LintPage {
        guard let page = all.first(where: { $0.id == id }) else { throw unknown(id) }
        return page
    }

    /// The names that were asked for; nil when none were.
    static func selection(_ names: [String]) throws -> Set<String>? {
        let known = Set(all.map(\.id))
        for name in names where !known.contains(name) { throw unknown(name) }
        return names.isEmpty ? nil : Set(names)
    }

    private static func unknown(_ id: String) -> CommandFailure {
        let ids = all.map(\.id)
        let hint = LocatedYAML.didYouMean(id, among: ids).map { " (\($0))" } ?? ""
        return .usage("There is no rule '\(id)'\(hint). `touchtone lint --rules` lists them.")
    }
}

extension LintPage {
    init(_ check: BotFileCheck) {
        self.init(
            id: check.rawValue,
            severity: .error,
            family: "files",
            summary: LintPage.firstSentence(of: check.explanation),
            explanation: check.explanation
        )
    }
}
