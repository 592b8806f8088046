import Foundation

/// The process's limit on open files, of which every connection is one.
enum OpenFiles {
    /// For the database, the log, the threads' own and connections that were accepted in one go.
    private static let reserve = 128

    /// Raises the limit as far as the system lets us and so many connections need.
    ///
    /// Systems start a process with 1,024 and let it have far more. Where there is no hard limit, more than is needed would
    /// only slow down whoever closes all files of a child.
    ///
    /// - Parameter connections: How many connections there may be.
    /// - Returns: The limit as it is now; nil where the system does not tell.
    static func raise(for connections: Int) -> Int? {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return nil }
        let wanted = min(limit.rlim_max, rlim_t(clamping: needed(by: connections)))
        if wanted > limit.rlim_cur {
            let raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
            if withUnsafePointer(to: raised, { setrlimit(resource, $0) }) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// The most connections that a limit has room for, each with a recording open at the same time.
    static func connections(within limit: Int) -> Int {
        max(1, (limit - reserve) / 2)
    }

    private static func needed(by connections: Int) -> Int {
        let (twice, overflow) = connections.multipliedReportingOverflow(by: 2)
        return overflow ? .max : twice.addingReportingOverflow(reserve).overflow ? .max : twice + reserve
    }

    #if canImport(Glibc)
    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
    #else
    private static var resource: Int32 { RLIMIT_NOFILE }
    #endif
}
