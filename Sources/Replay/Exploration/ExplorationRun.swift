import BotGraph
import CallEngine
import Compliance
import Telephony

/// One exploration as it goes on: breadth first, so that whatever is found first is found by the fewest acts.
struct ExplorationRun: Sendable {
    /// Where something was met first.
    struct Place: Hashable {
        let state: Int?
        let start: Int
        let act: ExploredAct?
    }

    let walk: CallWalk
    let bounds: Explorer.Bounds
    let edges: EdgeTable
    let keys: StateKeys
    let choices: StartChoices
    var graph = StateGraph()
    /// The state of each key.
    var numbers: [StateKey: Int] = [:]
    /// Where each edge was taken first.
    var witnesses: [Int: Place] = [:]
    var faults: [(fault: BotFault, place: Place)] = []
    var deafToKey: [NodeID: Int] = [:]
    var deafToWords: [NodeID: Int] = [:]
    var cutOff: Set<Exploration.Bound> = []

    private let acts: CallerActs
    private let digits: CaptureDigits
    /// The calls that stand at the states not yet explored.
    private var standing: [Int: (session: CallSession, ear: CallWalk.Ear?)] = [:]
    private var next = 0
    private var work = 0
    private var knownFaults: Set<BotFault> = []
    private var lengths: [String: Int64] = [:]
    /// Digits that a search found for a capture, empty where it found none.
    private var found: [NodeID: [Digits]] = [:]

    /// Whether only the ways that lead on are looked at: many states are known, and other start values would multiply them.
    private var isThrifty = false
    /// How many edges of each node no call took yet.
    private var openEdges: [NodeID: Int] = [:]

    private static let searchLimit = 2_000

    init(_ explorer: Explorer) {
        let bot = explorer.bot
        let expressions = BotExpressions(bot)
        let control = ControlVariables(bot, expressions)
        walk = CallWalk(bot: bot, recordings: explorer.recordings)
        bounds = explorer.bounds
        edges = EdgeTable(bot)
        keys = StateKeys(bot, control)
        acts = CallerActs(bot: bot, saysAllPhrases: explorer.saysAllPhrases)
        digits = CaptureDigits(control: control)
        choices = StartChoices(bot, expressions, control, fixed: explorer.fixed, limit: bounds.allStarts)
        for node in edges.points.compactMap(\.node) { openEdges[node, default: 0] += 1 }
    }

    var isComplete: Bool { witnesses.count == edges.points.count }

    mutating func run(_ goOn: (Explorer.Progress) -> Bool) {
        var queue = StartQueue(choices.choices, of: walk.bot)
        while let (number, values) = queue.next(missing: missing) {
            // Beyond the first few, further starts are for edges that are still missing.
            guard number < bounds.starts || !isComplete else { continue }
            isThrifty = !graph.starts.isEmpty && graph.states.count > bounds.states / 4
            guard !isThrifty || !isComplete else { break }
            begin(values)
            while next < graph.states.count {
                let progress = Explorer.Progress(states: graph.states.count, explored: next)
                guard goOn(progress) else {
                    cutOff.insert(.time)
                    return
                }
                guard work < bounds.events else {
                    cutOff.insert(.events)
                    return
                }
                explore(next)
                next += 1
            }
            guard !cutOff.contains(.states) else { break }
        }
        if isThrifty || choices.isCut && !isComplete { cutOff.insert(.startValues) }
    }

    private var missing: Set<CoveragePoint.Kind> {
        isComplete ? [] : Set(edges.points.indices.filter { witnesses[$0] == nil }.map { edges.points[$0].kind })
    }

    private mutating func begin(_ values: StartValues) {
        guard let outcome = walk.begin(values) else { return }
        let number = graph.starts.count
        work += 1
        let target = target(of: outcome, depth: 0, arrival: .start(number))
        let taken = edges.edges(in: outcome.passages)
        graph.starts.append(
            StateGraph.Start(values: values, target: target, edges: taken, speech: length(outcome.heard))
        )
        note(outcome, taken, at: Place(state: nil, start: number, act: nil))
    }

    // MARK: - One state

    private mutating func explore(_ number: Int) {
        guard graph.states[number].depth < bounds.depth else {
            cutOff.insert(.depth)
            standing[number] = nil
            return
        }
        guard let (session, ear) = standing.removeValue(forKey: number), let node = walk.bot[graph.states[number].node]
        else { return }
        var seen: Set<WayKey> = []
        switch (session.state, node.body) {
        case (.forwarding, _):
            for act in CallerActs.legEnds + [.hangUp] { _ = attempt(act, at: number, session, &seen) }
        case (_, .decisionMenu(let menu)):
            guard let ear else { return }
            for meant in acts.acts(menu, ear) where isWorthwhile(meant, session, node.id) {
                attempt(meant, at: number, session, &seen)
            }
            work += menu.options.count / 16
        case (_, .touchtoneCapture(let capture)):
            guard let ear else { return }
            if !isThrifty || graph.states[number].isFresh { type(capture, at: number, session, &seen) }
            for meant in acts.acts(capture, tooFew: digits.tooFew(capture), ear)
            where isWorthwhile(meant, session, node.id) {
                attempt(meant, at: number, session, &seen)
            }
        case (_, .message), (_, .condition), (_, .set), (_, .forwardCall), (_, .hangUp): return
        }
        graph.states[number].isExplored = !isThrifty
    }

    /// Whether to try an act: when thrifty, only what leads on from a node of which every edge was taken.
    private func isWorthwhile(_ meant: CallerActs.Meant, _ session: CallSession, _ node: NodeID) -> Bool {
        guard isThrifty, openEdges[node, default: 0] == 0 else { return true }
        return meant.meaning == .choice && session.noInputCount == 0 && session.noMatchCount == 0
    }

    /// A way's edges and target, by which ways are told apart.
    private struct WayKey: Hashable {
        let target: StateGraph.Target
        let edges: [Int]
    }

    private mutating func attempt(
        _ meant: CallerActs.Meant,
        at number: Int,
        _ session: CallSession,
        _ seen: inout Set<WayKey>
    ) {
        guard let (outcome, target) = attempt(meant.act, at: number, session, &seen) else { return }
        switch meant.meaning {
        case .silence: graph.states[number].silence = target
        case .wrongAnswer:
            let isWrong = outcome.passages.contains { passage in
                guard case .took(_, let way) = passage else { return false }
                switch way {
                case .wrongAnswer, .edge(.noMatch), .edge(.fallback): return true
                case .edge, .silence, .optOut, .repetition, .help, .operator: return false
                }
            }
            if isWrong || outcome.end == .noExit { graph.states[number].wrongAnswer = target }
        case .optOutKey, .optOutWords:
            guard walk.bot.direction == .outbound, !session.optOut.isRequested, !outcome.session.optOut.isRequested
            else { return }
            let node = graph.states[number].node
            if meant.meaning == .optOutKey {
                if deafToKey[node] == nil { deafToKey[node] = number }
            } else if deafToWords[node] == nil {
                deafToWords[node] = number
            }
        case .choice, .hangUp: break
        }
    }

    @discardableResult
    private mutating func attempt(
        _ act: ExploredAct,
        at number: Int,
        _ session: CallSession,
        _ seen: inout Set<WayKey>
    ) -> (CallWalk.Outcome, StateGraph.Target)? {
        work += 1
        guard let outcome = walk.apply(act, to: session) else { return nil }
        let taken = edges.edges(in: outcome.passages)
        let state = graph.states[number]
        let target = target(of: outcome, depth: state.depth + 1, arrival: .act(act, from: number))
        note(outcome, taken, at: Place(state: number, start: 0, act: act))
        // Every caller can always hang up: it is no way that the bot has.
        if act != .hangUp, seen.insert(WayKey(target: target, edges: taken)).inserted {
            graph.states[number].ways.append(
                StateGraph.Way(act: act, target: target, edges: taken, speech: length(outcome.heard))
            )
        }
        return (outcome, target)
    }

    /// Types digits at a capture: likely ones, and where none of them is taken, whatever a search finds.
    private mutating func type(
        _ capture: TouchtoneCapture,
        at number: Int,
        _ session: CallSession,
        _ seen: inout Set<WayKey>
    ) {
        let node = graph.states[number].node
        var isTaken = false
        var wrong: StateGraph.Target?
        for digits in digits.likely(capture, in: session) + (found[node] ?? []) {
            guard let (outcome, target) = attempt(.press(digits), at: number, session, &seen) else { continue }
            if outcome.passages.contains(.took(node, .edge(.next))) {
                isTaken = true
            } else if outcome.passages.contains(where: { CaptureRefusal.isOne($0, at: node) }) || outcome.end == .noExit
            {
                wrong = wrong ?? target
            }
        }
        graph.states[number].wrongAnswer = wrong
        guard !isTaken, found[node] == nil else { return }
        found[node] = []
        for digits in digits.search(capture, limit: ExplorationRun.searchLimit) {
            work += 1
            guard let outcome = walk.apply(.press(digits), to: session),
                outcome.passages.contains(.took(node, .edge(.next)))
            else { continue }
            found[node] = [digits]
            attempt(.press(digits), at: number, session, &seen)
            return
        }
    }

    // MARK: - What came of it

    private mutating func target(
        of outcome: CallWalk.Outcome,
        depth: Int,
        arrival: StateGraph.Arrival
    ) -> StateGraph.Target {
        if let end = outcome.end { return .end(end) }
        guard let node = outcome.session.waitsAt else { return .end(.completed) }
        let key = keys.key(of: outcome.session)
        if let known = numbers[key] { return .state(known) }
        guard graph.states.count < bounds.states else {
            cutOff.insert(.states)
            return .unknown
        }
        let number = graph.states.count
        numbers[key] = number
        let isFresh = key.silences == 0 && key.wrongAnswers == 0
        graph.states.append(StateGraph.State(node: node, depth: depth, arrival: arrival, isFresh: isFresh))
        standing[number] = (outcome.session, outcome.ear)
        return .state(number)
    }

    private mutating func note(_ outcome: CallWalk.Outcome, _ taken: [Int], at place: Place) {
        for edge in taken where witnesses[edge] == nil {
            witnesses[edge] = place
            if let node = edges.points[edge].node { openEdges[node, default: 0] -= 1 }
        }
        for fault in outcome.faults where knownFaults.insert(fault).inserted { faults.append((fault, place)) }
        guard let end = outcome.end, end.isBotsFault, outcome.faults.isEmpty else { return }
        let node = place.state.map { graph.states[$0].node }
        let location = node.flatMap { walk.bot[$0]?.location }
        let fault = BotFault(node: node, location: location, reason: end.sentence)
        if knownFaults.insert(fault).inserted { faults.append((fault, place)) }
    }

    private mutating func length(_ heard: [Utterance]) -> Int64 {
        heard.reduce(0) { sum, utterance in
            switch utterance.content {
            case .text(let text): sum + length(of: text)
            case .pause(let seconds): sum + Int64(seconds) * 1_000
            case .recording(let path): sum + recordingLength(path)
            }
        }
    }

    private mutating func length(of text: String) -> Int64 {
        if let known = lengths[text] { return known }
        let length = SpeechLength.milliseconds(of: text)
        if lengths.count < 20_000 { lengths[text] = length }
        return length
    }

    private func recordingLength(_ path: String) -> Int64 {
        for recordings in walk.recordings.recordings.values {
            if let found = recordings.values.first(where: { $0.path == path }) {
                return found.duration?.inMilliseconds ?? 0
            }
        }
        return 0
    }
}

extension CoveragePoint {
    /// The node that an edge leaves; nil for what holds at every menu.
    fileprivate var node: NodeID? {
        switch kind {
        case .node(let node), .edge(let node, _), .silence(let node, _), .wrongAnswer(let node, _): node
        case .optOut, .repetition, .help, .operator, .prompt, .language: nil
        }
    }
}

/// What a capture does with digits that it does not take.
private enum CaptureRefusal {
    static func isOne(_ passage: Passage, at node: NodeID) -> Bool {
        switch passage {
        case .took(node, .wrongAnswer), .took(node, .edge(.noMatch)): true
        case .took, .entered, .spoke: false
        }
    }
}

extension EndReason {
    /// What is wrong with a bot that ends a call so.
    fileprivate var sentence: String {
        switch self {
        case .noExit: "a silence or a wrong answer has no way out here"
        case .tooManyNodes: "the call went from node to node without one that listens"
        case .tooManySteps: "the call took more steps than a call may"
        case .sessionTooLarge: "the call's variables grew too large"
        case .documentTooLarge: "too much is spoken at once"
        default: "the call ended with '\(rawValue)'"
        }
    }
}
