import BotGraph
import Compliance
import Telephony

extension Turn {
    /// Takes what a listening step got.
    mutating func take(_ input: CallerInput, at id: NodeID) {
        guard let node = bot[id] else {
            endPolitely(.botFault)
            return
        }
        let reading = InputReading(input, limits: limits)
        if reading != .silence { session.intent?.acted(at: instant) }
        session.step += 1
        if let reason = limitReached {
            endPolitely(reason)
            return
        }
        switch reading {
        case .keys(let digits): (means, words) = (.key, digits.unmasked)
        case .speech(let heard, _): (means, words) = (.speech, heard)
        case .silence, .unreadable: break
        }
        do {
            switch node.body {
            case .decisionMenu(let menu): try take(reading, at: node, menu)
            case .touchtoneCapture(let capture): try take(reading, at: node, capture)
            case .message, .condition, .set, .forwardCall, .hangUp: endPolitely(.botFault)
            }
        } catch {
            endPolitely(.botFault)
        }
    }

    /// A limit that this event passes, before it is acted on.
    var limitReached: EndReason? {
        if session.step >= limits.stepsPerCall { return .tooManySteps }
        return instant - session.startedAt > limits.callLength ? .tooLong : nil
    }

    /// Silence: the next prompt for it, or the way out when they are used up.
    mutating func noInput(at node: Node, _ retries: Retries?, exit: Target?) throws(EvaluationFault) {
        session.noInputCount += 1
        try retry(at: node, retries, count: session.noInputCount, exit: exit)
    }

    /// A wrong answer: the next prompt for it, or the way out when they are used up.
    mutating func noMatch(at node: Node, _ retries: Retries?, exit: Target?) throws(EvaluationFault) {
        session.noMatchCount += 1
        try retry(at: node, retries, count: session.noMatchCount, exit: exit)
    }

    private mutating func retry(
        at node: Node,
        _ retries: Retries?,
        count: Int,
        exit: Target?
    ) throws(EvaluationFault) {
        try run(node.onNoValidResponse)
        if let retries, count <= retries.prompts.count {
            try say(retries.prompts[count - 1], voice: node.voice)
            listen(at: node)
        } else if let exit {
            walk(to: exit.node)
        } else {
            endPolitely(.noExit)
        }
    }

    /// Opens the ear at a node that listens, with what is pending as its prompt.
    mutating func listen(at node: Node) {
        switch node.body {
        case .decisionMenu(let menu): listen(at: node, menu)
        case .touchtoneCapture(let capture): listen(at: node, capture)
        case .message, .condition, .set, .forwardCall, .hangUp: endPolitely(.botFault)
        }
    }

    /// Makes the document of a listening step.
    mutating func serve(_ listening: Listening, at node: Node) {
        guard charactersSpoken <= limits.spokenCharacters else {
            pending = []
            endPolitely(.documentTooLarge)
            return
        }
        effects.append(.listen(listening))
        noteSpoken(listening.prompts)
        pending = []
        session.state = .listening(node.id)
    }
}

extension Duration {
    /// Whole seconds, rounded up, at least one: the provider takes no fractions.
    var wholeSeconds: Int {
        let milliseconds = inMilliseconds
        return max(1, Int((milliseconds + 999) / 1_000))
    }
}
