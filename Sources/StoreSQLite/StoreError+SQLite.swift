import GRDB
import Store

extension StoreError {
    /// The database's own code and words for what went wrong; never the values that it was given.
    init(_ error: any Error, doing: String) {
        guard let error = error as? DatabaseError else {
            self = .failed(doing: doing, code: "\(type(of: error))", message: "\(error)")
            return
        }
        self = .failed(
            doing: doing,
            code: ResultCode.name(of: error.resultCode),
            message: (error.message ?? "no further words") + StoreError.advice(on: error.resultCode)
        )
    }

    /// What to do about a damaged database, in continuation of what is said of it.
    ///
    /// Source: https://www.sqlite.org/recovery.html
    private static func advice(on code: ResultCode) -> String {
        switch code {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            "; the file is damaged or no database: stop the server, keep a copy of the file and its -wal file, then "
                + "restore a backup or save what can be read with `sqlite3 FILE .recover`"
        default: ""
        }
    }
}

extension ResultCode {
    /// The name under which SQLite documents a primary code.
    ///
    /// Source: https://www.sqlite.org/rescode.html
    fileprivate static func name(of code: ResultCode) -> String {
        let index = Int(code.rawValue)
        return names.indices.contains(index) ? names[index] : "SQLITE_\(code.rawValue)"
    }

    private static let names = [
        "SQLITE_OK", "SQLITE_ERROR", "SQLITE_INTERNAL", "SQLITE_PERM", "SQLITE_ABORT", "SQLITE_BUSY", "SQLITE_LOCKED",
        "SQLITE_NOMEM", "SQLITE_READONLY", "SQLITE_INTERRUPT", "SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_NOTFOUND",
        "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_PROTOCOL", "SQLITE_EMPTY", "SQLITE_SCHEMA", "SQLITE_TOOBIG",
        "SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_NOLFS", "SQLITE_AUTH", "SQLITE_FORMAT",
        "SQLITE_RANGE", "SQLITE_NOTADB",
    ]
}
