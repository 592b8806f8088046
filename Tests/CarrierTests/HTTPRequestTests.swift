import Carrier
import Testing

struct HTTPRequestTests {
    @Test func `a request prints neither password, query, header values nor body`() {
        let request = HTTPRequest(
            method: .post,
            url: "https://user:pass@h.example/a@b?From=12065550101",
            headers: [HTTPHeader("Authorization", "Basic c2VjcmV0")],
            body: [UInt8]("Digits=4321".utf8)
        )
        #expect(request.description == "POST https://h.example/a@b (11 bytes)")
        var text = String(reflecting: request)
        dump(request, to: &text)
        dump(request.headers, to: &text)
        for secret in ["pass", "2065550101", "c2VjcmV0", "4321"] { #expect(!text.contains(secret)) }
    }
}
