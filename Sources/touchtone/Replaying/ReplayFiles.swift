import ArgumentParser
import BotGraph
import Foundation
import Replay
import WebhookServer

/// The recordings and call scripts at some paths, and the bots that they are of.
struct ReplayFiles {
    /// A file to be run against a bot.
    struct Item {
        enum Kind {
            case recording(Recording)
            case script(CallScript)
        }

        let path: String
        let kind: Kind
        let bot: BotFiles.Loaded
    }

    let items: [Item]
    /// What is wrong with the files that cannot be run, as lines for standard error.
    let faults: [String]
    /// The bots that the items are of, and those found at the paths, sorted by name.
    let bots: [BotFiles.Loaded]

    /// Finds and reads everything; one file that cannot be read does not hide the others.
    ///
    /// - Parameters:
    ///   - paths: Files, or folders that are searched through and through.
    ///   - folder: Where the bots are; nil for the `bot.yaml` above each file, and `bots` where there is none.
    ///   - recordings: What the bots' prompts play.
    init(_ paths: [String], bots folder: String?, recordings: PromptCatalogue) {
        var found: [String] = []
        var faults: [String] = []
        for path in paths {
            guard let files = ReplayFiles.files(at: path) else {
                faults.append("\(path): error: [unreadable-file] there is no such file or folder")
                continue
            }
            found += files
        }
        var library = ReplayLibrary(folder: folder, recordings: recordings)
        var items: [Item] = []
        var seen: Set<String> = []
        for path in found.sorted() where seen.insert(ReplayFiles.place(of: path)).inserted {
            do throws(ReplayFileFault) {
                if path.hasSuffix(".jsonl") {
                    let recording = try ReplayFiles.recording(at: path)
                    let bot = try library.bot(recording.header.bot, beside: path)
                    items.append(Item(path: path, kind: .recording(recording), bot: bot))
                } else {
                    let script = try ReplayFiles.script(at: path)
                    let bot = try library.bot(script.call, beside: path)
                    items.append(Item(path: path, kind: .script(script), bot: bot))
                }
            } catch { faults += error.lines }
        }
        self.items = items
        self.faults = faults
        bots = library.used
    }

    /// A file, or what a folder holds of recordings (`*.jsonl`) and of call scripts (`*.yaml` in a folder `calls`); nil where
    /// there is nothing of that name.
    private static func files(at path: String) -> [String]? {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
        guard isFolder.boolValue else { return [path] }
        let isCalls = URL(fileURLWithPath: path).lastPathComponent == "calls"
        // An enumerator does not look behind a symbolic link, which is how a release is often put in place.
        let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let inside = (files.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter { name in
            let parts = name.split(separator: "/")
            guard !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
            if name.hasSuffix(".jsonl") { return true }
            return name.hasSuffix(".yaml") && (parts.dropLast().last == "calls" || isCalls && parts.count == 1)
        }
        return inside.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    /// The one name of a file that has several, such as `bots/a.jsonl` and `./bots/a.jsonl`.
    private static func place(of path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }

    private static func recording(at path: String) throws(ReplayFileFault) -> Recording {
        let bytes: [UInt8]
        do { bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)) } catch {
            throw ReplayFileFault(["\(path): error: [unreadable-file] could not be read: \(error.localizedDescription)"]
            )
        }
        switch Recording.read(bytes: bytes, path: path) {
        case .success(let recording): return recording
        case .failure(let findings): throw ReplayFileFault(findings.diagnostics.map(\.description))
        }
    }

    private static func script(at path: String) throws(ReplayFileFault) -> CallScript {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw ReplayFileFault(["\(path): error: [unreadable-file] could not be read: \(error.localizedDescription)"]
            )
        }
        let result = CallScript.parse(text, path: path)
        guard let script = result.script else { throw ReplayFileFault(result.diagnostics.map(\.description)) }
        return script
    }
}

/// Why a file cannot be run, as lines for standard error.
struct ReplayFileFault: Error {
    let lines: [String]

    init(_ lines: [String]) {
        self.lines = lines
    }
}

/// The bots that recordings and scripts are of, each read once.
private struct ReplayLibrary {
    /// The folder that was named; nil where the bot nearest to each file counts.
    let folder: String?
    let recordings: PromptCatalogue
    private var byPath: [String: BotFiles.Loaded] = [:]
    private var folderBots: [BotFiles.Loaded]?
    private var reported: Set<String> = []

    init(folder: String?, recordings: PromptCatalogue) {
        self.folder = folder
        self.recordings = recordings
    }

    /// Every bot that was asked for, by name.
    var used: [BotFiles.Loaded] { byPath.values.sorted { $0.name < $1.name } }

    /// The bot of this name, or the one that the file lies beside.
    mutating func bot(_ name: BotName?, beside path: String) throws(ReplayFileFault) -> BotFiles.Loaded {
        let near = try nearest(to: path)
        if folder == nil, let near, name == nil || near.result.bot?.name == name { return near }
        let folder = folder ?? "bots"
        guard let name = name ?? near?.result.bot?.name else {
            throw ReplayFileFault([
                "\(path): error: [unknown-bot] no bot.yaml lies beside the script; name the bot under 'call'"
            ])
        }
        let all: [BotFiles.Loaded]
        do { all = try folderBots ?? BotArguments.load([folder], recordings: recordings) } catch {
            let reason = (error as? CommandFailure)?.message ?? "\(error)"
            throw ReplayFileFault(["\(path): error: [unknown-bot] the bot '\(name)' was not found: \(reason)"])
        }
        folderBots = all
        guard let found = all.first(where: { $0.result.bot?.name == name || $0.name == name.text }) else {
            let names = all.map(\.name).sorted().joined(separator: ", ")
            throw ReplayFileFault([
                "\(path): error: [unknown-bot] there is no bot '\(name)' in '\(folder)'; there are: \(names)"
            ])
        }
        return try keep(found)
    }

    /// The `bot.yaml` in the folder above the file's, or above that.
    private mutating func nearest(to path: String) throws(ReplayFileFault) -> BotFiles.Loaded? {
        var url = URL(fileURLWithPath: path).deletingLastPathComponent()
        for _ in 0..<3 {
            let relative = path.hasPrefix("/") ? url.path : ReplayLibrary.relative(url.path)
            let candidate = relative.isEmpty ? "bot.yaml" : "\(relative)/bot.yaml"
            if let known = byPath[candidate] { return known }
            if FileManager.default.fileExists(atPath: candidate) {
                do { return try keep(try BotFiles.load(candidate, recordings: recordings)) } catch let fault
                    as ReplayFileFault
                {
                    throw fault
                } catch { throw ReplayFileFault(["\(error)"]) }
            }
            url = url.deletingLastPathComponent()
        }
        return nil
    }

    private mutating func keep(_ loaded: BotFiles.Loaded) throws(ReplayFileFault) -> BotFiles.Loaded {
        guard loaded.result.bot != nil else {
            // One broken bot is told once, however many files are of it.
            let isNews = reported.insert(loaded.path).inserted
            throw ReplayFileFault(isNews ? loaded.result.diagnostics.map(\.description) : [])
        }
        byPath[loaded.path] = loaded
        return loaded
    }

    private static func relative(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath
        guard path.hasPrefix(here) else { return path }
        return String(path.dropFirst(here.count).drop { $0 == "/" })
    }
}
