import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony

/// Somebody who calls a bot in every way they can and knows nothing of its file.
///
/// What they hear and what happens to them is all that counts. It is the judge of whether a change does harm, apart from the linter.
struct Listener {
    /// What a person notices of a bot.
    struct Impression: Hashable {
        /// Nodes that some call got to.
        var visited: Set<NodeID> = []
        /// Calls that end in an apology.
        var faults: Set<String> = []
        /// Places where a caller who only keeps silent, or only mishears, never gets to an end.
        var stuck: Set<String> = []
        /// Keys that were promised and then taken for a wrong answer, with the place.
        var brokenPromises: Set<String> = []
        /// Keys that work and were never mentioned, with the place.
        var secrets: Set<String> = []
        /// Places that wait for the caller without a word.
        var mute: Set<String> = []
        /// Places where "stop calling me" does not put the number on the list.
        var deafToStop: Set<String> = []
        /// Whether the opt-out key works and is named before the first wait.
        var offersOptOut = false
        var optOutKeyWorks = false
        /// Whether who, why and how to stop was heard in time.
        var intent: IntentOutcome?
        /// How asking to stop by key and confirming, or taking back, ends.
        var optOutEnds: Set<String> = []
    }

    let bot: Bot
    let values: [String: Value]
    let digits: [String: [String]]
    private var impression = Impression()
    private var seen: Set<String> = []
    private var judged: Set<String> = []

    /// More states than any of the sample bots has.
    private static let bound = 4_000
    private static let start = Instant(milliseconds: 1_790_000_000_000)

    /// A call that waits, with what was said since the caller acted last.
    private struct Standing {
        let machine: CallMachine
        let heard: String
        let at: Instant
    }

    /// The variables that ways depend on; a count that nobody reads would make every state a new one.
    private let deciding: [String]

    init(bot: Bot, values: [String: Value], digits: [String: [String]]) {
        self.bot = bot
        deciding = Set(bot.nodes.flatMap(\.deciding)).sorted()
        self.values = values
        self.digits = digits
    }

    static func listen(to bot: Bot, values: [String: Value], digits: [String: [String]]) -> Impression {
        var listener = Listener(bot: bot, values: values, digits: digits)
        listener.run()
        return listener.impression
    }

    private mutating func run() {
        guard let person = PhoneNumber("+12065550123"), let own = PhoneNumber("+12065550199"), let call = CallID("CA1")
        else { return }
        let start = CallStart(
            call: call,
            direction: bot.direction,
            person: .number(person),
            ownNumber: .number(own),
            status: .inProgress,
            variables: values
        )
        var machine = CallMachine(bot: bot, session: nil, isTraced: true)
        guard let effects = try? machine.handle(.started(start), at: Listener.start) else { return }
        guard let first = note(machine, effects, after: "the answer", at: Listener.start) else { return }
        judgeOpening(first)
        var queue = [first]
        var next = 0
        while next < queue.count, seen.count < Listener.bound {
            let standing = queue[next]
            next += 1
            // A node sounds and acts the same each time a call comes to it afresh.
            let place = "\(node(of: standing)?.id.text ?? "") \(standing.machine.session?.optOut.isAsked ?? false)"
            if isFresh(standing), judged.insert(place).inserted { judge(standing) }
            for (event, act) in acts(at: standing) {
                if let reached = apply(event, act, to: standing), isNew(reached) { queue.append(reached) }
            }
        }
    }

    // MARK: - Judging

    private mutating func judgeOpening(_ standing: Standing) {
        let key = bot.optOut?.press.map { String($0.rawValue) }
        if let key { impression.offersOptOut = Listener.promisedKeys(in: standing.heard).contains(key) }
        // The caller lets the whole prompt play, and keeps silent.
        var copy = standing
        let length = SpeechLength.milliseconds(of: standing.heard)
        copy = Standing(
            machine: standing.machine,
            heard: standing.heard,
            at: standing.at + .milliseconds(length + 6_000)
        )
        var machine = copy.machine
        if let effects = try? machine.handle(.input(step: step(of: copy), .silence), at: copy.at) {
            for case .intentJudged(let outcome, _) in effects { impression.intent = outcome }
        }
    }

    private mutating func judge(_ standing: Standing) {
        guard let node = node(of: standing), case .listening = standing.machine.session?.state else { return }
        if standing.heard.allSatisfy({ $0.isWhitespace }) { impression.mute.insert(node.id.text) }
        for act in [CallerInput.silence, CallerInput(digits: Digits("5555555"))] where !endsWithOnly(act, standing) {
            impression.stuck.insert("\(node.id) \(act == .silence ? "silence" : "wrong answers")")
        }
        if bot.direction == .outbound {
            let input = CallerInput(speech: "stop calling me")
            if !suppresses(.input(step: step(of: standing), input), standing) {
                impression.deafToStop.insert(node.id.text)
            }
        }
        if let key = bot.optOut?.press {
            let input = CallerInput(digits: Digits(key))
            if suppresses(.input(step: step(of: standing), input), standing) { impression.optOutKeyWorks = true }
        }
        guard case .decisionMenu(let menu) = node.body, isFresh(standing) else { return }
        let promised = Listener.promisedKeys(in: standing.heard)
        for key in promised where isWrong(key, standing) { impression.brokenPromises.insert("\(node.id) \(key)") }
        for option in menu.options {
            guard let key = option.press?.unmasked, !promised.contains(key), !isWrong(key, standing) else { continue }
            impression.secrets.insert("\(node.id) \(key)")
        }
    }

    private func endsWithOnly(_ input: CallerInput, _ standing: Standing) -> Bool {
        var machine = standing.machine
        for round in 0..<12 {
            let step = machine.session?.step ?? 0
            let event: CallEvent
            switch machine.session?.state {
            case .listening: event = .input(step: step, input)
            case .forwarding, .ending, .ended, nil: return true
            }
            let at = standing.at + .seconds(10 * (round + 1))
            guard let effects = try? machine.handle(event, at: at) else { return true }
            for case .ended(let reason) in effects where reason.isFault { return false }
        }
        return false
    }

    private func suppresses(_ event: CallEvent, _ standing: Standing) -> Bool {
        guard let optOut = standing.machine.session?.optOut, case .none = optOut else { return true }
        var machine = standing.machine
        let effects = (try? machine.handle(event, at: standing.at)) ?? []
        return effects.contains { if case .suppress = $0 { true } else { false } }
    }

    private func isWrong(_ key: String, _ standing: Standing) -> Bool {
        guard let digits = Digits(key) else { return true }
        var machine = standing.machine
        let before = machine.session?.noMatchCount ?? 0
        let event = CallEvent.input(step: step(of: standing), CallerInput(digits: digits))
        guard (try? machine.handle(event, at: standing.at)) != nil else { return true }
        for case .took(_, let way) in machine.passages {
            switch way {
            case .wrongAnswer, .edge(.noMatch): return true
            case .edge(.fallback): return (machine.session?.noMatchCount ?? 0) > before
            default: return false
            }
        }
        return machine.session?.endReason?.isFault ?? false
    }

    // MARK: - Acting

    private func acts(at standing: Standing) -> [(CallEvent, String)] {
        let step = step(of: standing)
        guard let node = node(of: standing) else { return [] }
        if case .forwarding = standing.machine.session?.state {
            return [DialStatus.completed, .busy, .noAnswer, .failed].map {
                (.forwardEnded(step: step, $0), "the leg ends \($0.rawValue)")
            }
        }
        var inputs: [(CallerInput, String)] = [(.silence, "silence")]
        for key in ["0", "1", "2", "3", "7", "9", "*"] {
            inputs.append((CallerInput(digits: Digits(key)), "key \(key)"))
        }
        for digits in digits[node.id.text] ?? [] { inputs.append((CallerInput(digits: Digits(digits)), "digits")) }
        if case .decisionMenu(let menu) = node.body {
            for phrase in menu.options.flatMap(\.say) { inputs.append((CallerInput(speech: phrase.text), phrase.text)) }
        }
        inputs.append((CallerInput(speech: "purple elephants"), "nonsense"))
        inputs.append((CallerInput(speech: "my wife told you people stop"), "an unclear stop"))
        return inputs.map { (.input(step: step, $0.0), $0.1) }
    }

    private mutating func apply(_ event: CallEvent, _ act: String, to standing: Standing) -> Standing? {
        var machine = standing.machine
        let at = standing.at + .seconds(1)
        guard let effects = try? machine.handle(event, at: at) else { return nil }
        let place = node(of: standing)?.id.text ?? ""
        if standing.machine.session?.optOut.isAsked == true, let end = machine.session?.endReason {
            impression.optOutEnds.insert("\(place) \(act) \(end.rawValue) \(effects.contains(where: \.isLift))")
        }
        return note(machine, effects, after: "\(act) at \(place)", at: at)
    }

    /// Notes what an event led to; the call as it waits now, nil where it is over.
    private mutating func note(
        _ machine: CallMachine,
        _ effects: [CallEffect],
        after act: String,
        at instant: Instant
    ) -> Standing? {
        for case .entered(let node) in machine.passages { impression.visited.insert(node) }
        for case .ended(let reason) in effects where reason.isFault {
            impression.faults.insert("\(reason.rawValue) \(act)")
        }
        guard machine.session?.endReason == nil else { return nil }
        return Standing(machine: machine, heard: effects.flatMap(\.words).joined(separator: " "), at: instant)
    }

    private mutating func isNew(_ standing: Standing) -> Bool {
        guard let session = standing.machine.session else { return false }
        let variables = deciding.map { "\($0)=\(session.variables[$0]?.rendered ?? "")" }
        let key = """
            \(session.state) \(session.noInputCount) \(session.noMatchCount) \(session.optOut.isAsked) \
            \(session.lastMenu?.text ?? "") \(variables.joined(separator: ","))
            """
        return seen.insert(key).inserted
    }

    private func isFresh(_ standing: Standing) -> Bool {
        standing.machine.session?.noInputCount == 0 && standing.machine.session?.noMatchCount == 0
    }

    private func step(of standing: Standing) -> Int { standing.machine.session?.step ?? 0 }

    private func node(of standing: Standing) -> Node? {
        switch standing.machine.session?.state {
        case .listening(let node), .forwarding(let node): bot[node]
        case .ending, .ended, nil: nil
        }
    }

    /// The keys that a prompt tells somebody to press.
    static func promisedKeys(in heard: String) -> Set<String> {
        Set(
            heard.lowercased().matches(of: /press (?:the )?([0-9]|star|pound)/).map { match in
                switch match.output.1 {
                case "star": "*"
                case "pound": "#"
                default: String(match.output.1)
                }
            }
        )
    }
}

extension Node {
    /// The variables that the ways out of the node depend on.
    fileprivate var deciding: [String] {
        let expressions: [Expression] =
            switch body {
            case .condition(let condition): condition.cases.map(\.when.expression)
            case .touchtoneCapture(let capture): capture.validate.map { [$0.expression] } ?? []
            case .decisionMenu, .message, .set, .forwardCall, .hangUp: []
            }
        return expressions.flatMap(\.references).compactMap(\.path.first)
    }
}

extension OptOutProgress {
    fileprivate var isAsked: Bool {
        switch self {
        case .pending, .pendingWithoutNumber: true
        case .none, .confirmed, .withdrawn: false
        }
    }
}

extension CallEffect {
    fileprivate var isLift: Bool {
        if case .liftSuppression = self { true } else { false }
    }

    /// What the caller hears of it.
    fileprivate var words: [String] {
        let utterances: [Utterance]
        switch self {
        case .speak(let utterance): utterances = [utterance]
        case .listen(let listening): utterances = listening.prompts
        default: return []
        }
        return utterances.compactMap { utterance in
            switch utterance.content {
            case .text(let text): text
            case .recording(let path): "[\(path)]"
            case .pause: nil
            }
        }
    }
}

extension EndReason {
    /// Whether the bot's own fault ended the call.
    fileprivate var isFault: Bool {
        switch self {
        case .tooManyAttempts, .tooManyNodes, .tooManySteps, .tooLong, .sessionTooLarge, .documentTooLarge, .noExit,
            .botFault:
            true
        case .completed, .callerHungUp, .optedOut, .suppressed, .notAnswered: false
        }
    }
}
