import BotGraph
import CallEngine
import Carrier
import Compliance
import Store
import Telephony
import Testing
import TwiML
import WebhookServer

/// Requests to stop.
@Suite struct OptOutTests {
    let person: PhoneNumber
    let booking: BotName
    let reminder: BotName

    init() throws {
        person = try #require(PhoneNumber("+12065550142"))
        booking = try #require(BotName("booking"))
        reminder = try #require(BotName("reminder"))
    }

    @Test(arguments: StoreKind.allCases)
    func `a number is on the list before the reply is received`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            #expect(try await !store.isSuppressed(person, channel: .voice, bot: booking))
            let reply = try await server.press("9", call, step: 0)
            #expect(try await store.isSuppressed(person, channel: .voice, bot: booking))
            #expect(try reply.document().text.contains("Shall we stop calling you?"))
            // Hanging up does not lift it.
            _ = try await server.status("completed", call)
            #expect(try await store.isSuppressed(person, channel: .sms, bot: reminder))
        }
        await store.close()
    }

    @Test func `the reply leaves only after the number is on the list`() async throws {
        let gate = Gate()
        let isGated = Adjustable(false)
        let base = InMemoryCallStore()
        let store = WatchedStore(base) { asked throws(StoreError) in
            if isGated.value, asked == .advance { await gate.pass() }
        }
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            isGated.value = true
            let replied = Adjustable(false)
            async let reply = {
                let reply = try await server.press("9", call, step: 0)
                replied.value = true
                return reply
            }()
            await gate.reached()
            #expect(!replied.value)
            await gate.open()
            #expect(try await reply.status == 200)
            #expect(try await base.isSuppressed(person, channel: .voice, bot: booking))
        }
    }

    @Test func `no lifts the request of the same call`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            _ = try await server.press("9", call, step: 0)
            _ = try await server.press("2", call, step: 1)
            #expect(try await !server.store.isSuppressed(person, channel: .voice, bot: booking))
        }
    }

    @Test func `an opt-out stands though its document cannot be written`() async throws {
        // The engine's own bound, which keeps documents small, is out of the way: a goodbye of thirty long names is too much.
        try await TestServer.run(configuration: .with { $0.limits.spokenBytes = .max }) { server in
            let name = String(repeating: "x", count: 2_500)
            let call = ProviderCall.outbound()
            let start = try await server.post("/voice/incoming?bot=reminder&set.name=\(name)", call.form())
            #expect(try start.document().verbs == ["Gather", "Redirect"])
            let reply = try await server.press("9", call, step: 0)
            #expect(try reply.ends(saying: "We are sorry, something went wrong."))
            #expect(try await server.store.isSuppressed(person, channel: .voice, bot: reminder))
            let session = try #require(try await server.store.session(of: call.id))
            #expect(session.state == .ending)
            #expect(session.endReason == .optedOut)
            #expect(try await server.press("9", call, step: 0).body == reply.body)
            #expect(server.log.lines(with: "error Document not written", call.id.text).count == 1)
        }
    }

    @Test(arguments: [
        (Suppression.Scope.all, true), (.channel("voice"), true), (.channel("sms"), false), (.bot("reminder"), true),
        (.bot("booking"), false),
    ])
    func `a person who said stop hears nothing from whom it covers`(
        _ scope: Suppression.Scope,
        isCovered: Bool
    ) async throws {
        try await TestServer.run { server in
            try await server.store.optOut(
                Suppression(
                    number: person,
                    scope: scope,
                    means: .recorded,
                    words: "",
                    bot: nil,
                    call: nil,
                    at: TestServer.start
                )
            )
            let call = ProviderCall.outbound()
            let verbs = try await server.begin(call, bot: "reminder").document().verbs
            #expect(verbs == (isCovered ? ["Hangup"] : ["Gather", "Redirect"]))
            let session = try #require(try await server.store.session(of: call.id))
            #expect(session.endReason == (isCovered ? .suppressed : nil))
        }
    }

    @Test func `a person who said stop may still call us`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            _ = try await server.press("9", call, step: 0)
            #expect(try await server.begin(ProviderCall(2)).document().verbs == ["Gather", "Redirect"])
        }
    }
}
