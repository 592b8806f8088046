import BotGraph
import CallEngine

/// The states that calls of a bot come to, and the ways between them.
struct StateGraph {
    /// Where a way leads.
    enum Target: Hashable {
        case state(Int)
        case end(EndReason)
        /// Past the bounds of the exploration.
        case unknown
    }

    /// A way from a state: ways that take the same edges to the same place are one.
    struct Way {
        let act: ExploredAct
        let target: Target
        /// The numbers of the edges that are taken on it.
        let edges: [Int]
        /// How long what is heard on it takes to speak, in milliseconds.
        let speech: Int64
    }

    /// A start with its values, and what happens up to the first place that waits.
    struct Start {
        let values: StartValues
        let target: Target
        let edges: [Int]
        let speech: Int64
    }

    /// How a state was come to first, which is by the fewest acts.
    enum Arrival {
        case start(Int)
        case act(ExploredAct, from: Int)
    }

    struct State {
        let node: NodeID
        let depth: Int
        let arrival: Arrival
        /// Whether the caller has not yet been silent or wrong here.
        let isFresh: Bool
        var ways: [Way] = []
        /// Where silence leads; nil where none is possible.
        var silence: Target?
        var wrongAnswer: Target?
        /// Whether all acts were tried.
        var isExplored = false
    }

    var starts: [Start] = []
    var states: [State] = []

    /// The acts of a shortest call to a state, and the start that it begins with.
    func path(to state: Int) -> (start: Int, acts: [ExploredAct]) {
        var acts: [ExploredAct] = []
        var current = state
        while true {
            switch states[current].arrival {
            case .start(let number): return (number, acts.reversed())
            case .act(let act, let from):
                acts.append(act)
                current = from
            }
        }
    }
}
