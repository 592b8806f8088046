import Airscript
import BotGraph
import CallEngine
import Compliance
import Foundation
import Telephony
import Testing

/// The intent clock as calls drive it, and what is stored.
struct ClockAndStateTests {
    private static let speech = """
        bot: notice
        direction: outbound
        intent: {caller: Riverside Dental, purpose: about your appointment, opt_out: press 9 or say stop}
        opt_out: {press: "9", ask: never}
        start: say
        nodes:
          say:
            type: message
            prompt: "This is Riverside Dental about your appointment. To stop these calls, press 9 or say stop."
            go: bye
          bye: {type: hang_up, prompt: "Goodbye."}
        """

    @Test func `a caller who hangs up during the last document has not heard it`() throws {
        var early = try Conversation(ClockAndStateTests.speech)
        try early.start()
        try early.send(.statusChanged(.completed, sequence: nil), after: 1)
        #expect(early.judged == .interrupted)
        var late = try Conversation(ClockAndStateTests.speech)
        try late.start()
        try late.send(.statusChanged(.completed, sequence: nil), after: 9)
        #expect(late.judged == .met)
    }

    @Test func `a leg that was busy at once is not the caller acting`() throws {
        let yaml =
            ClockAndStateTests.speech.replacing("start: say", with: "start: ring")
            + "\n  ring: {type: forward_call, number: \"+12065550111\", go: say}\n"
        var call = try Conversation(yaml)
        try call.start()
        try call.send(.forwardEnded(step: 0, .busy), after: 2)
        try call.send(.statusChanged(.completed, sequence: nil), after: 9)
        #expect(call.judged == .met)
    }

    @Test func `a suppressed call that said nothing is not judged`() throws {
        var call = try Conversation(ClockAndStateTests.speech)
        try call.start(isSuppressed: true)
        try call.hangUp()
        #expect(call.judged == nil)
    }

    @Test func `a prompt that may not be cut short was heard by the time of the key`() throws {
        var call = try Conversation(
            TestBots.reminder().replacing("    timeout", with: "    timeout").replacing(
                "    no_input: {prompts: [\"Are you there?\"]",
                with: "    barge_in: false\n    no_input: {prompts: [\"Are you there?\"]"
            )
        )
        try call.start(variables: ["day": .text("Monday")])
        #expect(call.listening?.bargeIn == false)
        try call.press("1", after: 6)
        #expect(call.judged == .met)
    }

    @Test func `a silence that comes too soon proves nothing`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: ["day": .text("Monday")])
        try call.send(.input(step: 0, .silence), after: 2)
        #expect(call.judged != .met)
    }

    @Test func `an inbound bot that declares an intent is judged like the others`() throws {
        var call = try Conversation(
            ClockAndStateTests.speech.replacing("direction: outbound", with: "direction: inbound")
        )
        try call.start()
        try call.send(.statusChanged(.completed, sequence: nil), after: 20)
        #expect(call.judged == .met)
    }

    @Test func `a call that was over before it began says nothing`() throws {
        var call = try Conversation(TestBots.frontDesk)
        let start = CallStart(
            call: try #require(CallID("CA2")),
            direction: .inbound,
            person: .withheld,
            ownNumber: .withheld,
            status: .completed
        )
        #expect(try call.send(.started(start)) == "")
        #expect(call.session?.state == .ended)
        #expect(call.hangsUp)
    }

    @Test func `silences without end are ended by their number, at whatever nodes`() throws {
        let yaml = """
            bot: patient
            apology: "Sorry. Goodbye."
            start: a
            nodes:
              a: {type: decision_menu, prompt: "A.", options: [{name: x, press: "1", go: a}], default: b}
              b: {type: decision_menu, prompt: "B.", options: [{name: x, press: "1", go: a}], default: a}
            """
        var call = try Conversation(yaml)
        try call.start()
        for _ in 0..<10 { try call.waitInSilence() }
        #expect(call.ended == nil)
        try call.waitInSilence()
        #expect(call.ended == .tooManyAttempts)
        #expect(call.spoken == "Sorry. Goodbye.")
    }

    @Test func `a useful answer starts the count of failures anew`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        for _ in 0..<10 {
            try call.waitInSilence()
            try call.press("1")
        }
        #expect(call.ended == nil)
    }

    @Test func `one event computes no more than its limit`() throws {
        let sets = (0..<50).map { "n\($0): \"n + 1\"" }.joined(separator: ", ")
        let names = (0..<50).map { "n\($0): number" }.joined(separator: ", ")
        var call = try Conversation(
            "bot: busy\nvariables: {n: {type: number, default: 0}, \(names)}\nstart: a\nnodes: {a: {type: set, values: {\(sets)}, go: a}}"
        )
        call.limits.evaluationsPerEvent = 120
        try call.start()
        #expect(call.ended == .botFault)
        #expect(call.hangsUp)
    }

    @Test(arguments: ["\"schema\":1", "\"step\":0", "\"noInputCount\":0", "\"revision\":1"])
    func `a damaged stored session is refused, not run`(field: String) throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        let stored = String(decoding: try Conversation.encode(try #require(call.session)), as: UTF8.self)
        let name = try #require(field.split(separator: ":").first)
        let damaged = stored.replacing(field, with: "\(name):\(name == "\"schema\"" ? "2" : "-5")")
        #expect(damaged != stored)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(CallSession.self, from: Data(damaged.utf8)) }
    }

    @Test func `neither a session nor its effects print what was said, pressed or called`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: [
            "day": .text("a secret day"), "actor": .object(Record([("first_name", .text("Ada"))])),
        ])
        var prints = "\(call.effects) \(String(reflecting: call.session))"
        dump(call.effects, to: &prints)
        dump(call.session, to: &prints)
        try call.say("take me off your secret list")
        prints += "\(call.effects) \(String(reflecting: call.effects)) \(call.history)"
        dump(call.effects, to: &prints)
        for word in ["secret", "Ada", "55501"] { #expect(!prints.contains(word), "\(word)") }
    }
}
