import Carrier
import Testing

/// The vectors of the official libraries' own tests, and some computed with independent code where none has one.
struct SignatureVectorTests {
    /// A signature over a URL and form parameters.
    struct Vector: Sendable, CustomTestStringConvertible {
        let number: String
        let url: String
        let parameters: FormParameters
        let signature: String

        init(_ number: String, _ url: String, _ parameters: FormParameters, _ signature: String) {
            self.number = number
            self.url = url
            self.parameters = parameters
            self.signature = signature
        }

        var testDescription: String { "vector \(number)" }
    }

    /// A signature over a URL that carries the digest of a body.
    struct BodyVector: Sendable {
        let url: String
        let body: String
        let signature: String
    }

    static let token = "12345"

    static let vectors: [Vector] = [
        Vector("1", u, p, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        Vector("2", "https://mycompany.com:443/myapp.php?foo=1&bar=2", p, "kvajT1Ptam85bY51eRf/AJRuM3w="),
        Vector("3", "https://mycompany.com:1234/myapp.php?foo=1&bar=2", p, "CYn1h0gLBdNxDGkKJg6hYohgeD8="),
        Vector("4", "http://mycompany.com:80/myapp.php?foo=1&bar=2", p, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        Vector("5", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", p, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        Vector("6", "http://mycompany.com/myapp.php?foo=1&bar=2", p, "OyGYPqTF6ztdbRNCvuQO/oPvqQ4="),
        Vector("7", "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", p, "CukzLTc1tT5dXEDIHm/tKBanW10="),
        Vector("8", "https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2", p, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="),
        Vector("9", "https://user@mycompany.com/myapp.php?foo=1&bar=2", p, "2YRLlVAflCqxaNicjMpJcSTgzSs="),
        Vector("10", "https://user@mycompany.com:443/myapp.php?foo=1&bar=2", p, "aZfj4hyX1MLZhSS6QIL18Vn2/RA="),
        Vector("11", u, FormParameters(), "zYQTYrRWXE7LtzbG4PfP7/bkkGo="),
        Vector("12", "https://mycompany.com/myapp.php", p, "1xaxFBvyzXYvWplzNOSs28HWO94="),
        Vector(
            "13",
            "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue",
            p,
            "er2tvAP1Wx+iuTTE2BPgvEaN1cs="
        ),
        Vector("14", "https://mycompany.com:443//myapp.php?foo=1&bar=2", p, "A9lH3u16NjyiiM/+wylw5rirFUs="),
        Vector("14, no port", "https://mycompany.com//myapp.php?foo=1&bar=2", p, "FddoxYKXqiUwH/aixlX3JK6bBe0="),
        Vector("15", "https://MyCompany.com/myapp.php?foo=1&bar=2", p, "g9IN/x4Cft2g517EjYvEvM/W7LU="),
        Vector(
            "16",
            "HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2",
            p,
            "hy/l8pca+LFms4cvRdv8uiP6NGc="
        ),
        Vector("17", "https://mycompany.com/webhook/España?año=2023", p, "G/Hx6mqqnjUNlPAoi2Sp9bGst0g="),
        Vector(
            "18",
            u,
            ["Message": "Hello & goodbye! @#$%^*()", "From": "+1 (415) 867-5309", "Special": "unicode: ñáéíóú"],
            "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="
        ),
        Vector(
            "19",
            u,
            ["Digits": "", "CallSid": "CA1234567890ABCDE", "EmptyParam": ""],
            "9HHp/OqQMEwdrVebHDdA/+tqjX8="
        ),
        Vector(
            "20",
            u,
            ["callSid": "lowercase", "CallSid": "uppercase", "CALLSID": "allcaps"],
            "jDK7WKT8wiNrwggd4ceTv4e1MJ4="
        ),
        Vector(
            "21",
            u,
            with(["ReasonConferenceEnded": "test", "Reason": "Participant"]),
            "vOEb5UThFn24KEfnOFLQY2AE5FY="
        ),
        Vector(
            "22",
            u,
            ["Sid": "CA123", "SidAccount": "AC123", "Digits": "5678", "Digits": "1234", "Digits": "1234"],
            "IK+Dwps556ElfBT0I3Rgjkr1wJU="
        ),
        Vector(
            "23",
            u,
            ["MessagingBinding.Address": "+1325xxxxxxx", "MessagingBinding.Address": "+1415xxxxxxx"],
            "83O6e2vORAoJHUNzJjDWN1jz+BA="
        ),
        Vector(
            "23, other order",
            u,
            ["MessagingBinding.Address": "+1415xxxxxxx", "MessagingBinding.Address": "+1325xxxxxxx"],
            "83O6e2vORAoJHUNzJjDWN1jz+BA="
        ),
        Vector("24", u, ["property": "value", "boolean": "true"], "NBdBDr/T/lgjI+tlgpXjKZQZs/k="),
        Vector("28", u + "&Body=It%27s+amazing", p, "TfZzewPq8wqrGlMfyAud8+/IvJ0="),
        Vector("29", u + "&Body=It's+amazing", p, "dsq4Ehbj6cs+KdTkpF5sSSplOWw="),
        Vector("30", "https://mycompany.com/voice", p, "ybClReBlP4dVb/TdNaPgcA9ASwE="),
        Vector("30, slash", "https://mycompany.com/voice/", p, "jGGth5mJYqytcuyoHUaV9eK36kU="),
        Vector("32", u, with(["Body": " hi \n"]), "rKgpIZgr44KS8Gltgl8Qe9ZzCP0="),
    ]

    static let digestOfJSON = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
    static let digestOfBraces = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    static let json = #"{"property": "value", "boolean": true}"#

    static let bodyVectors: [BodyVector] = [
        BodyVector(url: u + "&bodySHA256=" + digestOfJSON, body: json, signature: "a9nBmqA0ju/hNViExpshrM61xv4="),
        BodyVector(
            url: "https://mycompany.com/myapp.php?bodySHA256=" + digestOfJSON,
            body: json,
            signature: "y77kIzt2vzLz71DgmJGsen2scGs="
        ),
        BodyVector(
            url: "https://mycompany.com:443/myapp.php?foo=1&bar=2&bodySHA256=" + digestOfBraces,
            body: "{}",
            signature: "Ldidvp12m26NI7eqEvxnEpkd9Hc="
        ),
        BodyVector(
            url: "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=" + digestOfBraces,
            body: "{}",
            signature: "rw/jVviOgicj2+kHZULvebnA4ag="
        ),
    ]

    @Test(arguments: vectors) func `the signer gives the library's signature`(_ vector: Vector) {
        #expect(
            WebhookSigner(token: Self.token).sign(url: vector.url, parameters: vector.parameters) == vector.signature
        )
    }

    @Test(arguments: vectors) func `a form post with the library's signature is valid as it stands`(
        _ vector: Vector
    ) throws {
        let request = try SignedRequest.post(vector.url, vector.parameters, signature: vector.signature)
        #expect(try validator().validate(request) == .valid(token: 0, form: SignedURLForm()))
    }

    @Test(arguments: vectors) func `one changed character in the signature makes it invalid`(_ vector: Vector) throws {
        let first = vector.signature.hasPrefix("A") ? "B" : "A"
        let forged = first + vector.signature.dropFirst()
        let request = try SignedRequest.post(vector.url, vector.parameters, signature: forged)
        #expect(try !validator().validate(request).isValid)
    }

    @Test(arguments: vectors) func `another token makes it invalid`(_ vector: Vector) throws {
        let request = try SignedRequest.post(vector.url, vector.parameters, signature: vector.signature)
        #expect(try !SignatureValidator(tokens: ["12346"]).validate(request).isValid)
    }

    @Test(arguments: bodyVectors) func `a JSON body is valid by the digest in its URL`(_ vector: BodyVector) throws {
        var request = try SignedRequest.post(vector.url, FormParameters(), signature: vector.signature)
        request.contentType = "application/json"
        request.body = [UInt8](vector.body.utf8)
        #expect(try validator().validate(request) == .valid(token: 0, form: SignedURLForm()))
        #expect(WebhookSigner(token: Self.token).sign(url: vector.url) == vector.signature)
    }

    @Test func `a GET is signed over its URL alone`() throws {
        let url =
            "https://mycompany.com/myapp.php?foo=1&bar=2&AccountSid=AC1&CallSid=CA1234567890ABCDE&Digits=1&From=%2B14158675309"
        var request = try SignedRequest.post(url, FormParameters(), signature: "ssc6R6J0apQG3IyE7HG4Wt1wjxs=")
        request.method = .get
        request.contentType = nil
        #expect(try validator().validate(request) == .valid(token: 0, form: SignedURLForm()))
    }

    @Test(arguments: [
        Vector(
            "21 in the wrong order",
            u,
            with(["Reason": "Participant", "ReasonConferenceEnded": "test"]),
            "95+Bu0JVPi0r/SsESZCVf0dWAjw="
        ),
        Vector("32 trimmed", u, with(["Body": " hi \n"]), "lHa7rqIJVBU+AXbOFcCHMU4zEck="),
    ])
    func `a signature over other bytes is refused`(_ vector: Vector) throws {
        let request = try SignedRequest.post(vector.url, vector.parameters, signature: vector.signature)
        #expect(try !validator().validate(request).isValid)
    }

    @Test func `the other provider's vector with a digest in the URL is valid`() throws {
        let url =
            "https://example.ngrok.io/webhook?bodySHA256=69f3cbfc18e386ef8236cb7008cd5a54b7fed637a8cb3373b5a1591d7f0fd5f4"
        var request = try SignedRequest.post(url, FormParameters(), signature: "dfO9ek8mxyFtn2nMz24plPmPfIY=")
        request.contentType = "application/json; charset=utf-8"
        request.body = [UInt8](#"{"event":"call.state"}"#.utf8)
        #expect(try SignatureValidator(tokens: ["PSKtest1234567890abcdef"]).validate(request).isValid)
    }

    private static let u = "https://mycompany.com/myapp.php?foo=1&bar=2"

    private static let p: FormParameters = [
        "CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234", "From": "+14158675309",
        "To": "+18005551212",
    ]

    private static func with(_ more: FormParameters) -> FormParameters {
        FormParameters(p.parameters + more.parameters)
    }

    private func validator() throws -> SignatureValidator {
        try SignatureValidator(tokens: [Self.token])
    }
}
