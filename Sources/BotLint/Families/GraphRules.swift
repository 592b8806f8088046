/// The rules about the shape of the graph.
enum GraphRules {
    static let all: [any LintRule] = [
        BranchNeverTaken(),
        DeadEnd(),
        EndlessRedial(),
        EndlessSilence(),
        EndlessWrongAnswers(),
        LanguageTwins(),
        NoPathToEnd(),
        SilentLoop(),
        UnreachableNode(),
        UnusedExit(),
    ]
}
