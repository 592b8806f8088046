import Airscript
import BotGraph

/// Finds reads of variables that nothing has set yet on some way from the start.
///
/// A variable counts as set once anything on the way may have set it, or has asked about it; and where a condition looks at
/// a variable of the bot's own the ways behind it are not followed: which of them a call takes may depend on what was set.
struct UnsetVariables {
    /// A read, with the ways of a call that gets there first.
    struct Finding {
        let variable: String
        let reference: Reference
        let use: ExpressionUse
        let path: [CallGraph.Way]
    }

    private let bot: Bot
    private let data: DataFlow
    private let graph: CallGraph
    private let places: [NodeID: Int]
    /// The variables that are looked at together, each with a bit of its own.
    private let bits: [String: UInt64]

    /// Every finding, one for a variable.
    static func findings(of variables: [String], in bot: Bot, _ data: DataFlow, _ graph: CallGraph) -> [Finding] {
        let places = Dictionary(bot.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return stride(from: 0, to: variables.count, by: 64).flatMap { first -> [Finding] in
            let block = variables[first..<min(first + 64, variables.count)]
            let bits = Dictionary(block.enumerated().map { ($1, UInt64(1) << UInt64($0)) }) { first, _ in first }
            let search = UnsetVariables(bot: bot, data: data, graph: graph, places: places, bits: bits)
            let found = search.everywhere()
            return block.compactMap { variable in
                guard let bit = bits[variable], found & bit != 0 else { return nil }
                return search.first(variable, bit)
            }
        }
    }

    /// The variables that are read somewhere while they may be unset.
    private func everywhere() -> UInt64 {
        guard let start = places[bot.start] else { return 0 }
        var unset = Array(repeating: UInt64(0), count: bot.nodes.count)
        unset[start] = bits.values.reduce(0, |)
        var queue = [start]
        var found: UInt64 = 0
        while let place = queue.popLast() {
            var passage = Passage(bits: bits, unset: unset[place])
            passage.enter(data.visits[place])
            found |= passage.found
            for way in graph.waysTaken(from: bot.nodes[place].id) {
                guard let next = places[way.to] else { continue }
                let left = unset[next] | passage.unset(after: way, at: bot.nodes[place], data)
                guard left != unset[next] else { continue }
                unset[next] = left
                queue.append(next)
            }
        }
        return found
    }

    /// The read that a call can get to by the fewest ways.
    private func first(_ variable: String, _ bit: UInt64) -> Finding? {
        guard let start = places[bot.start] else { return nil }
        var arrivals: [Int: CallGraph.Way] = [:]
        var seen: Set<Int> = [start]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let place = queue[next]
            next += 1
            var passage = Passage(bits: [variable: bit], unset: bit)
            passage.enter(data.visits[place])
            if let (reference, use) = passage.firstRead {
                var path: [CallGraph.Way] = []
                var current = place
                while let way = arrivals[current], let before = places[way.from] {
                    path.append(way)
                    current = before
                }
                return Finding(variable: variable, reference: reference, use: use, path: path.reversed())
            }
            for way in graph.waysTaken(from: bot.nodes[place].id) {
                guard let target = places[way.to], !seen.contains(target) else { continue }
                guard passage.unset(after: way, at: bot.nodes[place], data) != 0 else { continue }
                seen.insert(target)
                arrivals[target] = way
                queue.append(target)
            }
        }
        return nil
    }
}

/// A call's stay at a node, as far as variables go.
private struct Passage {
    let bits: [String: UInt64]
    /// What may be unset, from the node's entry on.
    private(set) var unset: UInt64
    private(set) var found: UInt64 = 0
    private(set) var firstRead: (Reference, ExpressionUse)?
    private var visit = DataFlow.Visit()

    init(bits: [String: UInt64], unset: UInt64) {
        self.bits = bits
        self.unset = unset
    }

    mutating func enter(_ visit: DataFlow.Visit) {
        guard !visit.isEmpty else { return }
        self.visit = visit
        unset = pass(visit.entering, unset)
        _ = pass(visit.failing, unset)
        for (_, steps) in visit.choosing.sorted(by: { $0.key < $1.key }) { _ = pass(steps, unset) }
        _ = pass(visit.capturing, unset)
    }

    /// What may be unset once a call has taken a way out of the node.
    func unset(after way: CallGraph.Way, at node: Node, _ data: DataFlow) -> UInt64 {
        guard case .edge(let label) = way.cause, !visit.isEmpty else { return unset }
        if case .condition = node.body, visit.asksAbout(data.written) { return 0 }
        var copy = self
        switch label {
        case .option(let name): return copy.pass(visit.choosing[name] ?? [], unset)
        case .next: return copy.pass(visit.capturing, unset)
        case .noInput, .noMatch, .fallback: return copy.pass(visit.failing, unset)
        case .case, .otherwise, .forward: return unset
        }
    }

    /// Takes the steps; returns what may be unset after them.
    private mutating func pass(_ steps: [DataFlow.Step], _ before: UInt64) -> UInt64 {
        var unset = before
        for step in steps {
            guard unset != 0 else { return 0 }
            switch step {
            case .set(let name, _): unset &= ~(bits[name] ?? 0)
            case .read(let use): unset = read(use, unset)
            }
        }
        return unset
    }

    private mutating func read(_ use: ExpressionUse, _ before: UInt64) -> UInt64 {
        let concerned = use.expression.references.filter { before & (bits[$0.path.first ?? ""] ?? 0) != 0 }
        guard !concerned.isEmpty else { return before }
        for reference in use.readsWithoutGuard {
            guard let bit = bits[reference.path.first ?? ""], before & bit != 0 else { continue }
            found |= bit
            if firstRead == nil { firstRead = (reference, use) }
        }
        guard use.purpose == .decides else { return before }
        return concerned.reduce(before) { $0 & ~(bits[$1.path.first ?? ""] ?? 0) }
    }
}

extension DataFlow.Visit {
    /// Whether what it decides depends on one of these variables.
    fileprivate func asksAbout(_ variables: Set<String>) -> Bool {
        entering.contains { step in
            guard case .read(let use) = step, use.purpose == .decides else { return false }
            return use.expression.references.contains { variables.contains($0.path.first ?? "") }
        }
    }
}
