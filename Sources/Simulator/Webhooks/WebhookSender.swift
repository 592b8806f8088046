import Carrier

/// Sends signed webhooks and says how long each took.
///
/// Sources: https://www.twilio.com/docs/usage/webhooks/webhooks-security and
/// https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
struct WebhookSender: Sendable {
    let provider: StandInProvider
    private(set) var latencies: [Duration] = []

    init(provider: StandInProvider) {
        self.provider = provider
    }

    /// Sends a webhook, again where the provider would, each time with the same token.
    mutating func send(_ webhook: OutgoingWebhook, token: String) async -> Result<HTTPResponse, CallFault> {
        let request = request(webhook, token: token)
        var attempt = 0
        while true {
            let clock = ContinuousClock()
            let start = clock.now
            let result: Result<HTTPResponse, HTTPTransportError>
            do {
                result = .success(try await provider.transport.send(request))
            } catch {
                result = .failure(error)
            }
            latencies.append(clock.now - start)
            guard attempt < provider.troubles.retries, let failure = WebhookSender.failure(in: result),
                provider.troubles.retriedFailures.contains(failure)
            else { return result.mapError { WebhookSender.fault($0, url: WebAddress.withoutQuery(webhook.url)) } }
            attempt += 1
        }
    }

    /// Sends one webhook twice at the same time and gives both replies.
    mutating func sendTwice(
        _ webhook: OutgoingWebhook,
        token: String
    ) async -> (Result<HTTPResponse, CallFault>, Result<HTTPResponse, CallFault>) {
        let fresh = WebhookSender(provider: provider)
        async let second = fresh.sending(webhook, token: token)
        let first = await send(webhook, token: token)
        let (reply, sender) = await second
        latencies += sender.latencies
        return (first, reply)
    }

    private func sending(
        _ webhook: OutgoingWebhook,
        token: String
    ) async -> (Result<HTTPResponse, CallFault>, WebhookSender) {
        var sender = self
        let reply = await sender.send(webhook, token: token)
        return (reply, sender)
    }

    private func request(_ webhook: OutgoingWebhook, token: String) -> HTTPRequest {
        let signer = WebhookSigner(token: provider.authToken)
        var headers = [
            HTTPHeader("User-Agent", "TwilioProxy/1.1"),
            HTTPHeader("Accept", "*/*"),
            HTTPHeader(WebhookHeader.idempotencyToken, token),
        ]
        switch webhook.method {
        case .get, .delete:
            // A GET carries the parameters in its address, and the address alone is signed.
            let url = WebAddress.adding(
                query: String(decoding: webhook.parameters.encoded(), as: UTF8.self),
                to: webhook.url
            )
            headers.append(HTTPHeader(WebhookHeader.signature, signer.sign(url: url)))
            return HTTPRequest(method: webhook.method, url: url, headers: headers, maximumResponseBytes: maximumReply)
        case .post:
            let type = "application/x-www-form-urlencoded; charset=UTF-8"
            headers.append(HTTPHeader("Content-Type", type))
            let signature = signer.sign(url: webhook.url, parameters: webhook.parameters)
            headers.append(HTTPHeader(WebhookHeader.signature, signature))
            return HTTPRequest(
                method: .post,
                url: webhook.url,
                headers: headers,
                body: webhook.parameters.encoded(),
                maximumResponseBytes: maximumReply
            )
        }
    }

    /// More than a document may have, so that one that is too large is seen and measured.
    private var maximumReply: Int { 1_048_576 }

    private static func failure(in result: Result<HTTPResponse, HTTPTransportError>) -> DeliveryTroubles.Failure? {
        switch result {
        case .success(let response) where (400...499).contains(response.status): .status4xx
        case .success(let response) where (500...599).contains(response.status): .status5xx
        case .failure(.notSent): .connection
        case .failure(.unknownOutcome): .reading
        case .success, .failure(.tooLarge), .failure(.cancelled): nil
        }
    }

    private static func fault(_ error: HTTPTransportError, url: String) -> CallFault {
        switch error {
        case .notSent(let reason): .notReached(url: url, reason: reason)
        case .unknownOutcome(let reason): .noReply(url: url, reason: reason)
        case .tooLarge(let limit): .tooLarge(url: url, bytes: limit)
        case .cancelled: .cancelled
        }
    }
}
