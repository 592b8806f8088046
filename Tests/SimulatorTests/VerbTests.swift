import Carrier
import Simulator
import Telephony
import Testing

/// The rules are the provider's.
///
/// Source: https://www.twilio.com/docs/voice/twiml and the pages of its verbs
struct VerbTests {
    @Test func `verbs run in order, take their time, and the end of a document ends the call`() async throws {
        let bench = try Bench([
            "/voice": "<Say language=\"es-US\" voice=\"Polly.Lupe\">uno dos</Say><Pause length=\"4\"/>"
                + "<Play loop=\"2\">http://bot.test/prompts/a.wav</Play><Play digits=\"1w2\"/><Say>bye</Say>"
        ])
        let result = try await bench.run()
        let events = result.transcript.entries.map(\.event).filter { !$0.isRequest }
        #expect(
            events.map { $0.sentence(.open) } == [
                "bot: uno dos", "pause of 4 s", "bot plays http://bot.test/prompts/a.wav (2 times)",
                "bot sends 3 tones",
                "bot: bye", "bot hangs up",
            ]
        )
        // Two words, the pause, three seconds twice, two tones and a wait, one word.
        #expect(result.length == .milliseconds(13_900))
        #expect(bench.clock.now == Instant(milliseconds: 1_795_644_460_900))
        #expect(result.status == .completed)
    }

    @Test func `nothing runs after Hangup or Redirect`() async throws {
        let bench = try Bench([
            "/voice": "<Redirect>http://bot.test/next</Redirect><Say>never</Say>",
            "/next": "<Hangup/><Say>never</Say>",
        ])
        let result = try await bench.run()
        #expect(result.transcript.spokenText.isEmpty)
        #expect(result.transcript.entries.last?.event == .status(.completed))
    }

    @Test func `a Redirect by GET carries the parameters in its address`() async throws {
        let bench = try Bench([
            "/voice": "<Redirect method=\"GET\">http://bot.test/next?a=1</Redirect>",
            "/next": "<Say>hello</Say>",
        ])
        _ = try await bench.run()
        let request = try #require(bench.transport.requests.last)
        #expect(request.method == .get)
        #expect(request.body.isEmpty)
        #expect(request.url.hasPrefix("http://bot.test/next?a=1&CallSid=CA"))
        #expect(request.url.contains("From=%2B12065550101"))
        let signature = request.headers.first { $0.name == "X-Twilio-Signature" }?.value
        #expect(signature == WebhookSigner(token: "12345").sign(url: request.url))
    }

    @Test func `an empty Redirect means the document itself`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, count in .success(.document(count == 1 ? "<Redirect/>" : "<Say>second</Say>")) }
        ])
        let result = try await Bench(transport).run()
        #expect(transport.requests.count == 2)
        #expect(result.transcript.spokenText == "second")
    }

    @Test func `ten Redirects with nothing between them are followed and the next one is a fault`() async throws {
        let bench = try Bench(["/voice": "<Redirect>http://bot.test/voice</Redirect>"])
        let result = try await bench.run()
        #expect(bench.transport.requests.count == 11)
        #expect(result.faults == [.redirectLoop(url: "http://bot.test/voice", count: 11)])
        #expect(result.transcript.entries.contains { $0.event == .hungUp(.provider) })
    }

    @Test func `Redirects with speech between them go on until the time limit`() async throws {
        var bench = try Bench(["/voice": "<Say>one two</Say><Redirect>http://bot.test/voice</Redirect>"])
        bench.plan.timeLimit = .seconds(60)
        let result = try await bench.run()
        #expect(result.faults.isEmpty)
        #expect(result.length == .seconds(60))
        #expect(result.transcript.entries.contains { $0.event == .hungUp(.provider) })
    }

    @Test(arguments: [
        ("<Reject/>", CallStatus.noAnswer), ("<Reject reason=\"busy\"/>", .busy), ("<Pause/><Reject/>", .noAnswer),
        ("<Say>no</Say><Reject/>", .completed),
    ])
    func `Reject as the first verb leaves the call unanswered`(document: String, status: CallStatus) async throws {
        let result = try await Bench(["/voice": document]).run()
        #expect(result.status == status)
        let wasAnswered = result.transcript.entries.contains { $0.event == .status(.inProgress) }
        #expect(wasAnswered == (status == .completed))
    }

    @Test func `an inbound call rings at its first request and is in progress at the next`() async throws {
        let bench = try Bench([
            "/voice": "<Say>hello</Say><Redirect>http://bot.test/next</Redirect>", "/next": "<Hangup/>",
        ])
        _ = try await bench.run()
        #expect(try bench.transport.forms("/voice").map { $0["CallStatus"] } == ["ringing"])
        #expect(try bench.transport.forms("/next").map { $0["CallStatus"] } == ["in-progress"])
    }

    @Test(arguments: ["<Record/>", "<Enqueue>support</Enqueue>", "<Dial><Conference>room</Conference></Dial>"])
    func `a verb that the stand-in does not execute is a fault and not silence`(document: String) async throws {
        let result = try await Bench(["/voice": document]).run()
        #expect(result.faults.count == 1)
        guard case .unsupportedVerb = try #require(result.faults.first) else {
            Issue.record("the fault is \(result.faults)")
            return
        }
    }

    @Test func `an unknown element is warned of and disregarded`() async throws {
        let result = try await Bench(["/voice": "<Speak>no</Speak><Say>yes</Say>"]).run()
        #expect(result.faults.isEmpty)
        #expect(result.warnings.contains { $0.contains("unknown-element") })
        #expect(result.transcript.spokenText == "yes")
    }

    @Test func `a bad attribute is warned of and its default holds`() async throws {
        let bench = try Bench(["/voice": "<Pause length=\"-2\"/><Say loop=\"x\">yes</Say>"])
        let result = try await bench.run()
        #expect(result.warnings.contains { $0.contains("@length") })
        #expect(result.transcript.entries.contains { $0.event == .paused(.seconds(1)) })
        #expect(result.transcript.spokenText == "yes")
    }
}

struct DialTests {
    private func bench(action: Bool = true) throws -> Bench {
        let attribute = action ? " action=\"http://bot.test/dialled\"" : ""
        return try Bench([
            "/voice":
                "<Dial timeout=\"20\"\(attribute)><Number>+12065550102</Number><Number>+12065550103</Number></Dial>"
                + "<Say>after</Say>",
            "/dialled": "<Say>back</Say>",
        ])
    }

    @Test(arguments: DialStatus.allCases)
    func `the action hears how the leg ended, and its length where there was talk`(status: DialStatus) async throws {
        let bench = try bench()
        let result = try await bench.run([.forwardEnds(status, talking: .milliseconds(12_500))])
        let form = try #require(try bench.transport.forms("/dialled").first)
        #expect(form["DialCallStatus"] == status.rawValue)
        #expect(form["DialCallSid"]?.hasPrefix("CA") == true)
        let talked = status == .completed || status == .answered
        #expect(form["DialCallDuration"] == (talked ? "13" : nil))
        #expect(result.transcript.spokenText == "back")
        #expect(result.transcript.forwardedTo.map(\.unmasked) == ["+12065550102", "+12065550103"])
    }

    @Test func `without an action the document goes on after the leg`() async throws {
        let result = try await bench(action: false).run([.forwardEnds(.busy)])
        #expect(result.transcript.spokenText == "after")
    }

    @Test func `a silent caller waits out the leg, which is not answered`() async throws {
        let bench = try bench()
        let result = try await bench.run([.silence])
        #expect(try bench.transport.forms("/dialled").map { $0["DialCallStatus"] } == ["no-answer"])
        // The timeout and one word.
        #expect(result.length == .seconds(21))
    }

    @Test func `a caller who hangs up ends the call`() async throws {
        let bench = try bench()
        let result = try await bench.run([.hangUp])
        #expect(try bench.transport.forms("/dialled").isEmpty)
        #expect(result.status == .completed)
        #expect(result.transcript.entries.contains { $0.event == .hungUp(.caller) })
    }

    @Test func `a number may stand in Dial itself`() async throws {
        let bench = try Bench(["/voice": "<Dial>+12065550104</Dial>"])
        let result = try await bench.run([.forwardEnds(.completed)])
        #expect(result.transcript.forwardedTo.map(\.unmasked) == ["+12065550104"])
    }
}
