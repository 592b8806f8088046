import Carrier
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Reads a webhook and proves that the provider sent it.
///
/// No webhook route sees a request that has not been through here.
struct WebhookReceiver: Sendable {
    let configuration: ServerConfiguration
    let address: LateAddress
    let validator: SignatureValidator
    let metrics: ServerMetrics
    let lines: LogThrottle
    let logger: Logger

    /// The provider's tokens are 36 characters; they are kept with the call, so none may be long.
    private static let longestToken = 128

    /// A webhook whose signature holds.
    struct Webhook: Sendable {
        let form: FormParameters
        /// The query's parameters, decoded.
        let query: FormParameters
        let token: String?
    }

    /// Answers a webhook: `handle` sees it once its signature holds, and its reply is timed.
    func answer(
        _ request: Request,
        at route: String,
        _ handle: (Webhook) async -> Response
    ) async -> Response {
        let clock = ContinuousClock()
        let began = clock.now
        let webhook: Webhook
        do throws(WebhookRejection) { webhook = try await receive(request) } catch {
            metrics.failed(error.failure)
            report(error, at: route)
            return error.response
        }
        let response = await handle(webhook)
        metrics.answered(in: clock.now - began)
        return response
    }

    /// One line a second for each reason: anybody can send what is rejected.
    private func report(_ rejection: WebhookRejection, at route: String) {
        guard let leftOut = lines.admit("rejected: \(rejection.kind)") else { return }
        var metadata: Logger.Metadata = ["route": "\(route)", "reason": "\(rejection)"]
        if leftOut > 0 { metadata["left-out"] = "\(leftOut)" }
        logger.warning("Webhook rejected", metadata: metadata)
    }

    private func receive(_ request: Request) async throws(WebhookRejection) -> Webhook {
        let body = try await body(of: request)
        guard let origin = address.value?.origin else { throw .notListening }
        let target = request.head.path ?? "/"
        let headers = request.headers
        let signed = SignedRequest(
            method: .post,
            publicOrigin: origin,
            target: target,
            contentType: headers[.contentType],
            body: body,
            signatures: headers[values: .twilioSignature],
            hints: OriginHints(
                host: request.head.authority,
                forwardedHost: headers[.forwardedHost],
                forwardedScheme: headers[.forwardedProto],
                forwardedPrefix: headers[.forwardedPrefix]
            )
        )
        switch validator.validate(signed) {
        case .valid: break
        case .invalid(let reason): throw .signature(reason)
        }
        let form: FormParameters
        let query: FormParameters
        do {
            form = try FormParameters.decode(body)
            query = try FormParameters.decode(queryOf: target)
        } catch { throw .form(error) }
        if let account = configuration.accountSID, let sent = form["AccountSid"], sent != account {
            throw .account(sent)
        }
        let token = headers[.idempotencyToken].flatMap { token in
            token.isEmpty || token.utf8.count > WebhookReceiver.longestToken ? nil : token
        }
        return Webhook(form: form, query: query, token: token)
    }

    private func body(of request: Request) async throws(WebhookRejection) -> [UInt8] {
        let limit = configuration.bounds.bodyBytes
        if let length = request.headers[.contentLength], (Int(length) ?? .max) > limit {
            throw .tooLarge(limit: limit)
        }
        do {
            return [UInt8](buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw .tooLarge(limit: limit)
        } catch {
            throw .unreadable("\(error)")
        }
    }
}

extension HTTPField.Name {
    static let twilioSignature = constant(WebhookHeader.signature)
    static let idempotencyToken = constant(WebhookHeader.idempotencyToken)
    fileprivate static let forwardedHost = constant("X-Forwarded-Host")
    fileprivate static let forwardedProto = constant("X-Forwarded-Proto")
    fileprivate static let forwardedPrefix = constant("X-Forwarded-Prefix")

    private static func constant(_ name: String) -> HTTPField.Name {
        // No input reaches this: the names above are letters and hyphens.
        guard let name = HTTPField.Name(name) else { preconditionFailure("'\(name)' is not a header's name") }
        return name
    }
}
