/// Every rule there is, by name.
package enum LintRules {
    package static let all: [any LintRule] =
        (GraphRules.all + InputRules.all + PromptRules.all + ComplianceRules.all + DataRules.all + ProviderRules.all)
        .sorted { $0.id < $1.id }

    /// The rule of this name.
    package static func named(_ id: String) -> (any LintRule)? { all.first { $0.id == id } }
}
