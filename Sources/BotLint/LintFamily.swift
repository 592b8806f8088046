/// What a rule is about; its file lies in the folder of its family.
package enum LintFamily: String, Hashable, Sendable, CaseIterable {
    case graph
    case input
    case prompts
    case compliance
    case data
    case provider
}
