import CLoad
import Glibc

/// Runs the calls: one thread, one epoll, as many connections as asked for.
final class Generator {
    struct Plan {
        let calls: Int
        let connections: Int
        /// Nanoseconds between two requests; nil to send as soon as a connection is free.
        let interval: UInt64?
        let warmUp: UInt64
        /// Nil to make each call once.
        let duration: UInt64?
    }

    /// How long a run without an end may take, and how long the last replies of one with an end.
    private static let patience: UInt64 = 60_000_000_000
    private static let grace: UInt64 = 5_000_000_000

    private let server: ServerAddress
    private let writer: WebhookWriter
    private let script: CallScript
    private let plan: Plan
    private let epoll: CInt
    private let connections: [Connection]
    private var free: [Int] = []
    /// Calls that wait for a connection, the longest first.
    private var ready = Queue<Call>()
    /// When the requests were due that no connection was free for.
    private var due = Queue<UInt64>()
    private var inProgress = 0
    private var callNumber: UInt64 = 0
    private let seed: UInt64
    private var figures = Figures()
    private var countsFrom: UInt64 = 0
    private var stopsAt: UInt64 = 0

    init(server: ServerAddress, writer: WebhookWriter, script: CallScript, plan: Plan) throws {
        self.server = server
        self.writer = writer
        self.script = script
        self.plan = plan
        // Two runs against one database are not the same calls.
        seed = Generator.now() &* 0x2545_F491_4F6C_DD1D
        epoll = epoll_create1(0)
        guard epoll >= 0 else { throw ConnectionError("make an epoll") }
        connections = (0..<plan.connections).map { _ in Connection() }
        for (number, connection) in connections.enumerated() {
            try connection.open(server, watchedBy: epoll, as: number)
        }
        free = Array(connections.indices)
    }

    deinit {
        for connection in connections { connection.close() }
        _ = Glibc.close(epoll)
    }

    func run() throws -> Figures {
        let start = Generator.now()
        countsFrom = start + plan.warmUp
        stopsAt = plan.duration.map { countsFrom + $0 } ?? start + Generator.patience
        for _ in 0..<plan.calls { begin() }
        var nextDue = start
        var events = [epoll_event](repeating: epoll_event(), count: 256)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { buffer.deallocate() }

        var now = start
        while now < stopsAt, inProgress > 0 {
            if let interval = plan.interval {
                while nextDue <= now {
                    due.append(nextDue)
                    nextDue += interval
                }
            }
            try dispatch(at: now)
            // A schedule finer than a millisecond is kept by looking again at once; the generator has a core to itself.
            let wait = plan.interval == nil ? 10 : CInt(max(0, (Int64(nextDue) - Int64(now)) / 1_000_000))
            try serve(&events, wait: wait, buffer)
            now = Generator.now()
        }
        figures.elapsed = now - countsFrom
        figures.unsent = due.count
        try finish(&events, buffer)
        return figures
    }

    /// Takes the replies that are still to come; the requests were counted when they were due.
    private func finish(_ events: inout [epoll_event], _ buffer: UnsafeMutableRawBufferPointer) throws {
        let end = Generator.now() + Generator.grace
        while connections.contains(where: { $0.call != nil }), Generator.now() < end {
            try serve(&events, wait: 10, buffer)
        }
        for connection in connections where connection.call != nil { figures.count(.unanswered) }
        // Of a run without an end, every call has to have come to its own.
        if plan.duration == nil { while ready.popFirst() != nil { figures.count(.unanswered) } }
    }

    private func serve(
        _ events: inout [epoll_event],
        wait: CInt,
        _ buffer: UnsafeMutableRawBufferPointer
    ) throws {
        let count = epoll_wait(epoll, &events, CInt(events.count), wait)
        guard count >= 0 || errno == EINTR else { throw ConnectionError("wait for replies") }
        for index in 0..<max(0, Int(count)) {
            let number = Int(events[index].data.u64)
            let connection = connections[number]
            do throws(ConnectionError) {
                try connection.flush()
                try connection.receive(into: buffer)
            } catch {
                try reopen(number, because: error)
                continue
            }
            settle(connection, number: number)
        }
    }

    /// Sends what is due and can be sent.
    private func dispatch(at now: UInt64) throws {
        while !free.isEmpty, !ready.isEmpty {
            let moment: UInt64
            if plan.interval == nil {
                moment = Generator.now()
            } else {
                guard let oldest = due.popFirst() else { return }
                moment = oldest
            }
            guard let call = ready.popFirst(), let number = free.popLast() else { return }
            let connection = connections[number]
            connection.call = call
            connection.due = moment
            writer.write(call, into: &connection.request)
            do throws(ConnectionError) { try connection.start() } catch { try reopen(number, because: error) }
        }
    }

    /// Looks whether a reply is whole, and lets its call go on.
    private func settle(_ connection: Connection, number: Int) {
        guard var call = connection.call, let verdict = connection.reply.verdict(script.steps[call.step].expectation)
        else { return }
        connection.call = nil
        free.append(number)
        let now = Generator.now()
        figures.answered += 1
        if connection.due >= countsFrom, now <= stopsAt || plan.interval != nil { figures.count(now - connection.due) }
        switch verdict {
        case .right:
            call.step += 1
            guard call.step == script.steps.count else {
                ready.append(call)
                return
            }
            figures.calls += 1
        case .wrong(let failure): figures.count(failure)
        }
        end(at: now)
    }

    private func reopen(_ number: Int, because error: ConnectionError) throws {
        let connection = connections[number]
        if connection.call != nil {
            figures.count(.connection(error.description))
            free.append(number)
            end(at: Generator.now())
        }
        try connection.open(server, watchedBy: epoll, as: number)
    }

    private func begin() {
        ready.append(Call(number: callNumber, seed: seed))
        callNumber += 1
        inProgress += 1
        figures.mostInProgress = max(figures.mostInProgress, inProgress)
    }

    private func end(at now: UInt64) {
        inProgress -= 1
        if plan.duration != nil, now < stopsAt { begin() }
    }

    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

/// First in, first out.
struct Queue<Element> {
    private var elements: [Element] = []
    private var head = 0

    var count: Int { elements.count - head }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            head += 1
            if head > 4_096, head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }
}
