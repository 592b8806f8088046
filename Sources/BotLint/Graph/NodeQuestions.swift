import BotGraph
import Telephony

extension Node {
    /// Whether the node waits for the caller, so that the engine answers and lets go.
    var listens: Bool {
        switch body {
        case .decisionMenu, .touchtoneCapture: true
        case .message, .condition, .set, .forwardCall, .hangUp: false
        }
    }

    /// Whether the call is handed on here: the engine waits for the other line.
    var forwards: Bool {
        if case .forwardCall = body { return true }
        return false
    }

    /// Whether a call may properly end here: hung up, or connected to somebody, or with an opt-out confirmed or withdrawn.
    var isEnd: Bool {
        switch body {
        case .hangUp, .forwardCall: true
        case .decisionMenu(let menu): menu.options.contains { $0.optOut != nil && $0.go == nil }
        case .touchtoneCapture, .message, .condition, .set: false
        }
    }

    /// Whether a request to stop is heard here: at every menu, and at a capture by a key that is too short an answer.
    func takesOptOut(in bot: Bot) -> Bool {
        switch body {
        case .decisionMenu: true
        case .touchtoneCapture(let capture): bot.optOut?.press != nil && capture.minDigits > 1
        case .message, .condition, .set, .forwardCall, .hangUp: false
        }
    }
}

extension [CallGraph.Way] {
    /// The path in words: `greeting → silence, silence → operator → forward busy → sorry`.
    func described(from start: NodeID) -> String {
        reduce(into: start.text) { text, way in
            let causes = way.failures.map(\.described) + [way.cause.described].compactMap(\.self)
            if !causes.isEmpty { text += " → " + causes.joined(separator: ", ") }
            text += " → \(way.to)"
        }
    }
}

extension CallGraph.Failure {
    var described: String {
        switch self {
        case .silence: "silence"
        case .wrongAnswer: "wrong answer"
        }
    }
}

extension CallGraph.Way.Cause {
    /// What the caller or the bot did; nil when the node was simply done, and for silence and wrong answers, which are told
    /// one by one.
    fileprivate var described: String? {
        switch self {
        case .optOut: "opt-out"
        case .withdrawn: "opt-out taken back"
        case .operator: "operator"
        case .edge(let label):
            switch label {
            case .option(let name): "option \(name)"
            case .noInput, .noMatch, .fallback, .next: nil
            case .case(let number): "case \(number)"
            case .otherwise: "else"
            case .forward(let outcome): "forward \(outcome)"
            }
        }
    }
}
