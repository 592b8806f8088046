import Carrier
import Simulator
import Store
import Telephony
import Testing

/// What people press, say and are called is nobody's business in a log.
@Suite struct LogPrivacyTests {
    static let personal = [
        "2065550142", "2065550188", "2065550110", "4711", "8352", "purple elephants", "Wilhelmina", "Rumpelstiltskin",
        "Querstrasse", "jane@example.com",
    ]

    @Test(arguments: StoreKind.allCases)
    func `no line holds a number, a key, a word or a value`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        let query = "&set.code=8352&set.note=Rumpelstiltskin&set.actor.first_name=Wilhelmina&set.unknown=Querstrasse"
        let log = try await TestServer.run(store) { server in
            let call = ProviderCall(1)
            _ = try await server.post("/voice/incoming?bot=booking\(query)", call.form(("CallerName", "Wilhelmina")))
            _ = try await server.press("1", call, step: 0)
            _ = try await server.press("4711", call, step: 1, token: "token")
            _ = try await server.press("4711", call, step: 1, token: "token")
            _ = try await server.post("/voice/turn/2", call.form(("SpeechResult", "purple elephants")))
            _ = try await server.post("/voice/turn/0", call.form(("SpeechResult", "purple elephants")))
            _ = try await server.post("/voice/turn/99", call.form(("Digits", "4711")))
            _ = try await server.status("completed", call)

            let forwarded = ProviderCall(2)
            _ = try await server.begin(forwarded)
            _ = try await server.press("2", forwarded, step: 0)
            _ = try await server.post("/voice/turn/1", forwarded.form(("DialCallStatus", "busy")))

            let stopping = ProviderCall.outbound(3, to: "+12065550188")
            _ = try await server.post("/voice/incoming?bot=reminder\(query)", stopping.form())
            _ = try await server.post(
                "/voice/turn/0",
                stopping.form(("SpeechResult", "stop calling me, purple elephants"))
            )
            _ = try await server.begin(ProviderCall.outbound(4, to: "+12065550188"), bot: "reminder")

            var addressed = ProviderCall(5)
            addressed.from = "sip:jane@example.com"
            addressed.to = "sip:jane@example.com"
            _ = try await server.post("/voice/incoming", addressed.form())
            _ = try await server.begin(addressed)
            return server.log
        }
        await store.close()
        // Every level is recorded, so that there is something to look through.
        #expect(log.lines(with: "debug Step committed").count >= 8)
        for text in LogPrivacyTests.personal {
            #expect(log.lines(with: text) == [], "\(text)")
        }
    }

    @Test func `nor does a line about a request that is refused`() async throws {
        let broken = Adjustable(false)
        let store = WatchedStore { asked throws(StoreError) in
            if broken.value, asked == .advance { throw StoreFailureTests.fault }
        }
        let log = try await TestServer.run(store) { server in
            let query = "?bot=booking&set.note=Rumpelstiltskin&set.actor.first_name=Wilhelmina"
            let form = ProviderCall().form(("Digits", "4711"), ("SpeechResult", "purple elephants"))
            let secret = "c2VjcmV0LXNpZ25hdHVyZS0tLQ=="
            for route in ["/voice/incoming\(query)", "/voice/turn/0\(query)", "/voice/status\(query)"] {
                for signature in ["", "short", secret] {
                    // Each its own line.
                    server.clock.advance(by: .seconds(1))
                    #expect(try await server.post(route, form, signature: signature).status == 403)
                }
            }
            _ = try await server.post("/voice/turn/+12065550142", form)
            _ = try await server.post("/voice/turn/4711999999", form)
            _ = try await server.post("/voice/incoming", FormParameters([.init("CallSid", "+12065550142 Wilhelmina")]))
            _ = try await server.post("/voice/status", FormParameters([.init("CallSid", "Wilhelmina\u{0}")]))
            _ = try await server.get("/voice/incoming?From=%2B12065550142")
            _ = try await server.get("/prompts/2065550142/Wilhelmina.wav")
            _ = try await server.begin(ProviderCall(1))
            broken.value = true
            _ = try await server.press("4711", ProviderCall(1), step: 0)
            _ = try await server.begin(ProviderCall(2))
            let connection = try RawConnection(port: server.port)
            try connection.send("Wilhelmina 2065550142\r\n\r\n")
            _ = try await connection.readToEnd()
            #expect(server.log.lines.allSatisfy { !$0.contains(secret) && !$0.contains(TestServer.authToken) })
            return server.log
        }
        #expect(log.lines(with: "Webhook rejected").count >= 9)
        for text in LogPrivacyTests.personal {
            #expect(log.lines(with: text) == [], "\(text)")
        }
    }
}
