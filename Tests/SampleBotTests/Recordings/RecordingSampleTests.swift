import BotGraph
import CallEngine
import Compliance
import Foundation
import Replay
import Telephony
import Testing
import WebhookServer

/// The recordings beside the sample bots are what a server writes of these calls, and stay so.
///
/// `TOUCHTONE_WRITE_RECORDINGS=bots` writes them anew, into `BOT/recordings` of that folder.
struct RecordingSampleTests {
    private static let folder = ProcessInfo.processInfo.environment["TOUCHTONE_WRITE_RECORDINGS"]

    @Test(.enabled(if: folder != nil, "nobody asked for them"), arguments: RecordingSample.all)
    func `the recordings are written`(_ sample: RecordingSample) async throws {
        let folder = "\(try #require(RecordingSampleTests.folder))/\(sample.bot.name)/recordings"
        let recording = try await sample.record()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(recording.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(sample.name).jsonl"))
    }

    /// Apart from the bot's version: a comment in its file is no reason to make them anew.
    @Test(.enabled(if: folder == nil, "they are being written"), arguments: RecordingSample.all)
    func `a server writes the recording beside the bot, byte for byte`(_ sample: RecordingSample) async throws {
        let text = try String(contentsOfFile: sample.path, encoding: .utf8)
        var recording = try await sample.record()
        recording.header.botVersion = try Recording.read(text, path: sample.name).get().header.botVersion
        #expect(recording.text == text, "\(sample): TOUCHTONE_WRITE_RECORDINGS=bots writes it anew")
    }

    @Test(arguments: SampleBot.all)
    func `each recording beside a bot is one of these calls or says that it is made by hand`(_ bot: SampleBot) throws {
        let made = Set(RecordingSample.all.filter { $0.bot == bot }.map { "\($0.name).jsonl" })
        let recorded = try bot.recorded()
        #expect(made.isSubset(of: recorded.map(\.path)))
        for recording in recorded where !made.contains(recording.path) {
            #expect(recording.header.origin == .handMade, "\(recording.path)")
        }
        for recording in recorded where made.contains(recording.path) {
            #expect(recording.header.origin == .server, "\(recording.path)")
        }
        #expect(
            recorded.allSatisfy { $0.header.note?.hasSuffix(".") == true || $0.header.note?.contains(". ") == true }
        )
    }

    @Test(arguments: SampleBot.all)
    func `a bot's recordings pass with the bot as it is`(_ bot: SampleBot) throws {
        let loaded = try #require(try bot.load().result.bot)
        let replayer = Replayer(bot: loaded, recordings: try SampleBot.recordings())
        for recording in try bot.recorded() {
            let result = replayer.replay(recording)
            #expect(result.passed, "\(result.report().joined(separator: "\n"))")
            #expect(result.now.entries == recording.entries)
        }
    }

    @Test(arguments: SampleBot.all)
    func `the difficult calls are among them`(_ bot: SampleBot) throws {
        let loaded = try #require(try bot.load().result.bot)
        let recorded = try bot.recorded()
        let refusals = Set(
            recorded.flatMap(\.entries).compactMap { entry -> Recording.Refusal? in
                if case .refused(let refusal, _) = entry.outcome { refusal } else { nil }
            }
        )
        for refusal in [Recording.Refusal.alreadyStarted, .repeated, .ended, .statusNotNew] {
            #expect(refusals.contains(refusal), "\(bot): \(refusal)")
        }
        let ends = Set(
            recorded.flatMap(\.entries).flatMap(\.kept).compactMap { effect -> EndReason? in
                if case .ended(let reason) = effect { reason } else { nil }
            }
        )
        #expect(ends.isSuperset(of: [.completed, .callerHungUp, .optedOut, .tooLong]), "\(bot): \(ends)")
        // A request to stop that comes when the call is over.
        let isLate = recorded.contains { recording in
            guard let end = recording.entries.firstIndex(where: \.isEnd) else { return false }
            return recording.entries[end...].flatMap(\.kept).contains { if case .suppress = $0 { true } else { false } }
        }
        #expect(isLate, "\(bot)")
        // A call that began with another version than the others.
        let changed = try #require(recorded.first { $0.path == "version-change.jsonl" })
        #expect(!recorded.contains { $0.path != changed.path && $0.header.botVersion == changed.header.botVersion })
        #expect(changed.header.botVersion != loaded.version)
    }

    @Test func `nothing of the calls is in them that is not masked`() throws {
        for recording in try SampleBot.all.flatMap({ try $0.recorded() }) {
            #expect(!recording.text.contains(RecordingServer.accountSID))
            #expect(!recording.text.contains("Ada"))
            for match in recording.text.matches(of: /\+1\d{10}/) {
                #expect(match.output.contains(/\+1\d{3}55501\d\d/), "\(recording.path)")
            }
        }
    }
}

extension Recording.Entry {
    /// What was kept with the event.
    var kept: [CallEffect] {
        if case .applied(let effects, _) = outcome { effects } else { [] }
    }

    /// Whether the provider told that the call is over.
    fileprivate var isEnd: Bool {
        if case .statusChanged(let status, _) = event { status.isFinal } else { false }
    }
}
