/// The rules about what is said.
enum PromptRules {
    static let all: [any LintRule] = []
}
