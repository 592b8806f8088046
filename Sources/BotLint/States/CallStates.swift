package import Airscript
package import BotGraph
import Telephony

/// What calls of a bot can come to: the product of its nodes, counters, languages and what is known of its variables.
///
/// Two kinds of calls are looked at. In an open call every declared variable may have been set by whoever started it, as the
/// voice URL's `set.NAME` does: what no open call does, no call does. A plain call starts with the file's own values, and
/// what is found to go wrong in it is a call that really happens.
package struct CallStates: Sendable {
    let map: StateMap
    let open: Exploration
    let plain: Exploration
    /// What several rules ask for, found once.
    private(set) var traps = Traps()

    init(_ bot: Bot, _ table: WayTable) {
        map = StateMap(bot, table)
        let declared = Dictionary(bot.variables.map { ($0.name, $0) }) { first, _ in first }
        let languages = PossibleValues(anyOf: bot.languages.map { Value.text($0.text) })
        let openValues = map.variables.names.map { name -> PossibleValues in
            if name == ControlVariables.language { return languages }
            return declared[name]?.isRequired == true ? .notNull : .any
        }
        let plainValues = map.variables.names.map { name -> PossibleValues in
            if name == ControlVariables.language { return languages }
            guard let declaration = declared[name], !declaration.isRequired else { return .notNull }
            return PossibleValues(declaration.defaultValue ?? .null)
        }
        open = Explorer.explore(map, from: openValues)
        plain = openValues == plainValues ? open : Explorer.explore(map, from: plainValues)
        traps = Traps(self)
    }

    /// How many states were told apart; it grows with the bot and not faster.
    package var count: Int { open.states.count }

    /// Whether a call can get to the node.
    package func isReachable(_ node: NodeID) -> Bool {
        map.table.number(of: node).flatMap { open.firstStates[$0] } != nil
    }

    /// Whether a call can get to the node that starts with the file's own values.
    package func isReachableByDefault(_ node: NodeID) -> Bool {
        map.table.number(of: node).flatMap { plain.firstStates[$0] } != nil
    }

    /// A shortest path from the start; empty for the start itself, nil for a node that no call gets to.
    package func path(to node: NodeID) -> [CallGraph.Way]? {
        map.table.number(of: node).flatMap { open.firstStates[$0] }.map { path(to: $0, in: open) }
    }

    /// What a variable that conditions depend on can be whenever a call stands at the node; nil where none does.
    ///
    /// A variable on which no later condition depends may be anything.
    package func values(of variable: String, at node: NodeID) -> PossibleValues? {
        guard let node = map.table.number(of: node), open.firstStates[node] != nil else { return nil }
        guard let variable = map.variables.number(of: variable) else { return .any }
        return open.states.indices.lazy.filter { open.states[$0].node == node && open.states[$0].valuation >= 0 }
            .reduce(PossibleValues.none) { $0.union(open.valuations.values(of: variable, in: open.row(of: $1))) }
    }

    /// The ways that lead from the start to a state.
    func path(to state: Int, in exploration: Exploration) -> [CallGraph.Way] {
        var moves: [Move] = []
        var current = state
        while let source = exploration.states[current].source {
            let at = exploration.states[current]
            moves.append(Move(from: source, way: at.way, doing: at.doing, to: current))
            current = source
        }
        return ways(of: moves.reversed(), in: exploration)
    }
}

// MARK: - Telling ways

extension CallStates {
    /// One step between two states.
    struct Move: Sendable {
        let from: Int
        let way: Int?
        let doing: Exploration.Doing
        let to: Int
    }

    /// The ways of a walk, with the silences and wrong answers before each.
    func ways(of moves: [Move], in exploration: Exploration) -> [CallGraph.Way] {
        var ways: [CallGraph.Way] = []
        var failures: [CallGraph.Failure] = []
        for move in moves {
            let (from, to) = (exploration.states[move.from].node, exploration.states[move.to].node)
            if let failure = move.doing.failure {
                failures.append(failure)
                // The node listens again.
                if move.way == nil { continue }
                let count = map.plans[from].failures(failure)
                failures += Array(repeating: failure, count: max(0, count - failures.count { $0 == failure }))
            }
            var way =
                move.way.map { map.table.ways[$0] }
                ?? CallGraph.Way(
                    from: map.table.nodes[from].id,
                    cause: move.doing == .returned ? .withdrawn : .optOut,
                    to: map.table.nodes[to].id
                )
            way.failures = failures
            ways.append(way)
            failures = []
        }
        return ways
    }
}

extension Exploration.Doing {
    var failure: CallGraph.Failure? {
        switch self {
        case .silence: .silence
        case .wrongAnswer: .wrongAnswer
        case .onward, .choice, .outcome, .optOut, .returned: nil
        }
    }
}

extension NodePlan {
    /// How many failures of the kind it takes to leave the node.
    fileprivate func failures(_ failure: CallGraph.Failure) -> Int {
        switch body {
        case .menu(_, let silence, let wrongAnswer), .capture(_, _, _, _, let silence, let wrongAnswer):
            (failure == .silence ? silence : wrongAnswer).prompts + 1
        case .passing, .condition, .forward, .hangUp: 0
        }
    }
}
