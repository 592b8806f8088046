import CallEngine
import Carrier
import Store
import Testing
import TwiML
import WebhookServer

/// A bot that changes while calls are on.
@Suite struct PinnedVersionTests {
    @Test func `a call goes on with the version it began with, and a new one gets the new`() async throws {
        try await TestServer.run { server in
            let old = ProviderCall(1)
            #expect(try await server.begin(old).document().text.contains("Riverside Dental."))
            try await server.library.publish([try TestServer.loaded(TestBots.booking(greeting: "Hillside Dental."))])
            // A silence repeats the version's own words; a key the greeting's node once more.
            _ = try await server.press("1", old, step: 0)
            #expect(try await server.press("4711", old, step: 1).document().text.contains("Thank you, 4711."))
            #expect(try await server.begin(ProviderCall(2)).document().text.contains("Hillside Dental."))
            let versions = try await server.store.liveCalls(limit: 9).map(\.botVersion)
            #expect(Set(versions).count == 2)
        }
    }

    @Test func `so it does after a restart with other bots on the same database`() async throws {
        let folder = try TemporaryFolder()
        let call = ProviderCall(1)
        let first = try StoreKind.sqlite.open(in: folder)
        let served = try await TestServer.run(first, configuration: .with { $0.publicURL = "https://ivr.example.com" })
        {
            server in
            try await server.begin(call).body
        }
        await first.close()

        let changed = TestBots.booking(greeting: "Hillside Dental.").replacing("Type your code.", with: "Spell it.")
        let second = try StoreKind.sqlite.open(in: folder)
        try await TestServer.run(
            second,
            bots: [changed],
            configuration: .with { $0.publicURL = "https://ivr.example.com" }
        ) {
            server async throws in
            #expect(try await server.begin(call).body == served)
            #expect(try await server.press("1", call, step: 0).document().text.contains("Type your code."))
            let new = ProviderCall(2)
            #expect(try await server.begin(new).document().text.contains("Hillside Dental."))
            #expect(try await server.press("1", new, step: 0).document().text.contains("Spell it."))
            #expect(try await second.log(of: call.id).compactMap(\.step) == [0, 1])
        }
        await second.close()
    }

    @Test func `a call whose version is gone is apologised for, and the log says which`() async throws {
        let store = InMemoryCallStore()
        let call = ProviderCall(1)
        try await TestServer.run(store) { _ = try await $0.begin(call) }
        let forgetful = WatchedStore(store, hasSources: false) { _ in }
        try await TestServer.run(forgetful, bots: [TestBots.reminder]) { server async throws in
            #expect(try await server.press("1", call, step: 0).ends(saying: generalApology))
            #expect(server.log.lines(with: "version", "'booking'", "no longer in the database").count == 1)
            #expect(try await server.status("completed", call).status == 503)
        }
    }
}
