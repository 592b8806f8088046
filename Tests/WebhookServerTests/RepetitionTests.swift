import Carrier
import Simulator
import Store
import Testing
import TwiML

/// Webhooks that come twice, late, or for what never was.
@Suite struct RepetitionTests {
    @Test(arguments: StoreKind.allCases, [nil, "token-1"])
    func `the same turn sent again gets the same bytes and is one step`(_ kind: StoreKind, token: String?) async throws
    {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            let first = try await server.press("1", call, step: 0, token: token)
            let second = try await server.press("1", call, step: 0, token: token)
            #expect(first.body == second.body)
            #expect(try first.document().text.contains("Type your code."))
            #expect(try await store.log(of: call.id).compactMap(\.step) == [0, 1])
        }
        await store.close()
    }

    @Test(arguments: StoreKind.allCases)
    func `twenty of the same turn at once get the same bytes and are one step`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            let replies = try await server.twenty { try await server.press("1", call, step: 0, token: "token-1") }
            #expect(replies.count == 20)
            #expect(Set(replies.map(\.body)).count == 1)
            #expect(replies.allSatisfy { $0.status == 200 })
            #expect(try await store.log(of: call.id).compactMap(\.step) == [0, 1])
        }
        await store.close()
    }

    @Test(arguments: StoreKind.allCases)
    func `twenty of the same start at once are one call`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            let replies = try await server.twenty { try await server.begin(call) }
            #expect(Set(replies.map(\.body)).count == 1)
            #expect(try replies.first?.document().verbs == ["Gather", "Redirect"])
            #expect(try await store.log(of: call.id).count == 1)
        }
        await store.close()
    }

    @Test func `the token finds the reply whatever has happened since`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            let start = try await server.begin(call, token: "token-0")
            let first = try await server.press("1", call, step: 0, token: "token-1")
            _ = try await server.press("4711", call, step: 1, token: "token-2")
            _ = try await server.press("2", call, step: 2, token: "token-3")
            #expect(try await server.press("1", call, step: 0, token: "token-1").body == first.body)
            #expect(try await server.begin(call, token: "token-0").body == start.body)
        }
    }

    @Test func `a stale turn gets the current document`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            _ = try await server.press("1", call, step: 0)
            let current = try await server.press("4711", call, step: 1)
            #expect(try await server.press("9", call, step: 0).body == current.body)
            #expect(try await server.store.log(of: call.id).compactMap(\.step) == [0, 1, 2])
        }
    }

    @Test func `a start that comes late gets the current document`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            let start = try await server.begin(call)
            #expect(try await server.begin(call).body == start.body)
            let current = try await server.press("1", call, step: 0)
            #expect(try await server.begin(call).body == current.body)
            // Even where the URL now names a bot that is not there.
            #expect(try await server.begin(call, bot: "gone").body == current.body)
            #expect(try await server.store.log(of: call.id).count == 2)
        }
    }

    @Test func `a turn after the last document gets the last document`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            _ = try await server.press("1", call, step: 0)
            _ = try await server.press("4711", call, step: 1)
            let last = try await server.press("2", call, step: 2)
            #expect(try await server.status("completed", call).status == 204)
            #expect(try await server.press("1", call, step: 3).body == last.body)
        }
    }

    @Test(arguments: ["1", "7", "999999999", "99999999999999999999", "-1", "+0", "0x0", "zero", "0%20", "%00"])
    func `a turn of a step that was never served ends with an apology`(_ step: String) async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            let before = try await server.store.session(of: call.id)
            let reply = try await server.post("/voice/turn/\(step)", call.form(("Digits", "1")))
            #expect(try reply.ends(saying: "Riverside Dental is sorry."))
            #expect(server.log.lines(with: "error Webhook failed", "was never served").count == 1)
            #expect(try await server.store.session(of: call.id) == before)
        }
    }

    @Test func `a turn of a call that nobody knows ends with an apology`() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.press("1", ProviderCall(7), step: 0).ends(saying: generalApology))
            #expect(server.log.lines(with: "error", "Nothing is known of call \(ProviderCall(7).id)").count == 1)
        }
    }

    @Test(arguments: [DeliveryTroubles.Repetition.afterReply, .atOnce])
    func `a provider that repeats everything sees no difference`(_ repetition: DeliveryTroubles.Repetition) async throws
    {
        let folder = try TemporaryFolder()
        let store = try StoreKind.sqlite.open(in: folder)
        try await TestServer.run(store) { server in
            let troubles = DeliveryTroubles(repetition: repetition, replaysStale: true, statusOrder: .doubled)
            let result = try await server.walk(troubles: troubles)
            #expect(result.faults == [])
            #expect(try await store.log(of: result.call).compactMap(\.step) == [0, 1, 2, 3])
        }
        await store.close()
    }
}

extension TestServer {
    /// Sends the same thing twenty times at once.
    func twenty(_ send: @escaping @Sendable () async throws -> HTTPResponse) async throws -> [HTTPResponse] {
        try await withThrowingTaskGroup(of: HTTPResponse.self) { group in
            for _ in 0..<20 { group.addTask { try await send() } }
            var replies: [HTTPResponse] = []
            for try await reply in group { replies.append(reply) }
            return replies
        }
    }
}
