import BotGraph
import Carrier
import Foundation
import Synchronization

/// The recordings on disk, as they are at the moment.
///
/// Only what the catalogue holds can be had, so that no path from outside ever reaches the disk.
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
    private let paths: Set<String>
    /// Tags are digests of whole files, so each is computed once.
    private let tags = Mutex<[String: (stamp: Stamp, tag: String)]>([:])

    init(folder: String, recordings: PromptCatalogue) {
        self.folder = folder
        paths = Set(recordings.recordings.values.flatMap { $0.values.map(\.path) })
    }

    /// The recording at a path below the folder; nil when it is not in the catalogue or no longer on disk.
    subscript(path: String) -> File? {
        guard paths.contains(path), let type = AudioType(path: path) else { return nil }
        let fullPath = "\(folder)/\(path)"
        guard let stamp = PromptFiles.stamp(of: fullPath) else { return nil }
        if let known = tags.withLock({ $0[path] }), known.stamp == stamp {
            return File(fullPath: fullPath, type: type, tag: known.tag)
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: fullPath)) else { return nil }
        let tag = "\"\(Digest.sha256Hex([UInt8](data)).prefix(32))\""
        tags.withLock { $0[path] = (stamp, tag) }
        return File(fullPath: fullPath, type: type, tag: tag)
    }

    private static func stamp(of path: String) -> Stamp? {
        // The path's own attributes are those of a link; the file behind it is what is served.
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let size = attributes[.size] as? Int, let modified = attributes[.modificationDate] as? Date
        else { return nil }
        return Stamp(size: size, modified: modified)
    }
}
