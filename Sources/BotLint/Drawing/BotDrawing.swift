import BotGraph

/// A bot as a picture: what stands in it, whatever the format it is written in.
///
/// Nodes and edges keep the order of the file, so that the same bot always gives the same text.
package struct BotDrawing: Hashable, Sendable {
    /// A thing that edges lead to or from.
    package struct Node: Hashable, Sendable {
        /// The node's name; what the drawing adds of its own has a space in its name, which no node of a bot has.
        let id: String
        let shape: Shape
        /// The line that stands out.
        let title: String
        /// What kind of thing it is; empty where the shape says all.
        let kind: String
        /// What it says, shortened and broken into lines.
        let lines: [String]
        var marks: [Mark] = []
        /// Whether a call can get here.
        var isReachable = true
        var isStart = false
        /// How far calls have walked it; nil where that is not drawn.
        var walk: DrawnWalk?
    }

    /// What a node looks like.
    package enum Shape: Hashable, Sendable, CaseIterable {
        /// Where calls come in.
        case entry
        /// What holds at every menu.
        case everyMenu
        case menu
        case capture
        case message
        case condition
        case set
        case forward
        case end
    }

    /// One line from a node to another, for all the ways that lead from the one to the other.
    package struct Edge: Hashable, Sendable {
        let from: String
        let to: String
        var labels: [String]
        /// Whether it stands for something that is not written at the node it leaves.
        let isDashed: Bool
        var marks: [Mark] = []
        var isReachable = true
        /// How far calls have walked it; nil where that is not drawn.
        var walk: DrawnWalk?
    }

    /// A finding at the place where it shows.
    package struct Mark: Hashable, Sendable {
        let severity: Diagnostic.Severity
        let id: String
        let message: String

        init(_ finding: Diagnostic) {
            severity = finding.severity
            id = finding.id
            message = finding.message
        }
    }

    let title: String
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []

    private var edgePlaces: [EdgeKey: Int] = [:]

    private struct EdgeKey: Hashable {
        let from: String
        let to: String
        let isDashed: Bool
    }

    init(title: String) {
        self.title = title
    }

    mutating func add(_ node: Node) {
        nodes.append(node)
    }

    /// Adds an edge; one between the same two ends gets its labels.
    mutating func add(_ edge: Edge) {
        let key = EdgeKey(from: edge.from, to: edge.to, isDashed: edge.isDashed)
        if let place = edgePlaces[key] {
            edges[place].labels += edge.labels
            edges[place].marks += edge.marks
            edges[place].walk = edges[place].walk.flatMap { own in edge.walk.map { own + $0 } ?? own } ?? edge.walk
        } else {
            edgePlaces[key] = edges.count
            edges.append(edge)
        }
    }
}

extension [BotDrawing.Mark] {
    /// The gravest of the findings; nil when there is none.
    var gravest: Diagnostic.Severity? { self.map(\.severity).max() }

    /// The rules that found something, each once, the gravest first.
    var ids: [(severity: Diagnostic.Severity, id: String)] {
        var seen: Set<String> = []
        return sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
            .filter { seen.insert($0.id).inserted }
            .map { ($0.severity, $0.id) }
    }
}
