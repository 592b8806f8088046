import BotGraph

/// The nodes of a bot and the ways between them, by number: nodes in the order of the file, the ways of a node in a row.
struct WayTable: Sendable {
    let nodes: [Node]
    let ways: [CallGraph.Way]
    /// Where each way leads; nil where the bot has no such node.
    let targets: [Int?]
    private let firstWays: [Int]
    private let numbers: [NodeID: Int]

    init(_ bot: Bot) {
        nodes = bot.nodes
        numbers = Dictionary(bot.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var ways: [CallGraph.Way] = []
        var firstWays: [Int] = []
        for node in bot.nodes {
            firstWays.append(ways.count)
            ways += WayTable.ways(from: node, in: bot)
        }
        firstWays.append(ways.count)
        self.ways = ways
        self.firstWays = firstWays
        let numbers = numbers
        targets = ways.map { numbers[$0.to] }
    }

    /// The node's number; nil when there is none of this name.
    func number(of node: NodeID) -> Int? { numbers[node] }

    /// The numbers of a node's ways.
    func ways(from node: Int) -> Range<Int> { firstWays[node]..<firstWays[node + 1] }

    private static func ways(from node: Node, in bot: Bot) -> [CallGraph.Way] {
        var ways = node.edges.map { edge in
            CallGraph.Way(
                from: node.id,
                cause: .edge(edge.label),
                to: edge.target.node,
                failures: node.failures(before: edge.label)
            )
        }
        if let policy = bot.optOut, policy.ask != .never, let confirm = policy.confirm, node.takesOptOut(in: bot) {
            ways.append(CallGraph.Way(from: node.id, cause: .optOut, to: confirm))
        }
        if case .decisionMenu = node.body, bot.universals.operator != nil, let target = bot.universals.operatorTarget {
            ways.append(CallGraph.Way(from: node.id, cause: .operator, to: target.node))
        }
        return ways
    }
}

extension Node {
    /// The silences or wrong answers that it takes until the call leaves by an edge: one more than there are prompts.
    fileprivate func failures(before label: Edge.Label) -> [CallGraph.Failure] {
        let (noInput, noMatch, hasSilenceExit): (Retries?, Retries?, Bool)
        switch body {
        case .decisionMenu(let menu):
            (noInput, noMatch, hasSilenceExit) = (menu.noInput, menu.noMatch, menu.noInput?.then != nil)
        case .touchtoneCapture(let capture):
            (noInput, noMatch, hasSilenceExit) = (capture.noInput, capture.noMatch, true)
        case .message, .condition, .set, .forwardCall, .hangUp: return []
        }
        let silences = (noInput?.prompts.count ?? 0) + 1
        let wrongAnswers = (noMatch?.prompts.count ?? 0) + 1
        return switch label {
        case .noInput: Array(repeating: .silence, count: silences)
        case .noMatch: Array(repeating: .wrongAnswer, count: wrongAnswers)
        case .fallback:
            hasSilenceExit
                ? Array(repeating: .wrongAnswer, count: wrongAnswers) : Array(repeating: .silence, count: silences)
        case .option, .next, .case, .otherwise, .forward: []
        }
    }
}
