import BotGraph
import CallEngine
import Foundation
import Replay
import Store
import StoreSQLite
import Telephony
import WebhookServer

/// Makes recordings of the calls in a database.
struct CallExport {
    enum Outcome {
        case made(Recording, notes: [String])
        case withheld([String])
    }

    let archive: SQLiteCallArchive
    /// The folder of bots.
    let folder: String
    let prompts: PromptCatalogue
    let mask: RecordingMask
    let publicURL: String?

    func recording(of call: CallID) async throws -> Outcome {
        do {
            guard let session = try await archive.session(of: call) else {
                return .withheld(["call '\(call)' is gone"])
            }
            guard let bot = try await bot(session.botVersion) else {
                return .withheld([
                    "call \(call): error: [recording-version-lost] version \(session.botVersion) of '\(session.bot)' is "
                        + "neither in the database nor in '\(folder)', or can no longer be read"
                ])
            }
            let entries = try await archive.log(of: call).map { entry in
                Recording.Entry(applied: entry.event, at: entry.at, effects: entry.effects, reply: entry.reply)
            }
            let maker = RecordingMaker(bot: bot, recordings: prompts, mask: mask)
            let made = maker.make(entries, origin: .export, baseURL: base(of: entries))
            guard let recording = made.recording else {
                return .withheld(made.findings.map { "call \(call): error: [\($0.id)] \($0.message)" })
            }
            return .made(recording, notes: made.findings.map { "call \(call): warning: [\($0.id)] \($0.message)" })
        } catch let error as StoreError { throw CommandFailure.impossible("\(error)") }
    }

    /// The version that a call was pinned to.
    private func bot(_ version: BotVersion) async throws -> Bot? {
        if let source = try await archive.source(of: version) {
            return BotLoader.load(source.text, path: source.path, version: version, recordings: nil).bot
        }
        let files = (try? BotArguments.load([folder], recordings: nil)) ?? []
        return files.compactMap(\.result.bot).first { $0.version == version }
    }

    private func base(of entries: [Recording.Entry]) -> String {
        for case .applied(_, let reply?) in entries.map(\.outcome) {
            if let base = Recording.baseURL(in: reply) { return base }
        }
        return publicURL ?? "http://127.0.0.1:8080"
    }
}

extension RecordingKey {
    /// The key that the environment gives, else one that nobody knows.
    static func ofProcess(_ environment: [String: String]) -> (key: RecordingKey, isLasting: Bool) {
        if let secret = environment["TOUCHTONE_SECRET_KEY"], !secret.isEmpty {
            return (RecordingKey(secret: secret), true)
        }
        var generator = SystemRandomNumberGenerator()
        return (RecordingKey(using: &generator), false)
    }
}

/// A recording on disk.
enum RecordingFile {
    /// Writes a recording whole or not at all, and returns its path.
    static func write(_ recording: Recording, to folder: String) throws -> String {
        let path = "\(folder)/\(recording.path)"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(recording.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure.impossible(
                "Could not write '\(path)': \(error.localizedDescription) Name a folder that can be written."
            )
        }
        return path
    }
}
