import Carrier
import CurlTransport
import Simulator
import Synchronization
import Telephony
import Testing

/// The same stand-in over a real socket, through libcurl.
@Suite(.timeLimit(.minutes(1)))
struct SocketTests {
    private static let token = "auth-token"

    private static func call(
        to base: String,
        over transport: CurlTransport,
        seed: UInt64 = 1,
        token: String = token
    ) throws -> SimulatedCall {
        let provider = StandInProvider(
            accountSID: "AC1",
            authToken: token,
            transport: transport,
            contract: try Contract.provider()
        )
        let plan = CallPlan(
            direction: .outbound,
            from: Party(parameter: "+12065550199"),
            to: Party(parameter: "+12065550101"),
            voiceURL: base + "/voice?bot=reminder",
            statusURL: base + "/status",
            parameters: [FormParameters.Parameter("ToCity", "Trezzo Sull'Adda & Co + más")],
            seed: seed
        )
        return provider.call(plan, clock: VirtualClock(at: Instant(milliseconds: 0)))
    }

    /// Answers only what is signed, as a server of webhooks has to.
    private static func server() throws -> LoopbackServer {
        let port = Mutex<UInt16>(0)
        let server = try LoopbackServer { path, headers, body in
            let header = { (name: String) in headers.first { $0.name.lowercased() == name }?.value }
            let url = "http://127.0.0.1:\(port.withLock { $0 })\(path)"
            guard let form = try? FormParameters.decode(body),
                header("x-twilio-signature") == WebhookSigner(token: token).sign(url: url, parameters: form)
            else { return HTTPResponse(status: 403, headers: [], body: []) }
            switch path {
            case "/voice?bot=reminder":
                return .document(
                    "<Gather action=\"/turn?step=1\" numDigits=\"1\"><Say>Hello &amp; press 1</Say></Gather>"
                        + "<Redirect>/turn?step=1</Redirect>"
                )
            case "/turn?step=1": return .document("<Say>You pressed \(form["Digits"] ?? "nothing")</Say><Hangup/>")
            case "/status": return .noContent
            default: return HTTPResponse(status: 404, headers: [], body: [])
            }
        }
        port.withLock { $0 = server.port }
        return server
    }

    @Test func `a signed call walks through a server to its end`() async throws {
        let server = try SocketTests.server()
        let transport = CurlTransport()
        let call = try SocketTests.call(to: server.baseURL, over: transport)
        let result = await call.run(caller: PresetCaller([try keys("1")]))
        #expect(result.faults.isEmpty)
        #expect(result.transcript.spokenText == "Hello & press 1 You pressed 1")
        #expect(result.status == .completed)
        #expect(result.latencies.count == 6)
        await transport.close()
        server.stop()
    }

    @Test func `a server that knows another token refuses the call`() async throws {
        let server = try SocketTests.server()
        let transport = CurlTransport()
        let call = try SocketTests.call(to: server.baseURL, over: transport, token: "another")
        let result = await call.run(caller: PresetCaller([]))
        #expect(result.faults.contains(.badStatus(url: server.baseURL + "/voice", status: 403)))
        await transport.close()
        server.stop()
    }

    @Test func `a server that is not there is error 11205 after two attempts`() async throws {
        let server = try SocketTests.server()
        server.stop()
        let transport = CurlTransport()
        var call = try SocketTests.call(to: server.baseURL, over: transport)
        var plan = call.plan
        plan.statusURL = nil
        call = call.provider.call(plan, clock: call.clock)
        let result = await call.run(caller: PresetCaller([]))
        #expect(result.faults.map(\.code) == [11_205])
        #expect(result.latencies.count == 2)
        await transport.close()
    }

    @Test func `a hundred calls at once reach the end`() async throws {
        let server = try SocketTests.server()
        let transport = CurlTransport()
        let base = server.baseURL
        let contract = try Contract.provider()
        let press = try keys("1")
        let report = await CallFleet.run(count: 100, concurrency: 20) { number in
            let provider = StandInProvider(
                accountSID: "AC1",
                authToken: SocketTests.token,
                transport: transport,
                contract: contract
            )
            let plan = CallPlan(
                direction: .inbound,
                from: .withheld,
                to: Party(parameter: "+12065550199"),
                voiceURL: base + "/voice?bot=reminder",
                seed: UInt64(number)
            )
            let clock = VirtualClock(at: Instant(milliseconds: 0))
            return (provider.call(plan, clock: clock), PresetCaller([press]))
        }
        #expect(report.calls == 100)
        #expect(report.faultCount == 0)
        #expect(report.requests == 200)
        await transport.close()
        server.stop()
    }
}
