import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony
import Testing

/// Each ceiling, and that the call ends politely there.
struct LimitTests {
    private static let sorry = "Sorry. Goodbye."

    private static func looping(_ nodes: String) -> String {
        """
        bot: loop
        apology: "Sorry. Goodbye."
        variables: {n: {type: number, default: 0}, text: {type: text, default: "x"}}
        start: main
        nodes:
        \(nodes)
        """
    }

    private static let menu = """
          main:
            type: decision_menu
            prompt: "Press 1."
            options: [{name: again, press: "1", go: main}]
            default: main
        """

    private func expectApology(_ call: Conversation, _ reason: EndReason) {
        #expect(call.spoken == LimitTests.sorry)
        #expect(call.hangsUp)
        #expect(call.ended == reason)
        #expect(call.session?.state == .ending)
    }

    @Test func `a loop without a node that listens ends`() throws {
        var call = try Conversation(LimitTests.looping("  main: {type: set, values: {n: n + 1}, go: main}"))
        try call.start()
        expectApology(call, .tooManyNodes)
        #expect(call.value("n") == .number(100))
    }

    @Test func `a call of too many steps ends`() throws {
        var call = try Conversation(LimitTests.looping(LimitTests.menu))
        call.limits.stepsPerCall = 3
        try call.start()
        try call.press("1")
        try call.press("1")
        #expect(call.ended == nil)
        try call.press("1")
        expectApology(call, .tooManySteps)
    }

    @Test func `a call that lasts too long ends`() throws {
        var call = try Conversation(LimitTests.looping(LimitTests.menu))
        try call.start()
        try call.press("1", after: 4 * 3_600)
        #expect(call.ended == nil)
        try call.press("1", after: 4)
        expectApology(call, .tooLong)
    }

    @Test func `a session that grows too large ends, and what is stored is small again`() throws {
        var call = try Conversation(
            LimitTests.looping(LimitTests.menu.replacing("go: main}]", with: "set: {text: text + text}, go: main}]"))
        )
        call.limits.sessionBytes = 1_000
        try call.start()
        for _ in 0..<20 where call.ended == nil { try call.press("1") }
        expectApology(call, .sessionTooLarge)
        #expect(try Conversation.encode(try #require(call.session)).count < 1_500)
    }

    @Test func `a value that is too long is the bot's fault`() throws {
        var call = try Conversation(
            LimitTests.looping(LimitTests.menu.replacing("go: main}]", with: "set: {text: text + text}, go: main}]"))
        )
        call.limits.valueBytes = 20
        try call.start()
        for _ in 0..<20 where call.ended == nil { try call.press("1") }
        expectApology(call, .botFault)
    }

    @Test func `a document that says too much ends`() throws {
        var call = try Conversation(
            LimitTests.looping(LimitTests.menu.replacing("Press 1.", with: "Press {{text}} 1."))
        )
        call.limits.spokenBytes = 180
        try call.start(variables: ["text": .text(String(repeating: "long ", count: 20))])
        expectApology(call, .documentTooLarge)
    }

    @Test func `speech beyond the limit is dropped, not kept`() throws {
        var call = try Conversation(TestBots.reminder())
        call.limits.speechScalars = 4
        try call.start(variables: ["day": .text("Monday")])
        try call.say("stop and so on and on")
        #expect(call.suppressions.first?.words == "stop")
    }

    @Test func `a wrong answer without a way out ends`() throws {
        var call = try Conversation(
            LimitTests.looping(
                LimitTests.menu.replacing("    default: main\n", with: "").replacing("\n    default: main", with: "")
            )
        )
        try call.start()
        try call.press("7")
        expectApology(call, .noExit)
    }

    @Test func `a required variable that is missing and an expression that fails are the bot's fault`() throws {
        var missing = try Conversation(TestBots.reminder())
        try missing.start()
        #expect(missing.ended == .botFault)
        #expect(missing.listening == nil)

        var failing = try Conversation(LimitTests.looping("  main: {type: set, values: {n: 1 / n}, go: main}"))
        try failing.start()
        expectApology(failing, .botFault)
    }

    @Test func `a recording that is gone is the bot's fault`() throws {
        var call = try Conversation(LimitTests.looping("  main: {type: hang_up, prompt: {recording: lost}}"))
        try call.start()
        expectApology(call, .botFault)
    }
}
