package import BotGraph

extension CallGraph {
    /// The groups of nodes that lead back to themselves through such nodes alone.
    ///
    /// These are the strongly connected components with a cycle, found in one walk as R. Tarjan has it ("Depth-first search
    /// and linear graph algorithms", 1972), with a stack of our own: a graph may be deeper than the thread's.
    ///
    /// - Parameter isMember: Which nodes count.
    /// - Returns: Each group in the order of the file, and the groups by their first nodes.
    package func cycles(among isMember: (Node) -> Bool) -> [[Node]] {
        let members = nodes.filter(isMember)
        let places = Dictionary(members.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var successors = Successors()
        for node in members {
            for way in ways(from: node.id) { if let place = places[way.to] { successors.add(place) } }
            successors.endNode()
        }
        return ComponentSearch.cycles(of: successors)
            .map { $0.map { members[$0] } }
    }
}

/// Where each of a graph's numbered nodes leads, in one row.
struct Successors {
    private var firsts = [0]
    private var targets: [Int] = []

    /// Adds a successor of the node that comes next.
    mutating func add(_ successor: Int) { targets.append(successor) }

    /// The next node has no further successors.
    mutating func endNode() { firsts.append(targets.count) }

    /// How many nodes there are.
    var count: Int { firsts.count - 1 }

    subscript(node: Int) -> ArraySlice<Int> { targets[firsts[node]..<firsts[node + 1]] }

    fileprivate func count(of node: Int) -> Int { firsts[node + 1] - firsts[node] }
    fileprivate func target(_ number: Int, of node: Int) -> Int { targets[firsts[node] + number] }
}

/// The walk that finds the components of a graph of numbered nodes.
struct ComponentSearch {
    private let successors: Successors
    /// Each after all that it leads to.
    private(set) var components: [[Int]] = []

    private var order: [Int?]
    private var lowest: [Int]
    private var isOpen: [Bool]
    /// The nodes that belong to no component yet, in the order in which they were met.
    private var open: [Int] = []
    private var count = 0

    /// The components that lead back to themselves: each sorted, and by their first nodes.
    static func cycles(of successors: Successors) -> [[Int]] {
        ComponentSearch(of: successors).components
            .filter { $0.count > 1 || $0.contains { successors[$0].contains($0) } }
            .map { $0.sorted() }
            .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    init(of successors: Successors) {
        self.successors = successors
        order = Array(repeating: nil, count: successors.count)
        lowest = Array(repeating: 0, count: successors.count)
        isOpen = Array(repeating: false, count: successors.count)
        for root in 0..<successors.count { visit(root) }
    }

    private mutating func visit(_ root: Int) {
        guard order[root] == nil else { return }
        var walk = [(node: root, next: 0)]
        meet(root)
        while let (node, next) = walk.last {
            guard next < successors.count(of: node) else {
                walk.removeLast()
                if let parent = walk.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
                if lowest[node] == order[node] { close(node) }
                continue
            }
            walk[walk.count - 1].next += 1
            let successor = successors.target(next, of: node)
            if let met = order[successor] {
                if isOpen[successor] { lowest[node] = min(lowest[node], met) }
            } else {
                meet(successor)
                walk.append((successor, 0))
            }
        }
    }

    private mutating func meet(_ node: Int) {
        order[node] = count
        lowest[node] = count
        count += 1
        open.append(node)
        isOpen[node] = true
    }

    /// The node is the first that was met of its component: all that was met since belongs to it.
    private mutating func close(_ node: Int) {
        guard let first = open.lastIndex(of: node) else { return }
        let component = Array(open[first...])
        for member in component { isOpen[member] = false }
        open.removeSubrange(first...)
        components.append(component)
    }
}
