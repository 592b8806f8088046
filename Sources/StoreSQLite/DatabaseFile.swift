import Foundation
import GRDB
import Store

/// The file that a database is in, before it is opened as one.
enum DatabaseFile {
    /// The file itself, whatever links lead to it: two names of one file must come to one lock.
    static func located(_ path: String, doing: String) throws(StoreError) -> String {
        guard !path.isEmpty, path != ":memory:", !path.utf8.contains(0) else {
            throw .failed(
                doing: doing,
                code: "PATH",
                message: "it is not the path of a file; name one such as calls.sqlite"
            )
        }
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let folder = url.deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .failed(
                doing: doing,
                code: "NO_FOLDER",
                message: "there is no folder \(folder); make it, or name a file in another one"
            )
        }
        guard !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) || !isFolder.boolValue else {
            throw .failed(doing: doing, code: "FILE", message: "it is a folder; name a file in it")
        }
        return url.path
    }

    static func create(_ file: String, doing: String) throws(StoreError) {
        let descriptor = Foundation.open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .failed(
                doing: doing,
                code: "FILE",
                message: "it must be readable and writable: \(systemMessage(errno))"
            )
        }
        _ = Foundation.close(descriptor)
    }

    /// What a look at a file found.
    struct Inspection {
        /// Whether it lacks some of this version's tables.
        let isOutdated: Bool
    }

    /// Looks without touching: another program's file must not so much as change its journal mode.
    ///
    /// Throws for a file that is not ours, or that a newer version wrote.
    static func inspect(_ file: String, path: String, doing: String) throws(StoreError) -> Inspection {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let (applicationID, tableCount, applied): (Int, Int, Set<String>)
        do {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            (applicationID, tableCount, applied) = try queue.read { database in
                // The migrator's own table comes before the first migration, which marks the file: a first start that was
                // cut short between the two leaves a file that is ours and not marked.
                let tables = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'"
                return (
                    try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    try Int.fetchOne(database, sql: tables) ?? 0,
                    try Migrations.migrator.appliedIdentifiers(database)
                )
            }
            try queue.close()
        } catch {
            throw StoreError(error, doing: doing)
        }
        guard applicationID == Migrations.applicationID || (applicationID == 0 && tableCount == 0) else {
            throw .unreadable(what: "the database \(path)", reason: "it is another program's; name another file")
        }
        let known = Set(Migrations.names)
        let unknown = applied.subtracting(known).sorted()
        guard unknown.isEmpty else {
            throw .unreadable(
                what: "the database \(path)",
                reason: "it was written by a newer version of touchtone (it has \(unknown.joined(separator: ", "))); "
                    + "use that version, or name another file"
            )
        }
        return Inspection(isOutdated: !applied.isSuperset(of: known))
    }

    /// Up to which size a file is read through before it is opened.
    ///
    /// The check reads every page: about a second for a gibibyte that the system has in memory, and as long as the disk
    /// takes for one that it has not. A larger file is opened unread, so that a start does not take minutes; what is
    /// damaged in it shows when it is read.
    private static let largestCheckedSize = 1 << 30

    /// Refuses a file whose pages do not fit together, before anything is written to it.
    ///
    /// Source: https://www.sqlite.org/pragma.html#pragma_quick_check
    static func checkPages(_ file: String, doing: String) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let finding: String?
        do {
            let queue = try DatabaseQueue(path: file, configuration: configuration)
            finding = try queue.read { database in
                let size = try Int.fetchOne(
                    database,
                    sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
                )
                guard let size, size <= largestCheckedSize else { return nil }
                return try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
            }
            try queue.close()
        } catch {
            throw StoreError(error, doing: doing)
        }
        guard let finding, finding != "ok" else { return }
        // The finding names trees, pages and rows by number, never what is in them.
        throw StoreError(DatabaseError(resultCode: .SQLITE_CORRUPT, message: finding), doing: doing)
    }
}
