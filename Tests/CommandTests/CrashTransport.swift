import Carrier
import Synchronization

/// Delivers webhooks as a provider does that is told to try again: the same webhook with the same token, until the server
/// is back and answers.
final class CrashTransport: HTTPTransport {
    private let transport: any HTTPTransport
    let gate = ServerGate()
    let acknowledged = AcknowledgmentLog()

    init(_ transport: any HTTPTransport) {
        self.transport = transport
    }

    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        while true {
            let generation = await gate.pass()
            do {
                let response = try await transport.send(request)
                acknowledged.note(request, response)
                return response
            } catch .cancelled {
                throw .cancelled
            } catch {
                guard gate.explains(failureIn: generation) else { throw error }
            }
        }
    }
}

/// Whether there is a server to send to.
///
/// It is shut before the server is struck down, so a request that fails while the gate stands open failed by itself.
final class ServerGate: Sendable {
    private struct State {
        var generation = 0
        var isOpen = false
        var isAbandoned = false
        var waiting: [CheckedContinuation<Int, Never>] = []
    }

    private let state = Mutex(State())

    func open() {
        let (waiting, generation) = state.withLock { state in
            state.generation += 1
            state.isOpen = true
            defer { state.waiting = [] }
            return (state.waiting, state.generation)
        }
        for continuation in waiting { continuation.resume(returning: generation) }
    }

    func shut() {
        state.withLock { $0.isOpen = false }
    }

    /// Lets everybody through to find no server: no other will come.
    func abandon() {
        state.withLock { $0.isAbandoned = true }
        open()
    }

    /// Waits for a server.
    ///
    /// - Returns: Which one it is.
    func pass() async -> Int {
        await withCheckedContinuation { continuation in
            let generation = state.withLock { state -> Int? in
                if state.isOpen { return state.generation }
                state.waiting.append(continuation)
                return nil
            }
            if let generation { continuation.resume(returning: generation) }
        }
    }

    func explains(failureIn generation: Int) -> Bool {
        state.withLock { !$0.isAbandoned && (!$0.isOpen || generation != $0.generation) }
    }
}

/// Something that calls wait for, and that happens once.
actor Latch {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func wait() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}

/// What the server acknowledged, as the provider saw it.
final class AcknowledgmentLog: Sendable {
    /// A document that came back.
    struct Acknowledgment: Sendable {
        let request: HTTPRequest
        let call: String
        let token: String
        /// What the caller had pressed.
        let digits: String?
        let reply: [UInt8]
    }

    private struct State {
        var documents: [Acknowledgment] = []
        var refusals: [Int] = []
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var documents: [Acknowledgment] { state.withLock { $0.documents } }
    /// Statuses of replies that were neither a document nor the quiet answer to a status callback.
    var refusals: [Int] { state.withLock { $0.refusals } }

    func note(_ request: HTTPRequest, _ response: HTTPResponse) {
        let form = try? FormParameters.decode(request.body)
        let token = request.headers.first { $0.name == WebhookHeader.idempotencyToken }?.value
        let due = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            switch response.status {
            case 200:
                state.documents.append(
                    Acknowledgment(
                        request: request,
                        call: form?["CallSid"] ?? "",
                        token: token ?? "",
                        digits: form?["Digits"],
                        reply: response.body
                    )
                )
            case 204: break
            default: state.refusals.append(response.status)
            }
            let count = state.documents.count
            let due = state.waiting.filter { $0.count <= count }.map(\.continuation)
            state.waiting.removeAll { $0.count <= count }
            return due
        }
        for continuation in due { continuation.resume() }
    }

    /// Adds what was acknowledged to somebody else.
    func add(_ document: Acknowledgment) {
        state.withLock { $0.documents.append(document) }
    }

    /// Waits until that many documents were acknowledged.
    func reached(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state -> Bool in
                guard state.documents.count < count else { return true }
                state.waiting.append((count, continuation))
                return false
            }
            if isReached { continuation.resume() }
        }
    }
}
