import Carrier
import Simulator
import Telephony
import Testing

/// The rules are the provider's.
///
/// Source: https://www.twilio.com/docs/voice/twiml/gather
struct GatherTests {
    /// One Gather with the given attributes, the answer in `/turn`, and what a silence leads to.
    private func gather(_ attributes: String, prompt: String = "<Say>one two three</Say>") throws -> Bench {
        try Bench([
            "/voice": "<Gather action=\"http://bot.test/turn\" \(attributes)>\(prompt)</Gather>"
                + "<Redirect>http://bot.test/silence</Redirect>",
            "/turn": "<Say>thanks</Say><Hangup/>",
            "/silence": "<Say>nothing</Say><Hangup/>",
        ])
    }

    @Test(arguments: [
        ("numDigits=\"2\"", "12", "12"),
        ("numDigits=\"2\"", "129", "12"),
        ("numDigits=\"2\"", "1", "1"),
        ("", "12#", "12"),
        ("", "12#45", "12"),
        ("", "12", "12"),
        ("", "1*2", "1*2"),
        ("finishOnKey=\"*\"", "12*#", "12"),
        ("finishOnKey=\"*\"", "12#", "12#"),
        ("finishOnKey=\"\" numDigits=\"3\"", "1#*", "1#*"),
        ("finishOnKey=\"\"", "#", "#"),
    ])
    func `keys end at their number, at the finish key or at the wait, and the finish key is no digit`(
        attributes: String,
        pressed: String,
        digits: String
    ) async throws {
        let bench = try gather(attributes)
        let result = try await bench.run([keys(pressed)])
        let forms = try bench.transport.forms("/turn")
        #expect(forms.count == 1)
        #expect(forms.first?["Digits"] == digits)
        #expect(forms.first?["SpeechResult"] == nil)
        #expect(result.faults.isEmpty)
        #expect(result.status == .completed)
    }

    @Test func `keys after the input's end are not heard`() async throws {
        let result = try await gather("numDigits=\"1\"").run([keys("129")])
        let ignored = result.transcript.entries.compactMap { entry in
            if case .ignored(let act) = entry.event { act } else { nil }
        }
        #expect(ignored == [try keys("29")])
    }

    @Test(arguments: ["", "#"])
    func `the finish key alone and no key at all fall through to the next verb`(pressed: String) async throws {
        let bench = try gather("")
        let result = try await bench.run([keys(pressed)])
        #expect(try bench.transport.forms("/turn").isEmpty)
        #expect(try bench.transport.forms("/silence").count == 1)
        #expect(result.heardLast.text == "nothing")
    }

    @Test func `an empty result asks the action without digits where the document wants that`() async throws {
        let bench = try gather("actionOnEmptyResult=\"true\"")
        _ = try await bench.run([.silence])
        let forms = try bench.transport.forms("/turn")
        #expect(forms.count == 1)
        #expect(forms.first?.parameters.contains { $0.name == "Digits" } == false)
    }

    @Test func `an empty result may also come as empty digits`() async throws {
        var bench = try gather("actionOnEmptyResult=\"true\"")
        bench.troubles.sendsEmptyDigits = true
        _ = try await bench.run([keys("#")])
        #expect(try bench.transport.forms("/turn").map { $0["Digits"] } == [""])
    }

    @Test func `a silence lasts the prompt and the timeout`() async throws {
        let bench = try gather("timeout=\"7\"")
        let result = try await bench.run([.silence])
        // Three words, seven seconds, one word.
        #expect(result.length == .seconds(11))
    }

    @Test func `words come with their confidence, or without one`() async throws {
        let bench = try gather("input=\"dtmf speech\"")
        _ = try await bench.run([.say("two please", confidence: 0.5)])
        let form = try #require(try bench.transport.forms("/turn").first)
        #expect(form["SpeechResult"] == "two please")
        #expect(form["Confidence"] == "0.5")
        #expect(form["Digits"] == nil)

        let other = try gather("input=\"speech dtmf\"", prompt: "<Say>one</Say>")
        _ = try await other.run([.say("two please", confidence: nil)])
        #expect(try other.transport.forms("/turn").map { $0["Confidence"] } == [nil])
    }

    @Test func `an ear for keys hears no words, and an ear for speech no keys`() async throws {
        let forKeys = try gather("input=\"dtmf\"")
        let result = try await forKeys.run([.say("two")])
        #expect(try forKeys.transport.forms("/turn").isEmpty)
        #expect(result.transcript.entries.contains { $0.event == .ignored(.say("two")) })
        #expect(result.transcript.entries.contains { $0.event == .silence })

        let forSpeech = try gather("input=\"speech\"")
        _ = try await forSpeech.run([keys("2")])
        #expect(try forSpeech.transport.forms("/turn").isEmpty)
    }

    @Test func `a key during the prompt cuts it and what had not begun is not heard`() async throws {
        let bench = try gather("numDigits=\"1\"", prompt: "<Say>one two</Say><Say>three four</Say><Say>five</Say>")
        let result = try await bench.run([.interrupt(after: .seconds(3), keys("2"))])
        #expect(try bench.transport.forms("/turn").map { $0["Digits"] } == ["2"])
        #expect(result.transcript.spokenText == "one two three four thanks")
        #expect(result.transcript.entries.contains { $0.event == .interrupted(after: .seconds(3)) })
        // Three seconds of prompt, one key, one word.
        #expect(result.length == .milliseconds(4_200))
    }

    @Test(arguments: [CallerAct.say("stop"), .silence, .press(Digits(.two))])
    func `what the ear does not take cuts no prompt`(act: CallerAct) async throws {
        let takesKeys = if case .press = act { false } else { true }
        let bench = try gather(takesKeys ? "input=\"dtmf\"" : "input=\"speech\"")
        let result = try await bench.run([.interrupt(after: .seconds(1), act)])
        #expect(result.transcript.spokenText == "one two three nothing")
        // Three seconds of prompt, five of waiting, one word.
        #expect(result.length == .seconds(9))
    }

    @Test func `a caller may hang up in the middle of a prompt`() async throws {
        let bench = try gather("", prompt: "<Say>one two</Say><Say>three</Say>")
        let result = try await bench.run([.interrupt(after: .seconds(1), .hangUp)])
        #expect(result.transcript.spokenText == "one two")
        #expect(result.length == .seconds(1))
    }

    @Test func `an interruption after the prompt's end is none`() async throws {
        let result = try await gather("numDigits=\"1\"").run([.interrupt(after: .seconds(9), keys("2"))])
        #expect(result.transcript.spokenText == "one two three thanks")
        #expect(!result.transcript.entries.contains { $0.event == .interrupted(after: .seconds(9)) })
    }

    @Test func `a caller is told what counts`() async throws {
        let recorder = RecordingCaller()
        let attributes =
            "input=\"dtmf speech\" numDigits=\"4\" finishOnKey=\"*\" timeout=\"8\" language=\"es-US\""
            + " hints=\"uno,dos tres\""
        let bench = try gather(attributes)
        let provider = StandInProvider(
            accountSID: "AC1",
            authToken: "12345",
            transport: bench.transport,
            contract: try Contract.provider()
        )
        var caller = recorder
        _ = await provider.call(bench.plan, clock: bench.clock).run(caller: &caller)
        guard case .input(let gathering) = try #require(caller.expectations.first) else {
            Issue.record("the call did not wait for input")
            return
        }
        #expect(gathering.acceptsKeys && gathering.acceptsSpeech)
        #expect(gathering.maximumDigits == 4)
        #expect(gathering.finishOnKey == .star)
        #expect(gathering.timeout == .seconds(8))
        #expect(gathering.language == "es-US")
        #expect(gathering.hints == ["uno", "dos tres"])
        #expect(caller.heard == ["one two three"])
    }

    @Test func `an absent action is the document's own address`() async throws {
        let bench = try Bench(["/voice": "<Gather numDigits=\"1\"><Say>again</Say></Gather>"])
        let result = try await bench.run([keys("1"), keys("2"), .hangUp])
        #expect(
            bench.transport.requests.map(\.url) == Array(repeating: "http://bot.test/voice?bot=front-desk", count: 3)
        )
        #expect(try bench.transport.forms("/voice").map { $0["Digits"] } == [nil, "1", "2"])
        #expect(result.transcript.entries.contains { $0.event == .hungUp(.caller) })
    }

    @Test func `a relative action resolves against the document`() async throws {
        let bench = try Bench([
            "/voice": "<Gather action=\"/steps/1?call=a&amp;step=2\" numDigits=\"1\"><Say>go</Say></Gather>",
            "/steps/1": "<Hangup/>",
        ])
        _ = try await bench.run([keys("1")])
        #expect(bench.transport.requests.last?.url == "http://bot.test/steps/1?call=a&step=2")
    }
}

/// Notes what it was asked and hangs up.
struct RecordingCaller: Caller {
    private(set) var expectations: [Awaited] = []
    private(set) var heard: [String] = []

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        expectations.append(awaited)
        self.heard.append(heard.text)
        return .hangUp
    }
}
