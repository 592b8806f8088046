import Airscript
import BotGraph
import CallEngine
import Carrier
import Foundation
import Replay
import Simulator
import Store
import Telephony
import Testing
import WebhookServer

extension RecordingSample {
    /// Makes the call against a server that records it, and gives what the server wrote.
    func record() async throws -> Recording {
        let folder = try RecordingFolderOfTests()
        let current = try bot.load()
        let first = try earlierWords.map { words in
            try #require(current.text.contains(words.now), "\(testDescription): the bot does not say '\(words.now)'")
            return try folder.bot(current.text.replacingOccurrences(of: words.now, with: words.before))
        }
        let record = { (configuration: inout ServerConfiguration) in
            configuration.accountSID = RecordingServer.accountSID
            configuration.recordings = ServerConfiguration.Recordings(
                folder: folder.path + "/recordings",
                format: MaskedFormat()
            )
        }
        try await RecordingServer.run(
            [first ?? current],
            at: try startsAt(),
            publicURL: RecordingSample.baseURL,
            changes: record
        ) { server in
            let result = try await call(server, later: first == nil ? nil : current)
            for straggler in stragglers { try await post(straggler, of: result, to: server) }
        }
        var recording = try folder.recording()
        let known = recording.header.note.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
        recording.header.note = [try note ?? title(), known].compactMap(\.self).joined(separator: " ")
        recording.path = "\(name).jsonl"
        return recording
    }

    private func title() throws -> String? {
        guard case .script(let script) = conversation else { return nil }
        return try script.read().title
    }

    private func startsAt() throws -> Instant {
        guard case .script(let script) = conversation else { return RecordingSample.start }
        return try script.read().scene.at ?? RecordingSample.start
    }

    private func call(_ server: RecordingServer, later: BotFiles.Loaded?) async throws -> CallResult {
        let provider = try server.provider(troubles: troubles)
        switch conversation {
        case .script(let script):
            let script = try script.read()
            let values = script.set.mapValues(\.rendered)
            let plan = try plan(server, person: "+12065550123", values: values)
            let runner = ScriptRunner(provider: provider) { await server.snapshot(of: $0) }
            let result = await runner.run(script, plan: plan, clock: server.clock)
            #expect(result.passed, "\(result.report().joined(separator: "\n"))")
            return result.call
        case .acts(let acts, let person, let values):
            let plan = try plan(server, person: person, values: values)
            var caller = PublishingCaller(acts: PresetCaller(acts), library: server.library, later: later)
            let result = await provider.call(plan, clock: server.clock).run(caller: &caller)
            #expect(result.isClean, "\(testDescription): \(result.faults) \(result.warnings)")
            #expect(caller.failure == nil)
            return result
        }
    }

    private func plan(_ server: RecordingServer, person: String, values: [String: String]) throws -> CallPlan {
        let name = try #require(BotName(bot.name))
        let direction = try #require(server.library.current(name)?.direction)
        let query = FormParameters(
            [FormParameters.Parameter("bot", bot.name)]
                + values.sorted { $0.key < $1.key }.map { FormParameters.Parameter("set.\($0.key)", $0.value) }
        )
        let person = Party(parameter: person)
        let ownNumber = Party(parameter: "+12065550199")
        return CallPlan(
            direction: direction,
            from: direction == .inbound ? person : ownNumber,
            to: direction == .inbound ? ownNumber : person,
            voiceURL: "\(server.publicURL)/voice/incoming?\(String(decoding: query.encoded(), as: UTF8.self))",
            statusURL: "\(server.publicURL)/voice/status",
            parameters: parameters,
            seed: seed,
            timeLimit: timeLimit
        )
    }

    /// Names the call, the same every time: FNV-1a over the recording's name.
    private var seed: UInt64 {
        testDescription.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
    }

    private func post(_ straggler: Straggler, of call: CallResult, to server: RecordingServer) async throws {
        server.clock.advance(by: .milliseconds(400))
        var form = [
            FormParameters.Parameter("CallSid", call.call.text),
            FormParameters.Parameter("AccountSid", RecordingServer.accountSID),
        ]
        let response: HTTPResponse
        switch straggler {
        case .turn(let step, let name, let value):
            form += [FormParameters.Parameter("CallStatus", "in-progress"), FormParameters.Parameter(name, value)]
            response = try await server.post("/voice/turn/\(step)", FormParameters(form))
            #expect(response.status == 200)
        case .status(let status, let sequence):
            form += [
                FormParameters.Parameter("CallStatus", status),
                FormParameters.Parameter("SequenceNumber", "\(sequence)"),
            ]
            response = try await server.post("/voice/status", FormParameters(form))
            #expect(response.status == 204)
        }
    }
}

/// A caller who does the same things every time, while the bot's file is replaced as soon as the first words are heard.
private struct PublishingCaller: Caller {
    var acts: PresetCaller
    let library: BotLibrary
    var later: BotFiles.Loaded?
    /// Why the other version could not be published.
    private(set) var failure: String?

    mutating func next(_ heard: Heard, expecting awaited: Awaited) async -> CallerAct {
        if let later {
            do { try await library.publish([later]) } catch { failure = "\(error)" }
            self.later = nil
        }
        return await acts.next(heard, expecting: awaited)
    }
}

/// The format of recordings, masked under a key of the tests: the same calls are the same files.
private struct MaskedFormat: CallRecordFormat {
    func file(of record: CallRecord) -> CallRecordFile {
        let maker = RecordingMaker(
            bot: record.bot,
            recordings: record.recordings,
            limits: record.limits,
            mask: RecordingMask(key: RecordingKey(secret: "the sample recordings"))
        )
        let entries = record.events.map { event in
            switch event.outcome {
            case .applied(let effects, let reply):
                Recording.Entry(applied: event.event, at: event.at, effects: effects, reply: reply)
            case .refused(let refusal, let reply):
                Recording.Entry(
                    at: event.at,
                    event: event.event,
                    outcome: .refused(
                        Recording.Refusal(refusal),
                        reply: reply.map { String(decoding: $0, as: UTF8.self) }
                    )
                )
            }
        }
        let made = maker.make(entries, origin: .server, baseURL: record.baseURL)
        let findings = made.findings.map(\.message).joined(separator: "; ")
        guard let recording = made.recording else { return .unusable(reason: findings) }
        return .file(name: recording.path, contents: recording.bytes, note: nil)
    }
}

/// A folder of one recorded call, which goes away with it.
private final class RecordingFolderOfTests: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("recorded-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        // Nothing is lost where the system's own clean-up has to do it.
        try? FileManager.default.removeItem(atPath: path)
    }

    func bot(_ text: String) throws -> BotFiles.Loaded {
        let place = path + "/bot.yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: place))
        return try BotFiles.load(place, recordings: try SampleBot.recordings())
    }

    /// The one recording that the server wrote.
    func recording() throws -> Recording {
        let folder = path + "/recordings"
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".jsonl") }
        try #require(files.count == 1, "the server wrote \(files)")
        let name = try #require(files.first)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
        return try Recording.read(bytes: bytes, path: name).get()
    }
}
