/// Why the store could not do its work.
package enum StoreError: Error, Hashable, Sendable {
    /// The database answered with an error: what was tried, and the database's own code and words.
    case failed(doing: String, code: String, message: String)
    /// What is stored cannot be read by this version.
    case unreadable(what: String, reason: String)
    case closed
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .failed(let doing, let code, let message): "Could not \(doing): \(message) (\(code))."
        case .unreadable(let what, let reason): "Could not read \(what): \(reason)."
        case .closed: "The store is closed."
        }
    }
}
