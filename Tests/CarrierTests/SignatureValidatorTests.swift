import Carrier
import Testing

struct SignatureValidatorTests {
    private let parameters: FormParameters = [
        "CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234", "From": "+14158675309",
        "To": "+18005551212",
    ]

    // MARK: How the URL is written

    @Test(arguments: [
        (
            "https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            SignedURLForm.Port.removed
        ),
        ("https://mycompany.com:443/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", .removed),
        ("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=", .defaultAdded),
        ("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=", .defaultAdded),
        ("http://mycompany.com:80/myapp.php?foo=1&bar=2", "OyGYPqTF6ztdbRNCvuQO/oPvqQ4=", .removed),
        ("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=", .defaultAdded),
        ("https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2", "CukzLTc1tT5dXEDIHm/tKBanW10=", .removed),
    ])
    func `a port may be removed and a default port added`(
        _ url: String,
        _ signature: String,
        _ port: SignedURLForm.Port
    )
        throws
    {
        let request = try SignedRequest.post(url, parameters, signature: signature)
        #expect(try validate(request) == .valid(token: 0, form: SignedURLForm(port: port)))
    }

    @Test func `a port that is neither the configured nor the default one is refused`() throws {
        let signature = sign("https://mycompany.com:1234/voice")
        let request = try SignedRequest.post("https://mycompany.com/voice", parameters, signature: signature)
        #expect(try !validate(request).isValid)
    }

    @Test(arguments: [
        // What came over the wire, what was signed, how they differ.
        ("/v?Body=It%27s+amazing", "/v?Body=It's+amazing", SignedURLForm.Spelling.bare),
        ("/v?Body=It's+amazing", "/v?Body=It%27s+amazing", .escaped),
        ("/v?a=x%40y%3az&b=%27", "/v?a=x@y:z&b='", .bare),
        ("/v?a=x@y:z&b='", "/v?a=x%40y%3Az&b=%27", .escaped),
        ("/v?a=x%40y&b=It%27s", "/v?a=x%40y&b=It's", .bareApostrophe),
        ("/v?a=x@y&b=It's", "/v?a=x@y&b=It%27s", .escapedApostrophe),
        ("/v?a=x%40y&b=It%27s", "/v?a=x@y&b=It%27s", .bareAtAndColon),
        ("/v?a=x@y&b=It's", "/v?a=x%40y&b=It's", .escapedAtAndColon),
        ("/Espa%C3%B1a?a%C3%B1o=2023", "/España?año=2023", .bareNonASCII),
    ])
    func `characters that providers sign bare or encoded may be either`(
        _ received: String,
        _ signed: String,
        _ spelling: SignedURLForm.Spelling
    ) throws {
        let signature = sign("https://mycompany.com" + signed)
        let request = try SignedRequest.post("https://mycompany.com" + received, parameters, signature: signature)
        #expect(try validate(request) == .valid(token: 0, form: SignedURLForm(spelling: spelling)))
    }

    @Test(arguments: [
        ("/voice", "/voice/"), ("/voice", "/Voice"), ("/voice?a=hello%20world", "/voice?a=hello+world"),
        ("/voice?a=1&b=2", "/voice?b=2&a=1"), ("//voice", "/voice"), ("/voice?a=%2F", "/voice?a=/"),
        ("/voice?", "/voice"),
    ])
    func `every other difference in the target is refused`(_ received: String, _ signed: String) throws {
        let signature = sign("https://mycompany.com" + signed)
        let request = try SignedRequest.post("https://mycompany.com" + received, parameters, signature: signature)
        #expect(try !validate(request).isValid)
    }

    @Test(arguments: [
        "https://user:pass@host.example:8443/x?y=1", "https://[2001:db8::1]/x", "https://[2001:db8::1]:8443/x?y=1",
        "https://[::1]:443//x", "http://HOST.Example/x", "https://user:p%40ss@[::1]/x",
        "https://host.example/a//b/../c;d?e=f?g",
        "https://host.example/España?q=ñ", "https://host.example/?", "https://host.example/%zz?%=%2",
    ])
    func `odd addresses are signed whole`(_ url: String) throws {
        let request = try SignedRequest.post(url, parameters, signature: sign(url))
        #expect(try validate(request) == .valid(token: 0, form: SignedURLForm()))
        let elsewhere = try SignedRequest.post(url + "1", parameters, signature: sign(url))
        #expect(try !validate(elsewhere).isValid)
    }

    @Test func `an IPv6 host may lose its port and keeps its colons`() throws {
        let signature = sign("https://[2001:db8::1]/x")
        let request = try SignedRequest.post("https://[2001:db8::1]:8443/x", parameters, signature: signature)
        #expect(try validate(request) == .valid(token: 0, form: SignedURLForm(port: .removed)))
    }

    @Test func `a path prefix that the proxy strips is part of the signed URL`() throws {
        var request = try SignedRequest.post(
            "https://h.example/voice",
            parameters,
            signature: sign("https://h.example/ivr/voice")
        )
        #expect(try !validate(request).isValid)
        request.publicOrigin = try PublicOrigin("https://h.example/ivr/")
        #expect(try validate(request).isValid)
    }

    @Test func `a target in absolute form is cut to path and query`() throws {
        var request = try SignedRequest.post(
            "https://h.example/voice?a=1",
            parameters,
            signature: sign("https://h.example/voice?a=1")
        )
        request.target = "http://10.0.0.1:8080/voice?a=1"
        #expect(try validate(request).isValid)
    }

    @Test(arguments: ["", "*", "voice", "h.example:443", "http://h.example"])
    func `a target that is no path is malformed`(_ target: String) throws {
        var request = try SignedRequest.post(
            "https://h.example/voice",
            parameters,
            signature: sign("https://h.example/voice")
        )
        request.target = target
        #expect(try validate(request) == .invalid(.malformed(.target)))
    }

    // MARK: Parameters

    @Test func `repeated values count once and sorted, or as submitted`() throws {
        let url = "https://h.example/voice"
        let form: FormParameters = ["B": "2", "A": "9", "A": "1", "A": "9"]
        let sorted = WebhookSigner(token: "12345").sign(url: url + "A1A9B2")
        let submitted = WebhookSigner(token: "12345").sign(url: url + "A9A1A9B2")
        let first = WebhookSigner(token: "12345").sign(url: url + "A9B2")
        #expect(try validate(.post(url, form, signature: sorted)) == .valid(token: 0, form: SignedURLForm()))
        #expect(
            try validate(.post(url, form, signature: submitted))
                == .valid(token: 0, form: SignedURLForm(repetition: .asSubmitted))
        )
        #expect(try !validate(.post(url, form, signature: first)).isValid)
    }

    @Test func `names that Unicode holds equivalent stay apart`() throws {
        // "é" in one code point and in two.
        let url = "https://h.example/voice"
        let form: FormParameters = ["A\u{E9}": "1", "Ae\u{301}": "1"]
        let signature = WebhookSigner(token: "12345").sign(url: url + "Ae\u{301}1A\u{E9}1")
        #expect(try validate(.post(url, form, signature: signature)).isValid)
    }

    @Test func `bytes that are not UTF-8 are signed as they are`() throws {
        // The Latin-1 "é" is one byte, E9, in the form and in the signed string.
        var request = try SignedRequest.post(
            "https://h.example/v",
            FormParameters(),
            signature: "bQoenUTD+N2kIiT3paCxqJEqaTE="
        )
        request.body = [UInt8]("City=Orl%E9ans".utf8)
        #expect(try validate(request).isValid)
    }

    @Test(arguments: ["CallSid", "Digits", "Caller", "From", "To"])
    func `a tampered parameter is refused`(_ name: String) throws {
        let url = "https://h.example/voice"
        let tampered = FormParameters(
            parameters.parameters.map { $0.name == name ? FormParameters.Parameter(name, $0.value + "0") : $0 }
        )
        let added = FormParameters(parameters.parameters + [FormParameters.Parameter("Extra", "")])
        let removed = FormParameters(parameters.parameters.filter { $0.name != name })
        for form in [tampered, added, removed] {
            #expect(try !validate(.post(url, form, signature: sign(url))).isValid)
        }
    }

    @Test func `a form above its limits is malformed and not tried`() throws {
        let url = "https://h.example/voice"
        let form = FormParameters((0...500).map { FormParameters.Parameter("n\($0)", "") })
        let signature = WebhookSigner(token: "12345").sign(url: url, parameters: form)
        #expect(
            try validate(.post(url, form, signature: signature))
                == .invalid(.malformed(.form(.tooManyParameters(limit: 500))))
        )
    }

    // MARK: Bodies of other types

    @Test(arguments: [
        "application/json", "APPLICATION/JSON;charset=utf-8", "text/plain", "multipart/form-data; boundary=x",
    ])
    func `a body of another type needs its digest in the URL`(_ type: String) throws {
        let body = [UInt8]("{}".utf8)
        let digest = Digest.sha256Hex(body)
        var request = try SignedRequest.post(
            "https://h.example/v",
            FormParameters(),
            signature: bare("https://h.example/v")
        )
        request.contentType = type
        request.body = body
        #expect(try validate(request) == .invalid(.bodyHashMissing))

        request.target = "/v?bodySHA256=" + digest
        request.signatures = [bare("https://h.example/v?bodySHA256=" + digest)]
        #expect(try validate(request).isValid)

        request.body = [UInt8]("{ }".utf8)
        #expect(try validate(request) == .invalid(.bodyHashMismatch))

        request.target = "/v?bodySHA256=" + Digest.sha256Hex(request.body)
        #expect(try !validate(request).isValid)
    }

    @Test func `an empty digest is a mismatch`() throws {
        let url = "https://h.example/v?bodySHA256="
        var request = try SignedRequest.post(url, FormParameters(), signature: bare(url))
        request.contentType = "application/json"
        request.body = [UInt8]("{}".utf8)
        #expect(try validate(request) == .invalid(.bodyHashMismatch))
    }

    @Test func `a form is signed as a form even when its URL has a digest`() throws {
        let body = parameters.encoded()
        let url = "https://h.example/v?bodySHA256=" + Digest.sha256Hex(body)
        #expect(try !validate(.post(url, parameters, signature: bare(url))).isValid)
        #expect(try validate(.post(url, parameters, signature: sign(url))).isValid)
    }

    @Test func `a body without a content type is signed as a form`() throws {
        let url = "https://h.example/v"
        var request = try SignedRequest.post(url, parameters, signature: sign(url))
        request.contentType = nil
        #expect(try validate(request).isValid)
        request.signatures = [bare(url)]
        #expect(try !validate(request).isValid)
    }

    @Test func `a GET with a body is malformed`() throws {
        var request = try SignedRequest.post("https://h.example/v", parameters, signature: sign("https://h.example/v"))
        request.method = .get
        #expect(try validate(request) == .invalid(.malformed(.bodyOfGet)))
    }

    // MARK: Tokens and headers

    @Test func `while tokens are rotated either is taken and the verdict names it`() throws {
        let url = "https://h.example/voice"
        let validator = try SignatureValidator(tokens: ["new", "old"])
        for (index, token) in ["new", "old"].enumerated() {
            let signature = WebhookSigner(token: token).sign(url: url, parameters: parameters)
            let request = try SignedRequest.post(url, parameters, signature: signature)
            #expect(validator.validate(request) == .valid(token: index, form: SignedURLForm()))
        }
        let other = WebhookSigner(token: "older").sign(url: url, parameters: parameters)
        #expect(try !validator.validate(.post(url, parameters, signature: other)).isValid)
    }

    @Test(arguments: [[], [""], ["", ""]]) func `a missing signature is refused as missing`(_ headers: [String]) throws
    {
        var request = try SignedRequest.post("https://h.example/v", parameters, signature: nil)
        request.signatures = headers
        #expect(try validate(request) == .invalid(.missingHeader))
    }

    @Test(arguments: [
        "x", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "RSOYDt4T1cUTdK1PDd93/VVr8B8==", "RSOYDt4T1cUTdK1PDd93/VVr8B9é", ",",
        String(repeating: "A", count: 100_000),
    ])
    func `a signature of the wrong length is malformed`(_ header: String) throws {
        let request = try SignedRequest.post("https://h.example/v", parameters, signature: header)
        #expect(try validate(request) == .invalid(.malformed(.signature)))
    }

    @Test func `a repeated header is valid when one of a few is`() throws {
        let url = "https://h.example/v"
        let wrong = bare(url)
        var request = try SignedRequest.post(url, parameters, signature: nil)
        for headers in [[wrong, sign(url)], ["\(wrong), \(sign(url))"]] {
            request.signatures = headers
            #expect(try validate(request).isValid)
        }
        request.signatures = [wrong, wrong, wrong, wrong, sign(url)]
        #expect(try validate(request) == .invalid(.malformed(.tooManySignatures(limit: 4))))
    }

    @Test func `a validator without a token or with an empty one does not start`() {
        #expect(throws: SignatureTokenError.noToken) { try SignatureValidator(tokens: []) }
        #expect(throws: SignatureTokenError.empty(index: 1)) { try SignatureValidator(tokens: ["a", ""]) }
    }

    // MARK: Explaining a refusal

    @Test(arguments: [
        (OriginHints(host: "127.0.0.1:8080"), "http://127.0.0.1:8080"),
        (
            OriginHints(host: "10.0.0.1", forwardedHost: "bots.example", forwardedScheme: "https"),
            "https://bots.example"
        ),
        (OriginHints(host: "bots.example:8443"), "https://bots.example:8443"),
        (OriginHints(host: "bots.example:8443"), "https://bots.example"),
        (OriginHints(host: "bots.example"), "https://bots.example:443"),
        (OriginHints(host: "[::1]:8080"), "http://[::1]:8080"),
        (OriginHints(), "http://h.example"),
        (OriginHints(), "https://h.example/ivr"),
        (OriginHints(host: "bots.example", forwardedPrefix: "/pre"), "https://bots.example/pre"),
    ])
    func `a refusal names the public URL that would have matched`(_ hints: OriginHints, _ signed: String) throws {
        var request = try SignedRequest.post("https://h.example/voice?a=1", parameters, signature: nil, hints: hints)
        if signed.hasSuffix("/ivr") { request.publicOrigin = try PublicOrigin("http://h.example/ivr") }
        request.signatures = [sign(signed + "/voice?a=1")]
        let fault = try #require(fault(of: try validate(request)))
        guard case .noTokenMatches(let mismatch) = fault else {
            Issue.record("refused for another reason: \(fault)")
            return
        }
        #expect(mismatch.wouldMatch?.text == signed)
        #expect(fault.description.contains("it would match under \(signed); set --public-url"))
    }

    @Test func `a hint never makes a request valid`() throws {
        let signature = sign("https://evil.example/voice")
        let hints = OriginHints(host: "evil.example", forwardedHost: "evil.example", forwardedScheme: "https")
        let request = try SignedRequest.post("https://h.example/voice", parameters, signature: signature, hints: hints)
        #expect(try !validate(request).isValid)
    }

    @Test(arguments: [
        "", ":", "a b", "user@host", "host/path", "[", "[::1", "h:99999", String(repeating: "h", count: 10_000),
    ])
    func `a nonsensical hint is ignored`(_ host: String) throws {
        let hints = OriginHints(host: host, forwardedHost: host, forwardedScheme: host, forwardedPrefix: host)
        let request = try SignedRequest.post("https://h.example/voice", parameters, signature: bare("x"), hints: hints)
        guard case .noTokenMatches(let mismatch)? = fault(of: try validate(request)) else {
            Issue.record("refused for another reason")
            return
        }
        #expect(mismatch.wouldMatch == nil)
    }

    @Test func `a refusal holds no token, password, query or parameter`() throws {
        let url = "https://user:secretpass@h.example/voice?From=%2B12065550101&x=It%27s"
        let request = try SignedRequest.post(url, parameters, signature: bare("x"))
        let fault = try #require(fault(of: try validate(request)))
        let text = "\(fault) \(String(reflecting: fault))"
        for secret in ["secretpass", "user:", "2065550101", "14158675309", "12345"] {
            #expect(!text.contains(secret))
        }
        #expect(fault.description.contains("https://…@h.example/voice?…"))
        #expect(fault.description.contains("port as configured, %27 %40 %3A decoded"))
    }

    @Test func `a validator and a signer do not print their tokens`() throws {
        let validator = try SignatureValidator(tokens: ["topsecret"])
        var text = "\(validator) \(String(reflecting: WebhookSigner(token: "topsecret")))"
        dump(validator, to: &text)
        #expect(!text.contains("topsecret"))
    }

    private func validate(_ request: SignedRequest) throws -> SignatureVerdict {
        try SignatureValidator(tokens: ["12345"]).validate(request)
    }

    private func fault(of verdict: SignatureVerdict) -> SignatureFault? {
        switch verdict {
        case .valid: nil
        case .invalid(let fault): fault
        }
    }

    private func sign(_ url: String) -> String {
        WebhookSigner(token: "12345").sign(url: url, parameters: parameters)
    }

    /// The signature over the URL alone.
    private func bare(_ url: String) -> String {
        WebhookSigner(token: "12345").sign(url: url)
    }
}
