/// Requests for which no connection is free, in the order they came.
///
/// libcurl could queue them itself, but a transfer in its queue does not time out (7.88), and each would hold a handle.
struct WaitingRequests {
    private var submissions: [TransferSubmission] = []
    /// Where the queue starts in `submissions`; what stands before has been taken.
    private var start = 0
    /// No request's deadline is earlier.
    private(set) var earliestDeadline: ContinuousClock.Instant?

    var isEmpty: Bool { start == submissions.count }

    mutating func append(_ submission: TransferSubmission) {
        submissions.append(submission)
        earliestDeadline = min(earliestDeadline ?? submission.deadline, submission.deadline)
    }

    mutating func takeFirst() -> TransferSubmission? {
        guard !isEmpty else { return nil }
        let first = submissions[start]
        start += 1
        if isEmpty {
            removeAll()
        } else if start > 1_024, start * 2 > submissions.count {
            submissions.removeFirst(start)
            start = 0
        }
        return first
    }

    mutating func take(_ id: TransferID) -> TransferSubmission? {
        guard let index = submissions[start...].firstIndex(where: { $0.id == id }) else { return nil }
        return submissions.remove(at: index)
    }

    /// Takes those whose time has run out, and looks at each only when there is one.
    mutating func takeExpired(at now: ContinuousClock.Instant) -> [TransferSubmission] {
        guard let earliestDeadline, earliestDeadline <= now else { return [] }
        let rest = submissions[start...]
        let expired = rest.filter { $0.deadline <= now }
        submissions = rest.filter { $0.deadline > now }
        start = 0
        self.earliestDeadline = submissions.map(\.deadline).min()
        return expired
    }

    private mutating func removeAll() {
        submissions.removeAll(keepingCapacity: true)
        start = 0
        earliestDeadline = nil
    }
}
