package import BotGraph

/// A bot as the ways a call can take.
///
/// Beside the edges that nodes have of their own, a call can leave every listening node by the bot's opt-out, to its
/// confirming menu, and every menu by the `operator` universal.
package struct CallGraph: Sendable {
    /// One way from a node to another.
    package struct Way: Hashable, Sendable {
        /// What makes a call take it.
        package enum Cause: Hashable, Sendable {
            case edge(Edge.Label)
            case optOut
            case `operator`
        }

        package let from: NodeID
        package let cause: Cause
        package let to: NodeID
    }

    package let start: NodeID
    /// The nodes in the order of the file.
    package let nodes: [Node]

    private let waysByNode: [NodeID: [Way]]
    private let arrivals: [NodeID: Arrival]

    /// How a shortest path from the start comes to a node.
    private enum Arrival: Sendable {
        case asStart
        case by(Way)
    }

    package init(_ bot: Bot) {
        start = bot.start
        nodes = bot.nodes
        var waysByNode: [NodeID: [Way]] = [:]
        for node in bot.nodes where waysByNode[node.id] == nil {
            waysByNode[node.id] = CallGraph.ways(from: node, in: bot).filter { bot[$0.to] != nil }
        }
        self.waysByNode = waysByNode
        arrivals = bot[bot.start] == nil ? [:] : CallGraph.arrivals(from: bot.start, waysByNode)
    }

    /// The ways out of a node, its own edges first.
    package func ways(from node: NodeID) -> [Way] { waysByNode[node] ?? [] }

    /// Whether a call can get to the node.
    package func isReachable(_ node: NodeID) -> Bool { arrivals[node] != nil }

    /// A shortest path from the start; empty for the start itself, nil for a node that no call gets to.
    package func path(to node: NodeID) -> [Way]? {
        arrivals[node] == nil ? nil : CallGraph.path(to: node, by: arrivals)
    }

    private static func path(to node: NodeID, by arrivals: [NodeID: Arrival]) -> [Way] {
        var path: [Way] = []
        var current = node
        while case .by(let way) = arrivals[current] {
            path.append(way)
            current = way.from
        }
        return path.reversed()
    }

    private static func ways(from node: Node, in bot: Bot) -> [Way] {
        var ways = node.edges.map { Way(from: node.id, cause: .edge($0.label), to: $0.target.node) }
        if let policy = bot.optOut, policy.ask != .never, let confirm = policy.confirm, node.takesOptOut(in: bot) {
            ways.append(Way(from: node.id, cause: .optOut, to: confirm))
        }
        if case .decisionMenu = node.body, bot.universals.operator != nil, let target = bot.universals.operatorTarget {
            ways.append(Way(from: node.id, cause: .operator, to: target.node))
        }
        return ways
    }

    private static func arrivals(from start: NodeID, _ waysByNode: [NodeID: [Way]]) -> [NodeID: Arrival] {
        var arrivals: [NodeID: Arrival] = [start: .asStart]
        var queue = [start]
        var next = 0
        while next < queue.count {
            for way in waysByNode[queue[next]] ?? [] where arrivals[way.to] == nil {
                arrivals[way.to] = .by(way)
                queue.append(way.to)
            }
            next += 1
        }
        return arrivals
    }
}

// MARK: - Questions

extension CallGraph {
    /// The nodes from which one of the goals can be reached by the ways that count, the goals among them.
    package func nodes(leadingTo goals: Set<NodeID>, by counts: (Way) -> Bool = { _ in true }) -> Set<NodeID> {
        var sources: [NodeID: [NodeID]] = [:]
        for way in nodes.flatMap({ ways(from: $0.id) }) where counts(way) {
            sources[way.to, default: []].append(way.from)
        }
        var found = goals
        var queue = Array(goals)
        while let node = queue.popLast() {
            for source in sources[node] ?? [] where found.insert(source).inserted { queue.append(source) }
        }
        return found
    }

    /// A shortest path to a node that is a goal, through nodes that a call may pass; nil when there is none.
    ///
    /// - Parameters:
    ///   - origin: Where the path starts. It may be the goal itself.
    ///   - isGoal: Whether a node ends the path.
    ///   - mayPass: Whether a node may stand on the path, its ends included.
    /// - Returns: The ways in order; none where the origin is the goal.
    package func path(from origin: NodeID, toFirst isGoal: (Node) -> Bool, through mayPass: (Node) -> Bool) -> [Way]? {
        let byID = Dictionary(nodes.map { ($0.id, $0) }) { first, _ in first }
        var arrivals: [NodeID: Arrival] = [origin: .asStart]
        var queue = [origin]
        var next = 0
        while next < queue.count {
            let id = queue[next]
            next += 1
            guard let node = byID[id], mayPass(node) else { continue }
            if isGoal(node) { return CallGraph.path(to: id, by: arrivals) }
            for way in ways(from: id) where arrivals[way.to] == nil {
                arrivals[way.to] = .by(way)
                queue.append(way.to)
            }
        }
        return nil
    }
}
