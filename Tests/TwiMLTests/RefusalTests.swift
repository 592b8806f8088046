import Telephony
import Testing
import TwiML

@Suite struct RefusalTests {
    @Test(arguments: ["", " ", "\n\t ", "\u{A0}\u{3000}", "\u{0}\u{B}\u{FFFE}"])
    func `a Say without a word is refused`(text: String) {
        #expect(throws: TwiMLError.emptySpeech) { try Say(text, language: english) }
    }

    @Test func `a Say over the provider's limits is refused`() throws {
        let most = String(repeating: "a", count: 3_000)
        #expect(try Say(most, language: english).text == most)
        #expect(throws: TwiMLError.speechTooLong(characters: 3_001)) { try Say(most + "a", language: english) }
        let wide = String(repeating: "電", count: 500)
        #expect(try Say(wide, language: english).text == wide)
        #expect(throws: TwiMLError.speechTooLong(characters: 501)) { try Say(wide + "話", language: english) }
    }

    @Test(arguments: ["", "Polly Joanna", "Polly.\"Joanna\"", "Élodie", String(repeating: "a", count: 129)])
    func `a voice that is no name is refused`(voice: String) {
        #expect(throws: TwiMLError.unusableVoice(voice)) { try Say("Hello.", language: english, voice: voice) }
    }

    @Test(arguments: [
        "", "/voice/turn/7", "voice", "ftp://example.com/a", "https://", "https:///a", "https://:80/",
        "https://a b.com/",
        "https://example.com/a b", "https://exämple.com/", "https://example.com/\u{1}", "https://example.com/<a>",
        "HTTPS://example.com/", "https://user@example.com/",
    ])
    func `an address that is not absolute is refused`(text: String) {
        #expect(throws: TwiMLError.notAbsolute(url: text)) { try AbsoluteURL(text) }
    }

    @Test(arguments: [
        "https://example.com", "http://127.0.0.1:8080/a", "http://[::1]:8080/a?b=1&c=%20",
        "https://a-b.example.com/~x/",
    ])
    func `an absolute address is taken as it is`(text: String) throws {
        #expect(try AbsoluteURL(text).text == text)
    }

    @Test(arguments: [0, -1, Int.min])
    func `numbers that begin at 1 are refused below it`(count: Int) throws {
        let url = try url()
        #expect(throws: TwiMLError.pauseLength(count)) { try Pause(seconds: count) }
        #expect(throws: TwiMLError.digitLimit(count)) { try Gather(action: url, input: .keys, maxDigits: count) }
        #expect(throws: TwiMLError.gatherTimeout(count)) {
            try Gather(action: url, input: .keys, timeoutSeconds: count)
        }
        #expect(throws: TwiMLError.speechTimeout(count)) {
            try Gather.Speech(language: english, timeoutSeconds: count)
        }
    }

    @Test func `a Dial rings from 5 to 600 seconds`() throws {
        let numbers = [Dial.Number(try number("+12065550101"))]
        let url = try url()
        for seconds in [5, 600] {
            #expect(try Dial(action: url, numbers: numbers, timeoutSeconds: seconds).timeoutSeconds == seconds)
        }
        for seconds in [4, 601, 0, -5] {
            #expect(throws: TwiMLError.dialTimeout(seconds)) {
                try Dial(action: url, numbers: numbers, timeoutSeconds: seconds)
            }
        }
    }

    @Test func `a Dial rings 1 to 10 numbers`() throws {
        let url = try url()
        let one = Dial.Number(try number("+12065550101"))
        for count in [1, 10] {
            let dial = try Dial(action: url, numbers: Array(repeating: one, count: count))
            try checked(TwiMLDocument([.dial(dial)]).bytes())
        }
        for count in [0, 11] {
            #expect(throws: TwiMLError.numberCount(count)) {
                try Dial(action: url, numbers: Array(repeating: one, count: count))
            }
        }
    }

    @Test(arguments: ["", " ", "yes, please", "bell\u{7}", String(repeating: "a", count: 101)])
    func `a hint the provider does not take is refused`(hint: String) {
        #expect(throws: TwiMLError.unusableHint(hint)) {
            try Gather.Speech(language: english, timeoutSeconds: 2, hints: [hint])
        }
    }

    @Test func `500 hints of 100 characters are taken and 501 are not`() throws {
        let hint = String(repeating: "a", count: 100)
        let speech = try Gather.Speech(
            language: english,
            timeoutSeconds: 2,
            hints: Array(repeating: hint, count: 500)
        )
        let gather = try Gather(action: url(), input: .keysAndSpeech(speech))
        try checked(TwiMLDocument([.gather(gather), .redirect(Redirect(to: url()))]).bytes())
        #expect(throws: TwiMLError.tooManyHints(501)) {
            try Gather.Speech(language: english, timeoutSeconds: 2, hints: Array(repeating: hint, count: 501))
        }
    }

    @Test func `a verb that is never reached is refused`() throws {
        let redirect = Verb.redirect(Redirect(to: try url()))
        let dial = Verb.dial(try Dial(action: url(), numbers: [Dial.Number(number("+12065550101"))]))
        for (last, name) in [(Verb.hangup(Hangup()), "Hangup"), (redirect, "Redirect"), (dial, "Dial")] {
            #expect(throws: TwiMLError.unreachable(verb: "Pause", after: name)) {
                try TwiMLDocument([last, .pause(Pause(seconds: 1))])
            }
        }
    }

    @Test func `a Gather needs its Redirect right behind it`() throws {
        let gather = Verb.gather(try Gather(action: url(), input: .keys))
        #expect(throws: TwiMLError.gatherWithoutRedirect) { try TwiMLDocument([gather]) }
        #expect(throws: TwiMLError.gatherWithoutRedirect) { try TwiMLDocument([gather, .hangup(Hangup())]) }
    }

    @Test func `a Reject stands alone`() throws {
        let reject = Verb.reject(Reject())
        #expect(throws: TwiMLError.rejectNotAlone) { try TwiMLDocument([reject, .hangup(Hangup())]) }
        #expect(throws: TwiMLError.rejectNotAlone) { try TwiMLDocument([.pause(Pause(seconds: 1)), reject]) }
    }

    @Test(arguments: [
        "", "/a.wav", "a//b.wav", "a/", "../a.wav", "en-US/../../a", ".", "a b.wav", "a%20.wav", "é.wav", "a?b",
    ])
    func `a recording's path that needs escaping or leaves its folder is refused`(path: String) throws {
        let urls = try urls()
        #expect(throws: TwiMLError.unusablePath(path)) { try urls.recording(path: path) }
    }

    @Test(arguments: ["", "bots.example.com", "https://example.com?a=1", "https://example.com/#a", "https://"])
    func `a base that is not an address is refused`(base: String) {
        #expect(throws: TwiMLError.self) { try TurnURLs(base: base) }
    }

    @Test func `a prefix and a slash at the end of the base make the same addresses`() throws {
        for base in ["https://example.com/ivr", "https://example.com/ivr/", "https://example.com/ivr//"] {
            let urls = try TurnURLs(base: base)
            #expect(urls.turn(step: 12).text == "https://example.com/ivr/voice/turn/12")
            #expect(try urls.recording(path: "en-US/a.wav").text == "https://example.com/ivr/prompts/en-US/a.wav")
        }
    }

    @Test func `a document of exactly the limit is served and one byte more is not`() throws {
        let document = try TwiMLDocument([.say(Say("Hello.", language: english))])
        let bytes = try document.bytes()
        #expect(try document.bytes(limit: bytes.count) == bytes)
        #expect(throws: TwiMLError.tooLarge(bytes: bytes.count)) { try document.bytes(limit: bytes.count - 1) }
    }

    @Test func `every refusal says what to do`() {
        let errors: [TwiMLError] = [
            .emptySpeech, .speechTooLong(characters: 3_001), .unusableVoice("?"), .notAbsolute(url: "/a"),
            .unusablePath("../a"), .digitLimit(0), .gatherTimeout(0), .speechTimeout(0), .tooManyHints(501),
            .unusableHint("a,b"), .pauseLength(0), .dialTimeout(4), .numberCount(0),
            .unreachable(verb: "Say", after: "Hangup"), .gatherWithoutRedirect, .rejectNotAlone,
            .unsupported(.speech, provider: "Somleng"), .tooLarge(bytes: 64_001),
            .writer(function: "xmlBufferCreateSize"),
        ]
        for error in errors {
            let sentence = error.description
            #expect(sentence.hasSuffix("."), "\(sentence)")
            #expect(sentence.contains(";") || sentence.contains(","), "\(sentence)")
        }
    }
}
