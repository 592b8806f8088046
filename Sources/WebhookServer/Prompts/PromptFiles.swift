import BotGraph
import Carrier
import Foundation
import Synchronization
import Telephony

/// The recordings on disk, as they are at the moment.
///
/// Only what the catalogue holds can be had, so that no path from outside ever reaches the disk, and only from below the
/// folder, wherever links lead.
final class PromptFiles: Sendable {
    /// One recording that is there.
    struct File: Sendable {
        let fullPath: String
        let type: AudioType
        /// The entity tag, with its quotes: the same for the same bytes, on every node.
        let tag: String
    }

    /// What tells that a file has been replaced.
    private struct Stamp: Equatable {
        let size: Int
        let modified: Date
    }

    private let folder: String
    private let library: BotLibrary
    /// Tags are digests of whole files, so each is computed once.
    private let tags = Mutex<[String: (stamp: Stamp, tag: String)]>([:])

    init(folder: String, library: BotLibrary) {
        self.folder = folder
        self.library = library
    }

    /// The recording at a path below the folder; nil when it is not in the catalogue or not on disk below the folder.
    subscript(path: String) -> File? {
        guard isListed(path), let type = AudioType(path: path) else { return nil }
        guard let fullPath = resolved(path), let stamp = PromptFiles.stamp(of: fullPath) else { return nil }
        if let known = tags.withLock({ $0[path] }), known.stamp == stamp {
            return File(fullPath: fullPath, type: type, tag: known.tag)
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: fullPath)) else { return nil }
        let tag = "\"\(Digest.sha256Hex([UInt8](data)).prefix(32))\""
        tags.withLock { $0[path] = (stamp, tag) }
        return File(fullPath: fullPath, type: type, tag: tag)
    }

    /// Whether the path is a recording's of the catalogue as it is now.
    private func isListed(_ path: String) -> Bool {
        guard let slash = path.firstIndex(of: "/"), let dot = path.lastIndex(of: "."), slash < dot,
            let language = LanguageTag(String(path[..<slash])),
            let name = RecordingName(String(path[path.index(after: slash)..<dot]))
        else { return false }
        return library.recordings[name, language]?.path == path
    }

    /// The file behind a path, without links; nil when it is not there or a link leads out of the folder.
    ///
    /// A link within the folder is a recording like any other.
    private func resolved(_ path: String) -> String? {
        guard let root = PromptFiles.real(folder), let file = PromptFiles.real("\(folder)/\(path)") else { return nil }
        return file.hasPrefix(root.hasSuffix("/") ? root : root + "/") ? file : nil
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }

    private static func stamp(of path: String) -> Stamp? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let size = attributes[.size] as? Int, let modified = attributes[.modificationDate] as? Date
        else { return nil }
        return Stamp(size: size, modified: modified)
    }
}
