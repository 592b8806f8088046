import BotGraph

/// Where in a drawing each finding shows: at a node, at one of its ways, or at what holds for the whole bot.
///
/// A finding stands at a place in the file. It belongs to the node, or the part of the header, that begins last before it,
/// and to a way out of that node where its place is one of the way's own.
struct FindingPlaces {
    /// Findings about the bot as a whole.
    private(set) var header: [BotDrawing.Mark] = []
    private(set) var start: [BotDrawing.Mark] = []
    private(set) var optOut: [BotDrawing.Mark] = []
    private(set) var `operator`: [BotDrawing.Mark] = []
    /// Findings about `repeat` and `help`.
    private(set) var universals: [BotDrawing.Mark] = []
    private var nodes: [NodeID: [BotDrawing.Mark]] = [:]
    private var ways: [Way: [BotDrawing.Mark]] = [:]

    private struct Way: Hashable {
        let node: NodeID
        let index: Int
    }

    private enum Owner {
        case node(Node)
        case start
        case optOut
        case `operator`
        case universals
        case header
    }

    init(_ findings: [Diagnostic], in bot: Bot) {
        guard !findings.isEmpty else { return }
        let anchors = FindingPlaces.anchors(in: bot)
        for finding in findings.sorted() {
            let mark = BotDrawing.Mark(finding)
            switch FindingPlaces.owner(of: finding.location, among: anchors) {
            case .header: header.append(mark)
            case .start: start.append(mark)
            case .optOut: optOut.append(mark)
            case .operator: `operator`.append(mark)
            case .universals: universals.append(mark)
            case .node(let node):
                let own = DrawnWay.ways(from: node)
                if let index = own.firstIndex(where: { $0.places.contains(finding.location) }) {
                    ways[Way(node: node.id, index: index), default: []].append(mark)
                } else {
                    nodes[node.id, default: []].append(mark)
                }
            }
        }
    }

    func marks(at node: NodeID) -> [BotDrawing.Mark] { nodes[node] ?? [] }
    func marks(at node: NodeID, way: Int) -> [BotDrawing.Mark] { ways[Way(node: node, index: way)] ?? [] }

    /// What begins where, in the order of the file.
    private static func anchors(in bot: Bot) -> [(location: SourceLocation, owner: Owner)] {
        var anchors: [(location: SourceLocation, owner: Owner)] = bot.nodes.map { ($0.location, .node($0)) }
        anchors.append((bot.startLocation, .start))
        if let policy = bot.optOut { anchors.append((policy.location, .optOut)) }
        if let intent = bot.intent { anchors.append((intent.location, .header)) }
        let universals = bot.universals
        for trigger in [universals.repetition, universals.help].compactMap(\.self) {
            anchors.append((trigger.location, .universals))
        }
        if let trigger = universals.operator { anchors.append((trigger.location, .operator)) }
        anchors += bot.variables.map { ($0.location, .header) }
        return anchors.sorted { $0.location < $1.location }
    }

    private static func owner(
        of location: SourceLocation,
        among anchors: [(location: SourceLocation, owner: Owner)]
    ) -> Owner {
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].location <= location { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return .header }
        let anchor = anchors[low - 1]
        if case .start = anchor.owner { return anchor.location == location ? .start : .header }
        // A key in the first column is one of the file's outermost map, so what stood before it is over.
        let isOutside = location.column == 1 && location.line > anchor.location.line
        return isOutside ? .header : anchor.owner
    }
}
