import Airscript
import BotGraph

/// States that a plain call goes round in for as long as nothing else happens than what is looked at.
struct Round: Sendable {
    /// By number; the first is the one that calls come to first.
    let states: [Int]
    /// Once round, from the first state to itself.
    let moves: [CallStates.Move]
}

extension CallStates {
    /// The rounds of plain calls that go on by the doings alone, and that certainly do go on.
    ///
    /// A round that can be left by a test of a variable which is set on the way, to what is not known, may end.
    ///
    /// - Parameters:
    ///   - doings: What counts as going on.
    ///   - isMember: Which states count.
    /// - Returns: The rounds, those that calls come to first before the others.
    func rounds(by doings: Set<Exploration.Doing>, among isMember: (Int) -> Bool) -> [Round] {
        let members = plain.states.indices.map(isMember)
        var successors = Successors()
        for state in plain.states.indices {
            if members[state] {
                for step in plain.steps(from: state)
                where step.target >= 0 && members[step.target] && doings.contains(step.doing) {
                    successors.add(step.target)
                }
            }
            successors.endNode()
        }
        return ComponentSearch.cycles(of: successors)
            .filter { mustGoOn($0, by: doings) }
            .compactMap { states in
                states.first.map { Round(states: states, moves: moves(round: $0, states, by: doings)) }
            }
    }

    private func mustGoOn(_ states: [Int], by doings: Set<Exploration.Doing>) -> Bool {
        let inside = Set(states)
        let forks = states.filter { plain.steps(from: $0).count { doings.contains($0.doing) } > 1 }
        let canLeave = forks.contains { state in
            plain.steps(from: state).contains { doings.contains($0.doing) && !inside.contains($0.target) }
        }
        guard canLeave else { return true }
        let nodes = Set(states.map { plain.states[$0].node })
        let assigned = Set(nodes.flatMap { map.plans[$0].automaticChains.joined().flatMap(\.assigned) })
        guard !assigned.isEmpty else { return true }
        return !forks.contains { state in
            let targets = Set(
                plain.steps(from: state).compactMap { $0.target >= 0 ? plain.states[$0.target].node : nil }
            )
            let entries = targets.flatMap { map.plans[$0].entry }
            let changed = Set(entries.flatMap(\.assigned))
            let row = plain.row(of: state)
            let tests = map.plans[plain.states[state].node].tests + entries.flatMap(\.tests)
            return tests.flatMap(\.variables).contains { variable in
                assigned.contains(variable)
                    && (changed.contains(variable) || plain.valuations.values(of: variable, in: row).single == nil)
            }
        }
    }

    /// A shortest walk from a state through the others back to it.
    private func moves(round start: Int, _ states: [Int], by doings: Set<Exploration.Doing>) -> [Move] {
        let inside = Set(states)
        var arrivals: [Int: Move] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count, arrivals[start] == nil {
            let state = queue[next]
            next += 1
            for step in plain.steps(from: state) where inside.contains(step.target) && doings.contains(step.doing) {
                guard arrivals[step.target] == nil else { continue }
                arrivals[step.target] = Move(from: state, way: step.way, doing: step.doing, to: step.target)
                queue.append(step.target)
            }
        }
        var moves: [Move] = []
        var current = start
        while let move = arrivals[current] {
            moves.append(move)
            current = move.from
            if current == start { break }
        }
        return moves.reversed()
    }

    /// The round in words, from the start of a call.
    func described(_ round: Round) -> (path: String, round: String) {
        let first = round.states.first ?? 0
        let start = map.table.nodes[map.start ?? 0].id
        let name = map.table.nodes[plain.states[first].node].id
        return (
            path(to: first, in: plain).described(from: start),
            ways(of: round.moves, in: plain).described(from: name)
        )
    }

    /// The nodes of a round, each once, in the order in which it goes through them.
    func nodes(of round: Round) -> [Int] {
        var seen: Set<Int> = []
        return round.moves.map { plain.states[$0.from].node }.filter { seen.insert($0).inserted }
    }
}

extension NodePlan {
    /// The chains that run without the caller doing anything of use.
    fileprivate var automaticChains: [[Step]] {
        if case .passing(let steps, _) = body { return [entry, failure, steps] }
        return [entry, failure]
    }

    /// What decides where a call goes from here, its entry apart.
    fileprivate var tests: [Reading] {
        let own: [Reading] =
            switch body {
            case .condition(let cases, _): cases.map(\.when)
            case .passing(let steps, _): steps.flatMap(\.tests)
            case .menu, .capture, .forward, .hangUp: []
            }
        return own + failure.flatMap(\.tests)
    }
}
