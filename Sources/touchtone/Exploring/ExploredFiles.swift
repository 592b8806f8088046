import BotGraph
import Foundation
import Replay
import WebhookServer

/// The call scripts of an exploration on disk: `calls/explored-001.yaml` and on, beside the bot.
struct ExploredFiles {
    /// What was written.
    struct Written {
        let folder: String
        let count: Int
    }

    let file: BotFiles.Loaded
    let bot: Bot
    /// Another folder than the one beside the bot.
    let folder: String?

    private static let prefix = "explored-"

    /// Writes the scripts and takes away those of an earlier exploration; all others stay as they are.
    func write(_ scripts: [ExploredScript]) throws -> Written {
        let folder = folder ?? besideTheBot
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let names = scripts.indices.map { ExploredFiles.name($0 + 1) }
            for (number, script) in scripts.enumerated() {
                let text = script.text(number: number + 1, command: command, bot: isBesideTheBot ? nil : bot.name)
                let url = URL(fileURLWithPath: folder).appendingPathComponent(names[number])
                try Data(text.utf8).write(to: url, options: .atomic)
            }
            // Only what this command wrote is taken away, and only once the new ones are there.
            for name in try files.contentsOfDirectory(atPath: folder).sorted()
            where ExploredFiles.isOurs(name) && !names.contains(name) {
                try files.removeItem(atPath: "\(folder)/\(name)")
            }
        } catch {
            throw CommandFailure.impossible(
                "Could not write call scripts to '\(folder)': \(error.localizedDescription)"
            )
        }
        return Written(folder: folder, count: scripts.count)
    }

    /// The words that write the files again.
    private var command: String { "touchtone explore \(bot.name) --write" }

    private var isFolderBot: Bool { URL(fileURLWithPath: file.path).lastPathComponent == "bot.yaml" }
    private var isBesideTheBot: Bool { folder == nil && isFolderBot }

    /// `bots/NAME/calls`, for a bot of either form.
    private var besideTheBot: String {
        let parts = file.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let parent = parts.joined(separator: "/")
        let base = parts.isEmpty ? "" : "\(parent)/"
        return isFolderBot ? "\(base)calls" : "\(base)\(bot.name)/calls"
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return "\(prefix)\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).yaml"
    }

    private static func isOurs(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(".yaml") else { return false }
        let middle = name.dropFirst(prefix.count).dropLast(".yaml".count)
        return !middle.isEmpty && middle.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
