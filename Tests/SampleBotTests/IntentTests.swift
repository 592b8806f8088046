import BotGraph
import Compliance
import Simulator
import Telephony
import Testing

struct IntentTests {
    static let outbound: [(sample: String, values: [String: String])] = [
        ("appointment-reminder", ["day": "Monday", "time": "ten"]), ("debt-notice", ["reference": "4417"]),
    ]

    /// The acts of a caller, and what the 15-second rule comes to.
    static let cases: [(act: CallerAct, outcome: IntentOutcome)] = [
        (.silence, .met),
        (.hangUp, .met),
        (.interrupt(after: .seconds(2), .press(Digits(.one))), .interrupted),
        (.interrupt(after: .seconds(2), .hangUp), .interrupted),
        (.interrupt(after: .milliseconds(14_000), .say("repeat")), .met),
    ]

    @Test(arguments: outbound, cases)
    func `who calls, why and how to stop is heard in time unless the caller acts first`(
        _ call: (sample: String, values: [String: String]),
        _ expected: (act: CallerAct, outcome: IntentOutcome)
    ) async throws {
        let person = try #require(PhoneNumber("+12065550124"))
        let outcome = try await BotServer.run(SampleBot(name: call.sample)) { server in
            let plan = server.plan(person: person, values: call.values)
            let result = try await server.provider().call(plan, clock: server.clock).run(
                caller: PresetCaller([expected.act])
            )
            #expect(result.faults.isEmpty)
            #expect(result.warnings.isEmpty)
            return try await server.intent(of: result.call)
        }
        #expect(outcome == expected.outcome)
    }
}
