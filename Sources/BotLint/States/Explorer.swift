import Airscript
import BotGraph

/// Goes every way from the start of a bot, once for each thing that is known of the variables.
///
/// It does what the engine does (`Turn` in CallEngine), with sets of values in place of values. A loop that counts gives a
/// node ever new values: after `valuationLimit` of them, what differs counts as unknown there, and after as many again
/// everything, so that the cost stays in proportion to the bot.
struct Explorer {
    /// Nodes that loop without listening are counted further: the engine stops after 100 nodes.
    private static let valuationLimit = 32
    private static let loopingLimit = 112
    /// States in all for each node, beyond which nothing more is told apart.
    private static let stateLimit = 24
    static let outcomeLimit = 16
    /// A pair of counters with more values than this is not told apart.
    static let counterLimit = 144

    let map: StateMap
    var found: Exploration
    /// The states of each node, linked: its last, and for each state the one before.
    private var lastStates: [Int?]
    private var earlierStates: [Int?] = []
    private var valuationsAtNode: [[Int]]
    private var forgotten: [VariableSet?]
    /// What was asked before.
    var tests: [Question: TestOutcome] = [:]
    var values: [Question: UInt64?] = [:]

    /// Whether a request to stop that was made where the call is may be taken back later.
    let returns: Bool

    init(_ map: StateMap, returns: Bool) {
        self.map = map
        self.returns = returns
        found = Exploration(
            firstStates: Array(repeating: nil, count: map.plans.count),
            isTaken: Array(repeating: false, count: map.table.ways.count),
            branchHolds: Array(repeating: false, count: map.branches.count),
            branchFails: Array(repeating: false, count: map.branches.count)
        )
        lastStates = Array(repeating: nil, count: map.plans.count)
        valuationsAtNode = Array(repeating: [], count: map.plans.count)
        forgotten = Array(repeating: nil, count: map.plans.count)
    }

    /// Everything that calls can come to which start with the values.
    ///
    /// - Parameters:
    ///   - map: The bot.
    ///   - values: What the control variables may be at the start, by number.
    /// - Returns: The states and the steps between them.
    static func explore(_ map: StateMap, from values: [PossibleValues]) -> Exploration {
        // Where the file leads to a confirming menu itself, what comes of "no, keep calling me" is known less well, so it
        // counts only if some call gets there at all.
        let first = explore(map, from: values, returns: !map.isConfirmingLedTo && map.returning.contains(true))
        guard map.isConfirmingLedTo else { return first }
        let comesBack = map.returning.indices.contains { map.returning[$0] && first.firstStates[$0] != nil }
        return comesBack ? explore(map, from: values, returns: true) : first
    }

    private static func explore(_ map: StateMap, from values: [PossibleValues], returns: Bool) -> Exploration {
        var explorer = Explorer(map, returns: returns)
        guard let start = map.start else { return explorer.finished() }
        var row: Valuations.Row = []
        for (variable, possible) in values.enumerated() {
            explorer.found.valuations.set(variable, to: possible, in: &row)
        }
        explorer.enter(start, row, from: nil, way: nil, .onward)
        if returns, map.isConfirmingLedTo {
            for row in explorer.returning(row) { explorer.enter(start, row, from: nil, way: nil, .returned) }
        }
        var state = 0
        while state < explorer.found.states.count {
            explorer.found.firstSteps.append(explorer.found.steps.count)
            explorer.expand(state)
            state += 1
        }
        return explorer.finished()
    }

    private func finished() -> Exploration {
        var found = found
        found.firstSteps.append(found.steps.count)
        return found
    }
}

// MARK: - States

extension Explorer {
    /// Enters a node: its `before` and `after` run, then the call stands at it.
    mutating func enter(
        _ node: Int,
        _ row: Valuations.Row,
        from source: Int?,
        way: Int?,
        _ doing: Exploration.Doing
    ) {
        if let way { found.isTaken[way] = true }
        let plan = map.plans[node]
        let rows = plan.entry.isEmpty ? [row] : run(plan.entry, row)
        for row in rows { stand(at: node, row, from: source, way: way, doing) }
        if rows.isEmpty {
            // The node was entered all the same.
            if found.firstStates[node] == nil {
                stand(at: node, [], from: source, way: way, doing, isStopped: true)
            } else {
                step(from: source, to: Exploration.Step.fault, way: way, doing)
            }
        }
    }

    mutating func stand(
        at node: Int,
        _ row: Valuations.Row,
        silences: Int = 0,
        wrongAnswers: Int = 0,
        from source: Int?,
        way: Int?,
        _ doing: Exploration.Doing,
        isStopped: Bool = false
    ) {
        let valuation = isStopped ? -1 : self.valuation(of: row, at: node)
        var candidate = lastStates[node]
        while let state = candidate {
            let known = found.states[state]
            if known.valuation == valuation, known.silences == silences, known.wrongAnswers == wrongAnswers { break }
            candidate = earlierStates[state]
        }
        let state: Int
        if let candidate {
            state = candidate
        } else {
            state = found.states.count
            found.states.append(
                Exploration.State(
                    node: node,
                    valuation: valuation,
                    silences: silences,
                    wrongAnswers: wrongAnswers,
                    source: source,
                    way: way,
                    doing: doing
                )
            )
            earlierStates.append(lastStates[node])
            lastStates[node] = state
            if found.firstStates[node] == nil { found.firstStates[node] = state }
        }
        step(from: source, to: state, way: way, doing)
    }

    mutating func step(from source: Int?, to target: Int, way: Int? = nil, _ doing: Exploration.Doing) {
        guard source != nil else { return }
        found.steps.append(Exploration.Step(target: target, way: way, doing: doing))
    }

    /// The number of what matters of the row at the node.
    private mutating func valuation(of row: Valuations.Row, at node: Int) -> Int {
        if row.isEmpty { return 0 }
        let live = map.live[node]
        let gone = forgotten[node]
        let kept = row.filter { entry in
            let variable = Int(entry >> 32)
            return live.contains(variable) && gone?.contains(variable) != true
        }
        let valuation = found.valuations.number(of: kept)
        if valuation == 0 || valuationsAtNode[node].contains(valuation) { return valuation }
        let limit = map.loopsSilently[node] ? Explorer.loopingLimit : Explorer.valuationLimit
        let count = valuationsAtNode[node].count
        if count >= 2 * limit || found.states.count > 4_096 + Explorer.stateLimit * map.plans.count { return 0 }
        if count >= limit, gone == nil {
            forgotten[node] = varying(at: node, with: kept)
            return self.valuation(of: kept, at: node)
        }
        valuationsAtNode[node].append(valuation)
        return valuation
    }

    /// The variables that are not known to be the same whenever the node is entered.
    private func varying(at node: Int, with row: Valuations.Row) -> VariableSet {
        var varying = VariableSet(count: map.variables.names.count)
        let rows = [row] + valuationsAtNode[node].map { found.valuations.rows[$0] }
        let common = rows.dropFirst().reduce(into: Set(row)) { $0.formIntersection($1) }
        for entry in rows.joined() where !common.contains(entry) { varying.insert(Int(entry >> 32)) }
        return varying
    }

    /// What is known when the call is back where a request to stop was made, after it was taken back.
    mutating func returning(_ row: Valuations.Row) -> [Valuations.Row] {
        guard !map.isConfirmingLedTo, let confirm = map.confirm else {
            return [row.filter { !map.forgottenOnReturn.contains(Int($0 >> 32)) }]
        }
        let plan = map.plans[confirm]
        var rows: [Valuations.Row] = []
        for asked in plan.entry.isEmpty ? [row] : run(plan.entry, row) {
            let known = plan.failure.isEmpty ? asked : forget(assignedIn: plan.failure, asked)
            for option in plan.withdrawals { rows += option.set.isEmpty ? [known] : run(option.set, known) }
        }
        return rows.count > 1 ? distinct(rows) : rows
    }
}
