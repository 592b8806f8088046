import Airscript
import BotGraph
import CallEngine
import Telephony
import Testing

struct MenuTests {
    @Test func `a menu speaks its prompt with the ear open and carries the step`() throws {
        var call = try Conversation(TestBots.frontDesk)
        #expect(try call.start() == "For hours, press 1. For billing, press 2.")
        let listening = try #require(call.listening)
        #expect(listening.step == 0)
        #expect(listening.kind == .keysAndSpeech)
        #expect(listening.maxDigits == 1)
        #expect(listening.timeoutSeconds == 5)
        #expect(listening.hints.contains("opening hours"))
        try call.press("1")
        #expect(call.listening?.step == 1)
    }

    @Test func `silences get the prompts for them in turn, then the way out`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.waitInSilence() == "I did not hear you.")
        #expect(try call.waitInSilence() == "Press 1 or 2.")
        #expect(try call.waitInSilence() == "Goodbye.")
        #expect(call.ended == .completed)
    }

    @Test func `silences and wrong answers are counted apart`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.waitInSilence() == "I did not hear you.")
        #expect(try call.press("7") == "That is not a choice.")
        #expect(try call.waitInSilence() == "Press 1 or 2.")
        #expect(try call.press("7") == "One moment.")
        #expect(call.forwarding?.numbers == [try #require(PhoneNumber("+12065550111"))])
    }

    @Test func `the counters start anew when a node is entered, also the same one`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.waitInSilence()
        try call.waitInSilence()
        #expect(try call.press("1") == "We are open from nine to five. For hours, press 1. For billing, press 2.")
        #expect(try call.waitInSilence() == "I did not hear you.")
    }

    @Test(arguments: [
        ("hours", "We are open"), ("Opening hours, please.", "We are open"), ("um, the HOURS", "We are open"),
        ("billing", "Type your four digit"), ("I would like my bill", "Type your four digit"),
        ("nonsense", "That is not a choice."), ("a real person", "One moment."), ("Operator!", "One moment."),
    ])
    func `speech is matched by phrase, whatever its case and punctuation`(speech: String, answer: String) throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.say(speech).hasPrefix(answer))
    }

    @Test func `the longest phrase wins, and of equals the first in the file`() throws {
        var call = try Conversation(
            """
            bot: longest
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: "Choose."
                options:
                  - {name: short, press: "1", say: [account], go: short}
                  - {name: long, press: "2", say: [close my account], go: long}
                  - {name: same, press: "3", say: [account], go: long}
                default: bye
              short: {type: message, prompt: "Short.", go: bye}
              long: {type: message, prompt: "Long.", go: bye}
              bye: {type: hang_up}
            """
        )
        try call.start()
        var other = call
        #expect(try call.say("please close my account now") == "Long.")
        #expect(try other.say("my account") == "Short.")
    }

    /// The table of `InputReading`: what came of keys, speech, both or neither.
    @Test(
        arguments: [
            ("1", "billing", "We are open"), ("1", nil, "We are open"), ("", "billing", "Type your"),
            (nil, "billing", "Type your"),
            (nil, nil, "I did not"), ("", nil, "I did not"), ("", "", "I did not"), (nil, "...", "I did not"),
            ("9", nil, "That is not"),
            ("12", nil, "That is not"),
        ] as [(String?, String?, String)]
    )
    func `keys win over speech, and neither is silence`(keys: String?, speech: String?, answer: String) throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        let input = CallerInput(digits: keys.flatMap { Digits($0) }, speech: speech)
        #expect(try call.send(.input(step: 0, input)).hasPrefix(answer))
    }

    @Test func `what is no key of a telephone is a wrong answer`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.send(.input(step: 0, CallerInput(isUnreadable: true))) == "That is not a choice.")
    }

    @Test func `repeat and help hold at every menu and count as no mistake`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        #expect(try call.press("*") == "For hours, press 1. For billing, press 2.")
        #expect(try call.say("help") == "You can press one or two.")
        #expect(call.session?.noMatchCount == 0)
        #expect(try call.waitInSilence() == "I did not hear you.")
    }

    @Test func `an option sets its variables before the next node speaks`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("2")
        #expect(call.value("topic") == .text("billing"))
    }

    @Test func `a menu that may not be interrupted says so, and finish keys make way for options`() throws {
        var call = try Conversation(
            """
            bot: pound
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: "Press pound, or twelve."
                barge_in: false
                timeout: 7s
                options:
                  - {name: pound, press: "#", go: bye}
                  - {name: twelve, press: "12", go: bye}
                default: bye
              bye: {type: hang_up}
            """
        )
        try call.start()
        let listening = try #require(call.listening)
        #expect(listening.bargeIn == false)
        #expect(listening.finishOnKey == nil)
        #expect(listening.maxDigits == 2)
        #expect(listening.timeoutSeconds == 7)
        #expect(listening.kind == .keys)
        #expect(try call.press("12") == "")
        #expect(call.ended == .completed)
    }
}
