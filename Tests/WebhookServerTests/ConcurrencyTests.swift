import Simulator
import Store
import Telephony
import Testing

/// Many calls at one time.
@Suite struct ConcurrencyTests {
    @Test func `a hundred calls of five steps at once lose nothing`() async throws {
        let folder = try TemporaryFolder()
        let store = try StoreKind.sqlite.open(in: folder)
        try await TestServer.run(store) { server in
            let code = try #require(Digits("4711"))
            let acts: [CallerAct] = [.press(Digits(.one)), .press(code), .press(Digits(.one)), .press(code)]
            let calls = try (1...100 as ClosedRange<UInt64>).map { try server.call(seed: $0) }
            let report = await CallFleet.run(count: calls.count, concurrency: calls.count) { number in
                (calls[number], PresetCaller(acts))
            }
            #expect(report.calls == 100)
            #expect(report.faults == [:])
            #expect(report.warnings == [:])
            #expect(report.statuses == [.completed: 100])
            for call in calls {
                let log = try await store.log(of: call.id)
                #expect(log.compactMap(\.step) == [0, 1, 2, 3, 4])
                #expect(log.map(\.revision) == [1, 2, 3, 4, 5, 6])
            }
            #expect(try await store.liveCalls(limit: 1).isEmpty)
            let figures = try PrometheusText(try await server.get("/metrics").text)
            #expect(figures["touchtone_calls_started_total{bot=\"booking\"}"] == 100)
            #expect(figures["touchtone_webhook_seconds_count"] == 600)
        }
        await store.close()
    }
}
