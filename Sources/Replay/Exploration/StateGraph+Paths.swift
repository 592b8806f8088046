import CallEngine

extension StateGraph {
    /// What was found of the calls as a whole, hang-ups aside.
    struct Survey {
        var count = PathCount(calls: 0, kind: .withoutReturn, isExact: true)
        var mostActs = LongestPath()
        var mostSpeech = LongestPath()
        /// Whether no call that comes to no place twice is longer.
        var isLongest = true
    }

    /// A longest call: the start that it begins with, its acts, and the speech heard in it.
    struct LongestPath {
        var start = 0
        var acts: [ExploredAct] = []
        var speech: Int64 = 0
    }

    /// Counts the calls that come to no state twice and finds the longest of them.
    ///
    /// Where calls can go round, counting them takes a look at each, which a budget bounds; past it the calls within the
    /// depth are counted instead, and the longest is the longest of those that never go back.
    func survey(depth: Int, budget: Int = 500_000) -> Survey {
        let order = visitOrder()
        var survey = longest(order)
        if !order.hasCycle {
            survey.count = PathCount(calls: callsWithoutReturn(order), kind: .withoutReturn, isExact: true)
            return survey
        }
        var search = PathSearch(graph: self, budget: budget)
        if search.run() {
            survey.count = PathCount(calls: Double(search.count), kind: .withoutReturn, isExact: true)
            survey.mostActs = search.mostActs
            survey.mostSpeech = search.mostSpeech
        } else {
            survey.count = PathCount(calls: callsWithin(depth), kind: .withinDepth(depth), isExact: true)
            survey.isLongest = false
        }
        if survey.count.calls > 9_007_199_254_740_992 { survey.count.isExact = false }
        return survey
    }

    /// The states with those before which they must be looked at, and the ways that lead back.
    private struct VisitOrder {
        /// Each state after all that it leads to, ways back aside.
        var states: [Int] = []
        /// The place of each state in `states`.
        var rank: [Int] = []
        var hasCycle = false

        /// Whether a way from a state leads on, not round.
        func isForward(from state: Int, to other: Int) -> Bool { rank[other] < rank[state] }
    }

    private func visitOrder() -> VisitOrder {
        var order = VisitOrder()
        order.rank = Array(repeating: -1, count: states.count)
        var isOpen = Array(repeating: false, count: states.count)
        var isSeen = isOpen
        var stack: [(state: Int, next: Int)] = []
        for start in starts {
            guard case .state(let first) = start.target, !isSeen[first] else { continue }
            isSeen[first] = true
            isOpen[first] = true
            stack.append((first, 0))
            while let (state, next) = stack.last {
                guard next < states[state].ways.count else {
                    stack.removeLast()
                    isOpen[state] = false
                    order.rank[state] = order.states.count
                    order.states.append(state)
                    continue
                }
                stack[stack.count - 1].next += 1
                guard case .state(let target) = states[state].ways[next].target, target != state else { continue }
                if isOpen[target] { order.hasCycle = true }
                guard !isSeen[target] else { continue }
                isSeen[target] = true
                isOpen[target] = true
                stack.append((target, 0))
            }
        }
        return order
    }

    private func callsWithoutReturn(_ order: VisitOrder) -> Double {
        var counts = Array(repeating: 0.0, count: states.count)
        for state in order.states {
            counts[state] = states[state].ways.reduce(0) { sum, way in
                switch way.target {
                case .end: sum + 1
                case .state(let target): target == state ? sum : sum + counts[target]
                case .unknown: sum
                }
            }
        }
        return starts.reduce(0) { sum, start in
            switch start.target {
            case .end: sum + 1
            case .state(let target): sum + counts[target]
            case .unknown: sum
            }
        }
    }

    /// The calls of at most so many acts, rounds included.
    private func callsWithin(_ depth: Int) -> Double {
        var counts = Array(repeating: 0.0, count: states.count)
        for _ in 0..<depth {
            counts = states.indices.map { state in
                states[state].ways.reduce(0) { sum, way in
                    switch way.target {
                    case .end: sum + 1
                    case .state(let target): sum + counts[target]
                    case .unknown: sum
                    }
                }
            }
        }
        return starts.reduce(0) { sum, start in
            switch start.target {
            case .end: sum + 1
            case .state(let target): sum + counts[target]
            case .unknown: sum
            }
        }
    }

    /// The longest calls that only go forward in the order.
    private func longest(_ order: VisitOrder) -> Survey {
        var survey = Survey()
        for isBySpeech in [false, true] {
            // The length from each state on, in acts and speech, and the way to take; nil where none ends.
            var best: [(acts: Int, speech: Int64, way: Int)?] = Array(repeating: nil, count: states.count)
            func isLonger(_ left: (acts: Int, speech: Int64), than right: (acts: Int, speech: Int64)?) -> Bool {
                guard let right else { return true }
                return isBySpeech
                    ? (left.speech, right.acts) > (right.speech, left.acts)
                    : (left.acts, left.speech) > (right.acts, right.speech)
            }
            for state in order.states {
                for (number, way) in states[state].ways.enumerated() {
                    var length = (acts: 1, speech: way.speech)
                    switch way.target {
                    case .end: break
                    case .unknown: continue
                    case .state(let target):
                        guard target != state, order.isForward(from: state, to: target), let rest = best[target] else {
                            continue
                        }
                        length = (rest.acts + 1, rest.speech + way.speech)
                    }
                    let known = best[state].map { (acts: $0.acts, speech: $0.speech) }
                    if isLonger(length, than: known) { best[state] = (length.acts, length.speech, number) }
                }
            }
            var longest: (acts: Int, speech: Int64)?
            var found = LongestPath()
            for (number, start) in starts.enumerated() {
                var length = (acts: 0, speech: start.speech)
                var state: Int?
                switch start.target {
                case .end: break
                case .unknown: continue
                case .state(let first):
                    guard let rest = best[first] else { continue }
                    length = (rest.acts, rest.speech + start.speech)
                    state = first
                }
                guard isLonger(length, than: longest) else { continue }
                longest = length
                found = LongestPath(start: number, acts: [], speech: length.speech)
                while let current = state, let step = best[current] {
                    let way = states[current].ways[step.way]
                    found.acts.append(way.act)
                    if case .state(let next) = way.target { state = next } else { state = nil }
                }
            }
            if isBySpeech { survey.mostSpeech = found } else { survey.mostActs = found }
        }
        return survey
    }
}

/// Looks at every call that comes to no state twice, as long as its budget lasts.
private struct PathSearch {
    let graph: StateGraph
    var budget: Int
    private(set) var count = 0
    private(set) var mostActs = StateGraph.LongestPath()
    private(set) var mostSpeech = StateGraph.LongestPath()
    private var acts: [ExploredAct] = []

    init(graph: StateGraph, budget: Int) {
        self.graph = graph
        self.budget = budget
    }

    /// Whether the budget was enough.
    mutating func run() -> Bool {
        for (number, start) in graph.starts.enumerated() {
            switch start.target {
            case .end: note(start: number, speech: start.speech)
            case .unknown: continue
            case .state(let first): guard follow(from: first, start: number, speech: start.speech) else { return false }
            }
        }
        return true
    }

    private mutating func follow(from first: Int, start: Int, speech: Int64) -> Bool {
        var isOnPath = Array(repeating: false, count: graph.states.count)
        var stack: [(state: Int, next: Int, speech: Int64)] = [(first, 0, speech)]
        isOnPath[first] = true
        while let (state, next, speech) = stack.last {
            guard next < graph.states[state].ways.count else {
                stack.removeLast()
                isOnPath[state] = false
                if !stack.isEmpty { acts.removeLast() }
                continue
            }
            budget -= 1
            guard budget > 0 else { return false }
            stack[stack.count - 1].next += 1
            let way = graph.states[state].ways[next]
            switch way.target {
            case .unknown: continue
            case .end:
                acts.append(way.act)
                note(start: start, speech: speech + way.speech)
                acts.removeLast()
            case .state(let target):
                guard !isOnPath[target] else { continue }
                isOnPath[target] = true
                acts.append(way.act)
                stack.append((target, 0, speech + way.speech))
            }
        }
        return true
    }

    private mutating func note(start: Int, speech: Int64) {
        let isFirst = count == 0
        count += 1
        let path = StateGraph.LongestPath(start: start, acts: acts, speech: speech)
        if isFirst || (acts.count, speech) > (mostActs.acts.count, mostActs.speech) { mostActs = path }
        if isFirst || (speech, mostSpeech.acts.count) > (mostSpeech.speech, acts.count) { mostSpeech = path }
    }
}
