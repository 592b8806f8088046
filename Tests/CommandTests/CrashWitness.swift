import Carrier
import Foundation
import Telephony

/// A call beside the others that kills the server the instant it has a reply.
///
/// The others share this process's threads, and by the time one of them hears of a reply a commit that came too late may
/// have been made. The witness has a thread and a socket of its own: what it was told is on disk already, or it is lost.
struct CrashWitness: Sendable {
    let call = CallID(high: 0x00C0_FFEE, low: 1)
    private let site: CrashSite

    init(site: CrashSite) {
        self.site = site
    }

    /// Takes the call's next step, and kills the server with the last byte of its reply.
    ///
    /// - Parameters:
    ///   - step: Which step; 0 starts the call.
    ///   - strike: What kills the server.
    /// - Returns: What was acknowledged.
    /// - Throws: When there is no whole reply.
    func take(
        step: Int,
        then strike: @escaping @Sendable () -> Void
    ) async throws
        -> AcknowledgmentLog.Acknowledgment
    {
        let request = request(step: step)
        let port = site.port
        let reply = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<[UInt8], any Error>) in
            let thread = Thread {
                continuation.resume(
                    with: Result {
                        let reply = try CrashPort.exchange(request.wireForm, port: port)
                        strike()
                        return reply
                    }
                )
            }
            thread.start()
        }
        return AcknowledgmentLog.Acknowledgment(
            request: request,
            call: call.text,
            token: token(step: step),
            digits: step == 0 ? nil : "*",
            reply: reply
        )
    }

    private func token(step: Int) -> String { "witness-\(step)" }

    private func request(step: Int) -> HTTPRequest {
        let url = site.baseURL + (step == 0 ? "/voice/incoming?bot=front-desk" : "/voice/turn/\(step - 1)")
        var form: FormParameters = [
            "CallSid": call.text, "AccountSid": "AC00000000000000000000000000000000", "From": "+12535550101",
            "To": "+12065550199", "CallStatus": "in-progress", "Direction": "inbound",
        ]
        if step > 0 { form.append("Digits", "*") }
        let signature = WebhookSigner(token: CrashSite.token).sign(url: url, parameters: form)
        return HTTPRequest(
            method: .post,
            url: url,
            headers: [
                HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
                HTTPHeader(WebhookHeader.idempotencyToken, token(step: step)),
                HTTPHeader(WebhookHeader.signature, signature),
            ],
            body: form.encoded()
        )
    }
}

extension HTTPRequest {
    /// The request as HTTP/1.1, over a connection that ends with its reply.
    fileprivate var wireForm: [UInt8] {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        let own = [
            "\(method.rawValue) /\(parts.last ?? "") HTTP/1.1", "Host: \(parts.count > 2 ? parts[2] : "")",
            "Connection: close", "Content-Length: \(body.count)",
        ]
        let lines = own + headers.map { "\($0.name): \($0.value)" }
        return [UInt8]((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
}
