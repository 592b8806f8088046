import Airscript
import BotGraph
import CallEngine
import Carrier
import Replay
import Simulator
import Telephony
import Testing

struct RecordingMaskTests {
    private static let source = """
        bot: reminder
        title: Reminder
        channel: voice
        direction: outbound
        purpose: informational
        languages: [en-US]
        variables:
          day: {type: datetime}
          plan: text
          callback: {type: phone}
          patient_name: text
          card: {type: text, secret: true}
          code: {type: number, secret: true}
          heard: {type: text, default: ""}
        opt_out: {press: "9", confirm: sure}
        intent: {caller: Riverside Dental, purpose: about your appointment, opt_out: press 9}
        start: menu
        nodes:
          menu:
            type: decision_menu
            prompt: "Hello {{actor.first_name}} {{patient_name}}, this is Riverside Dental about your appointment. Press 9 to stop. Your number is {{callback}}, we call {{actor.phone}} from {{session.start.call.From}} in {{session.start.call.ToCity}}."
            options:
              - {name: number, press: "1", say: [number], go: number}
              - {name: gold, press: "2", say: [gold], go: kind}
            no_input: {then: bye}
            no_match: {then: bye}
          number:
            type: touchtone_capture
            prompt: "Type it."
            variable: heard
            min_digits: 1
            max_digits: 16
            no_input: {then: bye}
            no_match: {then: bye}
            go: said
          said:
            type: message
            prompt: "You typed {{heard}}, {{day}}."
            go: bye
          kind:
            type: condition
            cases:
              - {when: 'patient_name = "Jane Roe"', go: said}
            else: bye
          sure:
            type: decision_menu
            prompt: "Stop? Press 1."
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - {name: keep, press: "2", opt_out: withdrawn}
            no_input: {then: bye}
            no_match: {then: bye}
          bye: {type: hang_up, prompt: "Goodbye."}
        """

    private func bot() throws -> Bot {
        let version = BotVersion(Digest.sha256Hex([UInt8](Self.source.utf8)))
        let result = BotLoader.load(Self.source, path: "reminder.yaml", version: version, recordings: nil)
        return try #require(result.bot, "\(result.diagnostics)")
    }

    private func start(_ changes: [String: Value] = [:], person: String = "+12065550101") throws -> CallStart {
        let actor = Record([
            ("first_name", .text("Janet")), ("email", .text("janet.doe@example.net")),
            ("time_zone", .text("America/Los_Angeles")),
            ("zip", .text("98101")), ("note", .text("calls back at (425) 555-0144")),
        ])
        let variables: [String: Value] = [
            "day": .text("2026-11-26T09:30:00"), "plan": .text("gold"), "callback": .text("+14255550144"),
            "patient_name": .text("Jane Roe"), "card": .text("4111111111111111"), "code": .number(8_253),
            "actor": .object(actor),
            "undeclared": .text("Zebediah"),
        ]
        return CallStart(
            call: try #require(CallID("CA00000000000000000000000000000777")),
            direction: .outbound,
            person: Party(parameter: person),
            ownNumber: Party(parameter: "+12065550199"),
            status: .inProgress,
            variables: variables.merging(changes) { $1 },
            parameters: [
                "CallSid": "CA00000000000000000000000000000777", "AccountSid": "AC00000000000000000000000000000999",
                "From": "+12065550199", "To": person, "ToCity": "SEATTLE", "ToState": "WA", "ToZip": "98101",
                "CallerName": "JANET DOE", "Direction": "outbound-api",
            ]
        )
    }

    private func entries(_ start: CallStart, _ inputs: [CallerInput]) -> [Recording.Entry] {
        let begin = Instant(milliseconds: 1_764_108_447_000)
        let events = [CallEvent.started(start)] + inputs.enumerated().map { .input(step: $0, $1) }
        return events.enumerated().map { index, event in
            Recording.Entry(at: begin + .seconds(30 * index), event: event, outcome: .applied(effects: [], reply: nil))
        }
    }

    /// The call as the engine answers it.
    private func played(_ start: CallStart, _ inputs: [CallerInput]) throws -> [Recording.Entry] {
        try played(entries(start, inputs))
    }

    private func played(_ entries: [Recording.Entry]) throws -> [Recording.Entry] {
        let bot = try bot()
        let header = Recording.Header(
            bot: bot.name,
            botVersion: bot.version,
            origin: .server,
            baseURL: "https://bots.example.com"
        )
        let raw = Recording(path: "", header: header, entries: entries)
        return Replayer(bot: bot, recordings: PromptCatalogue()).replay(raw).now.entries
    }

    private func made(
        _ start: CallStart,
        _ inputs: [CallerInput],
        secret: String = "one"
    ) throws -> (recording: Recording, findings: [Diagnostic]) {
        let maker = RecordingMaker(
            bot: try bot(),
            recordings: PromptCatalogue(),
            mask: RecordingMask(key: RecordingKey(secret: secret))
        )
        let made = maker.make(try played(start, inputs), origin: .server, baseURL: "https://bots.example.com")
        return (try #require(made.recording), made.findings)
    }

    @Test func `nothing personal is in a recording`() throws {
        let (recording, _) = try made(
            start(),
            [
                CallerInput(digits: Digits("1")),
                CallerInput(
                    digits: Digits("2065550101"),
                    speech: "this is janet, number 206 555 0101, or two oh six five five five zero one"
                ),
                CallerInput(digits: Digits("4111111111111111")), CallerInput(speech: "stop"),
            ]
        )
        let text = recording.text
        let digits = text.filter(\.isNumber)
        for raw in [
            "2065550101", "2065550199", "4255550144", "4111111111111111", "555 0101", "555-0144", "8253", "98101",
            "00000000000000000777", "0000000000000999",
        ] {
            #expect(!text.contains(raw), "\(raw)")
        }
        #expect(!digits.contains("4255550144"))
        for raw in [
            "janet", "doe", "jane", "roe", "seattle", "example.net", "zebediah", "two oh six five five five zero one",
        ] {
            #expect(!text.lowercased().contains(raw), "\(raw)")
        }
        // What decides the call and names nobody stays.
        for kept in [
            "America/Los_Angeles", "2026-11-26T09:30:00", "gold", "+120655501", "\"WA\"", "Riverside Dental", "stop",
        ] {
            #expect(text.contains(kept), "\(kept)")
        }
    }

    @Test func `a recording replays to the byte`() throws {
        let (recording, findings) = try made(
            start(),
            [CallerInput(digits: Digits("9")), CallerInput(digits: Digits("1"))]
        )
        let read = try Recording.read(recording.text, path: recording.path).get()
        #expect(Replayer(bot: try bot(), recordings: PromptCatalogue()).replay(read).passed)
        #expect(findings.isEmpty)
        #expect(recording.header.note == nil)
        #expect(recording.text.contains(#""type":"suppress""#))
    }

    @Test func `with one key a number has one stand-in everywhere, with another key another`() throws {
        func person(_ secret: String, _ number: String) throws -> Party {
            let (recording, _) = try made(try start(person: number), [], secret: secret)
            guard case .started(let start) = recording.entries[0].event else { throw Unexpected() }
            return start.person
        }
        let stand = try person("one", "+12065550101")
        #expect(try person("one", "+12065550101") == stand)
        let others = try ["two", "three", "four"].map { try person($0, "+12065550101") }
        #expect(others.contains { $0 != stand })
        #expect(stand.unmasked.hasPrefix("+120655501") && stand.unmasked.utf8.count == 12)
        #expect(try person("one", "+442079460101").unmasked.hasPrefix("+4400"))
        #expect(try person("one", "+442079460101").unmasked.utf8.count == 13)
        #expect(try person("one", "anonymous") == .withheld)
        #expect(try person("one", "sip:+12065550101@host.example").number == stand.number)
    }

    @Test func `two numbers of a call stay two`() throws {
        for last in 0..<100 {
            let number = "+120655501" + (last < 10 ? "0" : "") + "\(last)"
            let (recording, _) = try made(try start(person: number), [])
            guard case .started(let start) = recording.entries[0].event else { throw Unexpected() }
            #expect((start.person == start.ownNumber) == (number == "+12065550199"))
        }
    }

    @Test func `a call whose way depends on what is masked says so`() throws {
        let (recording, findings) = try made(start(), [CallerInput(digits: Digits("2"))])
        #expect(recording.header.note?.contains("goes another way") == true)
        #expect(findings.map(\.id) == ["recording-note"])
        #expect(Replayer(bot: try bot(), recordings: PromptCatalogue()).replay(recording).passed)
    }

    @Test func `a call that the engine answers otherwise now is not recorded`() throws {
        var played = try played(start(), [CallerInput(digits: Digits("1"))])
        played[1].outcome = .applied(effects: [], reply: "<Response><Say>Something else</Say></Response>")
        let maker = RecordingMaker(
            bot: try bot(),
            recordings: PromptCatalogue(),
            mask: RecordingMask(key: RecordingKey(secret: "one"))
        )
        let made = maker.make(played, origin: .export, baseURL: "https://bots.example.com")
        #expect(made.recording == nil)
        #expect(made.findings.map(\.id) == ["recording-changed"])
    }

    @Test func `times that run backwards are those the engine took`() throws {
        var entries = entries(try start(), [CallerInput(digits: Digits("1"))])
        entries[1].at = Instant(milliseconds: 0)
        let played = try played(entries)
        let maker = RecordingMaker(
            bot: try bot(),
            recordings: PromptCatalogue(),
            mask: RecordingMask(key: RecordingKey(secret: "one"))
        )
        let recording = try #require(maker.make(played, origin: .export, baseURL: "https://bots.example.com").recording)
        #expect(recording.entries[1].at == recording.entries[0].at)
        #expect((try? Recording.read(recording.text, path: "a").get()) != nil)
    }

    @Test func `keyed digests are those of RFC 4231`() {
        let digest = Digest.hmacSHA256([UInt8]("what do ya want for nothing?".utf8), key: [UInt8]("Jefe".utf8))
        let text = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(text == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func `the base of the addresses is found in a reply`() {
        let reply = "<Response><Gather action=\"https://a.example/x/voice/turn/3\"/></Response>"
        #expect(Recording.baseURL(in: reply) == "https://a.example/x")
        #expect(Recording.baseURL(in: "<Response><Hangup/></Response>") == nil)
    }

    private struct Unexpected: Error {}
}
