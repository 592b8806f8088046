import BotGraph
import Foundation
import Replay
import Testing
import WebhookServer

/// One of the bots that come with the project, by its folder.
struct SampleBot: Sendable, Hashable, CustomTestStringConvertible {
    let name: String

    /// Every folder below `bots`.
    static let all: [SampleBot] = contents(of: botsFolder)
        .filter { FileManager.default.fileExists(atPath: "\(botsFolder)/\($0)/bot.yaml") }
        .map { SampleBot(name: $0) }

    static let promptsFolder = root + "/prompts"
    private static let botsFolder = root + "/bots"

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    var testDescription: String { name }

    /// The call scripts beside the bot, sorted.
    var scripts: [SampleScript] {
        let folder = "\(SampleBot.botsFolder)/\(name)/calls"
        return SampleBot.contents(of: folder).filter { $0.hasSuffix(".yaml") }
            .map { SampleScript(bot: self, name: $0, path: "\(folder)/\($0)") }
    }

    static func recordings() throws -> PromptCatalogue { try BotFiles.recordings(at: promptsFolder) }

    func load() throws -> BotFiles.Loaded {
        try BotFiles.load("\(SampleBot.botsFolder)/\(name)/bot.yaml", recordings: try SampleBot.recordings())
    }

    private static func contents(of folder: String) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch { return [] }
    }
}

/// A call script beside a bot.
struct SampleScript: Sendable, Hashable, CustomTestStringConvertible {
    let bot: SampleBot
    let name: String
    let path: String

    var testDescription: String { "\(bot.name)/\(name)" }

    func read() throws -> CallScript {
        let result = CallScript.parse(try String(contentsOfFile: path, encoding: .utf8), path: testDescription)
        guard let script = result.script else { throw SampleBotError.notAScript(result.diagnostics.map(\.description)) }
        return script
    }
}
