/// The rules about the shape of the graph.
enum GraphRules {
    static let all: [any LintRule] = [
        DeadEnd(),
        NoPathToEnd(),
        SilentLoop(),
        UnreachableNode(),
    ]
}
