import BotGraph
import CallEngine
import Compliance
import Store
import Telephony
import Testing

extension CallStoreConformance {
    @Test(arguments: StoreUnderTest.allCases)
    func `an opt-out holds for what its scope covers, and nothing else`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let stranger = try #require(PhoneNumber("+12065550102"))
        let other = try #require(BotName("debt-notice"))
        let cases: [(Suppression.Scope, voice: Bool, sms: Bool, otherBot: Bool)] = [
            (.all, true, true, true),
            (.channel("voice"), true, false, true),
            (.channel("sms"), false, true, false),
            (.bot("appointment-reminder"), true, true, false),
            (.bot("debt-notice"), false, false, true),
            (.channel("carrier-pigeon"), false, false, false),
        ]
        for (scope, voice, sms, otherBot) in cases {
            try await kind.open { store in
                #expect(try await !store.isSuppressed(call.person, channel: .voice, bot: call.bot))
                try await store.optOut(recordedSuppression(call.person, scope: scope))
                #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot) == voice, "\(scope)")
                #expect(try await store.isSuppressed(call.person, channel: .sms, bot: call.bot) == sms, "\(scope)")
                #expect(try await store.isSuppressed(call.person, channel: .voice, bot: other) == otherBot, "\(scope)")
                #expect(try await !store.isSuppressed(stranger, channel: .voice, bot: call.bot))
            }
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `an opt-out of a step holds as soon as the step is acknowledged`(_ kind: StoreUnderTest) async throws {
        let calls = try (0..<50).map { try FixtureCall("CA\($0)") }
        try await kind.open { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, call) in calls.enumerated() {
                    let number = try #require(PhoneNumber("+1206555010\(index % 10)\(index / 10)"))
                    let suppression = Suppression(
                        number: number,
                        scope: .all,
                        means: .key,
                        words: "9",
                        bot: call.bot.text,
                        call: call.id,
                        at: FixtureCall.start
                    )
                    group.addTask {
                        _ = try await store.advance(call.step(1, effects: [.suppress(suppression)]))
                        #expect(try await store.isSuppressed(number, channel: .voice, bot: call.bot))
                        #expect(
                            try await store.suppressionHistory(of: number)
                                == [SuppressionEntry(change: .optedOut, suppression: suppression)]
                        )
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a call takes back its own opt-outs only`(_ kind: StoreUnderTest) async throws {
        let first = try FixtureCall("CA1")
        let second = try FixtureCall("CA2")
        try await kind.open { store in
            func isSuppressed() async throws -> Bool {
                try await store.isSuppressed(first.person, channel: .voice, bot: first.bot)
            }
            // Asked for and taken back in one call.
            _ = try await store.advance(second.step(1, effects: [.suppress(second.suppression())]))
            #expect(try await isSuppressed())
            _ = try await store.advance(second.step(2, effects: [.liftSuppression(second.suppression())]))
            #expect(try await !isSuppressed())

            // Asked for in an earlier call: the later call's change of mind is about its own request.
            _ = try await store.advance(first.step(1, effects: [.suppress(first.suppression())]))
            _ = try await store.advance(second.step(3, effects: [.suppress(second.suppression(.channel("voice")))]))
            _ = try await store.advance(second.step(4, effects: [.liftSuppression(second.suppression())]))
            #expect(try await isSuppressed())
            _ = try await store.advance(first.step(2, effects: [.liftSuppression(first.suppression())]))
            #expect(try await !isSuppressed())

            // Asked for outside of any call: no call can lift it.
            try await store.optOut(recordedSuppression(first.person))
            _ = try await store.advance(first.step(3, effects: [.liftSuppression(first.suppression())]))
            let withoutCall = recordedSuppression(first.person)
            _ = try await store.advance(first.step(4, effects: [.liftSuppression(withoutCall)]))
            #expect(try await isSuppressed())
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a request that comes again after it was taken back holds`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            let effects: [CallEffect] = [
                .suppress(call.suppression()), .liftSuppression(call.suppression()), .suppress(call.suppression(at: 9)),
            ]
            _ = try await store.advance(call.step(1, effects: effects))
            #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot))
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `nothing is ever removed from the history of a number`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let entries = [
            SuppressionEntry(
                change: .optedOut,
                suppression: recordedSuppression(call.person, scope: .bot("front-desk"))
            ),
            SuppressionEntry(change: .optedOut, suppression: call.suppression(.channel("voice"), words: "stop it")),
            SuppressionEntry(change: .lifted, suppression: call.suppression(.channel("voice"), words: "no, go on")),
            SuppressionEntry(change: .optedOut, suppression: call.suppression(.all, words: "stop!", at: 30)),
        ]
        try await kind.open { store in
            try await store.optOut(entries[0].suppression)
            _ = try await store.advance(call.step(1, effects: [.suppress(entries[1].suppression)]))
            let effects: [CallEffect] = [
                .liftSuppression(entries[2].suppression), .hangUp, .suppress(entries[3].suppression),
            ]
            _ = try await store.advance(call.step(2, effects: effects))
            #expect(try await store.suppressionHistory(of: call.person) == entries)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `hostile words on the suppression list come back as they were`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            for text in hostileTexts {
                for scope in [Suppression.Scope.channel(text), .bot(text)] {
                    try await store.optOut(
                        Suppression(
                            number: call.person,
                            scope: scope,
                            means: .text,
                            words: text,
                            bot: text,
                            call: nil,
                            at: FixtureCall.start
                        )
                    )
                }
            }
            let history = try await store.suppressionHistory(of: call.person)
            #expect(history.map(\.suppression.words) == hostileTexts.flatMap { [$0, $0] })
            #expect(history.map(\.suppression.bot) == hostileTexts.flatMap { [$0, $0] })
            #expect(history.map(\.suppression.scope) == hostileTexts.flatMap { [.channel($0), .bot($0)] })
            #expect(try await !store.isSuppressed(call.person, channel: .voice, bot: call.bot))
        }
    }
}
