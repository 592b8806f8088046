import Airscript
import BotGraph
import BotLint
import CallEngine
import Compliance
import Telephony
import Testing

/// What the engine really does with a bot: every call, walked event by event.
///
/// The nodes that a call goes through are told by a mark: each node of the copy that is walked writes its name to a list.
private struct EngineWalk {
    let bot: Bot
    private(set) var reached: Set<String> = []
    /// Whether every call was walked to its end.
    private(set) var isComplete = true

    private static let marks = "visited_"

    /// Walks the calls of a bot that start with the values, up to so many states.
    init(_ text: String, starts: [[String: Value]], limit: Int) throws {
        let result = MarkedSource(EngineWalk.marked(text)).load()
        bot = try #require(result.bot, "\(result.diagnostics)\n\(text)")
        for start in starts { try walk(start, limit: limit) }
    }

    /// Every node declares and sets a variable of its own when it is entered.
    private static func marked(_ text: String) -> String {
        let lines = text.split(separator: "\n").map(String.init)
        var names: [String] = []
        var result: [String] = []
        var isInNodes = false
        var hasBefore = false
        for (index, line) in lines.enumerated() {
            if line == "nodes:" { isInNodes = true }
            if isInNodes, line.hasPrefix("  "), !line.hasPrefix("   "), let end = line.firstIndex(of: ":") {
                let name = String(line[..<end].dropFirst(2))
                names.append(name)
                let mark = "{set: {\(marks)\(name): TRUE}}"
                if line.hasSuffix("}") {
                    result.append(line.replacing("{type: hang_up}", with: "{type: hang_up, before: [\(mark)]}"))
                } else {
                    result.append(line)
                    let rest = lines[(index + 1)...].prefix { $0.hasPrefix("    ") }
                    hasBefore = rest.contains { $0.hasPrefix("    before: ") }
                    if !hasBefore { result.append("    before: [\(mark)]") }
                }
            } else if isInNodes, line.hasPrefix("    before: ["), let name = names.last {
                result.append(line.replacing("    before: [", with: "    before: [{set: {\(marks)\(name): TRUE}}, "))
            } else {
                result.append(line)
            }
        }
        let declarations = names.map { "  \(marks)\($0): boolean" }.joined(separator: "\n")
        return result.joined(separator: "\n").replacing("variables:\n", with: "variables:\n\(declarations)\n") + "\n"
    }

    private mutating func walk(_ start: [String: Value], limit: Int) throws {
        var limits = EngineLimits()
        // Only what a bot does counts here, not how long a caller keeps at it.
        limits.attempts = 1_000
        limits.stepsPerCall = 1_000_000
        let callStart = CallStart(
            call: try #require(CallID("CA1")),
            direction: bot.direction,
            person: Party(parameter: "+12065550101"),
            ownNumber: Party(parameter: "+12065550199"),
            status: .inProgress,
            variables: start
        )
        let instant = Instant(milliseconds: 1_790_000_000_000)
        var machine = CallMachine(bot: bot, session: nil, limits: limits)
        _ = try machine.handle(.started(callStart), at: instant)
        var queue = [note(try #require(machine.session))]
        var seen: Set<CallSession> = []
        var next = 0
        while next < queue.count {
            let session = queue[next]
            next += 1
            guard queue.count < limit else {
                isComplete = false
                return
            }
            for event in events(in: session) {
                var machine = CallMachine(bot: bot, session: session, limits: limits)
                _ = try machine.handle(event, at: instant)
                let after = note(try #require(machine.session))
                guard seen.insert(EngineWalk.essence(of: after)).inserted else { continue }
                queue.append(after)
            }
        }
    }

    /// Notes the nodes that were entered, and takes the marks away: they are no part of the call.
    private mutating func note(_ session: CallSession) -> CallSession {
        var session = session
        for name in session.variables.keys where name.hasPrefix(EngineWalk.marks) {
            reached.insert(String(name.dropFirst(EngineWalk.marks.count)))
            session.variables[name] = nil
        }
        return session
    }

    private func events(in session: CallSession) -> [CallEvent] {
        switch session.state {
        case .listening:
            let keys = ["1", "2", "3", "9", "0", "*", "11", "12", "7"].compactMap { Digits($0) }
            return [.input(step: session.step, .silence)]
                + keys.map { .input(step: session.step, CallerInput(digits: $0)) }
                + [.input(step: session.step, CallerInput(speech: "it is a purple door"))]
        case .forwarding:
            return [DialStatus.completed, .busy, .noAnswer, .failed].map { .forwardEnded(step: session.step, $0) }
        case .ending, .ended: return []
        }
    }

    /// The session without what only counts on.
    private static func essence(of session: CallSession) -> CallSession {
        var session = session
        session.step = 0
        session.revision = 0
        session.failuresInRow = 0
        session.intent = nil
        return session
    }
}

struct StatesOracleTests {
    private static let starts: [[String: Value]] = [
        ["d": .text("x")], ["d": .text("y")],
        ["d": .text("x"), "a": .number(2), "b": .number(2)], ["d": .text("1"), "a": .text("a"), "c": .text("1")],
    ]

    @Test(arguments: 1...24)
    func `a node that the engine gets to is one that a call can get to`(seed: UInt64) throws {
        var random = RandomBot(seed: seed, isKnown: seed.isMultiple(of: 3))
        let text = random.text()
        let loaded = MarkedSource(text).load()
        let bot = try #require(loaded.bot, "\(loaded.diagnostics)\n\(text)")
        let graph = CallGraph(bot)
        let walk = try EngineWalk(text, starts: StatesOracleTests.starts, limit: 200)
        #expect(!walk.reached.isEmpty)
        for node in bot.nodes where walk.reached.contains(node.id.text) {
            #expect(graph.isReachable(node.id), "\(node.id)\n\(text)")
            #expect(graph.path(to: node.id)?.last?.to ?? graph.start == node.id)
        }
    }

    @Test(arguments: 1...24)
    func `a node that a call from the file's own values can get to is one that the engine gets to`(seed: UInt64) throws
    {
        var random = RandomBot(seed: seed, isKnown: true)
        let text = random.text()
        let loaded = MarkedSource(text).load()
        let bot = try #require(loaded.bot, "\(loaded.diagnostics)\n\(text)")
        let walk = try EngineWalk(text, starts: [["d": .text("x")]], limit: 1_500)
        guard walk.isComplete else { return }
        let states = CallGraph(bot).states
        for node in bot.nodes where states.isReachableByDefault(node.id) {
            #expect(walk.reached.contains(node.id.text), "\(node.id)\n\(text)")
        }
    }
}
