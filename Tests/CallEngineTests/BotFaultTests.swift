import Airscript
import BotGraph
import CallEngine
import Telephony
import Testing

/// What is kept for whoever mends a bot that could not go on.
struct BotFaultTests {
    private func fault(in call: Conversation) throws -> BotFault {
        let faults = call.effects.compactMap { if case .faulted(let fault) = $0 { fault } else { nil } }
        #expect(faults.count == 1)
        return try #require(faults.first)
    }

    @Test func `an expression without a value is named by its node and place, without any value`() throws {
        var call = try Conversation(
            """
            bot: divides
            variables: {n: {type: number, default: 0}, name: {type: text, default: Ada}}
            start: one
            nodes:
              one: {type: message, prompt: "Hello {{name}}.", go: two}
              two: {type: hang_up, prompt: "Each gets {{1 / n}}."}
            """
        )
        try call.start()
        let fault = try fault(in: call)
        #expect(fault.node?.text == "two")
        #expect(fault.location?.line == 6)
        #expect(fault.reason.contains("no value"))
        #expect(!"\(fault)".contains("Ada"))
        #expect(call.ended == .botFault)
    }

    @Test func `a missing required variable is named`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start()
        #expect(try fault(in: call).reason.contains("'day'"))
    }

    @Test func `a recording that is gone, numbers that are none, and loops say so`() throws {
        let texts = [
            ("{a: {type: hang_up, prompt: {recording: lost}}}", "recording 'lost'"),
            ("{a: {type: forward_call, number: \"{{desk}}\"}}", "E.164"),
            ("{a: {type: set, values: {desk: desk}, go: a}}", "none of them listens"),
        ]
        for (nodes, words) in texts {
            var call = try Conversation(
                "bot: x\nvariables: {desk: {type: text, default: none}}\nstart: a\nnodes: \(nodes)"
            )
            try call.start()
            #expect(try fault(in: call).reason.contains(words), "\(nodes)")
        }
    }

    @Test func `the recogniser is told to expect a stop wherever one is listened for`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: ["day": .text("Monday")])
        #expect(call.listening?.hints.contains("stop") == true)
        var desk = try Conversation(TestBots.frontDesk)
        try desk.start()
        #expect(desk.listening?.hints.contains("stop") == false)
    }
}
