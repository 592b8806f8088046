/// The rules that the law asks for.
enum ComplianceRules {
    static let all: [any LintRule] = [
        OptOutHidden(),
        OptOutNotReachable(),
        OptOutSecondStep(),
    ]
}
