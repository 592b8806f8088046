import Foundation

/// What tells that a file has been written or replaced.
struct FileStamp: Hashable, Sendable {
    private let size: Int
    private let modified: Date
    private let inode: Int

    /// Nil when there is no such file.
    init?(_ path: String) {
        // The path's own attributes are those of a link; the file behind it is what is read.
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let size = attributes[.size] as? Int, let modified = attributes[.modificationDate] as? Date
        else { return nil }
        self.size = size
        self.modified = modified
        inode = attributes[.systemFileNumber] as? Int ?? 0
    }
}
