import BotGraph
import Telephony

/// The replies of a bot that speak the most: what is said from one listening node to the next.
struct LongestReplies {
    /// A reply: the nodes that a call passes without waiting, the last of which may wait.
    struct Reply {
        let bytes: Int
        let path: [Node]
    }

    private let nodes: [Node]
    private let sizes: [Int]
    /// The most that is said from a node on, and the node that goes on with it.
    private var totals: [Int]
    private var following: [Int?]

    /// The longest reply from each node on that is longer than so many bytes, the longest of a path alone.
    static func over(_ limit: Int, in bot: Bot, _ graph: CallGraph, language: LanguageTag) -> [Reply] {
        let sizes = bot.nodes.map { node in node.prompt.map { WrittenSize.bytes(of: $0, in: language) } ?? 0 }
        // Nothing can be too long where the longest prompts, as many as one reply has, are not.
        guard sizes.sorted(by: >).prefix(nodesPerReply).reduce(0, +) > limit else { return [] }
        var search = LongestReplies(nodes: bot.nodes, sizes: sizes)
        search.run(graph)
        return search.replies(over: limit)
    }

    private init(nodes: [Node], sizes: [Int]) {
        self.nodes = nodes
        self.sizes = sizes
        totals = sizes
        following = Array(repeating: nil, count: nodes.count)
    }

    /// Adds up from the ends, in one walk with a stack of our own; a way back into the path is not gone twice.
    private mutating func run(_ graph: CallGraph) {
        let places = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var isOpen = Array(repeating: false, count: nodes.count)
        var isDone = Array(repeating: false, count: nodes.count)
        for root in nodes.indices where !isDone[root] {
            var walk = [root]
            while let node = walk.last {
                guard !isDone[node] else {
                    walk.removeLast()
                    continue
                }
                let next =
                    nodes[node].isPassed ? graph.waysTaken(from: nodes[node].id).compactMap { places[$0.to] } : []
                if !isOpen[node] {
                    isOpen[node] = true
                    walk += next.filter { !isOpen[$0] }
                    continue
                }
                walk.removeLast()
                isDone[node] = true
                let longest = next.filter { isDone[$0] && $0 != node }.max { totals[$0] < totals[$1] }
                guard let longest else { continue }
                totals[node] = sizes[node] + totals[longest]
                following[node] = longest
            }
        }
    }

    private func replies(over limit: Int) -> [Reply] {
        let long = nodes.indices.filter { totals[$0] > limit }
        let continued = Set(long.compactMap { following[$0] })
        return long.filter { !continued.contains($0) }.compactMap { first in
            var path = [first]
            while let last = path.last, let next = following[last], path.count < LongestReplies.nodesPerReply {
                path.append(next)
            }
            let bytes = path.reduce(0) { $0 + sizes[$1] }
            return bytes > limit ? Reply(bytes: bytes, path: path.map { nodes[$0] }) : nil
        }
    }

    /// The nodes that the engine enters for one event; at more it ends the call, and says none of it.
    private static let nodesPerReply = 100
}

extension Node {
    /// Whether a call goes on from the node without waiting.
    fileprivate var isPassed: Bool {
        switch body {
        case .message, .condition, .set: true
        case .decisionMenu, .touchtoneCapture, .forwardCall, .hangUp: false
        }
    }
}
