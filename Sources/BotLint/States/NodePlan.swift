import Airscript
import BotGraph

/// An expression with the variables that matter in it; equal expressions have one number.
struct Reading: Sendable {
    let number: Int
    let expression: Expression
    let variables: [Int]
}

/// A node as far as the way of a call depends on it.
///
/// It is a class so that looking at it copies nothing.
final class NodePlan: Sendable {
    /// A step of an action chain.
    indirect enum Step: Sendable {
        case assign(Int, Reading)
        /// The branch has a number of its own.
        case branch(Int, when: Reading, then: [Step], otherwise: [Step])
        /// A value that can be seen never to come about: the call ends here.
        case fail
    }

    /// Silences or wrong answers.
    struct Retry: Sendable {
        /// How many prompts there are for it.
        let prompts: Int
        /// The way once they are used up, by its number; nil where the call ends for want of one.
        let exit: Int?
    }

    struct Option: Sendable {
        let set: [Step]
        let exit: Int?
        let decision: DecisionMenu.Option.OptOutDecision?
    }

    enum Body: Sendable {
        case menu([Option], silence: Retry, wrongAnswer: Retry)
        case capture(Int?, validate: Reading?, onCapture: [Step], exit: Int?, silence: Retry, wrongAnswer: Retry)
        /// A message or a `set`.
        case passing([Step], exit: Int?)
        case condition([(when: Reading, exit: Int?)], otherwise: Int?)
        /// The ways of the four outcomes; nil where the call ends.
        case forward([Int?])
        case hangUp
    }

    /// `before` and `after`.
    let entry: [Step]
    let body: Body
    /// `on_no_valid_response`.
    let failure: [Step]
    /// Whether a request to stop may be heard here.
    let takesOptOut: Bool
    /// The ways of a request to stop and of the operator.
    let optOut: Int?
    let `operator`: Int?
    let listens: Bool
    let forwards: Bool
    let isEnd: Bool

    init(
        _ node: Node,
        entry: [Step],
        body: Body,
        failure: [Step],
        takesOptOut: Bool,
        optOut: Int?,
        operator: Int?
    ) {
        self.entry = entry
        self.body = body
        self.failure = failure
        self.takesOptOut = takesOptOut
        self.optOut = optOut
        self.operator = `operator`
        listens = node.listens
        forwards = node.forwards
        isEnd = node.isEnd
    }
}

extension NodePlan.Step {
    /// The variables that it sets, by number.
    var assigned: [Int] {
        switch self {
        case .assign(let variable, _): [variable]
        case .branch(_, _, let then, let otherwise): (then + otherwise).flatMap(\.assigned)
        case .fail: []
        }
    }

    /// What the tests in it read.
    var tests: [Reading] {
        switch self {
        case .assign, .fail: []
        case .branch(_, let when, let then, let otherwise): [when] + (then + otherwise).flatMap(\.tests)
        }
    }
}

extension NodePlan {
    /// The options that take a request to stop back, so that the call goes back to where it was.
    var withdrawals: [Option] {
        guard case .menu(let options, _, _) = body else { return [] }
        return options.filter { $0.decision == .withdrawn && $0.exit == nil }
    }

    /// Every chain of the node.
    var chains: [[Step]] {
        let own: [[Step]] =
            switch body {
            case .menu(let options, _, _): options.map(\.set)
            case .capture(_, _, let onCapture, _, _, _): [onCapture]
            case .passing(let steps, _): [steps]
            case .condition, .forward, .hangUp: []
            }
        return [entry, failure] + own
    }
}
