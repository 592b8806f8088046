import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony
import Testing

/// Requests to stop that come at an awkward moment.
struct LateAndLimitedOptOutTests {
    private func started(_ yaml: String = TestBots.reminder()) throws -> Conversation {
        var call = try Conversation(yaml)
        try call.start(variables: ["day": .text("Monday")])
        return call
    }

    @Test func `a stop that is overtaken by the news of the hang-up still counts, once`() throws {
        var call = try started()
        try call.hangUp()
        #expect(call.session?.state == .ended)
        #expect(try call.press("9") == "")
        #expect(call.suppressions.count == 1)
        #expect(call.session?.state == .ended)
        #expect(call.step == 1, "its empty answer is a document of its own")
        #expect(throws: CallRefusal.repeated(step: 0)) {
            try call.send(.input(step: 0, CallerInput(digits: Digits("9"))))
        }
        #expect(throws: CallRefusal.ended) { try call.press("9") }
    }

    @Test func `anything else that is overtaken is refused`() throws {
        var call = try started()
        try call.hangUp()
        #expect(throws: CallRefusal.ended) { try call.press("1") }
        #expect(throws: CallRefusal.ended) { try call.waitInSilence() }
        #expect(throws: CallRefusal.ended) { try call.say("confirm") }
        try call.say("stop calling me")
        #expect(call.suppressions.count == 1)
    }

    @Test func `after the hang-up a no takes nothing back`() throws {
        var call = try started()
        try call.press("9")
        try call.hangUp()
        #expect(throws: CallRefusal.ended) { try call.press("2") }
        #expect(call.session?.optOut.isRequested == true)
    }

    @Test(arguments: ["9", "take me off your list"])
    func `a limit ends the call and still hears the request`(request: String) throws {
        for limit in ["steps", "length"] {
            var call = try started()
            if limit == "steps" { call.limits.stepsPerCall = 1 }
            let delay = limit == "length" ? 5 * 3_600 : 3
            if request == "9" { try call.press(request, after: delay) } else { try call.say(request, after: delay) }
            #expect(call.suppressions.count == 1, "\(limit)")
            #expect(call.ended == .optedOut, "\(limit)")
            #expect(call.spoken == "You will not be called again. Goodbye.")
        }
    }

    @Test(arguments: ["no more", "no, stop", "I said no", "no do not call", "no basta", "no enough"])
    func `a sentence with a no in it takes nothing back`(answer: String) throws {
        var call = try started()
        try call.press("9")
        try call.say(answer)
        #expect(call.lifted.isEmpty)
        #expect(call.session?.optOut.isRequested == true)
    }

    @Test(arguments: ["no", "No, thank you.", "no, keep calling me", "please keep calling me", "keep calling me um"])
    func `a plain no, or the words for it, takes the request back`(answer: String) throws {
        var call = try started()
        try call.press("9")
        try call.say(answer)
        #expect(call.lifted.count == 1)
    }

    @Test func `whoever asked to stop and then kept silent is not led back into the menus`() throws {
        let yaml = TestBots.reminder().replacing(
            """
                no_input: {prompts: ["Press 1 or 2."], then: bye}
                no_match: {prompts: ["Press 1 or 2."], then: bye}
              bye:
            """,
            with: """
                    no_input: {then: greeting}
                    no_match: {then: greeting}
                  bye:
                """
        )
        for answer in ["", "7"] {
            var call = try started(yaml)
            try call.press("9")
            if answer.isEmpty { try call.waitInSilence() } else { try call.press(answer) }
            #expect(call.spoken == "You will not be called again. Goodbye.")
            #expect(call.ended == .optedOut)
        }
    }

    @Test func `the request counts before the confirming menu has a chance to fail`() throws {
        let yaml = TestBots.reminder()
            .replacing("prompt: \"Shall we stop", with: "prompt: \"{{1 / 0}} Shall we stop")
            .replacing(
                "press: \"2\", say: [cancel my appointment], go: cancelled",
                with: "press: \"2\", go: confirm-opt-out"
            )
        var call = try started(yaml)
        try call.press("2")
        #expect(call.suppressions.count == 1)
        #expect(call.ended == .botFault)
    }

    @Test func `silence that leads to the confirming menu is no request, and confirming there is`() throws {
        let yaml = TestBots.reminder().replacing(
            "no_input: {prompts: [\"Are you there?\"], then: bye}",
            with: "no_input: {then: confirm-opt-out}"
        )
        var call = try started(yaml)
        try call.waitInSilence()
        #expect(call.node == "confirm-opt-out")
        #expect(call.suppressions.isEmpty)
        var kept = call
        try call.press("1")
        #expect(call.suppressions.count == 1)
        #expect(call.ended == .optedOut)
        try kept.press("2")
        #expect(kept.suppressions.isEmpty && kept.lifted.isEmpty)
        #expect(kept.ended == nil)
    }

    @Test func `an impatient caller's doubled key is the request`() throws {
        let yaml = TestBots.reminder().replacing(
            "press: \"1\", say: [confirm, \"yes\"]",
            with: "press: \"12\", say: [confirm, \"yes\"]"
        )
        var call = try started(yaml)
        try call.press("99")
        #expect(call.suppressions.count == 1)
    }

    @Test func `a plain request beside a key, or beside something that is no key, is heard`() throws {
        for input in [
            CallerInput(digits: Digits("1"), speech: "stop calling me"),
            CallerInput(speech: "stop calling me", isUnreadable: true),
        ] {
            var call = try started()
            try call.send(.input(step: 0, input), after: 3)
            #expect(call.suppressions.count == 1)
        }
    }

    @Test func `taken back and asked for again, the number is suppressed again`() throws {
        var call = try started()
        try call.press("9")
        try call.press("2")
        try call.press("9")
        #expect(call.suppressions.count == 1)
        #expect(call.node == "confirm-opt-out")
        try call.press("1")
        #expect(call.ended == .optedOut)
    }

    @Test func `repeat and help hold in the confirming menu and change nothing`() throws {
        let universals =
            "universals:\n  repeat: {press: \"*\"}\n  help: {press: \"5\", prompt: \"Help.\"}\n  operator: {press: \"0\", go: desk}\n"
        let desk = "\n  desk: {type: forward_call, number: \"+12065550111\", go: greeting}\n"
        var call = try started(universals + TestBots.reminder() + desk)
        try call.press("9")
        #expect(try call.press("*").hasPrefix("Shall we stop"))
        #expect(try call.press("5") == "Help.")
        try call.press("0")
        #expect(call.forwarding != nil)
        #expect(call.session?.optOut.isRequested == true, "an operator takes nothing back")
        #expect(call.lifted.isEmpty)
    }

    @Test func `a number inside an address is listed, and one that is not known is reported`() throws {
        for person in ["sip:+12065550101@example.com", "tel:+12065550101", "12065550101"] {
            var call = try Conversation(TestBots.reminder())
            try call.start(from: person, variables: ["day": .text("Monday")])
            try call.press("9")
            #expect(call.suppressions.first?.number.unmasked == "+12065550101", "\(person)")
        }
        var call = try Conversation(TestBots.reminder())
        try call.start(from: "client:ada", variables: ["day": .text("Monday")])
        try call.press("9")
        #expect(call.effects.contains(.optOutUnlisted))
    }

    @Test func `a bare cancel at a menu is asked about, a bare stop is not, under ambiguous`() throws {
        for (words, isAsked) in [("cancel", true), ("stop", false), ("unsubscribe", false), ("leave me alone", false)] {
            var call = try started(TestBots.reminder(ask: "ambiguous"))
            try call.say(words)
            #expect(call.suppressions.count == 1, "\(words)")
            #expect((call.node == "confirm-opt-out") == isAsked, "\(words)")
        }
    }

    @Test func `a bot without a policy says goodbye too`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.say("take me off your list") == "You will not be called again. Goodbye.")
    }

    @Test func `somebody who is called may say stop where digits are typed`() throws {
        let yaml =
            TestBots.reminder().replacing("go: confirmed}", with: "go: pin}") + """

                  pin: {type: touchtone_capture, prompt: "Four digits.", variable: day, digits: 4, no_input: {then: bye}, no_match: {then: bye}, go: confirmed}
                """
        var call = try started(yaml)
        try call.press("1")
        #expect(call.listening?.kind == .keysAndSpeech)
        try call.say("please stop calling me")
        #expect(call.suppressions.count == 1)
    }

    @Test func `a finish key that is the opt-out key too still asks to stop, and still finishes`() throws {
        let yaml =
            TestBots.reminder().replacing(
                "press: \"9\", say: [leave me alone]",
                with: "press: \"#\", say: [leave me alone]"
            )
            .replacing("go: confirmed}", with: "go: pin}") + """

                  pin: {type: touchtone_capture, prompt: "Digits.", variable: day, min_digits: 1, max_digits: 4, finish_on_key: "#", no_input: {then: bye}, no_match: {then: bye}, go: confirmed}
                """
        var call = try started(yaml)
        try call.press("1")
        #expect(call.node == "pin")
        #expect(call.listening?.finishOnKey == nil, "it would arrive as silence")
        var stopping = call
        try stopping.press("#")
        #expect(stopping.suppressions.count == 1)
        try call.press("12#")
        #expect(call.suppressions.isEmpty)
        #expect(call.value("day") == .text("12"))
    }
}
