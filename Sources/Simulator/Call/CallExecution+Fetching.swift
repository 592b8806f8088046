import Carrier
import Telephony
import TwiML

/// Fetching documents.
///
/// Source: https://www.twilio.com/docs/voice/twiml , and the provider's error dictionary for what it refuses.
extension CallExecution {
    mutating func fetch(_ request: DocumentRequest) async -> Result<ReceivedDocument, CallFault> {
        var webhook = OutgoingWebhook(
            url: request.url,
            method: request.method,
            parameters: parameters(adding: request.results)
        )
        for _ in 0...10 {
            let token = generator.token()
            let response: HTTPResponse
            switch await deliver(webhook, token: token) {
            case .failure(let fault): return .failure(fault)
            case .success(let received): response = received
            }
            add(.webhook(entry(.voice, webhook, response)))
            guard let target = redirection(of: response, from: webhook.url) else {
                return await accept(response, to: webhook, token: token)
            }
            warn(
                "\(WebAddress.withoutQuery(webhook.url)) answered \(response.status): the provider follows a redirect"
                    + " but may lose the parameters; answer webhooks where they are sent"
            )
            let keepsMethod = response.status == 307 || response.status == 308
            webhook = OutgoingWebhook(
                url: target,
                method: keepsMethod ? webhook.method : .get,
                parameters: keepsMethod ? webhook.parameters : parameters(adding: [])
            )
        }
        return .failure(.tooManyHTTPRedirects(url: WebAddress.withoutQuery(request.url)))
    }

    /// What every request says of the call.
    func parameters(adding results: [FormParameters.Parameter]) -> FormParameters {
        let from = plan.from.asProviderSends
        let to = plan.to.asProviderSends
        return FormParameters(
            [
                FormParameters.Parameter("CallSid", id.text),
                FormParameters.Parameter("AccountSid", provider.accountSID),
                FormParameters.Parameter("From", from),
                FormParameters.Parameter("To", to),
                FormParameters.Parameter("Caller", from),
                FormParameters.Parameter("Called", to),
                FormParameters.Parameter("CallStatus", status.rawValue),
                FormParameters.Parameter("ApiVersion", "2010-04-01"),
                FormParameters.Parameter("Direction", plan.direction == .inbound ? "inbound" : "outbound-api"),
            ] + plan.parameters + results
        )
    }

    func entry(
        _ kind: Transcript.Webhook.Kind,
        _ webhook: OutgoingWebhook,
        _ response: HTTPResponse
    ) -> Transcript.Webhook {
        Transcript.Webhook(
            kind: kind,
            method: webhook.method.rawValue,
            url: WebAddress.withoutQuery(webhook.url),
            status: response.status,
            document: kind == .voice ? String(decoding: response.body, as: UTF8.self) : nil
        )
    }

    /// Sends a webhook once or twice, as the troubles say; two replies have to be the same.
    private mutating func deliver(_ webhook: OutgoingWebhook, token: String) async -> Result<HTTPResponse, CallFault> {
        let first: Result<HTTPResponse, CallFault>
        let second: Result<HTTPResponse, CallFault>
        switch provider.troubles.repetition {
        case .never: return await sender.send(webhook, token: token)
        case .afterReply:
            first = await sender.send(webhook, token: token)
            second = await sender.send(webhook, token: token)
        case .atOnce: (first, second) = await sender.sendTwice(webhook, token: token)
        }
        switch (first, second) {
        case (.success(let one), .success(let other)):
            if one.body != other.body || one.status != other.status {
                note(.repliesDiffer(url: WebAddress.withoutQuery(webhook.url)))
            }
            return first
        // One lost request of two is what the second is for.
        case (.failure, .success): return second
        case (_, .failure): return first
        }
    }

    private func redirection(of response: HTTPResponse, from url: String) -> String? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response[header: "Location"] else {
            return nil
        }
        return WebAddress.resolve(location, against: url)
    }

    /// Judges a reply as the provider does and reads its document.
    private mutating func accept(
        _ response: HTTPResponse,
        to webhook: OutgoingWebhook,
        token: String
    ) async -> Result<ReceivedDocument, CallFault> {
        let url = WebAddress.withoutQuery(webhook.url)
        guard response.status == 200 else { return .failure(.badStatus(url: url, status: response.status)) }
        guard response.body.count <= 64_000 else { return .failure(.tooLarge(url: url, bytes: response.body.count)) }
        guard let type = response[header: "Content-Type"] else {
            return .failure(.wrongContentType(url: url, type: nil))
        }
        let mediaType = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch mediaType {
        case "text/xml": break
        case "application/xml", "text/html": warn("\(url) answered with \(mediaType); send text/xml; charset=utf-8")
        default: return .failure(.wrongContentType(url: url, type: mediaType))
        }
        guard !response.body.isEmpty else { return .failure(.empty(url: url)) }
        let root: XMLElement
        do {
            root = try XMLElement.parse(response.body)
        } catch {
            return .failure(.notWellFormed(url: url, reason: "\(error)"))
        }
        guard root.name == "Response" else { return .failure(.wrongRoot(url: url, name: root.name)) }
        for warning in provider.contract?.warnings(for: root) ?? [] { warn("\(url): \(warning)") }
        await replayEarlierTurn(current: response.body)
        earlierTurn = (webhook, token, response.body)
        let reader = InstructionReader(documentURL: webhook.url)
        return .success(
            ReceivedDocument(url: webhook.url, body: response.body, instructions: reader.instructions(of: root))
        )
    }

    /// Sends the webhook of the turn before once more under its token and once under a new one.
    private mutating func replayEarlierTurn(current: [UInt8]) async {
        guard provider.troubles.replaysStale, let earlierTurn else { return }
        let url = WebAddress.withoutQuery(earlierTurn.webhook.url)
        switch await sender.send(earlierTurn.webhook, token: earlierTurn.token) {
        case .success(let response) where response.status == 200 && response.body == earlierTurn.reply: break
        case .success: note(.repliesDiffer(url: url))
        case .failure(let fault): note(fault)
        }
        switch await sender.send(earlierTurn.webhook, token: generator.token()) {
        case .success(let response) where response.status == 200 && response.body == current: break
        case .success: note(.staleReplyDiffers(url: url))
        case .failure(let fault): note(fault)
        }
    }
}

extension Party {
    /// A withheld caller comes as a word, not as nothing.
    var asProviderSends: String {
        switch self {
        case .number(let number): number.unmasked
        case .address(let address): address
        case .withheld: "anonymous"
        }
    }
}
