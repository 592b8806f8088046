package import BotGraph
package import CallEngine
import Telephony

/// Which points of a bot calls have passed, and how often.
package struct Coverage: Sendable, Hashable {
    package let bot: Bot
    /// Every point, sorted by place.
    package let points: [CoveragePoint]
    private var passes: [CoveragePoint.Kind: Int] = [:]

    package init(of bot: Bot) {
        self.bot = bot
        points = CoveragePoint.all(of: bot)
    }

    /// Adds what one call passed.
    package mutating func add(_ passages: [Passage]) {
        for passage in passages {
            for kind in passage.kinds { passes[kind, default: 0] += 1 }
        }
    }

    /// Adds what another count of the same bot has.
    package mutating func add(_ other: Coverage) {
        passes.merge(other.passes) { $0 + $1 }
    }

    /// How often calls passed a point.
    package func passes(of point: CoveragePoint) -> Int { passes[point.kind] ?? 0 }

    /// The points that no call passed, sorted by place.
    package var missed: [CoveragePoint] { points.filter { passes(of: $0) == 0 } }

    /// How much of all the points was passed.
    package var share: CoverageShare { share { _ in true } }

    /// How much of the points that count was passed.
    package func share(of counts: (CoveragePoint) -> Bool) -> CoverageShare {
        let counted = points.filter(counts)
        return CoverageShare(passed: counted.count { passes(of: $0) > 0 }, total: counted.count)
    }
}

extension Passage {
    /// The points that the passage passes.
    fileprivate var kinds: [CoveragePoint.Kind] {
        switch self {
        case .entered(let node): [.node(node)]
        case .spoke(let location, let language): [.prompt(location), .language(language)]
        case .took(let node, let way):
            switch way {
            case .edge(let label): [.edge(node, label)]
            case .silence(let count): [.silence(node, count)]
            case .wrongAnswer(let count): [.wrongAnswer(node, count)]
            case .optOut: [.optOut]
            case .repetition: [.repetition]
            case .help: [.help]
            case .operator: [.operator]
            }
        }
    }
}
