import CLibCurl
import Carrier
import Synchronization

/// One transfer among those of a transport.
struct TransferID: Hashable, Sendable {
    fileprivate let number: UInt64
}

/// A request on its way to the loop, with the task that waits for its answer.
struct TransferSubmission: Sendable {
    let id: TransferID
    let request: HTTPRequest
    /// When the request's time runs out, waiting for a connection included.
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<Result<HTTPResponse, HTTPTransportError>, Never>
}

/// How the loop's thread is woken from other threads.
///
/// Unchecked: the one thing done with the handle is `curl_multi_wakeup`, which libcurl documents as safe from any thread
/// (https://curl.se/libcurl/c/curl_multi_wakeup.html), and the mailbox calls it under its lock and forgets the handle under
/// the same lock before the loop frees it.
struct LoopWaker: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func wake() {
        // It fails only when the socket pair is full, and then a wake-up is pending already.
        _ = curl_multi_wakeup(multi)
    }
}

/// What other threads tell the loop: new requests, cancellations, the end.
final class TransferMailbox: Sendable {
    /// What came in since the loop last looked.
    struct Delivery: Sendable {
        var submissions: [TransferSubmission] = []
        var cancellations: [TransferID] = []
        /// How long transfers under way may still take; nil while the transport is open.
        var grace: Duration?

        var isEmpty: Bool { submissions.isEmpty && cancellations.isEmpty && grace == nil }
    }

    private struct State: Sendable {
        var lastNumber: UInt64 = 0
        var delivery = Delivery()
        var waker: LoopWaker?
        var isClosed = false
        var hasEnded = false
        var waitingForEnd: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func nextID() -> TransferID {
        state.withLock { state in
            state.lastNumber += 1
            return TransferID(number: state.lastNumber)
        }
    }

    func submit(_ submission: TransferSubmission) {
        let isTaken = state.withLock { state in
            guard !state.isClosed else { return false }
            TransferMailbox.deliver(&state) { $0.submissions.append(submission) }
            return true
        }
        guard !isTaken else { return }
        submission.continuation.resume(returning: .failure(.notSent(reason: "the transport is closed")))
    }

    func cancel(_ id: TransferID) {
        state.withLock { state in
            guard !state.hasEnded else { return }
            TransferMailbox.deliver(&state) { $0.cancellations.append(id) }
        }
    }

    func close(grace: Duration, whenDone continuation: CheckedContinuation<Void, Never>?) {
        let hasEnded = state.withLock { state in
            if state.hasEnded { return true }
            state.isClosed = true
            if let continuation { state.waitingForEnd.append(continuation) }
            TransferMailbox.deliver(&state) { $0.grace = grace }
            return false
        }
        if hasEnded { continuation?.resume() }
    }

    // MARK: The loop's side

    func attach(_ waker: LoopWaker) {
        state.withLock { $0.waker = waker }
    }

    func take() -> Delivery {
        state.withLock { state in
            let delivery = state.delivery
            state.delivery = Delivery()
            return delivery
        }
    }

    /// Returns what the loop has not seen, and wakes nothing afterwards; called once, when no transfer runs any more.
    func end() -> Delivery {
        state.withLock { state in
            state.isClosed = true
            state.hasEnded = true
            state.waker = nil
            let delivery = state.delivery
            state.delivery = Delivery()
            return delivery
        }
    }

    /// Lets go of those who wait for the loop to end.
    func announceEnd() {
        let waiting = state.withLock { state in
            let waiting = state.waitingForEnd
            state.waitingForEnd = []
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// One wake-up is enough until the loop looks again.
    private static func deliver(_ state: inout State, _ change: (inout Delivery) -> Void) {
        let mustWake = state.delivery.isEmpty
        change(&state.delivery)
        if mustWake { state.waker?.wake() }
    }
}
