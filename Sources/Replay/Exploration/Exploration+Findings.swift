import BotGraph
import CallEngine

extension Exploration {
    /// Draws the conclusions of a run.
    init(_ run: ExplorationRun) {
        let graph = run.graph
        let bot = run.walk.bot
        let survey = graph.survey(depth: run.bounds.depth)
        self.run = run
        self.bot = bot
        stateCount = graph.states.count
        startCount = graph.starts.count
        paths = survey.count
        mostActs = Longest(survey.mostActs, in: graph)
        mostSpeech = Longest(survey.mostSpeech, in: graph)
        isLongest = survey.isLongest && run.cutOff.isEmpty
        let points = run.edges.points
        missed = points.indices.filter { run.witnesses[$0] == nil }.map { points[$0] }
        share = CoverageShare(passed: points.count - missed.count, total: points.count)
        endless = Exploration.endless(in: run)
        faults = run.faults.map { fault, place in
            Fault(
                node: fault.node,
                location: fault.location ?? fault.node.flatMap { bot[$0]?.location } ?? bot.location,
                reason: fault.reason,
                path: run.path(to: place)
            )
        }
        .sorted { ($0.location, $0.reason) < ($1.location, $1.reason) }
        deaf = Exploration.deaf(in: run)
        cutOff = Bound.allCases.filter { run.cutOff.contains($0) }
    }

    private static func endless(in run: ExplorationRun) -> [Endless] {
        let graph = run.graph
        var found: [Endless] = []
        var known: Set<Known> = []
        func add(_ state: Int, _ cause: Endless.Cause) {
            let node = graph.states[state].node
            guard known.insert(Known(node: node, cause: cause)).inserted else { return }
            found.append(
                Endless(
                    node: node,
                    location: run.walk.bot[node]?.location ?? run.walk.bot.location,
                    cause: cause,
                    path: run.path(to: state)
                )
            )
        }
        for state in graph.traps { add(state, .noWayOut) }
        for (number, state) in graph.states.enumerated() where state.isFresh {
            if let reason = graph.endOfRun(from: number, along: \.silence), reason.isBotsFault {
                add(number, .silence(reason))
            }
            if let reason = graph.endOfRun(from: number, along: \.wrongAnswer), reason.isBotsFault {
                add(number, .wrongAnswers(reason))
            }
        }
        return found.sorted { ($0.location, $0.cause.rank) < ($1.location, $1.cause.rank) }
    }

    private struct Known: Hashable {
        let node: NodeID
        let cause: Endless.Cause
    }

    private static func deaf(in run: ExplorationRun) -> [Deaf] {
        let places = run.deafToKey.map { ($0, $1, true) } + run.deafToWords.map { ($0, $1, false) }
        let found = places.map { node, state, isKey in
            Deaf(
                node: node,
                location: run.walk.bot[node]?.location ?? run.walk.bot.location,
                isKey: isKey,
                path: run.path(to: state)
            )
        }
        return found.sorted { ($0.location, $0.isKey ? 0 : 1) < ($1.location, $1.isKey ? 0 : 1) }
    }
}

extension Exploration.Endless.Cause {
    fileprivate var rank: Int {
        switch self {
        case .noWayOut: 0
        case .silence: 1
        case .wrongAnswers: 2
        }
    }
}

extension Exploration.Longest {
    fileprivate init(_ path: StateGraph.LongestPath, in graph: StateGraph) {
        let values = graph.starts.indices.contains(path.start) ? graph.starts[path.start].values.values : [:]
        self.path = ExploredPath(values: values, acts: path.acts)
        speech = path.speech
    }
}

extension ExplorationRun {
    func path(to state: Int) -> ExploredPath {
        let (start, acts) = graph.path(to: state)
        return ExploredPath(values: graph.starts[start].values.values, acts: acts)
    }

    /// The path to where something was met, with the act that met it.
    func path(to place: Place) -> ExploredPath {
        guard let state = place.state else {
            return ExploredPath(values: graph.starts[place.start].values.values, acts: [])
        }
        let path = path(to: state)
        return ExploredPath(values: path.values, acts: path.acts + [place.act].compactMap(\.self))
    }
}
