import Carrier
import Testing

struct PublicOriginTests {
    @Test(arguments: [
        ("https://h.example", "https://h.example"), ("https://h.example/", "https://h.example"),
        ("HTTP://u:p@H.example:80/ivr//", "HTTP://u:p@H.example:80/ivr"),
        ("https://u@b@[::1]:8443/", "https://u@b@[::1]:8443"),
        ("https://münchen.example/é", "https://münchen.example/é"),
    ])
    func `a public URL is kept as written but for slashes at its end`(_ text: String, _ kept: String) throws {
        #expect(try PublicOrigin(text).text == kept)
    }

    @Test(arguments: [
        ("", PublicOriginError.noScheme), ("h.example", .noScheme), ("h.example:443", .noScheme),
        ("https:/h", .noScheme),
        ("ftp://h", .otherScheme("ftp")), ("://h", .otherScheme("")), ("https://", .noHost), ("https:///x", .noHost),
        ("https://u@", .noHost), ("https://[]", .noHost), ("https://:443", .noHost), ("https://h:", .badPort),
        ("https://h:x", .badPort),
        ("https://h:0", .badPort), ("https://h:65536", .badPort), ("https://::1", .badPort), ("https://[::1", .badPort),
        ("https://[::1]x", .badPort), ("https://h?a", .hasQueryOrFragment), ("https://h/#a", .hasQueryOrFragment),
        ("https://h x", .hasWhitespace), ("https://h\n", .hasWhitespace),
    ])
    func `what is no public URL is refused with its fault`(_ text: String, _ error: PublicOriginError) {
        #expect(throws: error) { try PublicOrigin(text) }
    }

    @Test func `a public URL prints without user and password`() throws {
        let origin = try PublicOrigin("https://user:pass@h.example:8443/ivr")
        #expect(
            "\(origin) \(String(reflecting: origin))" == "https://…@h.example:8443/ivr https://…@h.example:8443/ivr"
        )
    }
}
