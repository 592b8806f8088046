import Airscript
import BotGraph
import CallEngine
import Foundation
import Replay
import Telephony
import Testing

/// Bots to explore.
enum ExplorationSamples {
    static let names = ["appointment-reminder", "debt-notice", "front-desk"]

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(of name: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent("bots/\(name)/bot.yaml"), encoding: .utf8)
    }

    static func bot(_ name: String) throws -> Bot { try load(text(of: name)) }

    static func load(_ text: String) throws -> Bot {
        let result = BotLoader.load(text, path: "bot.yaml", version: BotVersion("1"), recordings: nil)
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.description) == [])
        return try #require(result.bot)
    }

    /// A bot that is called, from its nodes and whatever stands before them.
    static func small(_ header: String = "", start: String = "a", nodes: String) throws -> Bot {
        try load("bot: small\n\(header)\nstart: \(start)\nnodes:\n\(nodes)\n  bye: {type: hang_up, prompt: Goodbye.}\n")
    }

    static func explore(_ bot: Bot, fixed: [String: Value] = [:]) -> Exploration {
        Explorer(bot: bot, fixed: fixed).explore()
    }
}

/// A script's call through the engine alone, without a server.
struct ExplorationCall {
    let bot: Bot
    private(set) var session: CallSession?
    private(set) var passages: [Passage] = []
    private var heard = ""
    private var listening: Listening?

    init(bot: Bot) {
        self.bot = bot
    }

    /// Runs the script and holds it to what it says.
    mutating func run(_ script: CallScript) throws {
        var variables: [String: Value] = [:]
        var actor = Record()
        for (name, value) in script.set {
            guard name.hasPrefix("actor.") else {
                variables[name] = value
                continue
            }
            actor[String(name.dropFirst(6))] = value
        }
        if !actor.entries.isEmpty { variables["actor"] = .object(actor) }
        let start = CallStart(
            call: CallID(high: 7, low: 7),
            direction: bot.direction,
            person: Party(parameter: "+12065550101"),
            ownNumber: Party(parameter: "+12065550199"),
            status: .inProgress,
            variables: variables
        )
        try apply(.started(start))
        for step in script.steps {
            switch step.kind {
            case .press(let digits):
                let ear = try #require(listening)
                #expect(digits.count <= ear.maxDigits ?? .max, "\(step.location): the provider cuts off further keys")
                #expect(!digits.unmasked.contains { $0 == ear.finishOnKey?.rawValue }, "\(step.location)")
                try apply(.input(step: stepNumber, CallerInput(digits: digits)))
            case .say(let words, let confidence):
                #expect(listening?.kind == .keysAndSpeech, "\(step.location): nobody listens for words")
                try apply(.input(step: stepNumber, CallerInput(speech: words, confidence: confidence)))
            case .silence: try apply(.input(step: stepNumber, .silence))
            case .forwardEnds(let status): try apply(.forwardEnded(step: stepNumber, status))
            case .hangUp: try apply(.statusChanged(.completed, sequence: nil))
            default: check(step)
            }
        }
    }

    private func check(_ step: CallScript.Step) {
        if case .hear(let texts) = step.kind {
            for text in texts { #expect(heard.contains(text.lowercased()), "\(step.location): heard '\(heard)'") }
        }
        guard case .expect(let facts) = step.kind else { return }
        for fact in facts {
            if case .ended(let reason) = fact { #expect(session?.endReason == reason, "\(step.location)") }
            if case .optedOut(let isOut) = fact { #expect(session?.optOut.isRequested == isOut, "\(step.location)") }
        }
    }

    private var stepNumber: Int { session?.step ?? 0 }

    private mutating func apply(_ event: CallEvent) throws {
        var machine = CallMachine(bot: bot, session: session, isTraced: true)
        let instant = (session?.lastEventAt ?? Instant(milliseconds: 0)) + .seconds(5)
        let effects = try machine.handle(event, at: instant)
        session = machine.session
        passages += machine.passages
        listening = nil
        var spoken: [Utterance] = []
        for effect in effects {
            if case .speak(let utterance) = effect { spoken.append(utterance) }
            if case .listen(let listening) = effect {
                self.listening = listening
                spoken += listening.prompts
            }
        }
        let texts = spoken.compactMap { if case .text(let text) = $0.content { text } else { nil } }
        heard = texts.joined(separator: " ").lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
