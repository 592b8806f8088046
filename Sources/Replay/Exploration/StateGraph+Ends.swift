import BotGraph
import CallEngine

extension StateGraph {
    /// The states from which no act leads to an end, hanging up aside: the first ones that calls come to.
    var traps: [Int] {
        var leadsBack: [[Int]] = Array(repeating: [], count: states.count)
        var ends = Array(repeating: false, count: states.count)
        var queue: [Int] = []
        for (number, state) in states.enumerated() {
            var mayEnd = !state.isExplored
            for way in state.ways {
                switch way.target {
                case .state(let target): leadsBack[target].append(number)
                case .end, .unknown: mayEnd = true
                }
            }
            if mayEnd {
                ends[number] = true
                queue.append(number)
            }
        }
        while let state = queue.popLast() {
            for before in leadsBack[state] where !ends[before] {
                ends[before] = true
                queue.append(before)
            }
        }
        return states.indices.filter { number in
            guard !ends[number] else { return false }
            if case .act(_, let before) = states[number].arrival { return ends[before] }
            return true
        }
    }

    /// How a call ends in which the caller only keeps silent, or only answers wrongly, from a state on.
    ///
    /// Nil where it goes to a forwarded leg, goes round until the engine's limit on attempts, or is past the bounds.
    func endOfRun(from state: Int, along next: (State) -> Target?) -> EndReason? {
        var current = state
        var seen: Set<Int> = []
        while seen.insert(current).inserted {
            switch next(states[current]) {
            case .state(let following)?: current = following
            case .end(let reason)?: return reason
            case .unknown?, nil: return nil
            }
        }
        return nil
    }
}
