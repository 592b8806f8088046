import Airscript
import BotGraph

/// The longest speech after a choice that no key or word can cut short, because no node that listens follows it.
///
/// What is spoken before a node that listens is spoken while it listens already; what is spoken before a `hang_up` or a
/// `forward_call` is not.
struct DeafStretches {
    /// A stretch.
    struct Stretch {
        /// Its first node that speaks.
        let node: Node
        let path: [CallGraph.Way]
        let milliseconds: Int64
    }

    /// A way on the longest path, by the place of its target among the nodes.
    private struct Next {
        let way: CallGraph.Way
        let place: Int
    }

    /// How long the speech from a node to an end is at most.
    private struct Reach {
        let length: Int64
        let next: Next?
    }

    private let graph: CallGraph
    private let nodes: [Node]
    /// For each node that leads to an end without a node that listens; nil for the others.
    private var longest: [Reach?]
    private var ways: [[Next]]
    private var isSettled: [Bool]

    init(_ bot: Bot, _ graph: CallGraph) {
        self.graph = graph
        nodes = bot.nodes
        let places = Dictionary(bot.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        ways = bot.nodes.map { node in
            graph.ways(from: node.id).compactMap { way in places[way.to].map { Next(way: way, place: $0) } }
        }
        longest = Array(repeating: nil, count: bot.nodes.count)
        isSettled = bot.nodes.map(\.listens)
        for place in nodes.indices where !isSettled[place] { measure(from: place) }
    }

    /// The stretches longer than a limit that follow a choice or a forwarded call, in the order of the file.
    ///
    /// What follows the bot's question whether to stop is left out: the caller has asked already.
    func stretches(longerThan limit: Int64) -> [Stretch] {
        var found: [Stretch] = []
        var seen: Set<NodeID> = []
        for (place, node) in nodes.enumerated() where node.listens || node.forwards {
            if case .decisionMenu(let menu) = node.body, menu.decidesOptOut { continue }
            for next in ways[place] where next.way.cause != .optOut {
                guard let bound = longest[next.place]?.length, bound > limit, graph.isReachable(node.id) else {
                    continue
                }
                guard let stretch = stretch(from: next.place), stretch.milliseconds > limit else { continue }
                if seen.insert(stretch.node.id).inserted { found.append(stretch) }
            }
        }
        return found
    }

    private func stretch(from start: Int) -> Stretch? {
        var path: [CallGraph.Way] = []
        var speaker: Node?
        var milliseconds: Int64 = 0
        var place = start
        while let reach = longest[place] {
            if let prompt = nodes[place].prompt, !prompt.isEmpty {
                if speaker == nil { speaker = nodes[place] }
                milliseconds += length(of: prompt) { SpokenLength.milliseconds(of: SampleValues.rough($0)) }
            }
            guard let next = reach.next else { break }
            path.append(next.way)
            place = next.place
        }
        return speaker.map { Stretch(node: $0, path: path, milliseconds: milliseconds) }
    }

    /// Works out a node and all that it leads to, deepest first, with a stack of our own.
    private mutating func measure(from root: Int) {
        var isOpen: Set<Int> = [root]
        var stack = [(place: root, next: 0)]
        while let (place, next) = stack.last {
            guard !nodes[place].forwards, next < ways[place].count else {
                stack.removeLast()
                settle(place)
                continue
            }
            stack[stack.count - 1].next += 1
            let target = ways[place][next].place
            guard !isSettled[target], isOpen.insert(target).inserted else { continue }
            stack.append((target, 0))
        }
    }

    private mutating func settle(_ place: Int) {
        isSettled[place] = true
        let node = nodes[place]
        let own = node.prompt.map { length(of: $0, SpokenLength.bound) } ?? 0
        if case .hangUp = node.body {
            longest[place] = Reach(length: own, next: nil)
        } else if node.forwards {
            longest[place] = Reach(length: own, next: nil)
        } else {
            let after = ways[place].compactMap { next in longest[next.place].map { (next: next, length: $0.length) } }
            let best = after.reduce(after.first) { $1.length > ($0?.length ?? 0) ? $1 : $0 }
            longest[place] = best.map { Reach(length: own + $0.length, next: $0.next) }
        }
    }

    /// The longest that a prompt takes in any language; recordings are not counted.
    private func length(of prompt: Prompt, _ measure: (Template) -> Int64) -> Int64 {
        let groups = prompt.byLanguage.isEmpty ? [prompt.fallback] : Array(prompt.byLanguage.values)
        return groups.map { pieces in
            pieces.reduce(0) { total, piece in
                guard case .text(let template, _) = piece else { return total }
                return total + measure(template)
            }
        }
        .max() ?? 0
    }
}
