import BotGraph
import CallEngine
import Logging
import Store
import Telephony
import TwiML

/// Where a call's event, its state and its answer meet: load, handle, render, commit, and only then reply.
struct CallDriver: Sendable {
    let store: any CallStore
    let library: BotLibrary
    let limits: EngineLimits
    let address: LateAddress
    let apologies: Apologies
    let metrics: ServerMetrics
    let logger: Logger
    let now: @Sendable () -> Instant
    let recorder: CallRecorder?
    let earlyEnds = EarlyEnds()

    /// A new call's bot and what it starts with.
    struct Beginning: Sendable {
        let bot: Bot
        let start: CallStart
    }

    /// Requests for one call that meet are applied one after the other; more than this many in a row is no coincidence.
    private static let attempts = 20

    /// Starts a call, or answers the same request again.
    ///
    /// - Parameters:
    ///   - call: The call.
    ///   - token: The request's idempotency token.
    ///   - make: Says how a call begins that is not known yet; a known one goes on with the bot it has.
    /// - Returns: The document; nil when there is no bot for the call.
    /// - Throws: Why there is no document.
    func start(
        _ call: CallID,
        token: String?,
        beginning make: () async throws(DriverFault) -> Beginning?
    ) async throws(DriverFault) -> [UInt8]? {
        for _ in 0..<CallDriver.attempts {
            if let session = try await session(of: call) {
                metrics.refused(.alreadyStarted)
                return try await storedReply(to: .alreadyStarted, nil, session: session, token: token)
            }
            guard let beginning = try await make() else { return nil }
            let bot = beginning.bot
            do {
                let event = CallEvent.started(beginning.start)
                if let reply = try await apply(event, to: nil, of: call, bot: bot, token: token) {
                    // The end may have been told while the start was being kept.
                    if !beginning.start.status.isFinal, let status = earlyEnds[call] {
                        try await note(status, sequence: nil, of: call)
                    }
                    return reply
                }
            } catch { throw error.said(by: bot, in: bot.defaultLanguage) }
        }
        throw DriverFault(.busy(call))
    }

    /// Applies an event to a call that has started, and answers with the document that follows.
    ///
    /// A repeated or stale event gets the document that was stored for it.
    func advance(_ call: CallID, _ event: CallEvent, token: String?) async throws(DriverFault) -> [UInt8] {
        for _ in 0..<CallDriver.attempts {
            guard let session = try await session(of: call) else { throw DriverFault(.unknownCall(call)) }
            let bot = try await pinnedBot(of: session)
            do {
                if let reply = try await apply(event, to: session, of: call, bot: bot, token: token) { return reply }
            } catch { throw error.said(by: bot, in: session.language) }
        }
        throw DriverFault(.busy(call))
    }

    /// Takes a status callback.
    ///
    /// One that says nothing new, or is about a call that never started, is no fault.
    func note(_ status: CallStatus, sequence: Int?, of call: CallID) async throws(DriverFault) {
        for _ in 0..<CallDriver.attempts {
            guard let session = try await known(call, status: status) else {
                logger.debug(
                    "Status of a call that has not started here",
                    metadata: ["call": "\(call)", "status": "\(status.rawValue)"]
                )
                return
            }
            let bot = try await pinnedBot(of: session)
            var machine = machine(bot, session)
            let event = CallEvent.statusChanged(status, sequence: sequence)
            let instant = now()
            let effects: [CallEffect]
            do { effects = try machine.handle(event, at: instant) } catch {
                metrics.refused(error)
                recorder?.refused(event, error, of: session, at: instant, reply: nil)
                return
            }
            guard let after = machine.session else { return }
            let entry = LogEntry(
                call: call,
                revision: after.revision,
                at: instant,
                event: event,
                effects: effects,
                step: nil,
                reply: nil,
                token: nil
            )
            let step = StepCommit(session: after, expectedRevision: session.revision, entry: entry)
            if try await commit(step, bot: bot) { return }
        }
        throw DriverFault(.busy(call))
    }

    /// The call that a status is about; nil when it has not started, and then an end is kept for when it does.
    private func known(_ call: CallID, status: CallStatus) async throws(DriverFault) -> CallSession? {
        if let session = try await session(of: call) { return session }
        guard status.isFinal else { return nil }
        earlyEnds.keep(status, of: call)
        // A start that was kept before our note of its end has not seen it.
        return try await session(of: call)
    }

    /// Applies an event once.
    ///
    /// - Returns: The reply; nil when another request for the call came first and this one has to be tried again.
    private func apply(
        _ event: CallEvent,
        to session: CallSession?,
        of call: CallID,
        bot: Bot,
        token: String?
    ) async throws(DriverFault) -> [UInt8]? {
        var machine = machine(bot, session)
        let instant = now()
        var effects: [CallEffect]
        do { effects = try machine.handle(event, at: instant) } catch {
            metrics.refused(error)
            logger.debug("Event refused", metadata: ["call": "\(call)", "reason": "\(error)"])
            guard let session else { throw DriverFault(.refused(error)) }
            return try await storedReply(to: error, event, session: session, token: token)
        }
        let reply = try document(for: &effects, of: &machine)
        guard let after = machine.session else { return nil }
        let entry = LogEntry(
            call: call,
            revision: after.revision,
            at: instant,
            event: event,
            effects: effects,
            step: after.step,
            reply: reply,
            token: token
        )
        let step = StepCommit(session: after, expectedRevision: session?.revision ?? 0, entry: entry)
        return try await commit(step, bot: bot) ? reply : nil
    }

    /// The document for a step's effects.
    ///
    /// Where it cannot be written, only the words are replaced by the apology: what the step decided stands, above all an
    /// opt-out.
    private func document(for effects: inout [CallEffect], of machine: inout CallMachine) throws(DriverFault) -> [UInt8]
    {
        guard let urls = address.value?.urls else { throw DriverFault(.notListening) }
        do { return try TwiMLCompiler.bytes(for: effects, urls: urls) } catch {
            metrics.failed(.document)
            let call = machine.session.map { "\($0.call)" } ?? ""
            logger.error("Document not written", metadata: ["call": "\(call)", "reason": "\(error)"])
            let reason: EndReason = if case .tooLarge = error { .documentTooLarge } else { .botFault }
            effects = machine.apologise(insteadOf: effects, because: reason)
            return apologies.bytes(of: machine.bot, in: machine.session?.language ?? machine.bot.defaultLanguage)
        }
    }

    /// The reply to an event that the call cannot take; without an event, to its start once more.
    private func storedReply(
        to refusal: CallRefusal,
        _ event: CallEvent?,
        session: CallSession,
        token: String?
    ) async throws(DriverFault) -> [UInt8] {
        let instant = now()
        do {
            let reply = try await storedReply(to: refusal, session: session, token: token)
            recorder?.refused(event, refusal, of: session, at: instant, reply: reply)
            return reply
        } catch {
            recorder?.refused(event, refusal, of: session, at: instant, reply: nil)
            throw error
        }
    }

    private func storedReply(
        to refusal: CallRefusal,
        session: CallSession,
        token: String?
    ) async throws(DriverFault) -> [UInt8] {
        let call = session.call
        if let token, let reply = try await reply(of: call, token: token) { return reply }
        switch refusal {
        // Only a database that went back in time has not served what the provider answers.
        case .notServed: throw DriverFault(.refused(refusal))
        case .repeated(let step):
            if let reply = try await reply(of: call, step: step + 1) { return reply }
        case .stale, .alreadyStarted, .notStarted, .ended, .unexpected, .statusNotNew: break
        }
        guard let reply = try await reply(of: call, step: session.step) else { throw DriverFault(.refused(refusal)) }
        return reply
    }

    private func reply(of call: CallID, token: String) async throws(DriverFault) -> [UInt8]? {
        do { return try await store.reply(of: call, token: token) } catch { throw DriverFault(.store(error)) }
    }

    private func reply(of call: CallID, step: Int) async throws(DriverFault) -> [UInt8]? {
        do { return try await store.reply(of: call, step: step) } catch { throw DriverFault(.store(error)) }
    }

    private func commit(_ step: StepCommit, bot: Bot) async throws(DriverFault) -> Bool {
        let outcome: AdvanceOutcome
        do { outcome = try await store.advance(step) } catch {
            if step.entry.effects.contains(where: \.isSuppression) { reportLostOptOut(of: step.session.call) }
            throw DriverFault(.store(error))
        }
        switch outcome {
        case .conflict:
            metrics.conflicted()
            return false
        case .committed:
            metrics.committed(step.entry.effects, event: step.entry.event, bot: bot.name)
            log(step)
            recorder?.committed(step.session)
            return true
        }
    }

    private func machine(_ bot: Bot, _ session: CallSession?) -> CallMachine {
        CallMachine(bot: bot, session: session, recordings: library.recordings, limits: limits)
    }

    private func session(of call: CallID) async throws(DriverFault) -> CallSession? {
        do { return try await store.session(of: call) } catch { throw DriverFault(.store(error)) }
    }

    private func pinnedBot(of session: CallSession) async throws(DriverFault) -> Bot {
        let bot: Bot?
        do { bot = try await library.pinned(session.botVersion) } catch { throw DriverFault(.store(error)) }
        guard let bot else { throw DriverFault(.lostVersion(session.bot, session.botVersion)) }
        return bot
    }
}

extension CallEffect {
    fileprivate var isSuppression: Bool {
        if case .suppress = self { true } else { false }
    }
}
