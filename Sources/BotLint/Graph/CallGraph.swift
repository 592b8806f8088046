package import BotGraph

/// A bot as the ways a call can take.
///
/// Beside the edges that nodes have of their own, a call can leave every listening node by the bot's opt-out, to its
/// confirming menu, and every menu by the `operator` universal.
package struct CallGraph: Sendable {
    /// What a caller may fail to give.
    package enum Failure: Hashable, Sendable {
        case silence
        case wrongAnswer
    }

    /// One way from a node to another.
    package struct Way: Hashable, Sendable {
        /// What makes a call take it.
        package enum Cause: Hashable, Sendable {
            case edge(Edge.Label)
            case optOut
            case `operator`
            /// A request to stop was asked about and taken back: the call is where it was.
            case withdrawn
        }

        package let from: NodeID
        package let cause: Cause
        package let to: NodeID
        /// The silences and wrong answers at the node before the call takes it, in order.
        package var failures: [Failure] = []
    }

    package let start: NodeID
    /// The nodes in the order of the file.
    package let nodes: [Node]
    /// What calls can come to: the product of nodes, counters, languages and values.
    package let states: CallStates

    private let table: WayTable

    /// How a shortest path from the start comes to a node.
    private enum Arrival: Sendable {
        case asStart
        case by(Way)
    }

    package init(_ bot: Bot) {
        start = bot.start
        nodes = bot.nodes
        let table = WayTable(bot)
        self.table = table
        states = CallStates(bot, table)
    }

    /// The ways out of a node, its own edges first, whether or not a call can take them.
    package func ways(from node: NodeID) -> [Way] {
        guard let number = table.number(of: node) else { return [] }
        return table.ways(from: number).filter { table.targets[$0] != nil }.map { table.ways[$0] }
    }

    /// The ways out of a node that some call takes.
    package func waysTaken(from node: NodeID) -> [Way] {
        guard let number = table.number(of: node) else { return [] }
        return table.ways(from: number).filter { states.open.isTaken[$0] }.map { table.ways[$0] }
    }

    /// Whether a call can get to the node.
    package func isReachable(_ node: NodeID) -> Bool { states.isReachable(node) }

    /// A shortest path from the start; empty for the start itself, nil for a node that no call gets to.
    ///
    /// It is one that a call can take, by what is known of the variables.
    package func path(to node: NodeID) -> [Way]? { states.path(to: node) }

    private static func path(to node: NodeID, by arrivals: [NodeID: Arrival]) -> [Way] {
        var path: [Way] = []
        var current = node
        while case .by(let way) = arrivals[current] {
            path.append(way)
            current = way.from
        }
        return path.reversed()
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
