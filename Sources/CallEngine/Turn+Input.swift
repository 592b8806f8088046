import BotGraph
import Compliance
import Telephony

extension Turn {
    /// Takes what a listening step got.
    mutating func take(_ input: CallerInput, at id: NodeID) {
        guard let node = bot[id] else {
            fail(EvaluationFault("the bot has no such node"), at: id)
            return
        }
        let reading = InputReading(input, limits: limits)
        note(reading, at: node)
        session.step += 1
        if let reason = limitReached {
            // A limit ends the call, not the right to be heard.
            if request(in: reading, at: node) != nil {
                if !session.optOut.isPending { suppress(returnTo: node.id) }
                confirmOptOut()
            } else {
                endPolitely(reason)
            }
            return
        }
        do throws(EvaluationFault) {
            switch node.body {
            case .decisionMenu(let menu): try take(reading, at: node, menu)
            case .touchtoneCapture(let capture): try take(reading, at: node, capture)
            case .message, .condition, .set, .forwardCall, .hangUp:
                throw EvaluationFault("the call waits at a node that does not listen", at: node.location)
            }
        } catch {
            fail(error, at: id)
        }
    }

    /// Takes an input that was overtaken by the news that the call is over: only a request to stop still counts.
    ///
    /// The provider's requests come in any order, and somebody who presses 9 and hangs up at once has said stop.
    ///
    /// - Returns: Whether there was one.
    mutating func takeLate(_ input: CallerInput, at id: NodeID) -> Bool {
        guard let node = bot[id], !session.optOut.isRequested else { return false }
        let reading = InputReading(input, limits: limits)
        guard request(in: reading, at: node) != nil else { return false }
        note(reading, at: node)
        session.step += 1
        session.listenedLast = nil
        suppress(returnTo: node.id)
        return true
    }

    private mutating func note(_ reading: InputReading, at node: Node) {
        switch reading {
        case .keys(let digits): (means, words) = (.key, digits.unmasked)
        case .speech(let heard, _): (means, words) = (.speech, heard)
        case .silence, .unreadable: break
        }
        if reading == .silence {
            if node.canBeInterrupted { session.intent?.waited(at: instant) }
        } else {
            session.intent?.acted(at: instant, afterPrompt: !node.canBeInterrupted)
        }
        clockBeforeDocument = session.intent
    }

    private func request(in reading: InputReading, at node: Node) -> OptOutRequest? {
        switch node.body {
        case .decisionMenu(let menu):
            let choice = MenuChoice(reading, menu: menu, bot: bot, isPending: session.optOut.isPending)
            if case .optOut(let request) = choice { return request }
            return nil
        case .touchtoneCapture(let capture): return request(in: reading, capture)
        case .message, .condition, .set, .forwardCall, .hangUp: return nil
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
        try retry(at: node, retries, count: session.noInputCount, exit: exit, isSilence: true)
    }

    /// A wrong answer: the next prompt for it, or the way out when they are used up.
    mutating func noMatch(at node: Node, _ retries: Retries?, exit: Target?) throws(EvaluationFault) {
        session.noMatchCount += 1
        try retry(at: node, retries, count: session.noMatchCount, exit: exit, isSilence: false)
    }

    private mutating func retry(
        at node: Node,
        _ retries: Retries?,
        count: Int,
        exit: Target?,
        isSilence: Bool
    ) throws(EvaluationFault) {
        session.failuresInRow += 1
        guard session.failuresInRow <= limits.attempts else {
            endPolitely(.tooManyAttempts)
            return
        }
        try run(node.onNoValidResponse)
        if let retries, count <= retries.prompts.count {
            pass(.took(node.id, isSilence ? .silence(count) : .wrongAnswer(count)))
            try say(retries.prompts[count - 1], voice: node.voice)
            listen(at: node)
        } else if let exit {
            let own: Edge.Label = isSilence ? .noInput : .noMatch
            pass(.took(node.id, .edge(retries?.then == nil ? .fallback : own)))
            // Whoever asked to stop and then kept silent is not to be led back into the menus.
            if case .decisionMenu(let menu) = node.body, menu.decidesOptOut, session.optOut.isPending {
                endsAtNextMenu = true
            }
            walk(to: exit.node)
        } else if session.optOut.isPending {
            confirmOptOut()
        } else {
            endPolitely(.noExit)
        }
    }

    /// Opens the ear at a node that listens, with what is pending as its prompt.
    mutating func listen(at node: Node) {
        guard !endsAtNextMenu else {
            confirmOptOut()
            return
        }
        switch node.body {
        case .decisionMenu(let menu): serve(listening(menu), at: node)
        case .touchtoneCapture(let capture): serve(listening(capture), at: node)
        case .message, .condition, .set, .forwardCall, .hangUp:
            fail(EvaluationFault("the node does not listen", at: node.location), at: node.id)
        }
    }

    /// Makes the document of a listening step.
    private mutating func serve(_ listening: Listening, at node: Node) {
        guard spokenBytes <= limits.spokenBytes else {
            note(
                EvaluationFault("one document speaks more than \(limits.spokenBytes) bytes", at: node.location),
                at: node.id
            )
            endPolitely(.documentTooLarge)
            return
        }
        effects.append(.listen(listening))
        noteSpoken(listening.prompts)
        pending = []
        session.state = .listening(node.id)
    }
}

extension Node {
    /// Whether a key or word cuts its prompt short.
    fileprivate var canBeInterrupted: Bool {
        if case .decisionMenu(let menu) = body { return menu.bargeIn }
        return true
    }
}

extension Duration {
    /// Whole seconds, rounded up, at least one: the provider takes no fractions.
    var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(clamping: seconds) + (attoseconds > 0 ? 1 : 0))
    }
}
