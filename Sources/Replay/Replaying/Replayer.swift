package import BotGraph
package import CallEngine
import Telephony
import TwiML

/// Runs recorded calls through the engine again, under the instants at which they happened.
///
/// Nothing outside is touched: no clock, no network, no database. Between two events the session goes through its stored form
/// and back, as it does on a server.
package struct Replayer: Sendable {
    package let bot: Bot
    package let recordings: PromptCatalogue
    package let limits: EngineLimits

    /// - Parameters:
    ///   - bot: The version that is put to the test, whatever version the recordings are of.
    ///   - recordings: What its prompts play.
    ///   - limits: What the server runs with.
    package init(bot: Bot, recordings: PromptCatalogue, limits: EngineLimits = EngineLimits()) {
        self.bot = bot
        self.recordings = recordings
        self.limits = limits
    }

    /// Replays one call.
    ///
    /// - Parameters:
    ///   - recording: The call.
    ///   - isTraced: Whether the result tells which nodes and edges were passed.
    /// - Returns: What is not as it was, and the call as it is now.
    package func replay(_ recording: Recording, isTraced: Bool = false) -> ReplayResult {
        guard let urls = try? TurnURLs(base: recording.header.baseURL) else {
            return ReplayResult(
                recording: recording,
                differences: [
                    ReplayDifference(
                        line: 1,
                        entry: nil,
                        kind: .unusable("'\(recording.header.baseURL)' is no base of addresses; write https://host")
                    )
                ]
            )
        }
        var run = ReplayRun(replayer: self, urls: urls, isTraced: isTraced)
        var differences: [ReplayDifference] = []
        var replayed: [Recording.Entry] = []
        replayed.reserveCapacity(recording.entries.count)
        for (index, entry) in recording.entries.enumerated() {
            let node = run.waitingNode
            let outcome = run.apply(entry)
            replayed.append(Recording.Entry(at: entry.at, event: entry.event, outcome: outcome, answers: []))
            let found = ReplayComparison.kinds(before: entry.outcome, now: outcome) + run.complaints
            for kind in found {
                differences.append(
                    ReplayDifference(line: recording.lines[index], entry: index, kind: kind, node: run.lastNode ?? node)
                )
            }
            // No node of this version asks the outside for anything, so an answer on record is one that nobody wants.
            for answer in entry.answers {
                differences.append(
                    ReplayDifference(
                        line: recording.lines[index],
                        entry: index,
                        kind: .unusedAnswer(answer),
                        node: node
                    )
                )
            }
        }
        var now = recording
        now.entries = replayed
        now.header.botVersion = bot.version
        return ReplayResult(
            recording: recording,
            now: now,
            differences: differences,
            passages: run.passages,
            session: run.session
        )
    }
}

/// One call on its way through the engine.
struct ReplayRun {
    let replayer: Replayer
    let urls: TurnURLs
    let isTraced: Bool
    private(set) var session: CallSession?
    private(set) var passages: [Passage] = []
    /// What went wrong with the last event beside its outcome.
    private(set) var complaints: [ReplayDifference.Kind] = []
    private var replies: [Int: String] = [:]
    private var coding = SessionCoding()

    init(replayer: Replayer, urls: TurnURLs, isTraced: Bool) {
        self.replayer = replayer
        self.urls = urls
        self.isTraced = isTraced
    }

    /// Where the call waits for the caller or for a forwarded leg.
    var waitingNode: NodeID? {
        switch session?.state {
        case .listening(let node), .forwarding(let node): node
        case .ending, .ended, nil: nil
        }
    }

    /// The node that the last event led to.
    private(set) var lastNode: NodeID?

    mutating func apply(_ entry: Recording.Entry) -> Recording.Outcome {
        complaints = []
        lastNode = nil
        var machine = CallMachine(
            bot: replayer.bot,
            session: stored(),
            recordings: replayer.recordings,
            limits: replayer.limits,
            isTraced: isTraced
        )
        var effects: [CallEffect]
        do { effects = try machine.handle(entry.event, at: entry.at) } catch { return refused(error, entry.event) }
        var reply: String?
        if entry.event.isAnswered { reply = document(for: &effects, of: &machine) }
        if isTraced {
            passages += machine.passages
            for case .entered(let node) in machine.passages { lastNode = node }
        }
        session = machine.session
        if lastNode == nil { lastNode = waitingNode }
        if let reply, let step = session?.step { replies[step] = reply }
        return .applied(effects: effects.filter(\.isKept), reply: reply)
    }

    /// The session as a store would hand it back.
    private mutating func stored() -> CallSession? {
        guard let session else { return nil }
        do {
            let back = try coding.roundTrip(session)
            if back != session { complaints.append(.sessionChanged) }
            return back
        } catch {
            complaints.append(.sessionChanged)
            return session
        }
    }

    private func document(for effects: inout [CallEffect], of machine: inout CallMachine) -> String {
        if let bytes = try? TwiMLCompiler.bytes(for: effects, urls: urls) {
            return String(decoding: bytes, as: UTF8.self)
        }
        let isTooLarge =
            if case .failure(.tooLarge) = Result(catching: { () throws(TwiMLError) in
                try TwiMLCompiler.bytes(for: effects, urls: urls)
            }) { true } else { false }
        effects = machine.apologise(insteadOf: effects, because: isTooLarge ? .documentTooLarge : .botFault)
        let apology = CallMachine.apology(
            of: machine.bot,
            in: machine.session?.language ?? machine.bot.defaultLanguage,
            recordings: machine.recordings
        )
        let bytes =
            (try? TwiMLCompiler.bytes(for: apology, urls: urls))
            ?? TwiMLDocument.apologyBytes(
                CallMachine.generalApology,
                language: .americanEnglish
            )
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a server answers to an event that the call cannot take.
    private func refused(_ refusal: CallRefusal, _ event: CallEvent) -> Recording.Outcome {
        guard event.isAnswered else { return .refused(Recording.Refusal(refusal), reply: nil) }
        let current = session.flatMap { replies[$0.step] }
        let reply: String? =
            switch refusal {
            case .repeated(let step): replies[step + 1] ?? current
            case .notServed, .notStarted: nil
            case .stale, .alreadyStarted, .ended, .unexpected, .statusNotNew: current
            }
        return .refused(Recording.Refusal(refusal), reply: reply)
    }
}

extension CallEvent {
    /// Whether the provider waits for a document.
    package var isAnswered: Bool {
        switch self {
        case .started, .input, .forwardEnded: true
        case .statusChanged: false
        }
    }
}

extension Recording.Refusal {
    package init(_ refusal: CallRefusal) {
        self =
            switch refusal {
            case .repeated: .repeated
            case .stale: .stale
            case .notServed: .notServed
            case .alreadyStarted: .alreadyStarted
            case .notStarted: .notStarted
            case .ended: .ended
            case .unexpected: .unexpected
            case .statusNotNew: .statusNotNew
            }
    }
}
