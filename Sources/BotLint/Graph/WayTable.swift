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
        ways.reserveCapacity(3 * bot.nodes.count)
        firstWays.reserveCapacity(bot.nodes.count + 1)
        for node in bot.nodes {
            firstWays.append(ways.count)
            WayTable.add(waysFrom: node, in: bot, to: &ways)
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

    private static func add(waysFrom node: Node, in bot: Bot, to ways: inout [CallGraph.Way]) {
        for edge in node.edges {
            ways.append(
                CallGraph.Way(
                    from: node.id,
                    cause: .edge(edge.label),
                    to: edge.target.node,
                    failures: node.failures(before: edge.label)
                )
            )
        }
        if let policy = bot.optOut, policy.ask != .never, let confirm = policy.confirm, node.takesOptOut(in: bot) {
            ways.append(CallGraph.Way(from: node.id, cause: .optOut, to: confirm))
        }
        if case .decisionMenu = node.body, bot.universals.operator != nil, let target = bot.universals.operatorTarget {
            ways.append(CallGraph.Way(from: node.id, cause: .operator, to: target.node))
        }
    }
}

extension Node {
    /// The silences or wrong answers that it takes until the call leaves by an edge: one more than there are prompts.
    fileprivate func failures(before label: Edge.Label) -> [CallGraph.Failure] {
        switch label {
        case .option, .next, .case, .otherwise, .forward: []
        case .noInput: CallGraph.Failure.silence.times(silencePrompts + 1)
        case .noMatch: CallGraph.Failure.wrongAnswer.times(wrongAnswerPrompts + 1)
        case .fallback:
            if case .decisionMenu(let menu) = body, menu.noInput?.then == nil {
                CallGraph.Failure.silence.times(silencePrompts + 1)
            } else {
                CallGraph.Failure.wrongAnswer.times(wrongAnswerPrompts + 1)
            }
        }
    }

    private var silencePrompts: Int {
        switch body {
        case .decisionMenu(let menu): menu.noInput?.prompts.count ?? 0
        case .touchtoneCapture(let capture): capture.noInput?.prompts.count ?? 0
        case .message, .condition, .set, .forwardCall, .hangUp: 0
        }
    }

    private var wrongAnswerPrompts: Int {
        switch body {
        case .decisionMenu(let menu): menu.noMatch?.prompts.count ?? 0
        case .touchtoneCapture(let capture): capture.noMatch?.prompts.count ?? 0
        case .message, .condition, .set, .forwardCall, .hangUp: 0
        }
    }
}

extension CallGraph.Failure {
    /// The failure so many times in a row.
    fileprivate func times(_ count: Int) -> [CallGraph.Failure] {
        // The usual counts are shared: every menu has two such ways.
        let shared = self == .silence ? CallGraph.Failure.silences : CallGraph.Failure.wrongAnswers
        return count < shared.count ? shared[count] : Array(repeating: self, count: count)
    }

    private static let silences = (0...8).map { Array(repeating: CallGraph.Failure.silence, count: $0) }
    private static let wrongAnswers = (0...8).map { Array(repeating: CallGraph.Failure.wrongAnswer, count: $0) }
}
