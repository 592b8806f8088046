import Airscript
import BotGraph
import CallEngine
import Telephony
import Testing

struct CaptureAndForwardTests {
    private func atCapture() throws -> Conversation {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("2")
        return call
    }

    @Test func `a capture takes as many digits as the file says and no speech`() throws {
        let listening = try #require(try atCapture().listening)
        #expect(listening.kind == .keys)
        #expect(listening.maxDigits == 4)
    }

    @Test func `captured digits are text in their variable and run the chain for it`() throws {
        var call = try atCapture()
        #expect(try call.press("0123") == "Thank you, 0123. One moment.")
        #expect(call.value("account") == .text("0123"))
        #expect(call.value("known") == .boolean(true))
    }

    @Test(arguments: ["12", "12345", "0000", "9", "1*23#"])
    func `too few, too many and refused digits are a wrong answer and leave the variable alone`(digits: String) throws {
        var call = try atCapture()
        #expect(try call.press(digits) == "That is no account.")
        #expect(call.value("account") == .null)
        #expect(try call.press(digits) == "One moment.")
    }

    @Test func `a silence at a capture has its own prompts and exit`() throws {
        var call = try atCapture()
        #expect(try call.waitInSilence() == "No keys came through.")
        #expect(try call.waitInSilence() == "Goodbye.")
    }

    @Test func `a forwarding rings its number with the caller's own line shown`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("0")
        let forwarding = try #require(call.forwarding)
        #expect(forwarding.numbers.map(\.unmasked) == ["+12065550111"])
        #expect(forwarding.callerID?.unmasked == "+12065550199")
        #expect(forwarding.timeoutSeconds == 20)
        #expect(forwarding.step == 1)
    }

    @Test(arguments: [
        (DialStatus.busy, "Nobody is free. Goodbye."), (.noAnswer, "Nobody is free. Goodbye."),
        (.completed, "Goodbye."),
        (.answered, "Goodbye."), (.failed, "Goodbye."), (.canceled, "Goodbye."),
    ])
    func `a forwarded call's outcome chooses the way`(status: DialStatus, answer: String) throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("0")
        #expect(try call.forwardEnds(status) == answer)
    }

    @Test func `a number that comes to nothing counts as a leg that failed`() throws {
        var call = try Conversation(
            """
            bot: nowhere
            variables: {desk: {type: phone}}
            start: ring
            nodes:
              ring: {type: forward_call, number: "{{desk}}", failed: sorry, go: bye}
              sorry: {type: message, prompt: "No desk.", go: bye}
              bye: {type: hang_up}
            """
        )
        #expect(try call.start() == "No desk.")
    }

    @Test func `a call may begin by ringing another number`() throws {
        var call = try Conversation(
            """
            bot: straight
            start: ring
            nodes:
              ring: {type: forward_call, numbers: ["+12065550111", "+12065550112", "+12065550111"]}
            """
        )
        try call.start()
        #expect(call.forwarding?.numbers.count == 2)
        try call.forwardEnds(.completed)
        #expect(call.ended == .completed)
    }
}
