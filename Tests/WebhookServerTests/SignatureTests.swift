import Carrier
import CurlTransport
import Simulator
import Store
import Testing
import TwiML
import WebhookServer

/// Whom the server believes.
@Suite struct SignatureTests {
    static let routes = ["/voice/incoming?bot=booking", "/voice/turn/0", "/voice/status"]

    @Test(arguments: routes)
    func `a webhook without a signature is refused, and the reply does not say why`(_ route: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.post(route, ProviderCall().form(), signature: "")
            #expect(reply.isPlain(403, "Forbidden\n"))
            #expect(server.log.lines(with: "Webhook rejected", "X-Twilio-Signature is missing").count == 1)
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
        }
    }

    @Test(arguments: routes)
    func `a signature of another token is refused`(_ route: String) async throws {
        try await TestServer.run { server async throws in
            let form = ProviderCall().form()
            let signature = WebhookSigner(token: "another").sign(url: server.publicURL + route, parameters: form)
            #expect(try await server.post(route, form, signature: signature).isPlain(403, "Forbidden\n"))
            #expect(server.log.lines(with: "no token matches").count == 1)
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
        }
    }

    @Test func `a flood of refused webhooks is a line a second for each reason, with the count of the rest`()
        async throws
    {
        try await TestServer.run { server in
            let form = ProviderCall().form()
            for _ in 0..<5 { _ = try await server.post("/voice/status", form, signature: "") }
            for _ in 0..<3 { _ = try await server.post("/voice/status", form, signature: "AAAA") }
            #expect(server.log.lines(with: "Webhook rejected").count == 2)
            #expect(server.log.lines(with: "Webhook rejected", "left-out").isEmpty)
            server.clock.advance(by: .seconds(1))
            _ = try await server.post("/voice/turn/0", form, signature: "")
            #expect(server.log.lines(with: "Webhook rejected", "left-out=4", "is missing").count == 1)
            let figures = try PrometheusText(try await server.get("/metrics").text)
            #expect(figures["touchtone_webhook_failures_total{reason=\"bad-signature\"}"] == 9)
        }
    }

    @Test(arguments: ["", "AAAA", "not base64 at all, and far too long to be one", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="])
    func `a signature that is none is refused`(_ signature: String) async throws {
        try await TestServer.run { server in
            let reply = try await server.post("/voice/status", ProviderCall().form(), signature: signature)
            #expect(reply.isPlain(403, "Forbidden\n"))
        }
    }

    @Test func `a refused webhook of a live call changes nothing`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            let before = try await server.store.session(of: call.id)
            let signed = call.form(("Digits", "1"))
            let signature = WebhookSigner(token: TestServer.authToken)
                .sign(url: server.publicURL + "/voice/turn/0", parameters: signed)
            let tampered = call.form(("Digits", "9"))
            #expect(try await server.post("/voice/turn/0", tampered, signature: signature).status == 403)
            // Nor does the signature of one step's URL hold for another's.
            #expect(try await server.post("/voice/turn/1", signed, signature: signature).status == 403)
            #expect(try await server.post("/voice/status", call.form(status: "completed"), signature: "").status == 403)
            #expect(try await server.store.session(of: call.id) == before)
            #expect(try await server.store.log(of: call.id).count == 1)
        }
    }

    @Test func `a query that was changed is refused`() async throws {
        try await TestServer.run { server async throws in
            let form = ProviderCall().form()
            let signature = WebhookSigner(token: TestServer.authToken)
                .sign(url: "\(server.publicURL)/voice/incoming?bot=booking", parameters: form)
            let changed = "/voice/incoming?bot=booking&set.code=1"
            #expect(try await server.post(changed, form, signature: signature).status == 403)
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
        }
    }

    @Test func `each of two tokens is believed while they are rotated`() async throws {
        try await TestServer.run(configuration: .with { $0.authTokens = ["the-new-one", TestServer.authToken] }) {
            server async throws in
            #expect(try await server.begin(ProviderCall(1)).status == 200)
            let form = ProviderCall(2).form()
            let route = "/voice/incoming?bot=booking"
            let signature = WebhookSigner(token: "the-new-one").sign(url: server.publicURL + route, parameters: form)
            #expect(try await server.post(route, form, signature: signature).status == 200)
        }
    }

    @Test func `behind a proxy the public URL is what is signed and what documents point at`() async throws {
        try await TestServer.run(configuration: .with { $0.publicURL = "https://ivr.example.com/phone/" }) { server in
            let call = ProviderCall()
            let form = call.form()
            let signature = WebhookSigner(token: TestServer.authToken)
                .sign(url: "https://ivr.example.com/phone/voice/incoming?bot=booking", parameters: form)
            let reply = try await server.post("/voice/incoming?bot=booking", form, signature: signature)
            let action = try reply.document().elements.first?[attribute: "action"]
            #expect(action == "https://ivr.example.com/phone/voice/turn/0")
        }
    }

    @Test func `a wrong public URL is named in the log with the one that would do`() async throws {
        try await TestServer.run(configuration: .with { $0.publicURL = "https://old.example.com" }) { server in
            let form = ProviderCall().form()
            let route = "/voice/incoming?bot=booking"
            let signature = WebhookSigner(token: TestServer.authToken)
                .sign(url: "https://new.example.com" + route, parameters: form)
            let headers = [HTTPHeader("X-Forwarded-Host", "new.example.com"), HTTPHeader("X-Forwarded-Proto", "https")]
            let reply = try await server.post(route, form, signature: signature, headers: headers)
            #expect(reply.isPlain(403, "Forbidden\n"))
            #expect(server.log.lines(with: "it would match under https://new.example.com; set --public-url").count == 1)
        }
    }

    @Test(arguments: routes)
    func `a webhook of another account is refused`(_ route: String) async throws {
        try await TestServer.run { server async throws in
            let form = FormParameters([
                .init("CallSid", "CA1"), .init("AccountSid", "ACanother"), .init("CallStatus", "ringing"),
            ])
            #expect(try await server.post(route, form).isPlain(403, "Forbidden\n"))
            #expect(server.log.lines(with: "account 'ACanother'").count == 1)
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
        }
    }

    @Test func `a signature holds for the bytes as they came`() async throws {
        try await TestServer.run { server in
            // Malformed escapes stand for themselves, and a trailing slash is part of the URL.
            for target in [
                "/voice/incoming/?bot=booking", "/voice/incoming?bot=booking&x=%zz%4",
                "/voice/incoming?bot=booking&a=%27",
            ] {
                let reply = try await server.post(target, ProviderCall(UInt64(target.utf8.count)).form())
                #expect(try reply.document().verbs == ["Gather", "Redirect"], "\(target)")
            }
        }
    }

    @Test func `a body that is not a form is covered by its digest`() async throws {
        try await TestServer.run { server async throws in
            let body = [UInt8](#"{"CallSid":"CA1"}"#.utf8)
            let target = "/voice/status?bodySHA256=\(Digest.sha256Hex(body))"
            let signature = WebhookSigner(token: TestServer.authToken).sign(url: server.publicURL + target)
            func send(_ body: [UInt8]) async throws -> HTTPResponse {
                let headers = [
                    HTTPHeader("Content-Type", "application/json"), HTTPHeader(WebhookHeader.signature, signature),
                ]
                let url = "http://127.0.0.1:\(server.port)\(target)"
                return try await server.transport.send(
                    HTTPRequest(method: .post, url: url, headers: headers, body: body)
                )
            }
            // It is believed, and has no parameters.
            #expect(try await send(body).isPlain(400, "Bad request\n"))
            #expect(try await send([UInt8](#"{"CallSid":"CA2"}"#.utf8)).isPlain(403, "Forbidden\n"))
        }
    }
}
