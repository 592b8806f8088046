package import BotGraph

/// One thing that is checked about a loaded bot, in a file of its own under `Rules`.
///
/// A rule finds mistakes that a caller would meet, not matters of taste: a false alarm costs more than a missed nicety. Its
/// examples are its page and its test alike.
package protocol LintRule: Sendable {
    /// The rule's name in kebab case, never reused.
    var id: String { get }
    var family: LintFamily { get }
    /// How grave its findings are, where a finding does not say otherwise.
    var severity: Diagnostic.Severity { get }
    /// What it finds, in one sentence without a full stop.
    var summary: String { get }
    /// The rule's page: why it matters, what is and is not found, what to do.
    var explanation: String { get }
    var examples: LintExamples { get }

    /// The findings about a bot, in any order.
    func check(_ subject: LintSubject) -> [Diagnostic]
}

/// Bot files that show a rule.
package struct LintExamples: Hashable, Sendable {
    /// Files that no rule finds anything in.
    package let passing: [String]
    /// Files that the rule finds something in, with `↓` before each place where it does.
    package let failing: [String]
    /// The recordings that the failing examples name; nil when none do.
    package let recordings: PromptCatalogue?
    /// Whose calls the bots of the examples answer.
    package let provider: ProviderName

    package init(
        passing: [String],
        failing: [String],
        recordings: PromptCatalogue? = nil,
        provider: ProviderName = .twilio
    ) {
        self.passing = passing
        self.failing = failing
        self.recordings = recordings
        self.provider = provider
    }
}

/// The wording of a finding.
///
/// It is a type so that a rule's sentences stand together, each with a name, in a private extension in the rule's file.
struct LintMessage: Hashable, Sendable, ExpressibleByStringInterpolation {
    let text: String

    init(stringLiteral text: String) {
        self.text = text
    }
}

extension LintRule {
    /// A finding of this rule.
    ///
    /// - Parameters:
    ///   - message: What is wrong and what to do.
    ///   - location: Where.
    ///   - length: How many scalars it covers.
    ///   - severity: How grave it is, where that is not as grave as the rule says.
    ///   - notes: Other places that explain it.
    ///   - fix: The change that certainly mends it.
    /// - Returns: The finding, under this rule's id.
    func finding(
        _ message: LintMessage,
        at location: SourceLocation,
        length: Int = 1,
        severity: Diagnostic.Severity? = nil,
        notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: severity ?? self.severity,
            message: message.text,
            location: location,
            length: length,
            notes: notes,
            fix: fix
        )
    }

    /// A finding about a node, at its name.
    func finding(
        _ message: LintMessage,
        at node: Node,
        severity: Diagnostic.Severity? = nil,
        notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) -> Diagnostic {
        let length = node.id.text.unicodeScalars.count
        return finding(message, at: node.location, length: length, severity: severity, notes: notes, fix: fix)
    }
}
