import BotGraph
import Foundation
import WebhookServer

/// Finding and reading bots, as several commands need it.
enum BotArguments {
    /// The folder of recordings: the one that was named, which has to be there, else `prompts`, which need not.
    static func prompts(_ named: String?) throws -> String {
        guard let named else { return "prompts" }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: named, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure.impossible(
                "There is no folder of recordings '\(named)'. Name one, or leave it out to take 'prompts'."
            )
        }
        return named
    }

    /// The recordings below a folder.
    static func recordings(at folder: String) throws -> PromptCatalogue {
        do { return try BotFiles.recordings(at: folder) } catch { throw CommandFailure.impossible("\(error)") }
    }

    /// All bot files at the paths, each once.
    static func load(_ paths: [String], recordings: PromptCatalogue?) throws -> [BotFiles.Loaded] {
        do {
            var seen: Set<String> = []
            var loaded: [BotFiles.Loaded] = []
            for path in paths {
                let found = try BotFiles.paths(at: path)
                guard !found.isEmpty else { throw BotFilesError.empty(path: path) }
                for file in found where seen.insert(file).inserted {
                    loaded.append(try BotFiles.load(file, recordings: recordings))
                }
            }
            return loaded
        } catch let error as BotFilesError {
            throw CommandFailure.impossible("\(error)")
        }
    }

    /// One bot, by the name of a bot in the folder or by a path.
    static func find(_ word: String, in folder: String, recordings: PromptCatalogue) throws -> BotFiles.Loaded {
        if word.contains("/") || word.hasSuffix(".yaml") {
            let loaded = try load([word], recordings: recordings)
            guard loaded.count == 1 else {
                throw CommandFailure.usage("'\(word)' holds \(loaded.count) bots. Name one of them.")
            }
            return loaded[0]
        }
        let all = try load([folder], recordings: recordings)
        if let found = all.first(where: { $0.result.bot?.name.text == word || $0.name == word }) { return found }
        let names = all.map(\.name).sorted().joined(separator: ", ")
        throw CommandFailure.impossible("There is no bot '\(word)' in '\(folder)'. There are: \(names).")
    }

    /// `name=value` words, as `--set` takes them.
    static func assignments(_ words: [String]) throws -> [(name: String, value: String)] {
        try words.map { word in
            guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
                throw CommandFailure.usage("'--set \(word)' is not of the form name=value.")
            }
            return (String(word[..<equals]), String(word[word.index(after: equals)...]))
        }
    }
}

extension BotFiles.Loaded {
    /// The bot's name by its file.
    var name: String { BotFiles.name(of: path) }
}

extension BotFiles {
    /// The name of a bot by its file: `NAME.yaml` or `NAME/bot.yaml`.
    static func name(of path: String) -> String {
        let url = URL(fileURLWithPath: path)
        let last = url.deletingPathExtension().lastPathComponent
        return last == "bot" ? url.deletingLastPathComponent().lastPathComponent : last
    }
}
