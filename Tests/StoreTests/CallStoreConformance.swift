import Airscript
import BotGraph
import CallEngine
import Compliance
import Store
import Telephony
import Testing

/// What every store has to do, run against each of them.
@Suite(.timeLimit(.minutes(1))) struct CallStoreConformance {
    @Test(arguments: StoreUnderTest.allCases)
    func `a call that starts can be read back whole`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store async throws in
            #expect(try await store.session(of: call.id) == nil)
            #expect(try await store.advance(call.step(1)) == .committed)
            #expect(try await store.session(of: call.id) == call.step(1).session)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a step that expects another revision changes nothing`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            #expect(try await store.advance(call.step(2)) == .conflict(stored: 0))
            #expect(try await store.session(of: call.id) == nil)

            _ = try await store.advance(call.step(1))
            _ = try await store.advance(call.step(2))
            let stale = call.step(2, effects: [.suppress(call.suppression())], token: "second", text: "late")
            #expect(try await store.advance(stale) == .conflict(stored: 2))
            #expect(try await store.advance(call.step(1)) == .conflict(stored: 2))
            #expect(try await store.advance(call.step(4)) == .conflict(stored: 2))

            #expect(try await store.session(of: call.id) == call.step(2).session)
            #expect(try await store.log(of: call.id).map(\.revision) == [1, 2])
            #expect(try await store.reply(of: call.id, token: "second") == nil)
            #expect(try await store.suppressionHistory(of: call.person).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a step whose parts do not belong together is refused`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let other = try FixtureCall("CA2")
        let first = call.step(1)
        let odd = [
            StepCommit(session: first.session, expectedRevision: 3, entry: first.entry),
            StepCommit(session: call.session(revision: 0), expectedRevision: -1, entry: first.entry),
            StepCommit(session: first.session, expectedRevision: 0, entry: call.step(2).entry),
            StepCommit(session: first.session, expectedRevision: 0, entry: other.step(1).entry),
        ]
        try await kind.open { store async throws in
            for step in odd {
                let error = await #expect(throws: StoreError.self) { try await store.advance(step) }
                guard case .failed(_, "INCONSISTENT", _) = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            #expect(try await store.session(of: call.id) == nil)
            #expect(try await store.log(of: call.id).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a document is stored once, and a second one for its step takes nothing with it`(
        _ kind: StoreUnderTest
    ) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            _ = try await store.advance(call.step(1))
            let second = call.step(2)
            let again = StepCommit(
                session: second.session,
                expectedRevision: 1,
                entry: LogEntry(
                    call: call.id,
                    revision: 2,
                    at: second.entry.at,
                    event: second.entry.event,
                    effects: [.suppress(call.suppression())],
                    step: 0,
                    reply: [1],
                    token: nil
                )
            )
            await #expect(throws: StoreError.self) { try await store.advance(again) }
            #expect(try await store.session(of: call.id) == call.step(1).session)
            #expect(try await store.reply(of: call.id, step: 0) == call.step(1).entry.reply)
            #expect(try await store.suppressionHistory(of: call.person).isEmpty)
            #expect(try await store.advance(second) == .committed)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `of many steps that expect one revision exactly one is written`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            for revision in 1...5 {
                let outcomes = try await withThrowingTaskGroup(of: (Int, AdvanceOutcome).self) { group in
                    for rival in 0..<20 {
                        let step = call.step(revision, token: "\(rival)", text: "rival \(rival)")
                        group.addTask { (rival, try await store.advance(step)) }
                    }
                    return try await group.reduce(into: [Int: AdvanceOutcome]()) { $0[$1.0] = $1.1 }
                }
                let winners = outcomes.filter { $0.value == .committed }.map(\.key)
                #expect(winners.count == 1)
                #expect(outcomes.values.filter { $0 == .conflict(stored: revision) }.count == 19)
                let winner = try #require(winners.first)
                let written = call.step(revision, token: "\(winner)", text: "rival \(winner)")
                #expect(try await store.session(of: call.id) == written.session)
                #expect(try await store.log(of: call.id).last == written.entry)
            }
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `two hundred calls at once keep their steps apart`(_ kind: StoreUnderTest) async throws {
        let calls = try (0..<200).map { try FixtureCall("CA\($0)") }
        try await kind.open { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for call in calls {
                    group.addTask {
                        for revision in 1...5 {
                            let outcome = try await store.advance(call.step(revision, text: call.id.text))
                            #expect(outcome == .committed)
                            let session = try await store.session(of: call.id)
                            #expect(session == call.session(revision: revision, text: call.id.text))
                        }
                    }
                }
                try await group.waitForAll()
            }
            for call in calls {
                let expected = (1...5).map { call.step($0, text: call.id.text).entry }
                #expect(try await store.log(of: call.id) == expected)
            }
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the log of a call is every entry in order`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let start = CallStart(
            call: call.id,
            direction: .outbound,
            person: .number(call.person),
            ownNumber: .address("sip:bot@example.com"),
            status: .ringing,
            variables: ["name": .text("Ada")],
            parameters: ["CallerName": "ADA"]
        )
        let steps = [
            call.step(1, event: .started(start), token: "t1"),
            call.step(2, event: .input(step: 0, .silence), effects: [.suppress(call.suppression(.channel("voice")))]),
            call.step(3, event: .forwardEnded(step: 1, .noAnswer), effects: []),
            call.statusCallback(4, token: "t4"),
        ]
        try await kind.open { store async throws in
            #expect(try await store.log(of: call.id).isEmpty)
            for step in steps { #expect(try await store.advance(step) == .committed) }
            #expect(try await store.log(of: call.id) == steps.map(\.entry))
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `live calls are those that have not ended, least recently heard first`(_ kind: StoreUnderTest) async throws {
        let calls = try ["CAc", "CAa", "CAb", "CAd", "CAe"].map { try FixtureCall($0) }
        let instants = [30, 10, 10, 20, 5].map { FixtureCall.start + .seconds($0) }
        try await kind.open { store in
            for (call, instant) in zip(calls, instants) { _ = try await store.advance(call.step(1, at: instant)) }
            #expect(try await store.liveCalls(limit: 10).map(\.call.text) == ["CAe", "CAa", "CAb", "CAd", "CAc"])

            _ = try await store.advance(calls[3].step(2, state: .ending, at: FixtureCall.start + .seconds(40)))
            _ = try await store.advance(calls[4].statusCallback(2))
            #expect(try await store.liveCalls(limit: 10).map(\.call.text) == ["CAa", "CAb", "CAc", "CAd"])
            #expect(
                try await store.liveCalls(limit: 10).last
                    == calls[3].session(
                        revision: 2,
                        state: .ending,
                        at: FixtureCall.start + .seconds(40)
                    )
            )
            #expect(try await store.liveCalls(limit: 2).map(\.call.text) == ["CAa", "CAb"])
            #expect(try await store.liveCalls(limit: 0).isEmpty)
            #expect(try await store.liveCalls(limit: -1).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a call that has ended can still be read and written`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        try await kind.open { store in
            _ = try await store.advance(call.step(1))
            _ = try await store.advance(call.statusCallback(2))
            #expect(try await store.session(of: call.id) == call.statusCallback(2).session)
            #expect(try await store.advance(call.statusCallback(3)) == .committed)
            #expect(try await store.session(of: call.id)?.revision == 3)
            #expect(try await store.reply(of: call.id, step: 0) == call.step(1).entry.reply)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a session of another schema is refused and not guessed at`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        var session = call.session(revision: 1)
        session.schema = 99
        let step = StepCommit(session: session, expectedRevision: 0, entry: call.step(1).entry)
        let refusal = StoreError.unreadable(
            what: "the session of call \(call.id)",
            reason: "it has schema 99, and this version reads schema \(CallSession.currentSchema)"
        )
        try await kind.open { store async throws in
            #expect(try await store.advance(step) == .committed)
            await #expect(throws: refusal) { try await store.session(of: call.id) }
            await #expect(throws: refusal) { try await store.liveCalls(limit: 1) }
            #expect(try await store.log(of: call.id) == [step.entry])
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a closed store refuses everything and can be closed again`(_ kind: StoreUnderTest) async throws {
        let call = try FixtureCall()
        let suppression = recordedSuppression(call.person)
        let source = BotSource(name: call.bot, version: BotVersion("a"), path: "a.yaml", text: "bot: a")
        try await kind.open { store in
            _ = try await store.advance(call.step(1))
            try await store.check()
            await store.close()
            await store.close()
            await #expect(throws: StoreError.closed) { try await store.advance(call.step(2)) }
            await #expect(throws: StoreError.closed) { try await store.session(of: call.id) }
            await #expect(throws: StoreError.closed) { try await store.reply(of: call.id, step: 0) }
            await #expect(throws: StoreError.closed) { try await store.reply(of: call.id, token: "t") }
            await #expect(throws: StoreError.closed) { try await store.log(of: call.id) }
            await #expect(throws: StoreError.closed) { try await store.liveCalls(limit: 1) }
            await #expect(throws: StoreError.closed) { try await store.optOut(suppression) }
            await #expect(throws: StoreError.closed) { try await store.suppressionHistory(of: call.person) }
            await #expect(throws: StoreError.closed) {
                try await store.isSuppressed(call.person, channel: .voice, bot: call.bot)
            }
            await #expect(throws: StoreError.closed) { try await store.keep(source) }
            await #expect(throws: StoreError.closed) { try await store.source(of: source.version) }
            await #expect(throws: StoreError.closed) { try await store.check() }
        }
    }
}
