import Carrier
import Simulator
import Telephony
import Testing

struct DeliveryTests {
    private static let dialogue: [String: String] = [
        "/voice": "<Gather action=\"http://bot.test/1\" numDigits=\"1\"><Say>one</Say></Gather>",
        "/1": "<Gather action=\"http://bot.test/2\" numDigits=\"1\"><Say>two</Say></Gather>",
        "/2": "<Say>three</Say>",
    ]

    @Test(arguments: [DeliveryTroubles.Repetition.afterReply, .atOnce])
    func `each webhook can come twice with the same token`(repetition: DeliveryTroubles.Repetition) async throws {
        var bench = try Bench(DeliveryTests.dialogue)
        bench.troubles.repetition = repetition
        let result = try await bench.run([keys("1"), keys("2")])
        #expect(result.faults.isEmpty)
        #expect(bench.transport.requests.count == 6)
        #expect(Set(bench.transport.requests).count == 3)
        #expect(result.latencies.count == 6)
    }

    @Test(arguments: [DeliveryTroubles.Repetition.afterReply, .atOnce])
    func `a second reply with other bytes is a fault`(repetition: DeliveryTroubles.Repetition) async throws {
        let transport = ScriptedTransport([
            "/voice": { _, count in .success(.document("<Say>reply \(count)</Say>")) }
        ])
        var bench = try Bench(transport)
        bench.troubles.repetition = repetition
        let result = try await bench.run()
        #expect(result.faults == [.repliesDiffer(url: "http://bot.test/voice")])
    }

    @Test func `a stale webhook is sent under its old token and under a new one`() async throws {
        // Answers a token it knows with what it said then, and anything else with the newest document.
        let server = TurnServer(documents: ["one", "two", "three"])
        let transport = ScriptedTransport(["/voice": { request, _ in .success(server.reply(to: request)) }])
        var bench = try Bench(transport)
        bench.troubles.replaysStale = true
        let result = try await bench.run([keys("1"), keys("2")])
        #expect(result.faults.isEmpty)
        // Three turns, and two more requests after each but the first.
        #expect(transport.requests.count == 7)
    }

    @Test func `a stale webhook that moves the call on is a fault`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, count in
                .success(.document("<Gather numDigits=\"1\"><Say>turn \(count)</Say></Gather>"))
            }
        ])
        var bench = try Bench(transport)
        bench.troubles.replaysStale = true
        let result = try await bench.run([keys("1")])
        #expect(
            result.faults == [
                .repliesDiffer(url: "http://bot.test/voice"), .staleReplyDiffers(url: "http://bot.test/voice"),
            ]
        )
    }

    @Test func `a fleet runs every call and counts what came of it`() async throws {
        let contract = try Contract.provider()
        let transport = ScriptedTransport(documents: DeliveryTests.dialogue)
        let provider = StandInProvider(accountSID: "AC1", authToken: "12345", transport: transport, contract: contract)
        let acts = [try keys("1"), try keys("2")]
        let report = await CallFleet.run(count: 40, concurrency: 7) { number in
            let plan = CallPlan(
                direction: .inbound,
                from: .withheld,
                to: Party(parameter: "+12065550199"),
                voiceURL: number == 3 ? "http://bot.test/missing" : "http://bot.test/voice",
                seed: UInt64(number)
            )
            let clock = VirtualClock(at: Instant(milliseconds: 0))
            return (provider.call(plan, clock: clock), PresetCaller(acts))
        }
        #expect(report.calls == 40)
        #expect(report.statuses == [.completed: 40])
        #expect(report.faultCount == 1)
        #expect(report.requests == 39 * 3 + 1)
        #expect(report.latency(at: 0.5) <= report.latency(at: 0.99))
        let calls = try transport.requests.map { try FormParameters.decode($0.body)["CallSid"] }
        #expect(Set(calls).count == 40)
    }

    @Test func `nobody's keys, words or numbers are in a masked transcript`() async throws {
        let bench = try Bench([
            "/voice": "<Gather input=\"dtmf speech\" action=\"http://bot.test/1\"><Say>one</Say></Gather>",
            "/1": "<Gather input=\"dtmf speech\" action=\"http://bot.test/2\"><Say>two</Say></Gather>",
            "/2": "<Dial>+12065550104</Dial>",
        ])
        let result = try await bench.run([keys("4711"), .say("my secret"), .forwardEnds(.busy)])
        let masked = result.transcript.lines().joined(separator: "\n")
        #expect(masked.contains("caller presses ••••"))
        #expect(masked.contains("caller says (2 words)"))
        for personal in ["4711", "secret", "2065550104"] { #expect(!masked.contains(personal)) }
        let open = result.transcript.lines(.open).joined(separator: "\n")
        for personal in ["4711", "secret", "+12065550104"] { #expect(open.contains(personal)) }
    }
}
