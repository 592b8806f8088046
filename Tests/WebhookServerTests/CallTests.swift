import CallEngine
import Simulator
import Store
import Telephony
import Testing
import TwiML

/// Whole calls, from the first webhook to the last status.
@Suite struct CallTests {
    @Test(arguments: StoreKind.allCases)
    func `a call walks to its end with a clean contract`(_ kind: StoreKind) async throws {
        let folder = try TemporaryFolder()
        let store = try kind.open(in: folder)
        try await TestServer.run(store) { server in
            let result = try await server.walk()
            #expect(result.faults == [])
            #expect(result.warnings == [])
            #expect(result.status == .completed)
            #expect(result.transcript.spokenText.contains("Thank you, 4711."))
            #expect(result.transcript.spokenText.contains("Goodbye."))
            let session = try #require(try await store.session(of: result.call))
            #expect(session.state == .ended)
            #expect(session.endReason == .completed)
            let log = try await store.log(of: result.call)
            #expect(log.compactMap(\.step) == [0, 1, 2, 3])
            #expect(log.last?.event == .statusChanged(.completed, sequence: 0))
        }
        await store.close()
    }

    @Test func `documents are 200, text and of a stated length`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            let first = try await server.begin(call).document()
            #expect(first.verbs == ["Gather", "Redirect"])
            #expect(first.elements.first?[attribute: "action"] == "\(server.publicURL)/voice/turn/0")
            let second = try await server.press("1", call, step: 0).document()
            #expect(second.elements.last?.text == "\(server.publicURL)/voice/turn/1")
        }
    }

    @Test func `a forwarded leg that ends in an unknown way is a failure and is not placed again`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            let dial = try await server.press("2", call, step: 0).document()
            #expect(dial.verbs == ["Say", "Dial"])
            let form = call.form(("DialCallStatus", "vanished"))
            let after = try await server.post("/voice/turn/1", form).document()
            #expect(after.verbs == ["Say", "Say", "Hangup"])
            #expect(after.text.contains("Nobody is there."))
        }
    }

    @Test func `keys that are no keys and odd bytes in speech are wrong answers, not faults`() async throws {
        try await TestServer.run { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            let form = call.form(("Digits", "A\u{0}"), ("SpeechResult", "\u{0}\u{1}\u{FFFE}"), ("Confidence", "nan"))
            #expect(try await server.post("/voice/turn/0", form).document().text.contains("not a choice"))
        }
    }
}

extension TestServer {
    /// A caller books with one code and ends the call.
    func walk(troubles: DeliveryTroubles = DeliveryTroubles(), seed: UInt64 = 1) async throws -> CallResult {
        let acts: [CallerAct] = [.press(Digits(.one)), .press(try #require(Digits("4711"))), .press(Digits(.two))]
        return try await call(troubles: troubles, seed: seed).run(caller: PresetCaller(acts))
    }

    /// A call of the booking bot that is ready to run.
    func call(troubles: DeliveryTroubles = DeliveryTroubles(), seed: UInt64 = 1) throws -> SimulatedCall {
        let plan = CallPlan(
            direction: .inbound,
            from: Party(parameter: "+12065550142"),
            to: Party(parameter: "+12065550199"),
            voiceURL: "\(publicURL)/voice/incoming?bot=booking",
            statusURL: "\(publicURL)/voice/status",
            seed: seed
        )
        return try provider(troubles: troubles).call(plan, clock: clock)
    }
}
