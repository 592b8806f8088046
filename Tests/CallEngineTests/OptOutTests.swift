import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony
import Testing

struct OptOutTests {
    private func started(ask: String = "always", purpose: String = "informational") throws -> Conversation {
        var call = try Conversation(TestBots.reminder(ask: ask, purpose: purpose))
        try call.start(variables: ["day": .text("Monday")])
        return call
    }

    @Test(arguments: ["9", "stop", "take me off your list", "please do not call me again", "leave me alone"])
    func `the number is suppressed the moment a request is understood, before the question`(request: String) throws {
        var call = try started()
        if request == "9" { try call.press(request) } else { try call.say(request) }
        let suppression = try #require(call.suppressions.first)
        #expect(suppression.number.unmasked == "+12065550101")
        #expect(suppression.words == request)
        #expect(suppression.means == (request == "9" ? .key : .speech))
        #expect(suppression.bot == "reminder")
        #expect(suppression.scope == .all)
        #expect(call.node == "confirm-opt-out")
        #expect(call.spoken.hasPrefix("Shall we stop calling you?"))
    }

    @Test func `confirmed, the bot says one sentence and hangs up`() throws {
        var call = try started()
        try call.press("9")
        #expect(try call.press("1") == "You will not be called again. Goodbye.")
        #expect(call.hangsUp)
        #expect(call.ended == .optedOut)
        #expect(call.suppressions.isEmpty, "it is on the list already")
        #expect(call.lifted.isEmpty)
    }

    @Test(arguments: ["2", "no", "keep calling me"])
    func `taken back, the suppression of this call is lifted and the caller is back at the menu`(answer: String) throws
    {
        var call = try started()
        try call.press("9")
        let suppression = try #require(call.suppressions.first)
        if answer == "2" { try call.press(answer) } else { try call.say(answer) }
        #expect(call.lifted == [suppression])
        #expect(call.node == "greeting")
        #expect(call.session?.optOut == .withdrawn)
    }

    @Test func `silence, a wrong key and hanging up leave the number suppressed`() throws {
        var silent = try started()
        try silent.press("9")
        try silent.waitInSilence()
        try silent.waitInSilence()
        #expect(silent.ended == .completed)
        #expect(silent.session?.optOut.isPendingForTest == true)

        var wrong = try started()
        try wrong.press("9")
        #expect(try wrong.press("7") == "Press 1 or 2.")
        try wrong.press("7")
        #expect(wrong.ended == .completed)

        var gone = try started()
        try gone.press("9")
        try gone.hangUp()
        #expect(gone.ended == .callerHungUp)
        for call in [silent, wrong, gone] { #expect(call.lifted.isEmpty) }
    }

    @Test(arguments: ["9", "stop calling me", "stop", "no, stop", "no, stop calling me"])
    func `a request made again in the confirming menu confirms it`(request: String) throws {
        var call = try started()
        try call.press("9")
        if request == "9" { try call.press(request) } else { try call.say(request) }
        #expect(call.ended == .optedOut)
    }

    @Test func `never: the request is taken at once, with no second step`() throws {
        for request in ["9", "stop", "well could you stop", "remove me from your list"] {
            var call = try started(ask: "never", purpose: "telemarketing")
            if request == "9" { try call.press(request) } else { try call.say(request) }
            #expect(call.suppressions.count == 1, "\(request)")
            #expect(call.ended == .optedOut, "\(request)")
            #expect(call.spoken == "You will not be called again. Goodbye.")
        }
    }

    @Test func `ambiguous: only words inside a sentence are asked about`() throws {
        for (request, isAsked) in [
            ("9", false), ("stop", false), ("take me off your list", false), ("how do i opt out", true),
        ] {
            var call = try started(ask: "ambiguous")
            if request == "9" { try call.press(request) } else { try call.say(request) }
            #expect(call.suppressions.count == 1, "\(request)")
            #expect((call.node == "confirm-opt-out") == isAsked, "\(request)")
        }
    }

    @Test func `words inside another meaning are an option or a wrong answer`() throws {
        var call = try started()
        #expect(try call.say("cancel my appointment") == "Cancelled. Goodbye.")
        #expect(call.suppressions.isEmpty)
        var other = try started()
        #expect(try other.say("don't stop") == "Please press 1 or 2.")
        #expect(other.suppressions.isEmpty)
    }

    @Test func `a withheld number gets the goodbye though there is nothing to list`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(from: "anonymous", variables: ["day": .text("Monday")])
        try call.press("9")
        #expect(call.suppressions.isEmpty)
        #expect(call.node == "confirm-opt-out")
        try call.press("1")
        #expect(call.ended == .optedOut)
    }

    @Test func `the opt-out key alone is understood where digits are typed`() throws {
        let yaml =
            TestBots.reminder().replacing(
                "{name: confirm, press: \"1\", say: [confirm, \"yes\"], go: confirmed}",
                with: "{name: confirm, press: \"1\", go: pin}"
            )
                + """

                  pin:
                    type: touchtone_capture
                    prompt: "Type four digits."
                    variable: day
                    digits: 4
                    no_input: {then: bye}
                    no_match: {then: bye}
                    go: bye
                """
        var call = try Conversation(yaml)
        try call.start(variables: ["day": .text("Monday")])
        try call.press("1")
        #expect(call.node == "pin")
        try call.press("9")
        #expect(call.suppressions.count == 1)
        #expect(call.node == "confirm-opt-out")
        try call.press("2")
        #expect(call.node == "pin", "taken back, the caller is where they were")
    }

    @Test func `choosing the confirming menu by an option of its own is a request too`() throws {
        let yaml = TestBots.reminder().replacing(
            "press: \"2\", say: [cancel my appointment], go: cancelled",
            with: "press: \"2\", say: [no more calls], go: confirm-opt-out"
        )
        var call = try Conversation(yaml)
        try call.start(variables: ["day": .text("Monday")])
        try call.press("2")
        #expect(call.suppressions.count == 1)
        try call.press("2")
        #expect(call.lifted.count == 1)
        #expect(call.node == "greeting")
    }

    @Test func `an outbound call to a suppressed number says nothing`() throws {
        var call = try Conversation(TestBots.reminder())
        #expect(try call.start(variables: ["day": .text("Monday")], isSuppressed: true) == "")
        #expect(call.effects == [.hangUp, .ended(.suppressed)])
    }

    @Test func `an inbound bot without a policy takes a plain request only`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.say("stop") == "That is not a choice.")
        try call.say("take me off your calling list")
        #expect(call.suppressions.count == 1)
        #expect(call.ended == .optedOut)
    }

    @Test(arguments: [("all", Suppression.Scope.all), ("channel", .channel("voice")), ("bot", .bot("reminder"))])
    func `the scope is the file's`(written: String, scope: Suppression.Scope) throws {
        var call = try Conversation(
            TestBots.reminder().replacing("ask: always", with: "ask: always, scope: \(written)")
        )
        try call.start(variables: ["day": .text("Monday")])
        try call.press("9")
        #expect(call.suppressions.first?.scope == scope)
    }
}

extension OptOutProgress {
    fileprivate var isPendingForTest: Bool {
        if case .pending = self { return true }
        return false
    }
}
