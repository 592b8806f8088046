import BotGraph
import CallEngine
import Simulator
import Store
import Telephony

/// Where a call waits, as far as what comes next depends on it.
struct Waiting: Hashable {
    let node: NodeID
    var noInputCount = 0
    var noMatchCount = 0
    /// Whether the person is on the suppression list.
    var isSuppressed = false
    /// Where "no, keep calling me" leads back to, while that is asked.
    var returnsTo: NodeID?

    /// Whether the node was just entered.
    var isFresh: Bool { noInputCount == 0 && noMatchCount == 0 }
}

/// Where an act leads.
enum Place: Hashable {
    case waits(Waiting)
    case ended(EndReason, isSuppressed: Bool)
}

/// Goes breadth-first through a bot over HTTP: every act at every place where a call can wait, each in a call of its own
/// that gets there by a shortest path, held against what the bot's graph says.
struct Exploration {
    let server: BotServer
    let provider: StandInProvider
    let facts: SampleFacts

    private(set) var taken: Set<GraphWalk.Way> = []
    private(set) var calls = 0
    /// What was not as the graph says, one sentence each.
    private(set) var differences: [String] = []
    /// How each call ended.
    private(set) var endings: Set<EndReason> = []

    /// More acts in a row than any shortest path in the sample bots has.
    private static let longestPath = 20
    /// More than any conversation of them takes.
    private static let longestCall = Duration.seconds(15 * 60)

    init(server: BotServer, provider: StandInProvider, facts: SampleFacts) {
        self.server = server
        self.provider = provider
        self.facts = facts
    }

    /// The ways of the bot's graph that no call has taken.
    var untaken: [String] {
        GraphWalk.Way.all(in: server.bot).filter { !taken.contains($0) }.map(\.description)
    }

    mutating func run() async throws {
        let first = try await call([])
        guard case .waits(let start) = first else { throw SampleBotError.beyondTheMap("the call ends before it waits") }
        var seen: Set<Waiting> = [start]
        var queue: [(place: Waiting, path: [Move])] = [(start, [])]
        var next = 0
        while next < queue.count {
            let (place, path) = queue[next]
            next += 1
            guard path.count < Exploration.longestPath else {
                throw SampleBotError.beyondTheMap("no shortest path is as long as the one to \(place.node)")
            }
            for move in try facts.moves(at: place, in: server.bot) {
                guard case .waits(let reached) = try await call(path + [move], from: place) else { continue }
                if seen.insert(reached).inserted { queue.append((reached, path + [move])) }
            }
        }
    }

    /// Makes one call and holds its last move against the graph.
    ///
    /// - Parameters:
    ///   - path: The moves, the last of them the one in question; none for the way to the first node that waits.
    ///   - place: Where the last move is made.
    /// - Returns: Where it led.
    /// - Throws: What leaves nothing to compare, such as a call that is not on record.
    private mutating func call(_ path: [Move], from place: Waiting? = nil) async throws -> Place {
        calls += 1
        let person = try person(calls)
        let plan = server.plan(person: person, values: facts.values, seed: UInt64(calls))
        var caller = Explorer(acts: path.map(\.act), store: server.store)
        let result = await provider.call(plan, clock: server.clock).run(caller: &caller)
        let name = path.isEmpty ? "a call's start" : path.map(\.description).joined(separator: ", ")
        func check(_ holds: Bool, _ sentence: @autoclosure () -> String) {
            if !holds { differences.append("\(name): \(sentence())") }
        }

        for fault in result.faults { check(false, "\(fault)") }
        for warning in result.warnings { check(false, warning) }
        check(caller.isDone, "the call was over before its last move")
        check(result.status == .completed, "the provider's last status is \(result.status)")
        check(result.length < Exploration.longestCall, "the call takes \(result.length)")
        guard let session = try await server.store.session(of: result.call) else {
            throw SampleBotError.beyondTheMap("\(name): no call is on record")
        }
        check(session.state == .ended, "the call is not over on record")
        check(session.step <= path.count, "\(session.step) steps for \(path.count) moves")
        let isSuppressed = try await server.isSuppressed(person)
        check(session.optOut.isRequested == isSuppressed, "the session and the list differ about the opt-out")
        guard let reason = session.endReason else {
            throw SampleBotError.beyondTheMap("\(name): no end is on record")
        }
        endings.insert(reason)

        // A caller who was asked once more after the last move hung up there.
        let reached: Place
        if let waiting = caller.reached {
            check(reason == .callerHungUp, "the caller hung up, and the record says \(reason.rawValue)")
            guard let place = waiting.place(isSuppressed: isSuppressed) else {
                throw SampleBotError.beyondTheMap("\(name): the caller was asked by a call that waits for nothing")
            }
            reached = .waits(place)
        } else {
            reached = .ended(reason, isSuppressed: isSuppressed)
        }

        var walk = GraphWalk(bot: server.bot, variables: session.variables, from: place)
        let expected =
            if let place, let move = path.last { try walk.take(move.meaning, at: place) } else { try walk.begin() }
        check(reached == expected, "led to \(reached), and the bot's file says \(expected)")
        let heard = caller.heard ?? result.heardLast.text
        check(folded(heard) == folded(walk.spoken), "was answered \"\(heard)\", and the file says \"\(walk.spoken)\"")
        if reached == expected { taken.formUnion(walk.ways) }
        return reached
    }

    /// A number for each call: one that asked to stop may not be called again.
    private func person(_ call: Int) throws -> PhoneNumber {
        let line = call % 100
        guard let number = PhoneNumber("+1\(212 + call / 100)55501\(line < 10 ? "0" : "")\(line)") else {
            throw SampleBotError.beyondTheMap("there are no numbers for \(call) calls")
        }
        return number
    }

    private func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// Does what it is told, looks up where the call waits after that, and hangs up.
struct Explorer: Caller {
    private var acts: ArraySlice<CallerAct>
    private let store: InMemoryCallStore
    /// The record of the call when it waited after the last act; nil when it ended with it.
    private(set) var reached: CallSession?
    /// What was said after the last act, where the call went on.
    private(set) var heard: String?

    init(acts: [CallerAct], store: InMemoryCallStore) {
        self.acts = acts[...]
        self.store = store
    }

    var isDone: Bool { acts.isEmpty }

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        if let act = acts.popFirst() { return act }
        do { reached = try await store.session(of: heard.call) } catch { reached = nil }
        self.heard = heard.text
        return .hangUp
    }
}

extension CallSession {
    fileprivate func place(isSuppressed: Bool) -> Waiting? {
        switch state {
        case .listening(let node), .forwarding(let node):
            Waiting(
                node: node,
                noInputCount: noInputCount,
                noMatchCount: noMatchCount,
                isSuppressed: isSuppressed,
                returnsTo: returnsTo
            )
        case .ending, .ended: nil
        }
    }

    private var returnsTo: NodeID? {
        switch optOut {
        case .pending(_, let node), .pendingWithoutNumber(let node): node
        case .none, .confirmed, .withdrawn: nil
        }
    }
}
