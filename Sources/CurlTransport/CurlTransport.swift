package import Carrier
import Foundation

/// Sends HTTP requests with libcurl, all of them on one thread of their own, over connections that are kept and reused.
///
/// HTTP/1.1, certificates verified, redirects not followed, no proxy taken from the environment. A POST is never sent a
/// second time by itself, since the request may place a call. Cancelling the task ends its transfer.
package final class CurlTransport: HTTPTransport {
    /// How much the transport does at a time.
    package struct Limits: Sendable, Hashable {
        /// Connections in use at once, and as many again may be kept idle.
        ///
        /// Further requests wait, and their time runs while they do.
        package var connections: Int
        /// The wait for a connection, within the request's own timeout.
        package var connectTimeout: Duration
        /// The names and values of one answer's headers.
        package var headerBytes: Int

        package init(connections: Int = 256, connectTimeout: Duration = .seconds(5), headerBytes: Int = 65_536) {
            self.connections = connections
            self.connectTimeout = connectTimeout
            self.headerBytes = headerBytes
        }
    }

    private let mailbox = TransferMailbox()

    package init(limits: Limits = Limits()) {
        let mailbox = mailbox
        let thread = Thread {
            TransferLoop(mailbox: mailbox, limits: limits).run()
        }
        thread.name = "curl-transport"
        thread.start()
    }

    deinit {
        mailbox.close(grace: .zero, whenDone: nil)
    }

    package func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        let id = mailbox.nextID()
        let deadline = ContinuousClock.now + request.timeout.bounded
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Handed over first and cancelled after, the request might be on its way before the loop hears of it.
                if Task.isCancelled {
                    let refusal: Result<HTTPResponse, HTTPTransportError> = .failure(.cancelled)
                    continuation.resume(returning: refusal)
                    return
                }
                mailbox.submit(
                    TransferSubmission(id: id, request: request, deadline: deadline, continuation: continuation)
                )
                // The handler below may have run before there was anything to cancel.
                if Task.isCancelled { mailbox.cancel(id) }
            }
        } onCancel: {
            mailbox.cancel(id)
        }
        return try outcome.get()
    }

    /// Takes no more requests, waits for those under way until `grace` has passed, and ends the thread.
    package func close(grace: Duration = .seconds(5)) async {
        await withCheckedContinuation { continuation in
            mailbox.close(grace: grace.bounded, whenDone: continuation)
        }
    }
}
