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

struct RecorderTests {
    /// Calls the bots while calls are recorded, and reads the files afterwards.
    private func recordings(
        bots: ServerConfiguration.Recordings.Bots = .all,
        in folder: TemporaryFolder,
        store: any CallStore = InMemoryCallStore(),
        changes: ((inout ServerConfiguration.Recordings) -> Void)? = nil,
        _ body: (TestServer) async throws -> Void
    ) async throws -> [(path: String, recording: Recording)] {
        var settings = ServerConfiguration.Recordings(
            folder: folder.path + "/calls",
            bots: bots,
            format: RecordingsOfTests()
        )
        changes?(&settings)
        let configuration = ServerConfiguration.with { $0.recordings = settings }
        try await TestServer.run(store, configuration: configuration, body)
        return try files(in: folder.path + "/calls").map { path, text in
            (path, try Recording.read(text, path: path).get())
        }
    }

    private func files(in folder: String) throws -> [(path: String, text: String)] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".jsonl") }.sorted().map {
            ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
        }
    }

    private func booked(_ call: ProviderCall, on server: TestServer) async throws {
        _ = try await server.begin(call, token: "t0")
        server.clock.advance(by: .seconds(3))
        _ = try await server.press("1", call, step: 0, token: "t1")
        _ = try await server.press("8253", call, step: 1, token: "t2")
        _ = try await server.press("2", call, step: 2, token: "t3")
        _ = try await server.status("completed", call)
    }

    @Test func `a call that is over is a file that replays to the byte, without its numbers`() async throws {
        let folder = try TemporaryFolder()
        let call = ProviderCall()
        let found = try await recordings(in: folder) { try await booked(call, on: $0) }
        #expect(found.count == 1)
        let (path, recording) = try #require(found.first)
        #expect(path.hasPrefix("booking/2026-11-25/CA"))
        #expect(recording.header.origin == .server)
        #expect(recording.entries.count == 5)
        for raw in [call.id.text, "2065550142", "2065550199", TestServer.accountSID] {
            #expect(!recording.text.contains(raw) && !path.contains(raw), "\(raw)")
        }
        let bot = try #require(try TestServer.loaded(TestBots.booking).result.bot)
        #expect(Replayer(bot: bot, recordings: PromptCatalogue()).replay(recording).passed)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/calls/" + path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `repeated and late webhooks are in it, where they came`() async throws {
        let found = try await recordings(in: TemporaryFolder()) { server in
            let call = ProviderCall()
            _ = try await server.begin(call)
            _ = try await server.begin(call)
            _ = try await server.press("1", call, step: 0)
            _ = try await server.press("1", call, step: 0)
            _ = try await server.press("8253", call, step: 1)
            _ = try await server.press(nil, call, step: 0)
            _ = try await server.status("completed", call)
            _ = try await server.status("ringing", call)
        }
        let recording = try #require(found.first?.recording)
        let words = recording.entries.map { entry in
            if case .refused(let refusal, _) = entry.outcome { refusal.rawValue } else { "applied" }
        }
        #expect(
            words == [
                "applied", "already-started", "applied", "repeated", "applied", "stale", "applied", "status-not-new",
            ]
        )
        let bot = try #require(try TestServer.loaded(TestBots.booking).result.bot)
        #expect(Replayer(bot: bot, recordings: PromptCatalogue()).replay(recording).passed)
    }

    @Test func `only the calls of the bots that are named are recorded`() async throws {
        let name = try #require(BotName("reminder"))
        let found = try await recordings(bots: .named([name]), in: TemporaryFolder()) { server in
            try await booked(ProviderCall(1), on: server)
            let call = ProviderCall.outbound(2)
            _ = try await server.begin(call, bot: "reminder&set.name=Zebediah&set.actor.first_name=Ottoline")
            _ = try await server.press("9", call, step: 0)
            _ = try await server.status("completed", call)
        }
        #expect(found.map(\.recording.header.bot) == [name])
        let text = try #require(found.first?.recording.text)
        #expect(text.contains(#""type":"suppress","number":"+120655501"#))
        #expect(!text.contains("Zebediah") && !text.contains("Ottoline"))
    }

    @Test func `a call that only waits for its status is written at the shutdown, one that goes on is not`()
        async throws
    {
        let found = try await recordings(in: TemporaryFolder()) { server in
            let call = ProviderCall(1)
            _ = try await server.begin(call)
            _ = try await server.press(nil, call, step: 0)
            _ = try await server.press(nil, call, step: 1)
            _ = try await server.begin(ProviderCall(2))
        }
        #expect(found.count == 1)
        #expect(found.first?.recording.entries.count == 3)
    }

    @Test func `the oldest files go when there are too many, and no others`() async throws {
        let folder = try TemporaryFolder()
        let old = try folder.write([1], to: "calls/booking/2026-01-01/CAold.jsonl")
        let notes = try folder.write([1], to: "calls/booking/2026-01-01/notes.txt")
        let foreign = try folder.write([1], to: "calls/booking/elsewhere/CAold.jsonl")
        let configuration = ServerConfiguration.with { configuration in
            configuration.recordings = .init(folder: folder.path + "/calls", files: 2, format: RecordingsOfTests())
        }
        try await TestServer.run(configuration: configuration) { server in
            for number in 1...3 { try await booked(ProviderCall(UInt64(number)), on: server) }
        }
        #expect(!FileManager.default.fileExists(atPath: old))
        #expect(FileManager.default.fileExists(atPath: notes) && FileManager.default.fileExists(atPath: foreign))
        #expect(try files(in: folder.path + "/calls/booking/2026-11-25").count == 2)
    }

    @Test func `files go when they are older than they may be`() async throws {
        let folder = try TemporaryFolder()
        let old = try folder.write([1], to: "calls/booking/2026-11-17/CAold.jsonl")
        let young = try folder.write([1], to: "calls/booking/2026-11-18/CAyoung.jsonl")
        let configuration = ServerConfiguration.with { configuration in
            configuration.recordings = .init(folder: folder.path + "/calls", days: 7, format: RecordingsOfTests())
        }
        try await TestServer.run(configuration: configuration) { try await booked(ProviderCall(), on: $0) }
        #expect(!FileManager.default.fileExists(atPath: old))
        #expect(FileManager.default.fileExists(atPath: young))
    }

    @Test func `calls go on where the folder cannot be written, which is told once and counted`() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.write([1], to: "calls")
        let configuration = ServerConfiguration.with { configuration in
            configuration.recordings = .init(folder: folder.path + "/calls", format: RecordingsOfTests())
            configuration.recordings?.linger = .zero
        }
        try await TestServer.run(configuration: configuration) { server in
            for number in 1...3 { try await booked(ProviderCall(UInt64(number)), on: server) }
            while try await server.recorded("failed") < 3 { await Task.yield() }
            #expect(server.log.lines(with: "could not be recorded").count == 1)
        }
    }

    @Test func `what waits and what is remembered is bounded`() async throws {
        let little = { (settings: inout ServerConfiguration.Recordings) in
            settings.waitingCalls = 1
            settings.refusedPerCall = 2
            settings.linger = .seconds(600)
        }
        let found = try await recordings(in: TemporaryFolder(), changes: little) { server in
            let call = ProviderCall(1)
            _ = try await server.begin(call)
            for _ in 0..<5 { _ = try await server.begin(call) }
            _ = try await server.status("completed", call)
            _ = try await server.begin(ProviderCall(2))
            _ = try await server.status("completed", ProviderCall(2))
            #expect(try await server.recorded("dropped") == 1)
        }
        #expect(found.count == 1)
        #expect(found.first?.recording.entries.count == 4)
    }

    @Test func `nothing is recorded unless it is switched on`() async throws {
        try await TestServer.run { server in
            try await booked(ProviderCall(), on: server)
            #expect(try await server.recorded("written") == 0)
        }
    }
}

extension TestServer {
    /// How many calls were recorded with an outcome.
    fileprivate func recorded(_ outcome: String) async throws -> Int {
        let text = String(decoding: try await get("/metrics").body, as: UTF8.self)
        let line = text.split(separator: "\n").first {
            $0.hasPrefix("touchtone_recordings_total{outcome=\"\(outcome)\"}")
        }
        return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }
}

/// Recordings as the command has them made, with a key of the tests.
private struct RecordingsOfTests: CallRecordFormat {
    func file(of record: CallRecord) -> CallRecordFile {
        let maker = RecordingMaker(
            bot: record.bot,
            recordings: record.recordings,
            limits: record.limits,
            mask: RecordingMask(key: RecordingKey(secret: "tests"))
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
        guard let recording = made.recording else {
            return .unusable(reason: made.findings.map(\.message).joined(separator: "; "))
        }
        return .file(name: recording.path, contents: recording.bytes, note: nil)
    }
}
