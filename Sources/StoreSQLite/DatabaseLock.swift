import Foundation
import Store

/// The sole right to a database file, held through an advisory lock on `PATH.lock` until the value goes away.
///
/// The store remembers live calls between requests, so a second process that wrote to the same file would be answered
/// from stale memory. The lock is not on the file itself: closing any descriptor of a file drops SQLite's own locks on
/// it. The kernel releases the lock when the process ends, however it ends. The lock file stays: to remove it would
/// open a race.
struct DatabaseLock: ~Copyable {
    private let descriptor: CInt

    init(databasePath: String, doing: String) throws(StoreError) {
        let path = databasePath + ".lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            let number = errno
            throw .failed(doing: doing, code: "LOCK", message: "its lock file \(path): \(systemMessage(number))")
        }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            let owner = DatabaseLock.owner(in: opened)
            _ = Foundation.close(opened)
            guard number == EWOULDBLOCK else {
                throw .failed(doing: doing, code: "LOCK", message: "its lock file \(path): \(systemMessage(number))")
            }
            let process = owner.map { " (process \($0))" } ?? ""
            throw .failed(
                doing: doing,
                code: "IN_USE",
                message: "the database is in use by another touchtone process\(process); stop it, or name another file"
            )
        }
        descriptor = opened
        let note = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
        // The note only helps a person to find the process, so that it could not be written is no reason to stop.
        if ftruncate(opened, 0) == 0 { _ = pwrite(opened, note, note.count, 0) }
    }

    deinit {
        _ = Foundation.close(descriptor)
    }

    private static func owner(in descriptor: CInt) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}

/// The operating system's words for an error number.
func systemMessage(_ number: CInt) -> String {
    String(cString: strerror(number))
}
