import Carrier
import Simulator
import Synchronization
import Telephony
import Testing

/// Answers by the path of the address, and keeps every request.
final class ScriptedTransport: HTTPTransport {
    typealias Answer = @Sendable (HTTPRequest, Int) -> Result<HTTPResponse, HTTPTransportError>

    private let answers: [String: Answer]
    private let log = Mutex<[HTTPRequest]>([])

    init(_ answers: [String: Answer]) {
        self.answers = answers
    }

    /// The documents by path, each within `<Response>`.
    convenience init(documents: [String: String]) {
        self.init(
            documents.mapValues { body in
                let answer: Answer = { _, _ in .success(.document(body)) }
                return answer
            }
        )
    }

    var requests: [HTTPRequest] { log.withLock { $0 } }

    /// The forms that were posted to a path, in order.
    func forms(_ path: String) throws -> [FormParameters] {
        try requests.filter { ScriptedTransport.path($0.url) == path }.map { try FormParameters.decode($0.body) }
    }

    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        let path = ScriptedTransport.path(request.url)
        let count = log.withLock { log in
            log.append(request)
            return log.count { ScriptedTransport.path($0.url) == path }
        }
        guard let answer = answers[path] else {
            return HTTPResponse(status: 404, headers: [HTTPHeader("Content-Type", "text/plain")], body: [])
        }
        return try answer(request, count).get()
    }

    private static func path(_ url: String) -> String {
        String(url.replacing("http://bot.test", with: "").prefix { $0 != "?" })
    }
}

extension HTTPResponse {
    /// A good reply with a document.
    static func document(_ verbs: String) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: [HTTPHeader("Content-Type", "text/xml; charset=utf-8")],
            body: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>\(verbs)</Response>".utf8)
        )
    }

    static let noContent = HTTPResponse(status: 204, headers: [], body: [])
}

/// A stand-in with one call, for tests of what it does.
struct Bench {
    let transport: ScriptedTransport
    let clock = VirtualClock(at: Instant(milliseconds: 1_795_644_447_000))
    var troubles = DeliveryTroubles()
    var plan: CallPlan

    init(_ documents: [String: String], direction: CallDirection = .inbound) throws {
        try self.init(ScriptedTransport(documents: documents), direction: direction)
    }

    init(_ transport: ScriptedTransport, direction: CallDirection = .inbound) throws {
        self.transport = transport
        plan = CallPlan(
            direction: direction,
            from: Party(parameter: "+12065550101"),
            to: Party(parameter: "+12065550199"),
            voiceURL: "http://bot.test/voice?bot=front-desk"
        )
    }

    func run(_ acts: [CallerAct] = []) async throws -> CallResult {
        let provider = StandInProvider(
            accountSID: "AC00000000000000000000000000000001",
            authToken: "12345",
            transport: transport,
            contract: try Contract.provider(),
            troubles: troubles,
            speechLength: { .seconds($0.split(separator: " ").count) }
        )
        return await provider.call(plan, clock: clock).run(caller: PresetCaller(acts))
    }
}

/// Digits of a literal.
func keys(_ text: String) throws -> CallerAct { .press(try #require(Digits(text))) }
