package import BotGraph
import Compliance
package import Telephony

/// The state machine of one call: one event in, effects out, nothing else touched.
///
/// It holds no clock, no randomness and no reference to the outside, so the same events give the same effects and the
/// same session, byte for byte. The driver writes both in one transaction before the reply leaves.
package struct CallMachine: Sendable {
    package let bot: Bot
    /// Nil before the call has started.
    package internal(set) var session: CallSession?
    package let recordings: PromptCatalogue
    package let limits: EngineLimits
    /// Whether `passages` is kept: it costs time, and a server has no use for it.
    package let isTraced: Bool
    /// What the last event made the call pass, in order; empty unless the machine is traced.
    package private(set) var passages: [Passage] = []

    package init(
        bot: Bot,
        session: CallSession?,
        recordings: PromptCatalogue = PromptCatalogue(),
        limits: EngineLimits = EngineLimits(),
        isTraced: Bool = false
    ) {
        self.bot = bot
        self.session = session
        self.recordings = recordings
        self.limits = limits
        self.isTraced = isTraced
    }

    /// Applies one event.
    ///
    /// On a refusal the session is as it was.
    ///
    /// - Parameters:
    ///   - event: What happened.
    ///   - instant: When it was heard of. An instant before the last one counts as the last one: clocks of two nodes differ.
    /// - Returns: What to do, in order; the session's revision has gone up by one.
    /// - Throws: Why the call cannot take the event.
    package mutating func handle(_ event: CallEvent, at instant: Instant) throws(CallRefusal) -> [CallEffect] {
        guard let session else {
            switch event {
            case .started(let start): return begin(start, at: instant)
            case .input, .forwardEnded, .statusChanged: throw .notStarted
            }
        }
        var turn = Turn(session: session, at: max(instant, session.lastEventAt), in: self)
        switch (session.state, event) {
        case (_, .started):
            throw .alreadyStarted
        case (.ended, .statusChanged(let status, _)):
            throw .statusNotNew(status, current: session.status)
        case (_, .statusChanged(let status, let sequence)):
            try turn.move(to: status, sequence: sequence)
        case (.ended, .input(let step, let input)):
            try CallMachine.check(step, in: session)
            guard let node = session.listenedLast, turn.takeLate(input, at: node) else { throw .ended }
        case (.ending, .input(let step, _)), (.ended, .forwardEnded(let step, _)),
            (.ending, .forwardEnded(let step, _)):
            try CallMachine.check(step, in: session)
            throw .ended
        case (.listening(let node), .input(let step, let input)):
            try CallMachine.check(step, in: session)
            turn.take(input, at: node)
        case (.forwarding(let node), .forwardEnded(let step, let status)):
            try CallMachine.check(step, in: session)
            turn.forwardEnded(status, at: node)
        case (.listening, .forwardEnded(let step, _)):
            try CallMachine.check(step, in: session)
            throw .unexpected(event: "the end of a forwarded call", state: "listening")
        case (.forwarding, .input(let step, _)):
            try CallMachine.check(step, in: session)
            throw .unexpected(event: "an input", state: "forwarding")
        }
        return finish(turn)
    }

    private mutating func begin(_ start: CallStart, at instant: Instant) -> [CallEffect] {
        var turn = Turn(session: CallSession(start, bot: bot, at: instant), at: instant, in: self)
        turn.begin(start)
        return finish(turn)
    }

    private mutating func finish(_ turn: Turn) -> [CallEffect] {
        var turn = turn
        turn.settle()
        session = turn.session
        passages = turn.passages
        return turn.effects
    }

    /// An input answers the document that was served last, and no other.
    private static func check(_ step: Int, in session: CallSession) throws(CallRefusal) {
        if step == session.step { return }
        if step == session.step - 1 { throw .repeated(step: step) }
        if step < session.step { throw .stale(step: step, current: session.step) }
        throw .notServed(step: step, current: session.step)
    }
}

extension CallSession {
    /// The session of a call that starts now, with the bot's default values and what the start brings.
    fileprivate init(_ start: CallStart, bot: Bot, at instant: Instant) {
        self.init(
            call: start.call,
            bot: bot.name,
            botVersion: bot.version,
            direction: start.direction,
            person: start.person,
            ownNumber: start.ownNumber,
            language: bot.defaultLanguage,
            state: .ending,
            variables: InitialVariables.values(for: bot, start: start),
            parameters: start.parameters,
            intent: bot.intent != nil || bot.direction == .outbound
                ? IntentClock(limit: start.disclosureLimit ?? IntentClock.limit) : nil,
            status: start.status,
            startedAt: instant,
            lastEventAt: instant
        )
    }
}
