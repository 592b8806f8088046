import Airscript
import BotGraph
import CallEngine
import Carrier
import Compliance
import Replay
import Simulator
import Store
import Telephony
import Testing
import WebhookServer

/// Recorded calls, posted to a running server as the provider would, at the instants at which they happened.
struct ReplayOverHTTPTests {
    @Test(arguments: SampleBot.all)
    func `a recorded call gets over HTTP, byte for byte, what it gets offline`(_ sample: SampleBot) async throws {
        let file = try sample.load()
        let bot = try #require(file.result.bot)
        let replayer = Replayer(bot: bot, recordings: try SampleBot.recordings())
        let recorded = try sample.recorded()
        #expect(recorded.count > 10)
        var documents = 0
        for recording in recorded {
            let offline = replayer.replay(recording)
            #expect(offline.passed)
            let posted = try PostedCall(recording: recording, bot: bot)
            let (replies, log) = try await RecordingServer.run(
                [file],
                at: try #require(recording.entries.first?.at),
                publicURL: recording.header.baseURL,
                changes: posted.configure
            ) { server in
                (try await posted.replies(of: server), try await server.store.log(of: posted.start.call))
            }
            for (index, entry) in recording.entries.enumerated() {
                #expect(replies[index] == entry.reply, "\(sample)/\(recording.path):\(recording.lines[index])")
                #expect(replies[index] == offline.now.entries[index].reply, "\(sample)/\(recording.path)")
                if replies[index] != nil { documents += 1 }
            }
            // What the server keeps of it is what the recording has, no more and no less.
            let applied = recording.entries.filter { if case .applied = $0.outcome { true } else { false } }
            #expect(log.map(\.at) == applied.map(\.at), "\(sample)/\(recording.path)")
            #expect(log.map { $0.effects.filter(\.isKept) } == applied.map(\.kept), "\(sample)/\(recording.path)")
        }
        #expect(documents > 40)
    }

    @Test func `a reply that differs by a byte is noticed`() async throws {
        let sample = try #require(SampleBot.all.first)
        let file = try sample.load()
        let bot = try #require(file.result.bot)
        let recording = try #require(try sample.recorded().first)
        let posted = try PostedCall(recording: recording, bot: bot)
        let start = try #require(recording.entries.first?.at)
        let replies = try await RecordingServer.run([file], at: start, publicURL: "https://bots.example.org") {
            try await posted.replies(of: $0)
        }
        #expect(replies[0] != recording.entries[0].reply)
        #expect(
            replies[0]
                == recording.entries[0].reply?.replacing("https://bots.example.com", with: "https://bots.example.org")
        )
    }
}

/// A recorded call as a provider would post it.
private struct PostedCall {
    let recording: Recording
    let bot: Bot
    let start: CallStart

    init(recording: Recording, bot: Bot) throws {
        self.recording = recording
        self.bot = bot
        guard case .started(let start) = recording.entries.first?.event else {
            throw SampleBotError.beyondTheMap("a recording that does not begin with the start")
        }
        self.start = start
    }

    /// Tells a server what the law says where the person is, as the recording has it.
    func configure(_ configuration: inout ServerConfiguration) {
        let limit = start.disclosureLimit
        configuration.disclosureLimit = { _ in limit }
    }

    /// Posts every event at its instant.
    ///
    /// - Parameter server: Its clock stands at the first.
    /// - Returns: A document for each event that is answered with one.
    /// - Throws: When the server is not there, or takes a webhook for a bad one.
    func replies(of server: RecordingServer) async throws -> [String?] {
        var replies: [String?] = []
        for entry in recording.entries {
            server.clock.advance(by: entry.at - server.clock.now)
            let response = try await server.post(try target(of: entry.event), form(of: entry.event))
            switch response.status {
            case 204: replies.append(nil)
            case 200: replies.append(String(decoding: response.body, as: UTF8.self))
            default: throw SampleBotError.beyondTheMap("HTTP status \(response.status)")
            }
        }
        return replies
    }

    private func target(of event: CallEvent) throws -> String {
        switch event {
        case .started(let start):
            var query = [FormParameters.Parameter("bot", bot.name.text)]
            for (name, value) in start.variables.sorted(by: { $0.key < $1.key }) {
                if case .object(let record) = value {
                    query += record.entries.map {
                        FormParameters.Parameter("set.\(name).\($0.name)", $0.value.rendered)
                    }
                } else {
                    query.append(FormParameters.Parameter("set.\(name)", value.rendered))
                }
            }
            return "/voice/incoming?\(String(decoding: FormParameters(query).encoded(), as: UTF8.self))"
        case .input(let step, _), .forwardEnded(let step, _): return "/voice/turn/\(step)"
        case .statusChanged: return "/voice/status"
        }
    }

    private func form(of event: CallEvent) -> FormParameters {
        var form: [FormParameters.Parameter]
        switch event {
        case .started(let start):
            form = start.parameters.sorted { $0.key < $1.key }.map { FormParameters.Parameter($0.key, $0.value) }
        case .input(_, let input):
            form = common(status: .inProgress)
            if input.isUnreadable { form.append(FormParameters.Parameter("Digits", "A")) }
            if let digits = input.digits { form.append(FormParameters.Parameter("Digits", digits.unmasked)) }
            if let speech = input.speech { form.append(FormParameters.Parameter("SpeechResult", speech)) }
            if let confidence = input.confidence {
                form.append(FormParameters.Parameter("Confidence", "\(confidence)"))
            }
        case .forwardEnded(_, let status):
            form = common(status: .inProgress) + [FormParameters.Parameter("DialCallStatus", status.rawValue)]
        case .statusChanged(let status, let sequence):
            form = common(status: status)
            if let sequence { form.append(FormParameters.Parameter("SequenceNumber", "\(sequence)")) }
        }
        return FormParameters(form)
    }

    private func common(status: CallStatus) -> [FormParameters.Parameter] {
        let names = ["CallSid", "AccountSid", "From", "To", "Direction"]
        return start.parameters.filter { names.contains($0.key) }.sorted { $0.key < $1.key }
            .map { FormParameters.Parameter($0.key, $0.value) }
            + [FormParameters.Parameter("CallStatus", status.rawValue)]
    }
}

extension Recording.Entry {
    /// The document that the recording has for the event.
    fileprivate var reply: String? {
        switch outcome {
        case .applied(_, let reply), .refused(_, let reply): reply
        }
    }
}
