import Airscript
import BotGraph
import CallEngine
import Telephony

/// What a bot's file says about one move: which ways it takes, what is said and where it ends.
///
/// It is written from the rules for bot files and not from the engine, so that the two can be held against each other.
struct GraphWalk {
    /// An edge of the bot's graph.
    struct Way: Hashable, CustomStringConvertible {
        let from: NodeID
        let label: Edge.Label
        let to: NodeID

        static func all(in bot: Bot) -> [Way] {
            bot.nodes.flatMap { node in
                node.edges.map { Way(from: node.id, label: $0.label, to: $0.target.node) }
            }
        }

        var description: String { "\(from) → \(label) → \(to)" }
    }

    let bot: Bot
    /// The bot's variables after the move.
    let variables: [String: Value]
    private var isSuppressed: Bool
    private var returnsTo: NodeID?
    private(set) var ways: [Way] = []
    private(set) var spoken = ""

    /// - Parameters:
    ///   - bot: The bot as its file has it.
    ///   - variables: Its variables after the move.
    ///   - place: Where the move is made; nil before the call has started.
    init(bot: Bot, variables: [String: Value], from place: Waiting?) {
        self.bot = bot
        self.variables = variables
        isSuppressed = place?.isSuppressed ?? false
        returnsTo = place?.returnsTo
    }

    /// The way from the start to the first node that waits.
    mutating func begin() throws -> Place { try arrive(at: bot.start) }

    mutating func take(_ meaning: Move.Meaning, at place: Waiting) throws -> Place {
        guard let node = bot[place.node] else { throw SampleBotError.beyondTheMap("no node \(place.node)") }
        switch meaning {
        case .hangUp: return .ended(.callerHungUp, isSuppressed: isSuppressed)
        case .option(let option): return try choose(option, at: node)
        case .optOut(let isCertain): return try optOut(isCertain: isCertain, at: node)
        case .repetition:
            try speak(node.prompt)
            return .waits(place)
        case .help:
            try speak(bot.universals.helpPrompt)
            return .waits(place)
        case .operator:
            guard let target = bot.universals.operatorTarget else { throw unknown(at: node) }
            return try arrive(at: target.node)
        case .answer: return try follow([.next], from: node)
        case .silence: return try miss(at: node, place, wasSilent: true)
        case .wrongAnswer: return try miss(at: node, place, wasSilent: false)
        case .legEnds(let status): return try legEnded(status, at: node)
        }
    }

    private mutating func choose(_ option: DecisionMenu.Option, at node: Node) throws -> Place {
        switch option.optOut {
        case nil: return try follow([.option(option.name)], from: node)
        case .confirmed: return try sayGoodbye()
        case .withdrawn:
            guard let target = option.go?.node ?? returnsTo else { throw unknown(at: node) }
            (isSuppressed, returnsTo) = (false, nil)
            return try arrive(at: target)
        }
    }

    private mutating func optOut(isCertain: Bool, at node: Node) throws -> Place {
        let isRepeated = returnsTo != nil
        isSuppressed = true
        guard let policy = bot.optOut else { return try sayGoodbye() }
        let asks =
            switch policy.ask {
            case .always: true
            case .ambiguous: !isCertain
            case .never: false
            }
        guard asks, !isRepeated, let confirm = policy.confirm else { return try sayGoodbye() }
        returnsTo = node.id
        return try arrive(at: confirm)
    }

    private mutating func sayGoodbye() throws -> Place {
        isSuppressed = true
        try speak(bot.optOut?.goodbye)
        return .ended(.optedOut, isSuppressed: true)
    }

    private mutating func miss(at node: Node, _ place: Waiting, wasSilent: Bool) throws -> Place {
        let retries: Retries?
        switch node.body {
        case .decisionMenu(let menu): retries = wasSilent ? menu.noInput : menu.noMatch
        case .touchtoneCapture(let capture): retries = wasSilent ? capture.noInput : capture.noMatch
        case .message, .condition, .set, .forwardCall, .hangUp: throw unknown(at: node)
        }
        let count = wasSilent ? place.noInputCount : place.noMatchCount
        guard let retries, count < retries.prompts.count else {
            return try follow([wasSilent ? .noInput : .noMatch, .fallback], from: node)
        }
        try speak(retries.prompts[count])
        var place = place
        if wasSilent { place.noInputCount += 1 } else { place.noMatchCount += 1 }
        return .waits(place)
    }

    private mutating func legEnded(_ status: DialStatus, at node: Node) throws -> Place {
        let name =
            switch status {
            case .completed, .answered: "completed"
            case .busy: "busy"
            case .noAnswer: "no_answer"
            case .failed, .canceled: "failed"
            }
        guard node.edges.contains(where: { [.forward(name), .next].contains($0.label) }) else {
            return .ended(.completed, isSuppressed: isSuppressed)
        }
        return try follow([.forward(name), .next], from: node)
    }

    /// Takes the first of these edges that the node has.
    private mutating func follow(_ labels: [Edge.Label], from node: Node) throws -> Place {
        for label in labels {
            guard let edge = node.edges.first(where: { $0.label == label }) else { continue }
            ways.append(Way(from: node.id, label: label, to: edge.target.node))
            return try arrive(at: edge.target.node)
        }
        throw unknown(at: node)
    }

    private mutating func arrive(at id: NodeID) throws -> Place {
        guard let node = bot[id] else { throw SampleBotError.beyondTheMap("no node \(id)") }
        try speak(node.prompt)
        switch node.body {
        case .decisionMenu, .touchtoneCapture, .forwardCall:
            return .waits(Waiting(node: id, isSuppressed: isSuppressed, returnsTo: returnsTo))
        case .message, .set: return try follow([.next], from: node)
        case .condition(let condition):
            for (index, item) in condition.cases.enumerated()
            where try item.when.expression.evaluate(in: Scope(variables)).isTruthy {
                return try follow([.case(index + 1)], from: node)
            }
            return try follow([.otherwise], from: node)
        case .hangUp: return .ended(.completed, isSuppressed: isSuppressed)
        }
    }

    private mutating func speak(_ prompt: Prompt?) throws {
        for piece in prompt?.pieces(in: bot.defaultLanguage) ?? [] {
            guard case .text(let template, _) = piece else {
                throw SampleBotError.beyondTheMap("a recording, which has no words")
            }
            spoken += " " + (try template.render(in: Scope(variables)))
        }
    }

    private func unknown(at node: Node) -> SampleBotError { .beyondTheMap("the move fits no edge of \(node.id)") }
}
