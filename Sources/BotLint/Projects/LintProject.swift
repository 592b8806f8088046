package import BotGraph

/// All the bots of a folder together, with the recordings they share.
package struct LintProject: Sendable {
    package let bots: [Bot]
    package let recordings: PromptCatalogue
    /// The folder of the recordings as findings shall name it, such as `prompts`.
    package let recordingsFolder: String
    /// Whether these are all the bots that use the recordings, and each could be read.
    ///
    /// Without that nothing can be said to be unused.
    package let isComplete: Bool

    package init(bots: [Bot], recordings: PromptCatalogue, recordingsFolder: String, isComplete: Bool) {
        self.bots = bots
        self.recordings = recordings
        self.recordingsFolder = recordingsFolder
        self.isComplete = isComplete
    }

    /// What the rules for projects find: sorted, each finding once.
    package func lint(rules: [any ProjectRule] = ProjectRules.all) -> [Diagnostic] {
        Set(rules.flatMap { $0.check(self) }).sorted()
    }
}

/// One thing that is checked about a project as a whole, beside what `LintRule` says of each bot.
package protocol ProjectRule: Sendable {
    /// The rule's name in kebab case, never reused, neither by a rule for bots.
    var id: String { get }
    var severity: Diagnostic.Severity { get }
    /// What it finds, in one sentence without a full stop.
    var summary: String { get }
    /// The rule's page.
    var explanation: String { get }

    /// The findings about a project, in any order.
    func check(_ project: LintProject) -> [Diagnostic]
}

/// The rules for projects, sorted by id.
package enum ProjectRules {
    package static let all: [any ProjectRule] = [UnusedRecording()]

    package static func named(_ id: String) -> (any ProjectRule)? { all.first { $0.id == id } }
}
