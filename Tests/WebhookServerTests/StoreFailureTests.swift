import BotGraph
import CallEngine
import Carrier
import Store
import Telephony
import Testing
import TwiML

/// A database that fails: the caller hears an apology, and the server says so and recovers.
@Suite struct StoreFailureTests {
    static let fault = StoreError.failed(doing: "write", code: "SQLITE_FULL", message: "database or disk is full")

    @Test(arguments: [WatchedStore.Operation.session, .advance])
    func `a caller hears an apology when a step cannot be kept, and goes on when it can again`(
        _ operation: WatchedStore.Operation
    ) async throws {
        let broken = Adjustable<WatchedStore.Operation?>(nil)
        let store = WatchedStore { asked throws(StoreError) in
            if asked == broken.value { throw StoreFailureTests.fault }
        }
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            broken.value = operation
            let reply = try await server.press("1", call, step: 0)
            // The bot's own words, where the bot is known.
            #expect(try reply.ends(saying: operation == .advance ? "Riverside Dental is sorry." : generalApology))
            #expect(server.log.lines(with: "error Webhook failed", "disk is full", call.id.text).count == 1)
            broken.value = nil
            #expect(try await server.press("1", call, step: 0).document().text.contains("Type your code."))
            #expect(try await store.log(of: call.id).compactMap(\.step) == [0, 1])
        }
    }

    @Test func `a request to stop that cannot be kept calls for a person`() async throws {
        let isBroken = Adjustable(false)
        let store = WatchedStore { asked throws(StoreError) in
            if isBroken.value, asked == .advance { throw StoreFailureTests.fault }
        }
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            isBroken.value = true
            _ = try await server.press("1", call, step: 0)
            #expect(server.log.lines(with: "A request to stop could not be kept").isEmpty)
            _ = try await server.press("9", call, step: 0)
            let lines = server.log.lines(with: "error A request to stop could not be kept", "call=\(call.id)")
            #expect(lines.count == 1)
            #expect(lines.allSatisfy { !$0.contains("2065550142") })
            let figures = try PrometheusText(try await server.get("/metrics").text)
            #expect(figures["touchtone_opt_outs_lost_total"] == 1)
            #expect(figures["touchtone_opt_outs_total{bot=\"booking\"}"] == nil)
            isBroken.value = false
            _ = try await server.press("9", call, step: 0)
            #expect(try PrometheusText(try await server.get("/metrics").text)["touchtone_opt_outs_lost_total"] == 1)
        }
    }

    @Test func `a call that cannot start is apologised for in the bot's words and ends`() async throws {
        for operation in [WatchedStore.Operation.advance, .suppression] {
            let store = WatchedStore { asked throws(StoreError) in
                if asked == operation { throw StoreFailureTests.fault }
            }
            try await TestServer.run(store) { server in
                let reply = try await server.begin(.outbound(), bot: "reminder")
                #expect(try reply.ends(saying: "We are sorry, something went wrong. Goodbye."), "\(operation)")
                #expect(try await store.session(of: ProviderCall.outbound().id) == nil)
            }
        }
    }

    @Test func `a status that cannot be kept may be sent again`() async throws {
        let isBroken = Adjustable(false)
        let store = WatchedStore { asked throws(StoreError) in
            if isBroken.value, asked == .advance { throw StoreFailureTests.fault }
        }
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            isBroken.value = true
            #expect(try await server.status("completed", call).isPlain(503, "Try again\n"))
            isBroken.value = false
            #expect(try await server.status("completed", call).status == 204)
            #expect(try await store.session(of: call.id)?.endReason == .callerHungUp)
        }
    }

    @Test func `readiness follows the database, and liveness does not`() async throws {
        let isBroken = Adjustable(false)
        let store = WatchedStore { asked throws(StoreError) in
            if isBroken.value, asked == .check { throw StoreFailureTests.fault }
        }
        try await TestServer.run(store) { server in
            #expect(try await server.get("/health/ready").isPlain(200, "ready\n"))
            #expect(server.log.lines(with: "Ready again").isEmpty)
            isBroken.value = true
            let reply = try await server.get("/health/ready")
            #expect(reply.isPlain(503, "not ready: the database does not answer\n"))
            #expect(server.log.lines(with: "Not ready", "disk is full").count == 1)
            #expect(try await server.get("/health/live").isPlain(200, "live\n"))
            isBroken.value = false
            for _ in 0..<2 { #expect(try await server.get("/health/ready").status == 200) }
            #expect(server.log.lines(with: "notice Ready again").count == 1)
        }
    }

    @Test func `a closed store ends calls politely`() async throws {
        let folder = try TemporaryFolder()
        let store = try StoreKind.sqlite.open(in: folder)
        try await TestServer.run(store) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            await store.close()
            #expect(try await server.press("1", call, step: 0).ends(saying: generalApology))
            #expect(try await server.get("/health/ready").status == 503)
        }
    }
}
