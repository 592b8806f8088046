import Airscript
import BotGraph
import CallEngine
import Compliance
import Foundation
import Telephony
import Testing

/// A call in a test: a bot from YAML, events in, what was spoken out.
///
/// The session is encoded and decoded between every two steps, so that what is stored cannot rot.
struct Conversation {
    let bot: Bot
    var recordings = PromptCatalogue()
    var limits = EngineLimits()
    var session: CallSession?
    var instant = Instant(milliseconds: 1_790_000_000_000)
    var effects: [CallEffect] = []
    /// Every event with its instant, for replaying the call from the start.
    var history: [(event: CallEvent, instant: Instant)] = []

    init(_ yaml: String, recordings: PromptCatalogue = PromptCatalogue()) throws {
        let result = BotLoader.load(yaml, path: "test.yaml", version: BotVersion("test"), recordings: nil)
        try #require(result.bot != nil, "\(result.diagnostics.map(\.description).joined(separator: "\n"))")
        bot = try #require(result.bot)
        self.recordings = recordings
    }

    @discardableResult
    mutating func start(
        from person: String = "+12065550101",
        to own: String = "+12065550199",
        variables: [String: Value] = [:],
        isSuppressed: Bool = false
    ) throws -> String {
        let start = CallStart(
            call: try #require(CallID("CA1")),
            direction: bot.direction,
            person: Party(parameter: person),
            ownNumber: Party(parameter: own),
            status: bot.direction == .inbound ? .ringing : .inProgress,
            variables: variables,
            parameters: ["FromCity": "SEATTLE"],
            isSuppressed: isSuppressed
        )
        return try send(.started(start))
    }

    /// The number of the document that the call is at.
    var step: Int { session?.step ?? 0 }

    @discardableResult
    mutating func press(_ keys: String, after seconds: Int = 3) throws -> String {
        let digits: Digits = try #require(Digits(keys))
        return try send(.input(step: step, CallerInput(digits: digits)), after: seconds)
    }

    @discardableResult
    mutating func say(_ words: String, after seconds: Int = 3) throws -> String {
        try send(.input(step: step, CallerInput(speech: words, confidence: 0.8)), after: seconds)
    }

    @discardableResult
    mutating func waitInSilence() throws -> String {
        try send(.input(step: step, .silence), after: 20)
    }

    @discardableResult
    mutating func forwardEnds(_ status: DialStatus) throws -> String {
        try send(.forwardEnded(step: step, status), after: 30)
    }

    @discardableResult
    mutating func hangUp() throws -> String {
        try send(.statusChanged(.completed, sequence: nil), after: 2)
    }

    /// Sends an event; what it says comes back.
    @discardableResult
    mutating func send(_ event: CallEvent, after seconds: Int = 0) throws -> String {
        instant = instant + .seconds(seconds)
        let before = session
        var machine = CallMachine(bot: bot, session: session, recordings: recordings, limits: limits)
        effects = try machine.handle(event, at: instant)
        history.append((event, instant))
        let after = try #require(machine.session)
        #expect(after.revision == (before?.revision ?? 0) + 1)
        let stored = try Conversation.encode(after)
        let read = try JSONDecoder().decode(CallSession.self, from: stored)
        #expect(read == after)
        #expect(try Conversation.encode(read) == stored)
        let effectBytes = try Conversation.encode(effects)
        #expect(try JSONDecoder().decode([CallEffect].self, from: effectBytes) == effects)
        session = read
        return spoken
    }

    /// All that the last step says, recordings by their path.
    var spoken: String {
        var words: [String] = []
        for effect in effects {
            switch effect {
            case .speak(let utterance): words.append(Conversation.text(utterance))
            case .listen(let listening): words += listening.prompts.map(Conversation.text)
            case .forward, .hangUp, .suppress, .optOutUnlisted, .liftSuppression, .intentJudged, .ended, .faulted: break
            }
        }
        return words.joined(separator: " ")
    }

    var listening: Listening? {
        effects.lazy.compactMap { if case .listen(let listening) = $0 { listening } else { nil } }.first
    }

    var forwarding: Forwarding? {
        effects.lazy.compactMap { if case .forward(let forwarding) = $0 { forwarding } else { nil } }.first
    }

    var suppressions: [Suppression] {
        effects.compactMap { if case .suppress(let suppression) = $0 { suppression } else { nil } }
    }

    var lifted: [Suppression] {
        effects.compactMap { if case .liftSuppression(let suppression) = $0 { suppression } else { nil } }
    }

    var ended: EndReason? {
        effects.lazy.compactMap { if case .ended(let reason) = $0 { reason } else { nil } }.first
    }

    var judged: IntentOutcome? {
        effects.lazy.compactMap { if case .intentJudged(let outcome, _) = $0 { outcome } else { nil } }.first
    }

    var hangsUp: Bool { effects.contains(.hangUp) }

    /// The node that listens now.
    var node: String? {
        if case .listening(let node) = session?.state { return node.text }
        return nil
    }

    func value(_ name: String) -> Value { session?.variables[name] ?? .null }

    /// The stored bytes of the session after the same events from the start.
    func replayed() throws -> Data {
        var machine = CallMachine(bot: bot, session: nil, recordings: recordings, limits: limits)
        for (event, instant) in history { _ = try machine.handle(event, at: instant) }
        return try Conversation.encode(try #require(machine.session))
    }

    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(value)
    }

    private static func text(_ utterance: Utterance) -> String {
        switch utterance.content {
        case .text(let text): text
        case .recording(let path): "<\(path)>"
        case .pause(let seconds): "<\(seconds) s>"
        }
    }
}

/// Bots that several suites talk to.
enum TestBots {
    static let frontDesk = """
        bot: front-desk
        direction: inbound
        universals:
          repeat: {press: "*", say: [repeat, say that again]}
          help: {say: [help], prompt: "You can press one or two."}
          operator: {press: "0", say: [operator, a real person], go: operator}
        start: main
        nodes:
          main:
            type: decision_menu
            prompt: "For hours, press 1. For billing, press 2."
            options:
              - {name: hours, press: "1", say: [hours, opening hours], go: hours}
              - {name: billing, press: "2", say: [billing, bill], set: {topic: "\\"billing\\""}, go: account}
            no_input: {prompts: ["I did not hear you.", "Press 1 or 2."], then: bye}
            no_match: {prompts: ["That is not a choice."], then: operator}
          hours:
            type: message
            prompt: "We are open from nine to five."
            go: main
          account:
            type: touchtone_capture
            prompt: "Type your four digit account number."
            variable: account
            digits: 4
            validate: account <> "0000"
            no_input: {prompts: ["No keys came through."], then: bye}
            no_match: {prompts: ["That is no account."], then: operator}
            on_capture: [{set: {known: TRUE}}]
            go: found
          found:
            type: message
            prompt: "Thank you, {{account}}."
            go: operator
          operator:
            type: forward_call
            prompt: "One moment."
            number: "+12065550111"
            caller_id: "{{call.to}}"
            timeout: 20s
            busy: sorry
            no_answer: sorry
            go: bye
          sorry:
            type: message
            prompt: "Nobody is free."
            go: bye
          bye:
            type: hang_up
            prompt: "Goodbye."
        variables:
          topic: text
          account: text
          known: boolean
        """

    /// An outbound bot with each way of asking about an opt-out in place of `ASK`.
    static func reminder(ask: String = "always", purpose: String = "informational") -> String {
        """
        bot: reminder
        direction: outbound
        purpose: \(purpose)
        intent: {caller: Riverside Dental, purpose: about your appointment, opt_out: press 9 or say stop}
        opt_out: {press: "9", say: [leave me alone], confirm: confirm-opt-out, ask: \(ask), goodbye: "You will not be called again. Goodbye."}
        variables:
          day: {type: text, required: true}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt:
              - "Hello, this is Riverside Dental about your appointment. To stop these calls, press 9 or say stop."
              - "For {{day}}: to confirm, press 1. To cancel, press 2."
            options:
              - {name: confirm, press: "1", say: [confirm, "yes"], go: confirmed}
              - {name: cancel, press: "2", say: [cancel my appointment], go: cancelled}
            no_input: {prompts: ["Are you there?"], then: bye}
            no_match: {prompts: ["Please press 1 or 2."], then: bye}
          confirmed:
            type: message
            prompt: "Confirmed."
            go: bye
          cancelled:
            type: message
            prompt: "Cancelled."
            go: bye
          confirm-opt-out:
            type: decision_menu
            prompt: "Shall we stop calling you? Press 1 for yes, 2 to keep the calls."
            options:
              - {name: "yes", press: "1", say: ["yes"], opt_out: confirmed}
              - {name: "no", press: "2", say: ["no", keep calling me], opt_out: withdrawn}
            no_input: {prompts: ["Press 1 or 2."], then: bye}
            no_match: {prompts: ["Press 1 or 2."], then: bye}
          bye:
            type: hang_up
            prompt: "Goodbye."
        """
    }
}
