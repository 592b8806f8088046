import Carrier
import Simulator
import Synchronization

/// Answers the way a server has to.
///
/// A token it knows gets its old reply, a fresh turn the next document, and anything stale the current one.
final class TurnServer: Sendable {
    private struct State {
        var replies: [String: HTTPResponse] = [:]
        var seen: Set<String> = []
        var turn = 0
    }

    private let documents: [String]
    private let state = Mutex(State())

    init(documents: [String]) {
        self.documents = documents
    }

    func reply(to request: HTTPRequest) -> HTTPResponse {
        let token = request.headers.first { $0.name == "I-Twilio-Idempotency-Token" }?.value ?? ""
        return state.withLock { state in
            if let old = state.replies[token] { return old }
            let step = String(decoding: request.body, as: UTF8.self)
            // Bodies differ from turn to turn, as the keys pressed do.
            if state.seen.insert(step).inserted { state.turn += 1 }
            let text = documents[min(state.turn, documents.count) - 1]
            let isLast = state.turn >= documents.count
            let document = isLast ? "<Say>\(text)</Say>" : "<Gather numDigits=\"1\"><Say>\(text)</Say></Gather>"
            let response = HTTPResponse.document(document)
            state.replies[token] = response
            return response
        }
    }
}
