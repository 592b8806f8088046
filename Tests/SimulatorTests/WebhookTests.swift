import Carrier
import Simulator
import Telephony
import Testing

/// The rules are the provider's.
///
/// Source: https://www.twilio.com/docs/voice/twiml#request-parameters and the webhook pages
struct WebhookTests {
    @Test func `every request is signed, carries the standard parameters and its own token`() async throws {
        var bench = try Bench([
            "/voice": "<Say>hello</Say><Redirect>http://bot.test/next</Redirect>", "/next": "<Hangup/>",
        ])
        bench.plan.parameters = [FormParameters.Parameter("FromCity", "Trezzo Sull'Adda")]
        let result = try await bench.run()
        for request in bench.transport.requests {
            let form = try FormParameters.decode(request.body)
            let header = { (name: String) in request.headers.first { $0.name == name }?.value }
            #expect(
                header("X-Twilio-Signature") == WebhookSigner(token: "12345").sign(url: request.url, parameters: form)
            )
            #expect(header("Content-Type") == "application/x-www-form-urlencoded; charset=UTF-8")
            #expect(form["CallSid"] == result.call.text)
            #expect(form["AccountSid"] == "AC00000000000000000000000000000001")
            #expect(form["From"] == "+12065550101")
            #expect(form["To"] == "+12065550199")
            #expect(form["Direction"] == "inbound")
            #expect(form["ApiVersion"] == "2010-04-01")
            #expect(form["FromCity"] == "Trezzo Sull'Adda")
        }
        let tokens = bench.transport.requests.compactMap { request in
            request.headers.first { $0.name == "I-Twilio-Idempotency-Token" }?.value
        }
        #expect(tokens.count == 2)
        #expect(Set(tokens).count == 2)
    }

    @Test func `the same seed makes the same requests and another seed other ones`() async throws {
        var first = try Bench(["/voice": "<Say>hello</Say>"])
        var second = try Bench(["/voice": "<Say>hello</Say>"])
        var third = try Bench(["/voice": "<Say>hello</Say>"])
        first.plan.seed = 7
        second.plan.seed = 7
        third.plan.seed = 8
        for bench in [first, second, third] { _ = try await bench.run() }
        #expect(first.transport.requests == second.transport.requests)
        #expect(first.transport.requests != third.transport.requests)
    }

    @Test func `a call without a name gets one of the provider's form from its seed`() async throws {
        var bench = try Bench(["/voice": "<Hangup/>"])
        let made = try await bench.run().call.text
        #expect(made.wholeMatch(of: /CA[0-9a-f]{32}/) != nil)
        #expect(CallID(high: 1, low: 0xF2).text == "CA000000000000000100000000000000f2")
        bench.plan.call = CallID("v3:given")
        #expect(try await bench.run().call.text == "v3:given")
    }

    @Test func `a withheld caller comes as a word`() async throws {
        var bench = try Bench(["/voice": "<Hangup/>"])
        bench.plan.from = .withheld
        _ = try await bench.run()
        #expect(try bench.transport.forms("/voice").map { $0["From"] } == ["anonymous"])
    }

    static let badReplies: [(HTTPResponse, CallFault)] = [
        (reply(500, "text/xml", "<Response/>"), .badStatus(url: url, status: 500)),
        (reply(403, "text/xml", "<Response/>"), .badStatus(url: url, status: 403)),
        (reply(204, nil, ""), .badStatus(url: url, status: 204)),
        (reply(200, nil, "<Response/>"), .wrongContentType(url: url, type: nil)),
        (reply(200, "application/json", "{}"), .wrongContentType(url: url, type: "application/json")),
        (reply(200, "text/xml", ""), .empty(url: url)),
        (reply(200, "text/xml", "<Message/>"), .wrongRoot(url: url, name: "Message")),
        (
            reply(200, "text/xml", "<Response>" + String(repeating: " ", count: 64_000) + "</Response>"),
            .tooLarge(url: url, bytes: 64_021)
        ),
    ]

    @Test(arguments: badReplies)
    func `a bad reply is a fault and the caller hears the provider's apology`(
        reply: HTTPResponse,
        fault: CallFault
    ) async throws {
        let transport = ScriptedTransport(["/voice": { _, _ in .success(reply) }])
        let result = try await Bench(transport).run()
        #expect(result.faults == [fault])
        #expect(result.transcript.spokenText.contains("application error"))
        #expect(result.transcript.entries.contains { $0.event == .hungUp(.provider) })
        #expect(result.status == .completed)
    }

    @Test(arguments: [
        "<Response>", "\n<?xml version=\"1.0\"?><Response/>", "<Response><Say>a & b</Say></Response>", "no",
    ])
    func `what is not well-formed is error 12100`(body: String) async throws {
        let transport = ScriptedTransport(["/voice": { _, _ in .success(WebhookTests.reply(200, "text/xml", body)) }])
        let result = try await Bench(transport).run()
        #expect(result.faults.map(\.code) == [12_100])
    }

    @Test func `a connection that fails is tried once more with the same token`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, count in
                count == 1 ? .failure(.notSent(reason: "refused")) : .success(.document("<Say>hello</Say>"))
            }
        ])
        let result = try await Bench(transport).run()
        #expect(result.faults.isEmpty)
        #expect(transport.requests.count == 2)
        #expect(transport.requests.first == transport.requests.last)
    }

    @Test func `a reply that does not come is not asked for again by default, and is a fault`() async throws {
        let transport = ScriptedTransport(["/voice": { _, _ in .failure(.unknownOutcome(reason: "timed out")) }])
        let result = try await Bench(transport).run()
        #expect(transport.requests.count == 1)
        #expect(result.faults == [.noReply(url: WebhookTests.url, reason: "timed out")])
        #expect(result.faults.first?.code == 11_205)
    }

    @Test func `a server error is asked again where the connection's settings say so`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, count in
                .success(count < 3 ? WebhookTests.reply(503, nil, "") : .document("<Say>hello</Say>"))
            }
        ])
        var bench = try Bench(transport)
        bench.troubles.retries = 2
        bench.troubles.retriedFailures = [.status5xx]
        let result = try await bench.run()
        #expect(result.faults.isEmpty)
        #expect(transport.requests.count == 3)
    }

    @Test func `the fallback is asked once, with the error`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, _ in .success(WebhookTests.reply(500, nil, "")) },
            "/fallback": { _, _ in .success(.document("<Say>sorry</Say><Redirect>http://bot.test/voice</Redirect>")) },
        ])
        var bench = try Bench(transport)
        bench.plan.fallbackURL = "http://bot.test/fallback"
        let result = try await bench.run()
        let form = try #require(try transport.forms("/fallback").first)
        #expect(form["ErrorCode"] == "11200")
        #expect(form["ErrorUrl"] == "http://bot.test/voice?bot=front-desk")
        #expect(try transport.forms("/fallback").count == 1)
        #expect(result.faults.count == 2)
    }

    @Test func `an HTTP redirect is followed by GET without the results, and warned of`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, _ in
                .success(HTTPResponse(status: 302, headers: [HTTPHeader("Location", "/elsewhere")], body: []))
            },
            "/elsewhere": { _, _ in .success(.document("<Say>hello</Say>")) },
        ])
        let result = try await Bench(transport).run()
        #expect(result.transcript.spokenText == "hello")
        #expect(result.warnings.count == 1)
        #expect(transport.requests.last?.method == .get)
    }

    @Test func `HTTP redirects without end are error 11215`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, _ in
                .success(HTTPResponse(status: 302, headers: [HTTPHeader("Location", "/voice")], body: []))
            }
        ])
        let result = try await Bench(transport).run()
        #expect(result.faults.map(\.code) == [11_215])
        #expect(transport.requests.count == 11)
    }

    static let url = "http://bot.test/voice"

    static func reply(_ status: Int, _ type: String?, _ body: String) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: type.map { [HTTPHeader("Content-Type", $0)] } ?? [],
            body: Array(body.utf8)
        )
    }
}

struct StatusCallbackTests {
    private func bench(_ direction: CallDirection) throws -> Bench {
        let transport = ScriptedTransport([
            "/voice": { _, _ in .success(.document("<Say>one two</Say><Pause length=\"3\"/>")) },
            "/status": { _, _ in .success(.noContent) },
        ])
        var bench = try Bench(transport, direction: direction)
        bench.plan.statusURL = "http://bot.test/status"
        return bench
    }

    @Test func `a call that we place tells its whole life in order`() async throws {
        let bench = try bench(.outbound)
        _ = try await bench.run()
        let forms = try bench.transport.forms("/status")
        #expect(forms.map { $0["CallStatus"] } == ["initiated", "ringing", "in-progress", "completed"])
        #expect(forms.map { $0["SequenceNumber"] } == ["0", "1", "2", "3"])
        #expect(forms.map { $0["CallDuration"] } == [nil, nil, nil, "5"])
        #expect(forms.allSatisfy { $0["CallbackSource"] == "call-progress-events" })
        #expect(forms.first?["Timestamp"] == "Wed, 25 Nov 2026 22:07:27 +0000")
        #expect(forms.last?["Timestamp"] == "Wed, 25 Nov 2026 22:07:32 +0000")
        let voice = try bench.transport.forms("/voice")
        #expect(voice.map { $0["CallStatus"] } == ["in-progress"])
        #expect(voice.map { $0["Direction"] } == ["outbound-api"])
    }

    @Test func `an inbound call tells its end only`() async throws {
        let bench = try bench(.inbound)
        _ = try await bench.run()
        #expect(try bench.transport.forms("/status").map { $0["CallStatus"] } == ["completed"])
    }

    @Test(arguments: [
        (CallPlan.Answer.busy, CallStatus.busy), (.noAnswer, .noAnswer), (.failed, .failed), (.canceled, .canceled),
    ])
    func `a call that nobody answers asks for no document`(answer: CallPlan.Answer, status: CallStatus) async throws {
        var bench = try bench(.outbound)
        bench.plan.answer = answer
        let result = try await bench.run()
        #expect(result.status == status)
        #expect(try bench.transport.forms("/voice").isEmpty)
        let last = try #require(try bench.transport.forms("/status").last)
        #expect(last["CallStatus"] == status.rawValue)
        #expect(last["CallDuration"] == "0")
    }

    @Test func `callbacks may come twice or backwards`() async throws {
        var doubled = try bench(.outbound)
        doubled.troubles.statusOrder = .doubled
        _ = try await doubled.run()
        #expect(
            try doubled.transport.forms("/status").map { $0["SequenceNumber"] } == [
                "0", "0", "1", "1", "2", "2", "3", "3",
            ]
        )
        var reversed = try bench(.outbound)
        reversed.troubles.statusOrder = .reversed
        _ = try await reversed.run()
        let forms = try reversed.transport.forms("/status")
        #expect(forms.map { $0["CallStatus"] } == ["completed", "in-progress", "ringing", "initiated"])
        #expect(forms.map { $0["SequenceNumber"] } == ["3", "2", "1", "0"])
    }

    @Test func `a refused callback is a fault and the call goes on`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, _ in .success(.document("<Say>hello</Say>")) },
            "/status": { _, _ in .success(HTTPResponse(status: 500, headers: [], body: [])) },
        ])
        var bench = try Bench(transport)
        bench.plan.statusURL = "http://bot.test/status"
        let result = try await bench.run()
        #expect(result.faults == [.statusRefused(url: "http://bot.test/status", status: 500)])
        #expect(result.transcript.spokenText == "hello")
    }

    @Test func `a callback's reply with a text in it is warned of`() async throws {
        let transport = ScriptedTransport([
            "/voice": { _, _ in .success(.document("<Say>hello</Say>")) },
            "/status": { _, _ in .success(WebhookTests.reply(200, "text/plain", "ok")) },
        ])
        var bench = try Bench(transport)
        bench.plan.statusURL = "http://bot.test/status"
        let result = try await bench.run()
        #expect(result.faults.isEmpty)
        #expect(result.warnings.count == 1)
    }
}
