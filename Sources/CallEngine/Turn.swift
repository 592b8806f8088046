import Airscript
import BotGraph
import Compliance
import Telephony

/// The work of one event: the session as it changes, and the effects as they come up.
struct Turn {
    let bot: Bot
    let recordings: PromptCatalogue
    let limits: EngineLimits
    let instant: Instant
    var session: CallSession
    var effects: [CallEffect] = []
    /// What is to be spoken before the next listening, forwarding or hanging up.
    var pending: [Utterance] = []
    var nodesEntered = 0
    var evaluations = 0
    /// What is spoken in this document, in bytes as it is written.
    var spokenBytes = 0
    /// How the caller put what this turn acts on, for the suppression list; nil when they did nothing.
    var means: Suppression.Means?
    var words = ""
    /// Whether a menu that comes now is one too many: the caller was asked whether to stop, and gave no answer.
    var endsAtNextMenu = false
    /// The names that expressions read, until something changes.
    var knownScope: Scope?
    /// The intent clock before this turn's document, for when that is taken back.
    var clockBeforeDocument: IntentClock?
    private let isTraced: Bool
    private(set) var passages: [Passage] = []

    init(session: CallSession, at instant: Instant, in machine: CallMachine) {
        bot = machine.bot
        recordings = machine.recordings
        limits = machine.limits
        self.instant = instant
        self.session = session
        clockBeforeDocument = session.intent
        isTraced = machine.isTraced
    }

    /// Notes what the call passes, where anybody wants to know.
    mutating func pass(_ passage: @autoclosure () -> Passage) {
        if isTraced { passages.append(passage()) }
    }

    /// The first turn: the person's answer, or ours, and the way to the first node that waits.
    mutating func begin(_ start: CallStart) {
        if start.status.isFinal {
            // Over before it began, as a late webhook tells it. Nobody hears anything.
            session.intent = nil
            close(start.status == .completed ? .callerHungUp : .notAnswered)
            session.state = .ended
            return
        }
        if start.direction == .outbound, start.isSuppressed {
            // Whoever dialled did not ask the gate. The call says nothing: a person who said stop hears no more of us.
            session.intent = nil
            close(.suppressed)
            return
        }
        session.intent?.answered(at: instant)
        clockBeforeDocument = session.intent
        let missing = InitialVariables.missing(in: session.variables, for: bot)
        guard missing.isEmpty else {
            let names = missing.map { "'\($0)'" }.joined(separator: ", ")
            fail(
                EvaluationFault(
                    "the call started without \(names), which the bot requires; whoever places it gives them"
                ),
                at: nil
            )
            return
        }
        walk(to: bot.start)
    }

    /// Goes from node to node until one waits or the call ends.
    mutating func walk(to first: NodeID) {
        var next: NodeID? = first
        while let id = next {
            guard nodesEntered < limits.nodesPerEvent else {
                note(EvaluationFault("\(limits.nodesPerEvent) nodes came in a row and none of them listens"), at: id)
                endPolitely(.tooManyNodes)
                return
            }
            nodesEntered += 1
            next = enter(id)
        }
    }

    /// Does a node's work.
    ///
    /// - Returns: The node to go on with; nil when the call waits or has ended.
    private mutating func enter(_ id: NodeID) -> NodeID? {
        guard let node = bot[id] else {
            // The loader lets no such bot pass; a session pinned to another source may still name one.
            fail(EvaluationFault("the bot has no such node"), at: id)
            return nil
        }
        pass(.entered(id))
        session.noInputCount = 0
        session.noMatchCount = 0
        if case .decisionMenu(let menu) = node.body, menu.decidesOptOut { noteChoiceOfStopping(at: node) }
        do throws(EvaluationFault) {
            try run(node.before)
            if let prompt = node.prompt { try say(prompt, voice: node.voice) }
            try run(node.after)
            switch node.body {
            case .decisionMenu, .touchtoneCapture:
                listen(at: node)
                return nil
            case .message(let message):
                pass(.took(id, .edge(.next)))
                return message.go.node
            case .condition(let condition): return try choose(condition, at: id)
            case .set(let set): return try enter(set, at: id)
            case .forwardCall(let forward): return try enter(forward, of: node)
            case .hangUp: return hangUp()
            }
        } catch {
            fail(error, at: id)
            return nil
        }
    }

    /// The last bookkeeping of every turn: limits on what is stored, the intent clock's verdict, the revision.
    mutating func settle() {
        if session.state.isWaiting, session.storedSize > limits.sessionBytes {
            abandonDocument()
            note(EvaluationFault("the call's variables take more than \(limits.sessionBytes) bytes"))
            endPolitely(.sessionTooLarge)
        }
        if let (outcome, evidence) = session.intent?.judge(at: instant) {
            effects.append(.intentJudged(outcome, evidence))
        }
        session.lastEventAt = instant
        session.revision += 1
    }
}

extension CallState {
    /// Whether the caller can still do something.
    var isWaiting: Bool {
        switch self {
        case .listening, .forwarding: true
        case .ending, .ended: false
        }
    }
}
