import BotGraph
import CallEngine

/// The edges of a bot by number, in the order of the file.
struct EdgeTable {
    let points: [CoveragePoint]
    private let numbers: [CoveragePoint.Kind: Int]

    init(_ bot: Bot) {
        points = CoveragePoint.all(of: bot).filter(\.isEdge)
        numbers = Dictionary(points.enumerated().map { ($1.kind, $0) }) { first, _ in first }
    }

    /// The edges that a call took, each once, in the order taken.
    func edges(in passages: [Passage]) -> [Int] {
        var edges: [Int] = []
        for case .took(let node, let way) in passages {
            if let number = numbers[EdgeTable.kind(node, way)], !edges.contains(number) { edges.append(number) }
        }
        return edges
    }

    private static func kind(_ node: NodeID, _ way: Passage.Way) -> CoveragePoint.Kind {
        switch way {
        case .edge(let label): .edge(node, label)
        case .silence(let count): .silence(node, count)
        case .wrongAnswer(let count): .wrongAnswer(node, count)
        case .optOut: .optOut
        case .repetition: .repetition
        case .help: .help
        case .operator: .operator
        }
    }
}
