import BotGraph
import CallEngine
import Compliance
import Store
import Telephony
import Testing

extension CallStoreConformance {
    private static let scopes: [Suppression.Scope] = [
        .all, .channel("voice"), .channel("sms"), .bot("appointment-reminder"), .bot("debt-notice"),
    ]

    @Test(arguments: StoreUnderTest.allCases)
    func `an opt-in takes back what its scope reaches, and nothing else`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        for wish in CallStoreConformance.scopes {
            for stop in CallStoreConformance.scopes {
                try await kind.open { store async throws in
                    let isLifted = wish == .all || wish == stop
                    try await store.optOut(recordedSuppression(call.person, scope: stop))
                    try await store.record(optIn(call.person, wish, at: 60))
                    let left = try await store.suppressedNumbers(after: nil, limit: 10).flatMap(\.requests)
                    #expect(left.map(\.suppression.scope) == (isLifted ? [] : [stop]), "\(wish) after \(stop)")
                    for channel in Channel.allCases {
                        #expect(
                            try await store.isSuppressed(call.person, channel: channel, bot: call.bot)
                                == (!isLifted && stop.covers(channel: channel, bot: call.bot)),
                            "\(wish) after \(stop), \(channel)"
                        )
                    }
                }
            }
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `an opt-in takes back every request before it, and none behind it`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store async throws in
            func isSuppressed() async throws -> Bool {
                try await store.isSuppressed(call.person, channel: .voice, bot: call.bot)
            }
            try await store.optOut(recordedSuppression(call.person))
            try await store.optOut(recordedSuppression(call.person, scope: .channel("voice")))
            _ = try await store.advance(call.step(1, effects: [.suppress(call.suppression(at: 5))]))
            try await store.record(optIn(call.person, .all, at: 60))
            #expect(try await !isSuppressed())
            _ = try await store.advance(call.step(2, effects: [.suppress(call.suppression(at: 90))]))
            #expect(try await isSuppressed())
            #expect(try await store.suppressionHistory(of: call.person).count == 5)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `an old wish that is recorded late does not undo a younger request`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store async throws in
            _ = try await store.advance(call.step(1, effects: [.suppress(call.suppression(at: 100))]))
            try await store.record(optIn(call.person, .all, at: 99))
            #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot))
            try await store.record(optIn(call.person, .all, at: 100))
            #expect(try await !store.isSuppressed(call.person, channel: .voice, bot: call.bot))
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `whoever is contacted is told by which request it is forbidden`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store async throws in
            let texts = recordedSuppression(call.person, scope: .channel("sms"))
            try await store.optOut(texts, recordedBy: .provider)
            try await store.optOut(recordedSuppression(call.person), recordedBy: .staff("Ann"))
            let text = try await store.suppression(of: call.person, channel: .sms, bot: call.bot)
            #expect(text == SuppressionEntry(change: .optedOut, suppression: texts, recordedBy: .provider))
            let voice = try await store.suppression(of: call.person, channel: .voice, bot: call.bot)
            #expect(voice?.recordedBy == .staff("Ann"))
            #expect(try await store.suppression(of: call.ownNumber, channel: .voice, bot: call.bot) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `where the bot is not known, a request about any bot forbids`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store async throws in
            try await store.optOut(recordedSuppression(call.person, scope: .bot("debt-notice")))
            #expect(try await store.suppression(of: call.person, channel: .voice, bot: call.bot) == nil)
            #expect(try await store.suppression(of: call.person, channel: .voice, bot: nil) != nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `who recorded an entry comes back as it was`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let recorders: [SuppressionRecorder] =
            [.person, .provider, .unstated, .file("list.csv", line: 12), .file("a:b.csv", line: 1)]
            + hostileTexts.map { .staff($0) }
        try await kind.open { store async throws in
            for recorder in recorders {
                try await store.optOut(recordedSuppression(call.person), recordedBy: recorder)
            }
            #expect(try await store.suppressionHistory(of: call.person).map(\.recordedBy) == recorders)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the list of numbers is read page by page, in order, without those taken back`(
        _ kind: StoreUnderTest
    ) async throws {
        let numbers = try (10..<80).map { try #require(PhoneNumber("+120655501\($0)")) }
        try await kind.open { store async throws in
            #expect(try await store.suppressedNumbers(after: nil, limit: 10).isEmpty)
            for number in numbers.reversed() { try await store.optOut(recordedSuppression(number)) }
            // A whole page of numbers that are not suppressed any more, and the very last.
            let back = Set(numbers[20..<40] + [numbers[69]])
            for number in back { try await store.record(optIn(number, .all, at: 1)) }
            var found: [PhoneNumber] = []
            var last: PhoneNumber?
            while true {
                let page = try await store.suppressedNumbers(after: last, limit: 7)
                guard let end = page.last else { break }
                #expect(page.count <= 7)
                #expect(page.allSatisfy { $0.requests.count == 1 })
                found += page.map(\.number)
                last = end.number
            }
            #expect(found == numbers.filter { !back.contains($0) })
            #expect(try await store.suppressedNumbers(after: nil, limit: 0).isEmpty)
            #expect(try await store.suppressedNumbers(after: nil, limit: -1).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the log is read page by page, in the order in which it was written`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store async throws in
            let entries = (0..<23).map { index in
                optIn(call.person, index.isMultiple(of: 2) ? .all : .channel("sms"), at: 100 - index)
            }
            for entry in entries { try await store.record(entry) }
            var found: [LoggedSuppression] = []
            while true {
                let page = try await store.suppressionLog(after: found.last?.position ?? 0, limit: 5)
                if page.isEmpty { break }
                found += page
            }
            #expect(found.map(\.entry) == entries)
            #expect(found.map(\.position) == found.map(\.position).sorted())
            #expect(try await store.suppressionLog(after: 0, limit: 0).isEmpty)
            #expect(try await store.suppressionLog(after: -5, limit: -5).isEmpty)
        }
    }
}

/// Somebody wants to be contacted again.
func optIn(_ number: PhoneNumber, _ scope: Suppression.Scope, at seconds: Int) -> SuppressionEntry {
    SuppressionEntry(
        change: .optedIn,
        suppression: Suppression(
            number: number,
            scope: scope,
            means: .text,
            words: "START",
            bot: nil,
            call: nil,
            at: FixtureCall.start + .seconds(seconds)
        )
    )
}
