import Telephony
import Testing
import TwiML

@Suite struct VerbTests {
    // https://www.twilio.com/docs/voice/twiml/say: voice, language, loop; the text between the tags.
    @Test func `Say names its language and its voice`() throws {
        let say = try Say("Your table is booked.", language: english, voice: "Polly.Joanna")
        let expected = #"<Say language="en-US" voice="Polly.Joanna">Your table is booked.</Say>"#
        #expect(try body(.say(say)) == expected)
    }

    @Test func `Say without a voice leaves it to the provider`() throws {
        #expect(try body(.say(Say("Hola.", language: spanish()))) == #"<Say language="es-US">Hola.</Say>"#)
    }

    // https://www.twilio.com/docs/voice/twiml/play: the address between the tags; digits and loop are not used.
    @Test func `Play holds the recording's address`() throws {
        let address = "https://bots.example.com/prompts/en-US/welcome.wav"
        #expect(try body(.play(Play(url(address)))) == "<Play>\(address)</Play>")
    }

    // https://www.twilio.com/docs/voice/twiml/pause: length, a positive whole number.
    @Test func `Pause names its length`() throws {
        #expect(try body(.pause(Pause(seconds: 2))) == #"<Pause length="2"/>"#)
    }

    // https://www.twilio.com/docs/voice/twiml/redirect: method, POST by default, written out all the same.
    @Test func `Redirect posts`() throws {
        let expected = #"<Redirect method="POST">https://bots.example.com/voice/turn/7</Redirect>"#
        #expect(try body(.redirect(Redirect(to: url()))) == expected)
    }

    // https://www.twilio.com/docs/voice/twiml/hangup: no attributes.
    @Test func `Hangup is bare`() throws {
        #expect(try body(.hangup(Hangup())) == "<Hangup/>")
    }

    // https://www.twilio.com/docs/voice/twiml/reject: reason, one of rejected and busy.
    @Test(arguments: Reject.Reason.allCases)
    func `Reject names its reason`(reason: Reject.Reason) throws {
        #expect(try body(.reject(Reject(reason))) == #"<Reject reason="\#(reason.rawValue)"/>"#)
    }

    // https://www.twilio.com/docs/voice/twiml/dial: action, method, timeout, callerId; Number nouns.
    @Test func `Dial rings its numbers and comes back to its action`() throws {
        let dial = try Dial(
            action: url(),
            numbers: [Dial.Number(number("+12065550101")), Dial.Number(number("+12065550102"))],
            callerID: number("+12065550100"),
            timeoutSeconds: 20
        )
        let expected =
            #"<Dial action="https://bots.example.com/voice/turn/7" method="POST" timeout="20" callerId="+12065550100">"#
            + "<Number>+12065550101</Number><Number>+12065550102</Number></Dial>"
        #expect(try body(.dial(dial)) == expected)
    }

    // https://www.twilio.com/docs/voice/twiml/gather: action, method, input, timeout, numDigits, finishOnKey,
    // speechTimeout, language, hints, actionOnEmptyResult.
    @Test func `Gather for keys has nothing of speech`() throws {
        let gather = try Gather(action: url(), input: .keys, maxDigits: 4, finishOnKey: .pound, timeoutSeconds: 6)
        let expected =
            #"<Gather action="https://bots.example.com/voice/turn/7" method="POST" input="dtmf" timeout="6""#
            + ##" numDigits="4" finishOnKey="#" actionOnEmptyResult="true"/>"##
            + #"<Redirect method="POST">https://bots.example.com/voice/turn/7</Redirect>"#
        #expect(try body(.gather(gather), .redirect(Redirect(to: url()))) == expected)
    }

    @Test func `Gather for keys and speech holds its prompts`() throws {
        let speech = try Gather.Speech(language: english, timeoutSeconds: 2, hints: ["confirm", "call me later"])
        let gather = try Gather(
            action: url(),
            input: .keysAndSpeech(speech),
            prompts: [
                .say(Say("Press 1.", language: english)), .pause(Pause(seconds: 1)),
                .play(Play(url("https://bots.example.com/prompts/a.wav"))),
            ]
        )
        let expected =
            #"<Gather action="https://bots.example.com/voice/turn/7" method="POST" input="dtmf speech" timeout="5""#
            + #" finishOnKey="" speechTimeout="2" language="en-US" hints="confirm,call me later""#
            + #" actionOnEmptyResult="true"><Say language="en-US">Press 1.</Say><Pause length="1"/>"#
            + "<Play>https://bots.example.com/prompts/a.wav</Play></Gather>"
            + #"<Redirect method="POST">https://bots.example.com/voice/turn/7</Redirect>"#
        #expect(try body(.gather(gather), .redirect(Redirect(to: url()))) == expected)
    }

    @Test func `a document without verbs is a bare root, which hangs up`() throws {
        #expect(try body() == "")
    }
}
