/// Headers that the provider sets on its webhooks.
package enum WebhookHeader {
    /// The base64 signature that `SignatureValidator` checks.
    package static let signature = "X-Twilio-Signature"
    /// The same on every delivery of one webhook, so that a retry can be told from a new request.
    package static let idempotencyToken = "I-Twilio-Idempotency-Token"
}
