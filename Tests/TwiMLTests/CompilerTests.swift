import CallEngine
import Compliance
import Telephony
import Testing
import TwiML

@Suite struct CompilerTests {
    private func xml(_ effects: CallEffect..., capabilities: ProviderCapabilities = .twilio) throws -> String {
        let bytes = try TwiMLCompiler.bytes(for: effects, urls: urls(), capabilities: capabilities)
        try checked(bytes)
        return try bodyText(bytes)
    }

    private let turn = "https://bots.example.com/voice/turn/7"
    private let redirect = #"<Redirect method="POST">https://bots.example.com/voice/turn/7</Redirect>"#

    @Test func `what is spoken keeps its order`() throws {
        let xml = try xml(
            .speak(Utterance(.text("Hello."), language: english, voice: "Polly.Joanna")),
            .speak(Utterance(.pause(seconds: 2), language: english)),
            .speak(Utterance(.recording(path: "en-US/welcome.wav"), language: english)),
            .speak(Utterance(.text("Bye."), language: english)),
            .hangUp
        )
        let expected =
            #"<Say language="en-US" voice="Polly.Joanna">Hello.</Say><Pause length="2"/>"#
            + "<Play>https://bots.example.com/prompts/en-US/welcome.wav</Play>"
            + #"<Say language="en-US">Bye.</Say><Hangup/>"#
        #expect(xml == expected)
    }

    @Test(arguments: ["", "   ", "\u{1}\u{2}"])
    func `an empty text is not spoken`(text: String) throws {
        #expect(try xml(.speak(Utterance(.text(text), language: english)), .hangUp) == "<Hangup/>")
    }

    @Test func `a silence of no length is left out and a negative one is refused`() throws {
        #expect(try xml(.speak(Utterance(.pause(seconds: 0), language: english)), .hangUp) == "<Hangup/>")
        #expect(throws: TwiMLError.pauseLength(-1)) {
            try xml(.speak(Utterance(.pause(seconds: -1), language: english)))
        }
    }

    @Test func `a caller may press a key while the prompt speaks`() throws {
        let prompts = [Utterance(.text("Press 1."), language: english)]
        let expected =
            #"<Gather action="\#(turn)" method="POST" input="dtmf" timeout="5" numDigits="1" finishOnKey="""#
            + #" actionOnEmptyResult="true"><Say language="en-US">Press 1.</Say></Gather>"# + redirect
        #expect(try xml(.listen(listening(prompts: prompts))) == expected)
    }

    @Test func `a prompt that may not be interrupted is spoken before the ear is opened`() throws {
        let prompts = [
            Utterance(.text("Press 1."), language: english), Utterance(.pause(seconds: 1), language: english),
        ]
        let expected =
            #"<Say language="en-US">Press 1.</Say><Pause length="1"/><Gather action="\#(turn)" method="POST""#
            + #" input="dtmf" timeout="5" numDigits="1" finishOnKey="" actionOnEmptyResult="true"/>"# + redirect
        #expect(try xml(.listen(listening(prompts: prompts, bargeIn: false))) == expected)
    }

    @Test func `speech is listened for in the caller's language with the bot's phrases`() throws {
        let listening = listening(
            .keysAndSpeech,
            maxDigits: nil,
            finishOnKey: .pound,
            hints: ["yes, please", "reschedule", "reschedule", " call  me\nlater ", ","]
        )
        let expected =
            ##"<Gather action="\##(turn)" method="POST" input="dtmf speech" timeout="5" finishOnKey="#" speechTimeout="2""##
            + #" language="en-US" hints="yes please,reschedule,call me later" actionOnEmptyResult="true"/>"# + redirect
        #expect(try xml(.listen(listening)) == expected)
    }

    @Test func `speech ends no later than the wait for it`() throws {
        let xml = try xml(.listen(listening(.keysAndSpeech, timeoutSeconds: 1)))
        #expect(xml.contains(#" timeout="1" "#) && xml.contains(#" speechTimeout="1" "#))
    }

    @Test func `hints never fill the document`() throws {
        let hints =
            (0..<2_000).map { "\($0) " + String(repeating: "a", count: 90) } + [String(repeating: "b", count: 101)]
        let bytes = try TwiMLCompiler.bytes(for: [.listen(listening(.keysAndSpeech, hints: hints))], urls: urls())
        let gather = try #require(try checked(bytes).elements.first)
        let sent = try #require(gather[attribute: "hints"])
        #expect(sent.utf8.count <= 10_000 && sent.hasPrefix(hints[0] + "," + hints[1]))
    }

    @Test func `a call is forwarded to all its numbers`() throws {
        let forwarding = Forwarding(
            step: 7,
            numbers: [try number("+12065550101"), try number("+12065550102")],
            callerID: try number("+12065550100"),
            timeoutSeconds: 25
        )
        let expected =
            #"<Say language="en-US">One moment.</Say>"#
            + #"<Dial action="\#(turn)" method="POST" timeout="25" callerId="+12065550100">"#
            + "<Number>+12065550101</Number><Number>+12065550102</Number></Dial>"
        #expect(
            try xml(.speak(Utterance(.text("One moment."), language: english)), .forward(forwarding)) == expected
        )
    }

    @Test func `effects that are kept leave no trace in the document`() throws {
        let at = Instant(milliseconds: 0)
        let suppression = Suppression(
            number: try number("+12065550101"),
            scope: .all,
            means: .key,
            words: "9",
            bot: nil,
            call: nil,
            at: at
        )
        let evidence = IntentEvidence(
            answeredAt: at,
            callerAt: nil,
            purposeAt: nil,
            optOutAt: nil,
            actedAt: nil,
            limit: 15_000,
            basis: "estimated speech"
        )
        let xml = try xml(
            .suppress(suppression),
            .intentJudged(.met, evidence),
            .hangUp,
            .liftSuppression(suppression),
            .ended(.optedOut)
        )
        #expect(xml == "<Hangup/>")
    }

    @Test func `what comes after the call was handed on is refused`() throws {
        #expect(throws: TwiMLError.unreachable(verb: "Hangup", after: "Redirect")) {
            try xml(.listen(listening()), .hangUp)
        }
    }

    @Test func `a provider is never sent what it cannot do`() throws {
        #expect(throws: TwiMLError.unsupported(.speech, provider: "Somleng")) {
            try xml(.listen(listening(.keysAndSpeech)), capabilities: .somleng)
        }
        #expect(throws: TwiMLError.unsupported(.pause, provider: "Somleng")) {
            try xml(.speak(Utterance(.pause(seconds: 1), language: english)), capabilities: .somleng)
        }
        let nested = listening(prompts: [Utterance(.pause(seconds: 1), language: english)])
        #expect(throws: TwiMLError.unsupported(.nestedPause, provider: "Telnyx")) {
            try xml(.listen(nested), capabilities: .telnyx)
        }
        let plain = try xml(.listen(listening(.keysAndSpeech)), capabilities: .telnyx)
        #expect(!plain.contains("actionOnEmptyResult") && plain.hasSuffix(redirect))
    }

    @Test func `a turn that says more than a document holds is refused with its size`() throws {
        let long = Utterance(.text(String(repeating: "All work and no play. ", count: 4_000)), language: english)
        let error = #expect(throws: TwiMLError.self) { try xml(.speak(long)) }
        guard case .tooLarge(let bytes) = error else {
            Issue.record("refused as \(String(describing: error))")
            return
        }
        #expect(bytes > 64_000)
    }
}
