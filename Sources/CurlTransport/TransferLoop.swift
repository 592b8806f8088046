import CLibCurl
import Carrier

/// The thread's work: starts transfers, drives them with libcurl's multi interface, and hands out what comes of them.
///
/// Everything here belongs to that one thread.
final class TransferLoop {
    /// A sleep without news; any message wakes the loop at once, and libcurl shortens it for its own timers.
    private static let longestSleep: Int32 = 60_000
    /// Easy handles kept for the next transfer.
    private static let spareHandles = 64

    private let mailbox: TransferMailbox
    private let limits: CurlTransport.Limits
    private let multi: UnsafeMutableRawPointer?
    private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
    private var handles: [TransferID: UnsafeMutableRawPointer] = [:]
    private var spare: [UnsafeMutableRawPointer] = []
    private var waiting = WaitingRequests()
    private var closesAt: ContinuousClock.Instant?

    /// The library's own start, once for the process.
    private static let hasStarted = clibcurl_start() == CURLE_OK

    init(mailbox: TransferMailbox, limits: CurlTransport.Limits) {
        self.mailbox = mailbox
        self.limits = limits
        multi = TransferLoop.hasStarted ? curl_multi_init() : nil
        if let multi {
            clibcurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, limits.connections)
            mailbox.attach(LoopWaker(multi: multi))
        }
    }

    /// Runs until the mailbox is closed and no transfer is left.
    func run() {
        if let multi {
            while !isDone { turn(multi) }
        }
        finish()
    }

    private var isDone: Bool {
        guard let closesAt else { return false }
        return transfers.isEmpty && waiting.isEmpty || ContinuousClock.now >= closesAt
    }

    private func turn(_ multi: UnsafeMutableRawPointer) {
        let delivery = mailbox.take()
        for submission in delivery.submissions { waiting.append(submission) }
        for id in delivery.cancellations { cancel(id, multi) }
        if let grace = delivery.grace { closesAt = min(closesAt, .now + grace) }
        startWaiting(multi)

        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        var code = CURLE_OK
        while let easy = clibcurl_next_finished(multi, &code) {
            guard let transfer = remove(easy, multi) else { continue }
            transfer.finish(transfer.outcome(code))
            reuse(transfer)
        }
        guard !isDone else { return }
        let mayStart = !waiting.isEmpty && transfers.count < limits.connections
        curl_multi_poll(multi, nil, 0, mayStart ? 0 : sleep, nil)
    }

    /// Milliseconds to sleep at most: until the grace ends or a waiting request's time runs out.
    private var sleep: Int32 {
        guard let wakesAt = waiting.earliestDeadline.map({ min(closesAt, $0) }) ?? closesAt else {
            return TransferLoop.longestSleep
        }
        let left = ContinuousClock.now.duration(to: wakesAt).milliseconds + 1
        return Int32(max(0, min(left, Int(TransferLoop.longestSleep))))
    }

    private func startWaiting(_ multi: UnsafeMutableRawPointer) {
        for submission in waiting.takeExpired(at: .now) {
            let reason = "the time ran out before a connection was free"
            submission.continuation.resume(returning: .failure(.notSent(reason: reason)))
        }
        while transfers.count < limits.connections, let submission = waiting.takeFirst() { start(submission, multi) }
    }

    private func start(_ submission: TransferSubmission, _ multi: UnsafeMutableRawPointer) {
        guard let easy = spare.popLast() ?? curl_easy_init() else {
            submission.continuation.resume(
                returning: .failure(.notSent(reason: "libcurl has no memory for a transfer"))
            )
            return
        }
        let transfer = Transfer(submission, handle: easy, limits: limits)
        if let failure = transfer.prepare() {
            transfer.finish(.failure(failure))
            return reuse(transfer)
        }
        let code = curl_multi_add_handle(multi, easy)
        guard code == CURLM_OK else {
            transfer.finish(
                .failure(.notSent(reason: "libcurl could not start a transfer (CURLMcode \(code.rawValue))"))
            )
            return reuse(transfer)
        }
        transfers[easy] = transfer
        handles[submission.id] = easy
    }

    /// Ends a transfer and its connection; one that has ended already is none of our business.
    private func cancel(_ id: TransferID, _ multi: UnsafeMutableRawPointer) {
        if let submission = waiting.take(id) {
            submission.continuation.resume(returning: .failure(.cancelled))
            return
        }
        guard let easy = handles[id], let transfer = remove(easy, multi) else { return }
        transfer.finish(.failure(.cancelled))
        reuse(transfer)
    }

    private func remove(_ easy: UnsafeMutableRawPointer, _ multi: UnsafeMutableRawPointer) -> Transfer? {
        curl_multi_remove_handle(multi, easy)
        guard let transfer = transfers.removeValue(forKey: easy) else { return nil }
        handles[transfer.id] = nil
        return transfer
    }

    private func reuse(_ transfer: Transfer) {
        let easy = transfer.handle
        // The handle must not point into a transfer that is gone.
        curl_easy_reset(easy)
        transfer.freeHeaders()
        if spare.count < TransferLoop.spareHandles {
            spare.append(easy)
        } else {
            curl_easy_cleanup(easy)
        }
    }

    private func finish() {
        let unseen = mailbox.end()
        let reason = multi == nil ? "libcurl could not be started" : "the transport is closed"
        for submission in unseen.submissions {
            submission.continuation.resume(returning: .failure(.notSent(reason: reason)))
        }
        while let submission = waiting.takeFirst() {
            submission.continuation.resume(returning: .failure(.notSent(reason: reason)))
        }
        for transfer in transfers.values {
            transfer.finish(.failure(transfer.failure(reason: reason)))
            if let multi { curl_multi_remove_handle(multi, transfer.handle) }
            curl_easy_cleanup(transfer.handle)
            transfer.freeHeaders()
        }
        for easy in spare { curl_easy_cleanup(easy) }
        if let multi { curl_multi_cleanup(multi) }
        mailbox.announceEnd()
    }
}

/// The earlier of two moments, where there are two.
private func min(_ first: ContinuousClock.Instant?, _ second: ContinuousClock.Instant) -> ContinuousClock.Instant {
    guard let first else { return second }
    return Swift.min(first, second)
}
