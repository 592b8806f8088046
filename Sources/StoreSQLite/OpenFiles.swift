import Foundation
import Store

/// The files that this process has open as its database, by which it can be told that the path leads to others.
///
/// A file that is removed or replaced stays open: SQLite goes on writing to it, without an error, and everything is gone
/// at the next start. The file behind a path is known by its device and inode, as SQLite itself knows it:
/// https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use
struct OpenFiles: Sendable {
    private struct Identity: Equatable {
        let device: UInt64
        let inode: UInt64

        /// Looks without opening: to close a descriptor of the file would drop SQLite's locks on it.
        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(status.st_dev)
            inode = UInt64(status.st_ino)
        }
    }

    /// What has become of a file.
    struct Fault: Sendable {
        let code: String
        let message: String

        func error(doing: String) -> StoreError { .failed(doing: doing, code: code, message: message) }
    }

    private let path: String
    private let database: Identity?
    /// The write-ahead log, which is there for as long as somebody has the database open.
    private let log: Identity?

    private var logPath: String { path + "-wal" }

    /// Remembers the files as they are; the database has to be open.
    init(path: String) {
        self.path = path
        database = Identity(path)
        log = Identity(path + "-wal")
    }

    /// Whether the path still leads to the database that is open.
    var isDatabaseInPlace: Bool { Identity(path) == database }

    /// What is wrong with the files; nil where they are the ones that are open.
    ///
    /// Costs two looks at the file system, of about a microsecond each: one pair before a commit and one after it.
    func fault() -> Fault? {
        if let fault = databaseFault() { return fault }
        guard let log else { return nil }
        let found = Identity(logPath)
        guard found != log else { return nil }
        return Fault(
            code: found == nil ? "FILE_GONE" : "FILE_REPLACED",
            message: "the write-ahead log \(logPath) was \(found == nil ? "removed" : "replaced") while it is in use; "
                + "stop the server in good order (SIGTERM), which copies the log's contents into the database, and "
                + "start it again"
        )
    }

    private func databaseFault() -> Fault? {
        let found = Identity(path)
        guard found != database else { return nil }
        guard found != nil else {
            return Fault(
                code: "FILE_GONE",
                message: "the database file \(path) was removed or renamed while it is in use, and what is written "
                    + "would be lost; stop the server, put the file back beside its -wal file, and start again"
            )
        }
        return Fault(
            code: "FILE_REPLACED",
            message:
                "another file was put in the place of the database \(path) while it is in use, and what is written "
                + "would be lost; stop the server, put the first file back, and start again (to go on with the other "
                + "file, remove \(logPath) and \(path)-shm before the start: they belong to the first)"
        )
    }
}
