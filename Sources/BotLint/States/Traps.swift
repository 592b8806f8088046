import BotGraph

/// What plain calls do not get out of.
struct Traps: Sendable {
    /// The rounds of nodes that do not wait: the call goes through them by itself.
    var silentLoops: [Round] = []
    /// The rounds of a caller who stays silent, and of one who only gives wrong answers, whom another answer leads out.
    var silences: [Round] = []
    var wrongAnswers: [Round] = []

    init() {}

    init(_ states: CallStates) {
        silentLoops = states.silentLoops()
        let leadsToEnd = states.leadingToEnd()
        silences = states.endlessRounds(by: .silence, leadsToEnd)
        wrongAnswers = states.endlessRounds(by: .wrongAnswer, leadsToEnd)
    }
}

extension CallStates {
    fileprivate func silentLoops() -> [Round] {
        rounds(by: [.onward]) { !map.plans[plain.states[$0].node].waits }
    }

    /// The states of plain calls from which a call comes to an end if the caller so wishes.
    ///
    /// Stopping all calls to end one is no way to end it.
    fileprivate func leadingToEnd() -> [Bool] {
        plain.states(leadingTo: { map.plans[plain.states[$0].node].isEnd }, by: \.countsAsWayOut)
    }
}

extension Exploration.Step {
    /// Whether a call may be expected to go on by it.
    var countsAsWayOut: Bool { doing != .optOut && doing != .returned }
}

/// A way through many nodes that do not listen.
struct LongWalk {
    /// The node at which it begins.
    let node: Int
    let length: Int
    /// How a call gets there.
    let path: String
}

extension CallStates {
    /// The ways of plain calls through more than so many nodes without listening: one for each node where they begin, and
    /// only one of those that come to the same node in the end.
    func longWalks(of limit: Int) -> [LongWalk] {
        let isSilent = plain.states.map { !map.plans[$0.node].waits }
        var successors = Successors()
        for state in plain.states.indices {
            if isSilent[state] {
                for step in plain.steps(from: state) where step.target >= 0 && step.doing == .onward {
                    successors.add(step.target)
                }
            }
            successors.endNode()
        }
        var lengths = Array(repeating: 1, count: plain.states.count)
        var nexts: [Int?] = Array(repeating: nil, count: plain.states.count)
        var isFollowed = Array(repeating: false, count: plain.states.count)
        // Each component comes after what it leads to; a loop is a finding of its own.
        for component in ComponentSearch(of: successors).components where component.count == 1 {
            for state in component {
                for next in successors[state] where next != state {
                    isFollowed[next] = true
                    guard lengths[next] + 1 > lengths[state] else { continue }
                    lengths[state] = lengths[next] + 1
                    nexts[state] = next
                }
            }
        }
        var told: Set<Int> = []
        return plain.states.indices.filter { lengths[$0] > limit && isSilent[$0] && !isFollowed[$0] }
            .filter { state in
                let walk = Array(sequence(first: state) { nexts[$0] })
                return isCertain(walk, successors) && told.insert(plain.states[walk.last ?? state].node).inserted
            }
            .map { state in
                LongWalk(
                    node: plain.states[state].node,
                    length: lengths[state],
                    path: path(to: state, in: plain).described(from: map.table.nodes[map.start ?? 0].id)
                )
            }
    }
}

extension CallStates {
    /// The rounds of a caller who only ever fails to answer in one way, and whom another answer would lead out.
    ///
    /// A round that nobody gets out of, whatever they do, has a finding of its own. One round for each set of nodes.
    fileprivate func endlessRounds(by doing: Exploration.Doing, _ leadsToEnd: [Bool]) -> [Round] {
        var told: Set<[Int]> = []
        return rounds(by: [.onward, doing]) { plain.states[$0].valuation >= 0 }.filter { round in
            let nodes = nodes(of: round)
            guard let first = round.states.first, leadsToEnd[first],
                nodes.contains(where: { map.plans[$0].listens })
            else { return false }
            return told.insert(nodes.sorted()).inserted
        }
    }

    /// Whether some call goes the whole walk: no node is passed twice at which it is not known how a test comes out.
    private func isCertain(_ walk: [Int], _ successors: Successors) -> Bool {
        var forks: Set<Int> = []
        return walk.filter { successors[$0].count > 1 }.allSatisfy { forks.insert(plain.states[$0].node).inserted }
    }
}
