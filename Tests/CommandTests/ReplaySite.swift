import Foundation
import Testing

/// A folder with copies of sample bots and their recordings, to change and to replay.
struct ReplaySite: ~Copyable {
    let folder: ScratchFolder

    /// - Parameter bots: The samples that are copied, without their call scripts.
    /// - Throws: When one of them cannot be copied.
    init(_ bots: String...) throws {
        let folder = try ScratchFolder()
        for bot in bots {
            try ReplaySite.copy("bots/\(bot)/bot.yaml", to: folder)
            for name in try ReplaySite.names(in: "\(CommandRun.root)/bots/\(bot)/recordings") {
                try ReplaySite.copy("bots/\(bot)/recordings/\(name)", to: folder)
            }
        }
        self.folder = folder
    }

    /// Copies a file of the repository to the same place here.
    func copy(_ path: String) throws { try ReplaySite.copy(path, to: folder) }

    private static func copy(_ path: String, to folder: borrowing ScratchFolder) throws {
        try folder.write(try String(contentsOfFile: "\(CommandRun.root)/\(path)", encoding: .utf8), to: path)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    }

    /// Replaces words in a file, where they have to be.
    func change(_ path: String, _ old: String, to new: String) throws {
        let text = try text(path)
        try #require(text.contains(old), "\(path) has no '\(old)'")
        try folder.write(text.replacingOccurrences(of: old, with: new), to: path)
    }

    /// A bot's recordings, by path.
    func recordings(of bot: String) throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in try ReplaySite.names(in: "\(folder.path)/bots/\(bot)/recordings") {
            texts["bots/\(bot)/recordings/\(name)"] = try text("bots/\(bot)/recordings/\(name)")
        }
        return texts
    }

    func replay(_ words: String...) throws -> CommandRun {
        try CommandRun(list: ["replay"] + words, in: folder.path)
    }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }.sorted()
    }
}

extension CommandRun {
    /// The last line of what was printed.
    var closingLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }

    /// What a replay printed of each file that it named, by path.
    var blocks: [String: [String]] {
        var blocks: [String: [String]] = [:]
        var path: String?
        for line in output.split(separator: "\n").map(String.init) {
            if let match = line.firstMatch(of: /^(failed|updated|passed)  (\S+)/) {
                path = String(match.output.2)
                blocks[String(match.output.2)] = [line]
            } else if line.hasPrefix("    "), let path {
                blocks[path]?.append(line)
            } else {
                path = nil
            }
        }
        return blocks
    }
}
