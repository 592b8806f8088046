import BotGraph
import CallEngine
import Logging
import Store
import Synchronization
import Telephony
import TwiML

/// Writes a file for each call that is over, behind the replies.
///
/// The driver says what happened and goes on at once. What was applied is in the store already, so that only refused events
/// are remembered here, and a server that was restarted in the middle of a call records all of it but those.
final class CallRecorder: Sendable {
    /// A call that is to be written.
    private struct Waiting {
        let bot: BotName
        let version: BotVersion
        let startedAt: Instant
        let due: ContinuousClock.Instant
    }

    private struct State {
        var waiting: [CallID: Waiting] = [:]
        var refused: [CallID: [RefusedEvent]] = [:]
        var refusedBytes = 0
        /// Whether the last call could not be written: a full disk is told once, not for every call.
        var isFailing = false

        /// Makes room: calls that never end would hold it for ever.
        mutating func forgetUnfinished() {
            refused = refused.filter { waiting[$0.key] != nil }
            refusedBytes = refused.values.joined().reduce(0) { $0 + $1.bytes }
        }
    }

    private let settings: ServerConfiguration.Recordings
    private let store: any CallStore
    private let library: BotLibrary
    private let limits: EngineLimits
    private let address: LateAddress
    private let metrics: ServerMetrics
    private let lines: LogThrottle
    private let logger: Logger
    private let now: @Sendable () -> Instant
    private let state = Mutex(State())
    /// Apart from the rest: no reply waits for a disk.
    private let folder: Mutex<RecordingFolder>

    private static let pause: Duration = .milliseconds(500)

    init(
        settings: ServerConfiguration.Recordings,
        store: any CallStore,
        library: BotLibrary,
        limits: EngineLimits,
        address: LateAddress,
        metrics: ServerMetrics,
        lines: LogThrottle,
        logger: Logger,
        now: @escaping @Sendable () -> Instant
    ) {
        self.settings = settings
        self.store = store
        self.library = library
        self.limits = limits
        self.address = address
        self.metrics = metrics
        self.lines = lines
        self.logger = logger
        self.now = now
        folder = Mutex(RecordingFolder(settings))
    }

    /// A step is on disk.
    func committed(_ session: CallSession) {
        guard settings.bots.contains(session.bot) else { return }
        let wait: Duration
        switch session.state {
        case .listening, .forwarding: return
        case .ending: wait = settings.patience
        case .ended: wait = settings.linger
        }
        let waiting = Waiting(
            bot: session.bot,
            version: session.botVersion,
            startedAt: session.startedAt,
            due: .now + wait
        )
        let isFull = state.withLock { state in
            guard state.waiting[session.call] != nil || state.waiting.count < settings.waitingCalls else { return true }
            state.waiting[session.call] = waiting
            return false
        }
        guard isFull else { return }
        metrics.recorded(.dropped)
        report("Calls end faster than they can be recorded; one was left out", kind: "recording-dropped", session.call)
    }

    /// A call could not take an event.
    ///
    /// - Parameters:
    ///   - event: The event; nil for the start once more.
    ///   - refusal: Why not.
    ///   - session: The call as it was then.
    ///   - instant: When.
    ///   - reply: What was answered.
    func refused(
        _ event: CallEvent?,
        _ refusal: CallRefusal,
        of session: CallSession,
        at instant: Instant,
        reply: [UInt8]?
    ) {
        guard settings.bots.contains(session.bot) else { return }
        let refused = RefusedEvent(
            event: event,
            refusal: refusal,
            at: instant,
            revision: session.revision,
            reply: reply
        )
        state.withLock { state in
            // What comes after the file was written is too late for it.
            if session.state == .ended, state.waiting[session.call] == nil { return }
            if state.refusedBytes + refused.bytes > settings.refusedBytes { state.forgetUnfinished() }
            guard state.refused[session.call, default: []].count < settings.refusedPerCall,
                state.refusedBytes + refused.bytes <= settings.refusedBytes
            else { return }
            state.refused[session.call, default: []].append(refused)
            state.refusedBytes += refused.bytes
        }
    }

    /// Writes calls as they become due, until it is cancelled.
    func run() async {
        tidy()
        while !Task.isCancelled {
            let moment = ContinuousClock.now
            await write(takeWaiting { $0.due <= moment })
            try? await Task.sleep(for: CallRecorder.pause)
        }
    }

    /// Writes all that are over, due or not: nothing more is heard of them in this process.
    func finish() async {
        await write(takeWaiting { _ in true })
    }

    private func takeWaiting(where isDue: (Waiting) -> Bool) -> [(call: CallID, waiting: Waiting)] {
        state.withLock { state in
            let due = state.waiting.filter { isDue($0.value) }
            for call in due.keys { state.waiting[call] = nil }
            return due.map { (call: $0.key, waiting: $0.value) }
                .sorted { ($0.waiting.startedAt, $0.call.text) < ($1.waiting.startedAt, $1.call.text) }
        }
    }

    private func write(_ calls: [(call: CallID, waiting: Waiting)]) async {
        for (call, waiting) in calls {
            let refused = state.withLock { state -> [RefusedEvent] in
                let refused = state.refused.removeValue(forKey: call) ?? []
                state.refusedBytes -= refused.reduce(0) { $0 + $1.bytes }
                return refused
            }
            do { try await write(call, waiting, refused) } catch {
                metrics.recorded(.failed)
                let wasFailing = state.withLock { state in
                    defer { state.isFailing = true }
                    return state.isFailing
                }
                if !wasFailing { report("A call could not be recorded: \(error)", kind: "recording-failed", call) }
            }
        }
    }

    private func write(_ call: CallID, _ waiting: Waiting, _ refused: [RefusedEvent]) async throws {
        let log = try await store.log(of: call)
        guard let bot = try await library.pinned(waiting.version), let base = address.value?.urls.base else { return }
        let record = CallRecord(
            bot: bot,
            recordings: library.recordings,
            limits: limits,
            baseURL: base,
            log: log,
            refused: refused
        )
        switch settings.format.file(of: record) {
        case .unusable(let reason):
            metrics.recorded(.unusable)
            report("A call was not recorded: \(reason)", kind: "recording-unusable", call)
        case .file(let name, let contents, let note):
            let day = String(waiting.startedAt.description.prefix(10))
            try folder.withLock { try $0.write(contents, name: name, day: day, bot: waiting.bot) }
            metrics.recorded(.written)
            state.withLock { $0.isFailing = false }
            if let note { report(note, kind: "recording-note", call) }
            tidy()
        }
    }

    private func tidy() {
        let today = now()
        folder.withLock { $0.tidy(at: today) }
    }

    private func report(_ sentence: String, kind: String, _ call: CallID) {
        guard let leftOut = lines.admit(kind) else { return }
        var metadata: Logger.Metadata = ["call": "\(call)", "folder": "\(settings.folder)"]
        if leftOut > 0 { metadata["left-out"] = "\(leftOut)" }
        logger.warning("\(sentence)", metadata: metadata)
    }
}
