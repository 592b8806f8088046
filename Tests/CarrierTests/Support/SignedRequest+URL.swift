import Carrier

extension SignedRequest {
    /// A form POST to a URL, cut into the configured origin and the target as a server sees them.
    static func post(
        _ url: String,
        _ parameters: FormParameters,
        signature: String?,
        hints: OriginHints = OriginHints()
    ) throws -> SignedRequest {
        let scheme = url.prefix { $0 != "/" }.count + 2
        let authority = url.dropFirst(scheme).prefix { $0 != "/" }.count
        return SignedRequest(
            method: .post,
            publicOrigin: try PublicOrigin(String(url.prefix(scheme + authority))),
            target: String(url.dropFirst(scheme + authority)),
            contentType: "application/x-www-form-urlencoded; charset=UTF-8",
            body: parameters.encoded(),
            signatures: signature.map { [$0] } ?? [],
            hints: hints
        )
    }
}
