import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that gets a new text, whole or not at all.
enum RewrittenFile {
    struct Failure: Error {
        /// Without a capital and a full stop.
        let reason: String
    }

    /// Writes the text beside the file and puts it in the file's place, with the same permissions.
    ///
    /// A link stays one: what it leads to is written.
    ///
    /// - Parameters:
    ///   - text: The new text.
    ///   - path: The file's path.
    ///   - old: What was read there, so that nothing is lost that somebody wrote since.
    /// - Throws: Why it could not be written; then the file is as it was.
    static func write(_ text: String, to path: String, instead old: String) throws(Failure) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        var status = stat()
        guard stat(target.path, &status) == 0 else { throw Failure(reason: lastError()) }
        // The superuser may write to any file; one that nobody shall write to is left alone all the same.
        guard status.st_mode & 0o222 != 0, access(target.path, W_OK) == 0 else {
            throw Failure(reason: "the file is read-only")
        }
        guard let now = try? Data(contentsOf: target), now == Data(old.utf8) else {
            throw Failure(reason: "the file was changed while it was looked at; run the command again")
        }
        let folder = target.deletingLastPathComponent().path
        let temporary = "\(folder)/.\(target.lastPathComponent).\(getpid()).touchtone"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, status.st_mode & 0o7777)
        guard descriptor >= 0 else { throw Failure(reason: lastError()) }
        do throws(Failure) {
            try fill(descriptor, with: Array(text.utf8), like: status)
            guard rename(temporary, target.path) == 0 else { throw Failure(reason: lastError()) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes all bytes, on the disk before the file takes its place, and closes the descriptor.
    private static func fill(_ descriptor: CInt, with bytes: [UInt8], like status: stat) throws(Failure) {
        var written = 0
        var reason: String?
        while written < bytes.count, reason == nil {
            let count = bytes[written...].withUnsafeBytes { Self.write(descriptor, $0) }
            if count < 0, errno != EINTR { reason = lastError() }
            written += max(0, count)
        }
        if reason == nil, fchmod(descriptor, status.st_mode & 0o7777) != 0 { reason = lastError() }
        // Only the superuser may give a file away; for anybody else it is their own.
        if reason == nil, geteuid() == 0, fchown(descriptor, status.st_uid, status.st_gid) != 0 { reason = lastError() }
        if reason == nil, fsync(descriptor) != 0 { reason = lastError() }
        if close(descriptor) != 0, reason == nil { reason = lastError() }
        if let reason { throw Failure(reason: reason) }
    }

    private static func write(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        #if canImport(Glibc)
        return Glibc.write(descriptor, start, bytes.count)
        #else
        return Darwin.write(descriptor, start, bytes.count)
        #endif
    }

    private static func lastError() -> String { String(cString: strerror(errno)) }
}
