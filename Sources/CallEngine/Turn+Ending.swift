import Airscript
import BotGraph
import Compliance
import Telephony

extension Turn {
    /// A `hang_up` node.
    mutating func hangUp() -> NodeID? {
        close(.completed)
        return nil
    }

    /// Speaks what is pending and hangs up.
    mutating func close(_ reason: EndReason) {
        flushPending()
        guard session.endReason == nil else { return }
        effects.append(.hangUp)
        effects.append(.ended(reason))
        session.state = .ending
        session.endReason = reason
    }

    /// Ends a call that cannot go on: the bot's apology in place of what was to be said.
    mutating func endPolitely(_ reason: EndReason) {
        pending = []
        spokenBytes = 0
        // What went wrong may go wrong again: an apology is not allowed to.
        evaluations = 0
        do { try say(bot.apology, voice: nil) } catch { pending = [] }
        if spokenBytes > limits.spokenBytes { (pending, spokenBytes) = ([], 0) }
        close(reason)
    }

    /// Ends a call whose bot cannot go on, and says where and why for whoever mends it.
    mutating func fail(_ fault: EvaluationFault, at node: NodeID?) {
        note(fault, at: node)
        endPolitely(.botFault)
    }

    /// Keeps with the step what was wrong with the bot.
    mutating func note(_ fault: EvaluationFault, at node: NodeID? = nil) {
        effects.append(.faulted(BotFault(node: node, location: fault.location, reason: fault.reason)))
    }

    /// Takes back the document that this turn had made, so that another can take its place.
    mutating func abandonDocument() {
        effects.removeAll { effect in
            switch effect {
            case .speak, .listen, .forward, .hangUp: true
            case .suppress, .optOutUnlisted, .liftSuppression, .intentJudged, .ended, .faulted: false
            }
        }
        session.variables = [:]
        session.parameters = [:]
        session.intent = clockBeforeDocument
        knownScope = nil
    }

    /// A status callback: only what is later than what is known counts, in whatever order they come.
    mutating func move(to status: CallStatus, sequence: Int?) throws(CallRefusal) {
        guard session.status.canMove(to: status) else { throw .statusNotNew(status, current: session.status) }
        session.status = status
        if let sequence { session.statusSequence = max(sequence, session.statusSequence ?? sequence) }
        guard status.isFinal else { return }
        session.intent?.ended(at: instant, byBot: session.state == .ending)
        if case .listening(let node) = session.state { session.listenedLast = node }
        if session.state.isWaiting {
            let reason: EndReason = status == .completed ? .callerHungUp : .notAnswered
            session.endReason = reason
            effects.append(.ended(reason))
        }
        session.state = .ended
    }
}

extension CallSession {
    /// About how many bytes the parts take that grow with what a caller and a bot do.
    var storedSize: Int {
        variables.reduce(0) { $0 + $1.key.utf8.count + $1.value.storedSize }
            + parameters.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    }
}

extension Value {
    /// About how many bytes the value takes when it is stored.
    var storedSize: Int {
        switch self {
        case .null: 4
        case .boolean: 5
        case .number: 16
        case .text(let text): text.utf8.count + 2
        case .list(let items): items.reduce(2) { $0 + $1.storedSize + 1 }
        case .object(let record): record.entries.reduce(2) { $0 + $1.name.utf8.count + $1.value.storedSize + 4 }
        }
    }
}
