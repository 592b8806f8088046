import CallEngine
import Simulator
import Testing

extension SampleFacts: CustomTestStringConvertible {
    var testDescription: String { sample.name }
}

struct ExplorationTests {
    /// What may go wrong on the way, none of which a caller may notice.
    static let troubles: [(name: String, troubles: DeliveryTroubles)] = [
        ("nothing goes wrong", DeliveryTroubles()),
        (
            "webhooks come twice, late and out of order",
            DeliveryTroubles(
                repetition: .afterReply,
                replaysStale: true,
                statusOrder: .reversed,
                sendsEmptyDigits: true
            )
        ),
        (
            "webhooks come twice at once",
            DeliveryTroubles(repetition: .atOnce, replaysStale: true, statusOrder: .doubled)
        ),
    ]

    @Test func `every sample bot is explored`() {
        #expect(SampleFacts.all.map(\.sample) == SampleBot.all)
    }

    @Test(arguments: SampleFacts.all, troubles)
    func `every act at every place leads where the bot's file says, and every edge is taken`(
        _ facts: SampleFacts,
        _ delivery: (name: String, troubles: DeliveryTroubles)
    ) async throws {
        let exploration = try await BotServer.run(facts.sample) { server in
            let provider = try server.provider(troubles: delivery.troubles)
            var exploration = Exploration(server: server, provider: provider, facts: facts)
            try await exploration.run()
            return exploration
        }
        #expect(exploration.differences == [], "\(delivery.name)")
        #expect(exploration.untaken == [], "\(delivery.name)")
        #expect(exploration.endings == [.completed, .callerHungUp, .optedOut])
        #expect(exploration.calls > 80, "fewer calls than the smallest bot has acts")
    }
}
