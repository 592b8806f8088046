import BotGraph
import CallEngine
import Compliance
import Store
import Telephony
import Testing

extension CallStoreConformance {
    @Test(arguments: StoreUnderTest.allCases)
    func `a line that the log has adds nothing, whoever recorded it`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let lines = [
            ImportedSuppression(
                entry: SuppressionEntry(
                    change: .optedOut,
                    suppression: call.suppression(),
                    recordedBy: .file("a.csv", line: 2)
                ),
                isDated: true
            ),
            ImportedSuppression(entry: optIn(call.person, .all, at: 60), isDated: true),
            ImportedSuppression(
                entry: SuppressionEntry(change: .optedOut, suppression: call.suppression(at: 61)),
                isDated: true
            ),
        ]
        try await kind.open { store async throws in
            #expect(try await store.merge([]).isEmpty)
            #expect(try await store.merge(lines) == [true, true, true])
            #expect(try await store.merge(lines) == [false, false, false])
            #expect(try await store.merge(lines + lines) == Array(repeating: false, count: 6))
            #expect(try await store.suppressionHistory(of: call.person) == lines.map(\.entry))
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the same line twice in one file is taken once`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let line = ImportedSuppression(
            entry: SuppressionEntry(change: .optedOut, suppression: call.suppression()),
            isDated: true
        )
        try await kind.open { store async throws in
            #expect(try await store.merge([line, line]) == [true, false])
            #expect(try await store.suppressionLog(after: 0, limit: 9).map(\.entry) == [line.entry])
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `each part of a request makes it another`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let other = try #require(PhoneNumber("+12065550102"))
        let first = call.suppression()
        func variant(
            number: PhoneNumber? = nil,
            scope: Suppression.Scope = .all,
            means: Suppression.Means = .speech,
            words: String = "stop",
            bot: String? = "appointment-reminder",
            call id: CallID? = nil,
            at instant: Instant? = nil
        ) -> ImportedSuppression {
            let suppression = Suppression(
                number: number ?? call.person,
                scope: scope,
                means: means,
                words: words,
                bot: bot,
                call: id ?? call.id,
                at: instant ?? first.at
            )
            return ImportedSuppression(
                entry: SuppressionEntry(change: .optedOut, suppression: suppression),
                isDated: true
            )
        }
        let lines = [
            variant(number: other), variant(scope: .channel("sms")), variant(means: .key), variant(words: "Stop"),
            variant(bot: nil), variant(call: try FixtureCall("CA2").id), variant(at: first.at + .milliseconds(1)),
        ]
        try await kind.open { store async throws in
            try await store.optOut(first)
            #expect(try await store.merge([variant()] + lines) == [false] + lines.map { _ in true })
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `an undated request that was taken back since is made anew`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        func line(at seconds: Int) -> ImportedSuppression {
            ImportedSuppression(
                entry: SuppressionEntry(change: .optedOut, suppression: call.suppression(at: seconds)),
                isDated: false
            )
        }
        try await kind.open { store async throws in
            #expect(try await store.merge([line(at: 1)]) == [true])
            #expect(try await store.merge([line(at: 2)]) == [false])
            try await store.record(optIn(call.person, .all, at: 3))
            #expect(try await store.merge([line(at: 4)]) == [true])
            #expect(try await store.isSuppressed(call.person, channel: .voice, bot: call.bot))
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `many lines of many numbers are held against the log at once`(_ kind: StoreUnderTest) async throws {
        let lines = try (0..<2_000).map { index in
            let areaCode = 201 + index % 700 / 100
            let number = try #require(PhoneNumber("+1\(areaCode)5550\(100 + index % 100)"))
            return ImportedSuppression(
                entry: SuppressionEntry(
                    change: .optedOut,
                    suppression: recordedSuppression(number, scope: index < 700 ? .all : .channel("sms"))
                ),
                isDated: true
            )
        }
        try await kind.open { store async throws in
            let news = try await store.merge(lines)
            #expect(news.count { $0 } == 1_400)
            #expect(news.prefix(1_400).allSatisfy { $0 })
            #expect(try await store.suppressedNumbers(after: nil, limit: 1_000).count == 700)
        }
    }
}
