import Airscript
import BotGraph

/// The states that calls can come to, found by going every way from the start.
///
/// A state is a node that was entered, or that listens again after so many silences and wrong answers, with what is known of
/// the control variables. It stands for every call that can come to it.
struct Exploration: Sendable {
    /// What takes a call from a state to the next.
    enum Doing: UInt8, Hashable, Sendable {
        /// The bot goes on by itself.
        case onward
        case silence
        case wrongAnswer
        /// Keys or words that were understood.
        case choice
        /// The forwarded call ended.
        case outcome
        case optOut
        /// A request to stop was taken back.
        case returned
    }

    /// One step from a state.
    struct Step: Sendable {
        /// The state it leads to, or one of the ends.
        let target: Int
        /// The way that is taken; nil where the node listens again, or the call ends.
        let way: Int?
        let doing: Doing

        /// The call ends as the bot means it to.
        static let end = -1
        /// The call ends with the apology.
        static let fault = -2
    }

    struct State: Sendable {
        let node: Int
        let valuation: Int
        /// Silences and wrong answers at the node so far, where they are told apart.
        let silences: Int
        let wrongAnswers: Int
        /// The state from which a shortest path came here; nil for the first.
        let source: Int?
        let way: Int?
        let doing: Doing
    }

    var states: [State] = []
    /// The steps of each state stand in a row.
    var steps: [Step] = []
    var firstSteps: [Int] = []
    var valuations = Valuations()
    /// The first state of each node; nil where no call gets to it.
    var firstStates: [Int?]
    var isTaken: [Bool]
    /// For each `if` of an action chain, whether it ever holds and whether it ever does not.
    var branchHolds: [Bool]
    var branchFails: [Bool]

    func steps(from state: Int) -> ArraySlice<Step> { steps[firstSteps[state]..<firstSteps[state + 1]] }

    /// What is known of the variables in a state.
    func row(of state: Int) -> Valuations.Row { valuations.rows[states[state].valuation] }
}

extension Exploration {
    /// The states from which a goal can be reached by the steps that count.
    func states(leadingTo isGoal: (Int) -> Bool, by counts: (Step) -> Bool) -> [Bool] {
        var found = Array(repeating: false, count: states.count)
        var queue: [Int] = []
        // Who leads to each state, in one row: counted first, then filled in.
        var firsts = Array(repeating: 0, count: states.count + 1)
        for state in states.indices {
            var isFound = isGoal(state)
            for step in steps(from: state) where counts(step) {
                if step.target >= 0 { firsts[step.target + 1] += 1 } else if step.target == Step.end { isFound = true }
            }
            if isFound {
                found[state] = true
                queue.append(state)
            }
        }
        for state in states.indices { firsts[state + 1] += firsts[state] }
        var sources = Array(repeating: 0, count: firsts.last ?? 0)
        var filled = firsts
        for state in states.indices {
            for step in steps(from: state) where step.target >= 0 && counts(step) {
                sources[filled[step.target]] = state
                filled[step.target] += 1
            }
        }
        while let state = queue.popLast() {
            for source in sources[firsts[state]..<firsts[state + 1]] where !found[source] {
                found[source] = true
                queue.append(source)
            }
        }
        return found
    }
}
