import Airscript
import BotGraph
import CallEngine
import Compliance
import Telephony
import Testing

struct SpeechAndLogicTests {
    @Test func `prompts are spoken in the bot's language and voice, a node's own voice first`() throws {
        var call = try Conversation(
            """
            bot: voices
            languages: [es-US, en-US]
            voices: {es-US: Polly.Lupe, en-US: Polly.Joanna}
            start: one
            nodes:
              one: {type: message, prompt: {es-US: "Hola.", en-US: "Hello."}, go: two}
              two: {type: hang_up, prompt: "Adiós.", voice: Polly.Pedro}
            """
        )
        #expect(try call.start() == "Hola. Adiós.")
        let spanish = try #require(LanguageTag("es-US"))
        #expect(call.effects.first == .speak(Utterance(.text("Hola."), language: spanish, voice: "Polly.Lupe")))
        #expect(
            call.effects.dropFirst().first
                == .speak(Utterance(.text("Adiós."), language: spanish, voice: "Polly.Pedro"))
        )
    }

    @Test func `recordings are played from their language's folder, else from the default's`() throws {
        let english = LanguageTag.americanEnglish
        let name = try #require(RecordingName("welcome"))
        let recording = PromptCatalogue.Recording(path: "en-US/welcome.wav", duration: .seconds(3))
        var call = try Conversation(
            """
            bot: recorded
            start: main
            nodes:
              main: {type: hang_up, prompt: [{recording: welcome}, "Goodbye."]}
            """,
            recordings: PromptCatalogue(recordings: [english: [name: recording]])
        )
        #expect(try call.start() == "<en-US/welcome.wav> Goodbye.")
    }

    @Test func `action chains run before and after a prompt, and at each wrong answer`() throws {
        var call = try Conversation(
            """
            bot: chains
            variables: {tries: {type: number, default: 0}, seen: {type: boolean, default: false}, mood: text}
            start: main
            nodes:
              main:
                type: decision_menu
                before: [{set: {tries: tries + 1}}]
                prompt: "Try {{tries}}."
                after: [{set: {seen: TRUE}}]
                on_no_valid_response:
                  - if: tries > 1
                    then: [{set: {mood: "\\"angry\\""}}]
                    else: [{set: {tries: tries + 1}}]
                options: [{name: one, press: "1", go: bye}]
                no_match: {prompts: ["Wrong.", "Wrong again."], then: bye}
                default: bye
              bye: {type: hang_up, prompt: "{{mood}}"}
            """
        )
        #expect(try call.start() == "Try 1.")
        #expect(call.value("seen") == .boolean(true))
        try call.press("5")
        #expect(call.value("mood") == .null)
        try call.press("5")
        #expect(call.value("mood") == .text("angry"))
        #expect(try call.press("5") == "angry")
    }

    @Test func `conditions take the first case that holds, and see the call`() throws {
        var call = try Conversation(
            """
            bot: cases
            variables: {balance: {type: number, default: 5}}
            start: which
            nodes:
              which:
                type: condition
                cases:
                  - {when: balance > 10, go: rich}
                  - {when: "call.from = \\"+12065550101\\" AND session.start.call.FromCity = \\"SEATTLE\\"", go: known}
                else: stranger
              rich: {type: hang_up, prompt: "Rich."}
              known: {type: hang_up, prompt: "{{actor.phone}} {{bot.name}} {{session.language}} {{call.direction}}"}
              stranger: {type: hang_up, prompt: "Stranger."}
            """
        )
        #expect(try call.start() == "+12065550101 cases en-US inbound")
        var other = try Conversation(
            "bot: x\nstart: a\nnodes: {a: {type: condition, cases: [{when: session.optout, go: b}], else: b}, b: {type: hang_up}}"
        )
        try other.start()
        #expect(other.ended == .completed)
    }

    @Test func `only declared variables and the actor are taken from the start`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: [
            "day": .text("Monday"), "stray": .text("x"), "actor": .object(Record([("first_name", .text("Ada"))])),
        ])
        #expect(call.value("stray") == .null)
        #expect(
            call.value("actor") == .object(Record([("first_name", .text("Ada")), ("phone", .text("+12065550101"))]))
        )
    }

    @Test func `the intent is met when the call goes on after it was spoken in time`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: ["day": .text("Monday")])
        #expect(call.judged == nil)
        try call.press("1", after: 12)
        #expect(call.judged == .met)
    }

    @Test func `a caller who acts before it was spoken has interrupted it`() throws {
        var call = try Conversation(TestBots.reminder())
        try call.start(variables: ["day": .text("Monday")])
        try call.press("1", after: 1)
        #expect(call.judged == .interrupted)
    }

    @Test func `an intent that is not spoken in time is late`() throws {
        let long = String(repeating: "We have a great deal to say before we get to the point. ", count: 8)
        var call = try Conversation(TestBots.reminder().replacing("- \"Hello, this", with: "- \"\(long)Hello, this"))
        try call.start(variables: ["day": .text("Monday")])
        try call.press("1", after: 45)
        #expect(call.judged == .late)
    }

    @Test func `an inbound bot that declares no intent is not judged`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.hangUp()
        #expect(call.session?.intent == nil)
        #expect(call.judged == nil)
    }

    @Test func `nothing that a caller pressed, said or is called from prints`() throws {
        var call = try Conversation(TestBots.frontDesk)
        try call.start()
        try call.press("2")
        let input = CallerInput(digits: Digits("4711"), speech: "my secret words", confidence: 0.5)
        let event = CallEvent.input(step: 1, input)
        for text in ["\(event)", String(reflecting: event), "\(try #require(call.session?.person))"] {
            #expect(!text.contains("4711"))
            #expect(!text.contains("secret"))
            #expect(!text.contains("55501"))
        }
        var dumped = ""
        dump(event, to: &dumped)
        dump(call.session?.person, to: &dumped)
        #expect(!dumped.contains("4711") && !dumped.contains("55501"))
    }
}
