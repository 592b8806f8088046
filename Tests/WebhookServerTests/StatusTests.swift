import CallEngine
import Carrier
import Store
import Telephony
import Testing
import WebhookServer

/// News of calls, in whatever order it comes.
@Suite struct StatusTests {
    @Test(arguments: StoreKind.allCases)
    func `statuses only move forward`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall.outbound()
            _ = try await server.begin(call, bot: "reminder")
            for (sequence, status) in ["in-progress", "ringing", "initiated", "completed", "in-progress", "busy"]
                .enumerated()
            {
                #expect(try await server.status(status, call, sequence: sequence).status == 204)
            }
            let session = try #require(try await store.session(of: call.id))
            #expect(session.status == .completed)
            #expect(session.state == .ended)
            #expect(try await store.log(of: call.id).count == 3)
        }
        await store.close()
    }

    @Test func `a call that completes while the bot listens was hung up by the caller`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            #expect(try await server.status("completed", call).status == 204)
            #expect(try await server.store.session(of: call.id)?.endReason == .callerHungUp)
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
            #expect(server.log.lines(with: "info Call ended", "reason=caller-hung-up").count == 1)
        }
    }

    @Test func `a second completion is quiet`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            _ = try await server.status("completed", call)
            let before = try await server.store.log(of: call.id)
            #expect(try await server.status("completed", call).status == 204)
            #expect(try await server.store.log(of: call.id) == before)
            #expect(server.log.lines(with: "error").isEmpty)
            #expect(server.log.lines(with: "warning").isEmpty)
        }
    }

    @Test func `a status of a call that never started is quiet and starts none`() async throws {
        try await TestServer.run { server async throws in
            #expect(try await server.status("no-answer", ProviderCall(9)).status == 204)
            #expect(try await server.store.session(of: ProviderCall(9).id) == nil)
        }
    }

    @Test(arguments: [("completed", EndReason.callerHungUp), ("no-answer", .notAnswered), ("busy", .notAnswered)])
    func `a call whose end overtook its start says nothing and is over`(
        _ status: String,
        reason: EndReason
    ) async throws {
        try await TestServer.run { server in
            let call = ProviderCall.outbound()
            #expect(try await server.status("ringing", call).status == 204)
            #expect(try await server.status(status, call, sequence: 1).status == 204)
            #expect(try await server.begin(call, bot: "reminder").document().verbs == ["Hangup"])
            let session = try #require(try await server.store.session(of: call.id))
            #expect(session.state == .ended)
            #expect(session.endReason == reason)
            #expect(try await server.store.liveCalls(limit: 1).isEmpty)
            // Another call is none of that.
            #expect(try await server.begin(.outbound(2), bot: "reminder").document().verbs == ["Gather", "Redirect"])
        }
    }

    @Test func `a call whose end comes while its start is being kept is over`() async throws {
        let gate = Gate()
        let store = WatchedStore { asked throws(StoreError) in
            if asked == .advance { await gate.pass() }
        }
        try await TestServer.run(store) { server async throws in
            let call = ProviderCall()
            async let reply = server.begin(call)
            await gate.reached()
            #expect(try await server.status("completed", call).status == 204)
            await gate.open()
            #expect(try await reply.status == 200)
            #expect(try await store.session(of: call.id)?.endReason == .callerHungUp)
            #expect(try await store.log(of: call.id).count == 2)
        }
    }

    @Test func `of the ends that came early only the newest are remembered, and of each the first`() {
        let ends = EarlyEnds(capacity: 3)
        let calls = (1...5 as ClosedRange<UInt64>).map { ProviderCall($0).id }
        for call in calls {
            ends.keep(.busy, of: call)
            ends.keep(.completed, of: call)
        }
        #expect(calls.map { ends[$0] } == [nil, nil, .busy, .busy, .busy])
    }

    @Test(arguments: StoreKind.allCases)
    func `a turn and the call's end at once leave a log that is whole`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            for number in 1...20 as ClosedRange<UInt64> {
                let call = ProviderCall(number)
                _ = try await server.begin(call)
                async let turn = server.press("1", call, step: 0)
                async let end = server.status("completed", call)
                #expect(try await turn.document().verbs == ["Gather", "Redirect"])
                #expect(try await end.status == 204)
                let session = try #require(try await store.session(of: call.id))
                #expect(session.state == .ended)
                let log = try await store.log(of: call.id)
                #expect(log.map(\.revision) == Array(1...log.count))
                #expect(log.count == session.revision)
            }
        }
        await store.close()
    }
}
