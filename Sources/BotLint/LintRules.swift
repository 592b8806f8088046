/// Every rule there is, by name.
package enum LintRules {
    package static let all: [any LintRule] = [
        ClashingKey(),
        ClashingPhrase(),
        DeadEnd(),
        NoPathToEnd(),
        NoSilenceExit(),
        NoWrongAnswerExit(),
        OptOutHidden(),
        OptOutNotReachable(),
        OptOutSecondStep(),
        SilentLoop(),
        UnreachableNode(),
    ]

    /// The rule of this name.
    package static func named(_ id: String) -> (any LintRule)? { all.first { $0.id == id } }
}
