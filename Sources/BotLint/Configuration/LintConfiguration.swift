/// What a `.touchtone-lint.yaml` says: how grave findings are, and for which files.
///
/// ```yaml
/// provider: signalwire
/// strict: true
/// rules:
///   long-prompt: note
/// paths:
///   - match: "bots/legacy/**"
///     rules: {dead-end: warning}
/// exclude: ["bots/drafts/**"]
/// ```
///
/// Paths are those below the file's own folder. The last entry of `paths` that fits a file and names a rule holds.
package struct LintConfiguration: Hashable, Sendable {
    /// Severities for some files.
    package struct PathRules: Hashable, Sendable {
        package let patterns: [PathPattern]
        package let levels: [String: RuleLevel]
    }

    /// The name of the file.
    package static let fileName = ".touchtone-lint.yaml"
    /// A configuration that says nothing.
    package static let none = LintConfiguration()

    package internal(set) var levels: [String: RuleLevel] = [:]
    package internal(set) var paths: [PathRules] = []
    /// The files that no rule is held against; what the loader finds in them is told all the same.
    package internal(set) var exclude: [PathPattern] = []
    /// Whose calls the bots answer; nil where it is not said.
    package internal(set) var provider: ProviderName?
    /// Whether warnings and notes are errors for the lint command.
    package internal(set) var isStrict = false

    init() {}

    /// How grave findings are in a file, by rule; a rule that is not among them is as grave as it says itself.
    ///
    /// - Parameter path: The file's path below the configuration's folder; nil for one that is not below it.
    /// - Returns: The levels.
    package func levels(for path: String?) -> [String: RuleLevel] {
        guard let path else { return levels }
        return paths.filter { $0.patterns.contains { $0.matches(path) } }
            .reduce(levels) { $0.merging($1.levels) { $1 } }
    }

    /// Whether no rule is held against a file.
    package func excludes(_ path: String?) -> Bool {
        guard let path else { return false }
        return exclude.contains { $0.matches(path) }
    }
}
