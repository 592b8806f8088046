import CallEngine
import Store
import Telephony
import Testing

extension CallStoreConformance {
    @Test(arguments: StoreUnderTest.allCases)
    func `the reply of every step can be had again, byte for byte`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let other = try FixtureCall("CA2")
        try await kind.open { store in
            for revision in 1...4 { _ = try await store.advance(call.step(revision)) }
            for revision in 1...4 {
                #expect(try await store.reply(of: call.id, step: revision - 1) == call.step(revision).entry.reply)
            }
            #expect(try await store.reply(of: call.id, step: 4) == nil)
            #expect(try await store.reply(of: call.id, step: -1) == nil)
            #expect(try await store.reply(of: other.id, step: 0) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the reply to a request is found by its token, within its call`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let other = try FixtureCall("CA2")
        try await kind.open { store in
            _ = try await store.advance(call.step(1, token: "first"))
            _ = try await store.advance(call.step(2, token: "second"))
            _ = try await store.advance(call.step(3))
            _ = try await store.advance(call.statusCallback(4, state: .ending, token: "status"))
            _ = try await store.advance(other.step(1, token: "other", reply: [7]))

            #expect(try await store.reply(of: call.id, token: "first") == call.step(1).entry.reply)
            #expect(try await store.reply(of: call.id, token: "second") == call.step(2).entry.reply)
            #expect(try await store.reply(of: other.id, token: "other") == [7])
            #expect(try await store.reply(of: call.id, token: "other") == nil)
            #expect(try await store.reply(of: call.id, token: "status") == nil)
            #expect(try await store.reply(of: call.id, token: "never") == nil)
            #expect(try await store.reply(of: call.id, token: "") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a step without a document leaves the last document findable`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            _ = try await store.advance(call.step(1, token: "first"))
            _ = try await store.advance(call.statusCallback(2, state: .ending))
            #expect(try await store.reply(of: call.id, step: 0) == call.step(1).entry.reply)
            #expect(try await store.reply(of: call.id, token: "first") == call.step(1).entry.reply)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `replies may be empty, large, and any bytes at all`(_ kind: StoreUnderTest) async throws {
        let replies: [[UInt8]] = [
            [], [0], (0...255).map { UInt8($0) }, [UInt8](repeating: 0xFF, count: 64_000),
            (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) },
        ]
        let call = try FixtureCall()
        try await kind.open { store in
            for (index, reply) in replies.enumerated() {
                _ = try await store.advance(call.step(index + 1, token: "t\(index)", reply: reply))
            }
            for (index, reply) in replies.enumerated() {
                #expect(try await store.reply(of: call.id, step: index) == reply)
                #expect(try await store.reply(of: call.id, token: "t\(index)") == reply)
            }
            #expect(try await store.log(of: call.id).map(\.reply) == replies)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `hostile text comes back as it was, wherever it stands`(_ kind: StoreUnderTest) async throws {
        try await kind.open { store in
            for (index, text) in hostileTexts.enumerated() {
                let call = try FixtureCall("CA\(index)")
                let heard = CallerInput(digits: nil, speech: text, confidence: nil)
                let step = call.step(
                    1,
                    event: .input(step: 0, heard),
                    effects: [.speak(Utterance(.text(text), language: .americanEnglish, voice: text))],
                    token: text,
                    text: text,
                    reply: Array(text.utf8)
                )
                #expect(try await store.advance(step) == .committed)
                #expect(try await store.session(of: call.id) == step.session)
                #expect(try await store.log(of: call.id) == [step.entry])
                #expect(try await store.reply(of: call.id, token: text) == Array(text.utf8))
                for other in hostileTexts where other != text {
                    #expect(try await store.reply(of: call.id, token: other) == nil)
                }
            }
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a confidence that is no finite number does not lose the step`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            for (index, confidence) in [Double.infinity, -.infinity, .nan].enumerated() {
                let event = CallEvent.input(step: index, CallerInput(speech: "yes", confidence: confidence))
                #expect(try await store.advance(call.step(index + 1, event: event)) == .committed)
            }
            let confidences = try await store.log(of: call.id).map { entry in
                guard case .input(_, let input) = entry.event else { return nil as Double? }
                return input.confidence
            }
            #expect(confidences[0] == .infinity)
            #expect(confidences[1] == -.infinity)
            #expect(confidences[2]?.isNaN == true)
        }
    }
}
