package import BotGraph
import Carrier
import Foundation
import Telephony

/// Reads bot files and recordings from disk.
package enum BotFiles {
    /// One bot file with what the loader made of it.
    package struct Loaded: Sendable {
        package let path: String
        package let text: String
        package let result: BotLoader.Result
    }

    /// Bot files at a path: the file itself, or every `NAME.yaml` and `NAME/bot.yaml` of a folder, sorted.
    ///
    /// Call scripts and recordings that lie beside a `bot.yaml` are not bots; a folder is not searched any deeper.
    package static func paths(at path: String) throws(BotFilesError) -> [String] {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
        guard isFolder.boolValue else { return [path] }
        let names: [String]
        do { names = try files.contentsOfDirectory(atPath: path).sorted() } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        if names.contains("bot.yaml") { return ["\(path)/bot.yaml"] }
        return names.compactMap { name -> String? in
            let full = "\(path)/\(name)"
            if name.hasSuffix(".yaml"), !name.hasPrefix(".") { return full }
            let inside = "\(full)/bot.yaml"
            return files.fileExists(atPath: inside) ? inside : nil
        }
    }

    /// Reads and loads one bot file.
    package static func load(_ path: String, recordings: PromptCatalogue?) throws(BotFilesError) -> Loaded {
        let bytes = try bytes(at: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: path, reason: "the file is not UTF-8 text; save it as UTF-8")
        }
        let version = BotVersion(Digest.sha256Hex(bytes))
        return Loaded(
            path: path,
            text: text,
            result: BotLoader.load(text, path: path, version: version, recordings: recordings)
        )
    }

    /// The recordings below `prompts/LANGUAGE/`.
    ///
    /// A folder that is not there holds none.
    package static func recordings(at folder: String) throws(BotFilesError) -> PromptCatalogue {
        var catalogue = PromptCatalogue()
        for file in try recordingFiles(at: folder) {
            let bytes = try bytes(at: "\(folder)/\(file.path)")
            catalogue[file.name, file.language] = PromptCatalogue.Recording(
                path: file.path,
                duration: AudioHeader.duration(of: bytes),
                format: AudioHeader.format(of: bytes)
            )
        }
        return catalogue
    }

    /// The files that `recordings(at:)` reads, sorted.
    static func recordingPaths(at folder: String) throws(BotFilesError) -> [String] {
        try recordingFiles(at: folder).map { "\(folder)/\($0.path)" }
    }

    /// A file that holds a recording, its path below the folder of recordings.
    private struct RecordingFile {
        let name: RecordingName
        let language: LanguageTag
        let path: String
    }

    private static func recordingFiles(at folder: String) throws(BotFilesError) -> [RecordingFile] {
        let files = FileManager.default
        guard files.fileExists(atPath: folder) else { return [] }
        let languages: [String]
        do { languages = try files.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw .unreadable(path: folder, reason: error.localizedDescription)
        }
        var found: [RecordingFile] = []
        for name in languages {
            guard let language = LanguageTag(name) else { continue }
            for path in try subpaths(of: URL(fileURLWithPath: "\(folder)/\(name)")) {
                guard let dot = path.lastIndex(of: "."), AudioType(path: path) != nil else { continue }
                guard let recording = RecordingName(String(path[..<dot])) else { continue }
                found.append(RecordingFile(name: recording, language: language, path: "\(name)/\(path)"))
            }
        }
        return found
    }

    /// What lies below a folder, sorted; nothing below a file.
    private static func subpaths(of folder: URL) throws(BotFilesError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            return []
        }
        do { return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() } catch {
            throw .unreadable(path: folder.path, reason: error.localizedDescription)
        }
    }

    private static func bytes(at path: String) throws(BotFilesError) -> [UInt8] {
        do { return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }
}

/// Why bots or recordings could not be read from disk.
package enum BotFilesError: Error, Hashable, Sendable {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    /// A folder without a bot.
    case empty(path: String)
    /// A lint configuration with mistakes, of which there is at least one.
    case misconfigured(findings: [Diagnostic])
}

extension BotFilesError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path): "There is no file or folder '\(path)'. Name a bot file or a folder of bots."
        case .unreadable(let path, let reason): "Could not read '\(path)': \(reason)."
        case .empty(let path): "There are no bots in '\(path)'. A bot is NAME.yaml or NAME/bot.yaml in that folder."
        case .misconfigured(let findings): findings.map(\.description).joined(separator: "\n")
        }
    }
}
