import CallEngine

/// Chooses calls that together take every edge that was taken: each goes to the nearest edge that is still open, on to further
/// ones as long as they are near, and then to the nearest end.
struct ScriptCover {
    private let run: ExplorationRun
    private let graph: StateGraph
    /// The edges that no script takes yet.
    private var open: Set<Int>

    /// A call with so many acts looks for no further edge, unless its way to the first was long.
    private static let enoughActs = 6
    /// How many acts a call may have beyond its way to the first edge.
    private static let furtherActs = 4
    /// How many acts away a further edge may be.
    private static let near = 2
    /// How many acts the way to an end may take; where it is longer the caller hangs up.
    private static let nearEnd = 8
    /// How many states are looked at on the way to anything.
    private static let routeLimit = 1_000

    init(_ run: ExplorationRun) {
        self.run = run
        graph = run.graph
        open = Set(run.witnesses.keys)
    }

    mutating func scripts() -> [ExploredScript] {
        // Those first that take the fewest acts, so that a longer call has them behind it.
        let edges = run.witnesses.sorted { left, right in
            let (first, second) = (left.value, right.value)
            return (first.state ?? -1, first.start, left.key) < (second.state ?? -1, second.start, right.key)
        }
        var scripts: [ExploredScript] = []
        if edges.isEmpty, let call = ScriptedCall(run, start: 0) { return [finished(call)] }
        for (edge, place) in edges where open.contains(edge) {
            if let script = script(by: place) { scripts.append(script) }
            open.remove(edge)
        }
        return scripts
    }

    /// The call that took an edge first, and on from there.
    private mutating func script(by place: ExplorationRun.Place) -> ExploredScript? {
        let (start, acts) = place.state.map { graph.path(to: $0) } ?? (place.start, [])
        guard var call = ScriptedCall(run, start: start) else { return nil }
        open.subtract(call.edges)
        for act in acts + [place.act].compactMap(\.self) where call.end == nil {
            _ = call.take(act)
            open.subtract(call.edges)
        }
        let enough = max(ScriptCover.enoughActs, call.actCount + ScriptCover.furtherActs)
        while call.end == nil, call.actCount < enough, let state = call.state,
            let further = route(from: state, within: ScriptCover.near, to: openScore)
        {
            let count = open.count
            for act in further where call.end == nil {
                guard call.take(act) else { break }
                open.subtract(call.edges)
            }
            guard open.count < count else { break }
        }
        return finished(call)
    }

    /// Takes the nearest way to an end that is no fault, else hangs up.
    private mutating func finished(_ call: ScriptedCall) -> ExploredScript {
        var call = call
        if call.end == nil, let state = call.state,
            let last = route(from: state, within: ScriptCover.nearEnd, to: ScriptCover.endScore)
        {
            for act in last where call.end == nil {
                _ = call.take(act)
                open.subtract(call.edges)
            }
        }
        if call.end == nil { _ = call.take(.hangUp) }
        open.subtract(call.edges)
        return call.script
    }

    // MARK: - Routes

    /// How much a way is worth that takes open edges; one after which the call goes on comes first.
    private func openScore(_ way: StateGraph.Way) -> Int {
        let count = way.edges.count { open.contains($0) }
        guard count > 0 else { return 0 }
        if case .state = way.target { return 1_000 + count }
        return count
    }

    private static func endScore(_ way: StateGraph.Way) -> Int {
        guard case .end(let reason) = way.target else { return 0 }
        return reason.isBotsFault || reason == .optedOut ? 0 : 1
    }

    /// The fewest acts to a way with a score, the highest where several are as near; the way's own act is the last.
    private func route(
        from origin: Int,
        within radius: Int,
        to score: (StateGraph.Way) -> Int
    ) -> [ExploredAct]? {
        var queue = [(state: origin, depth: 0)]
        var cameFrom: [Int: (state: Int, act: ExploredAct)?] = [:]
        cameFrom[origin] = .some(nil)
        var next = 0
        while next < min(queue.count, ScriptCover.routeLimit) {
            let (state, depth) = queue[next]
            next += 1
            var best: (act: ExploredAct, score: Int)?
            for way in graph.states[state].ways {
                let points = score(way)
                if points > best?.score ?? 0 { best = (way.act, points) }
            }
            if let best {
                var acts = [best.act]
                var current = state
                while case .some(.some(let step)) = cameFrom[current] {
                    acts.append(step.act)
                    current = step.state
                }
                return acts.reversed()
            }
            guard depth < radius else { continue }
            for way in graph.states[state].ways {
                guard case .state(let target) = way.target, cameFrom[target] == nil else { continue }
                cameFrom[target] = .some((state, way.act))
                queue.append((target, depth + 1))
            }
        }
        return nil
    }
}

/// A call on its way into a script, run through the machine so that what the script expects is what happens.
private struct ScriptedCall {
    private let run: ExplorationRun
    private let values: StartValues
    private var session: CallSession
    private var steps: [ExploredScript.Step]
    /// The edges that the last act took.
    private(set) var edges: [Int]

    init?(_ run: ExplorationRun, start: Int) {
        guard run.graph.starts.indices.contains(start) else { return nil }
        let values = run.graph.starts[start].values
        guard let outcome = run.walk.begin(values) else { return nil }
        self.run = run
        self.values = values
        session = outcome.session
        edges = run.edges.edges(in: outcome.passages)
        steps = [ExploredScript.Step(act: nil, heard: TellingWords.of(outcome.heard))]
    }

    var end: EndReason? { session.endReason }
    var actCount: Int { steps.count - 1 }
    /// The state that the call is in; nil for one that the exploration left out.
    var state: Int? { run.numbers[run.keys.key(of: session)] }

    /// Whether the call took the act.
    mutating func take(_ act: ExploredAct) -> Bool {
        guard let outcome = run.walk.apply(act, to: session) else { return false }
        session = outcome.session
        edges = run.edges.edges(in: outcome.passages)
        steps.append(ExploredScript.Step(act: act, heard: TellingWords.of(outcome.heard)))
        return true
    }

    var script: ExploredScript {
        ExploredScript(
            values: values.values,
            steps: steps,
            end: session.endReason ?? .callerHungUp,
            isOptedOut: session.optOut.isRequested
        )
    }
}
