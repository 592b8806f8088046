/// Signs webhooks as the provider does.
///
/// The stand-in provider and self-tests use it.
///
/// The rules are the provider's: https://www.twilio.com/docs/usage/security#validating-requests
package struct WebhookSigner: Sendable {
    /// The header that carries the signature.
    package static let headerName = WebhookHeader.signature

    private let key: SignatureKey

    package init(token: String) {
        key = SignatureKey(token: token)
    }

    /// The signature of a request to `url`, byte for byte as it is written, with the parameters of a form POST.
    ///
    /// A GET and a JSON body add nothing; a JSON body's URL already holds `bodySHA256`. Empty where the installed libcrypto
    /// forbids HMAC-SHA1, of which `SignatureValidator` is told when it is made.
    package func sign(url: String, parameters: FormParameters = FormParameters()) -> String {
        var message = [UInt8](url.prefix { $0 != "#" }.utf8)
        message += SignedParameters(parameters).sorted
        // Where libcrypto forbids HMAC-SHA1 no server of ours has started; another's refuses an empty signature as missing.
        guard let signature = key.signature(of: message) else { return "" }
        return String(decoding: signature, as: UTF8.self)
    }
}
