import BotGraph
import CallEngine
import Compliance
import CoreMetrics

/// What the server counts.
///
/// Names follow Prometheus's habit: units and `_total` at the end.
package struct ServerMetrics: Sendable {
    package let registry: PrometheusRegistry

    private let webhookSeconds: Timer
    private let conflicts: Counter
    private let lostOptOuts: Counter
    private let failures: [WebhookFailure: Counter]
    private let refusals: CounterFamily<String>
    private let recordings: CounterFamily<RecordingOutcome>
    private let bots: BotCounters

    package init(registry: PrometheusRegistry = PrometheusRegistry()) {
        self.registry = registry
        webhookSeconds = Timer(label: "touchtone_webhook_seconds", dimensions: [], factory: registry)
        conflicts = Counter(label: "touchtone_step_conflicts_total", factory: registry)
        lostOptOuts = Counter(label: "touchtone_opt_outs_lost_total", factory: registry)
        let failures = WebhookFailure.allCases.map { reason in
            let dimensions = [("reason", reason.rawValue)]
            return (
                reason, Counter(label: "touchtone_webhook_failures_total", dimensions: dimensions, factory: registry)
            )
        }
        self.failures = Dictionary(uniqueKeysWithValues: failures)
        refusals = CounterFamily("touchtone_refused_events_total", in: registry) { [("reason", $0)] }
        recordings = CounterFamily("touchtone_recordings_total", in: registry) { [("outcome", $0.rawValue)] }
        bots = BotCounters(registry)
    }

    /// A call was over and was to be recorded.
    func recorded(_ outcome: RecordingOutcome) {
        recordings[outcome].increment()
    }

    /// A webhook was answered after so long.
    func answered(in duration: Duration) {
        let (seconds, attoseconds) = duration.components
        webhookSeconds.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    /// Two requests for one call met, and one was applied anew.
    func conflicted() {
        conflicts.increment()
    }

    /// A request to stop could not be kept.
    func lostOptOut() {
        lostOptOuts.increment()
    }

    /// A webhook could not be answered as it should.
    func failed(_ reason: WebhookFailure) {
        failures[reason]?.increment()
    }

    /// A request was one that had been answered before.
    func refused(_ refusal: CallRefusal) {
        refusals[refusal.name].increment()
    }

    /// Counts what a committed step did.
    func committed(_ effects: [CallEffect], event: CallEvent, bot: BotName) {
        if case .started = event { bots.started[bot].increment() }
        for effect in effects {
            switch effect {
            case .suppress: bots.optOuts[bot].increment()
            case .optOutUnlisted: bots.unlistedOptOuts[bot].increment()
            case .liftSuppression: bots.withdrawals[bot].increment()
            case .intentJudged(let outcome, _): bots.intents[.init(bot: bot, word: outcome.rawValue)].increment()
            case .ended(let reason): bots.ends[.init(bot: bot, word: reason.rawValue)].increment()
            case .speak, .listen, .forward, .hangUp, .faulted: break
            }
        }
    }
}

/// What is counted for each bot.
private struct BotCounters: Sendable {
    /// One of several outcomes of a bot's calls.
    struct Outcome: Hashable {
        let bot: BotName
        let word: String
    }

    let started: CounterFamily<BotName>
    let optOuts: CounterFamily<BotName>
    /// Requests of people whose number is withheld, which no list can hold.
    let unlistedOptOuts: CounterFamily<BotName>
    let withdrawals: CounterFamily<BotName>
    let intents: CounterFamily<Outcome>
    let ends: CounterFamily<Outcome>

    init(_ registry: PrometheusRegistry) {
        started = CounterFamily("touchtone_calls_started_total", in: registry) { [("bot", $0.text)] }
        optOuts = CounterFamily("touchtone_opt_outs_total", in: registry) { [("bot", $0.text)] }
        unlistedOptOuts = CounterFamily("touchtone_opt_outs_unlisted_total", in: registry) { [("bot", $0.text)] }
        withdrawals = CounterFamily("touchtone_opt_outs_withdrawn_total", in: registry) { [("bot", $0.text)] }
        intents = CounterFamily("touchtone_intent_total", in: registry) {
            [("bot", $0.bot.text), ("outcome", $0.word)]
        }
        ends = CounterFamily("touchtone_calls_ended_total", in: registry) {
            [("bot", $0.bot.text), ("reason", $0.word)]
        }
    }
}

/// What became of a call that was to be recorded.
enum RecordingOutcome: String, Sendable {
    case written
    /// The file could not be written, or the call not be read.
    case failed
    /// The call is not answered now as it was.
    case unusable
    /// Too many calls were waiting.
    case dropped
}

/// Why a webhook was not answered with the next document of its call.
package enum WebhookFailure: String, Sendable, CaseIterable {
    case badSignature = "bad-signature"
    case badRequest = "bad-request"
    case tooLarge = "too-large"
    case unknownBot = "unknown-bot"
    case unknownCall = "unknown-call"
    case store
    case document
}

extension CallRefusal {
    fileprivate var name: String {
        switch self {
        case .repeated: "repeated"
        case .stale: "stale"
        case .notServed: "not-served"
        case .alreadyStarted: "already-started"
        case .notStarted: "not-started"
        case .ended: "ended"
        case .unexpected: "unexpected"
        case .statusNotNew: "status-not-new"
        }
    }
}
