/// An address the provider can fetch or post to wherever the document came from: `https://host/path`.
///
/// A relative one resolves against the document being run, which a redirect or an inline document changes under it.
/// Source: https://www.twilio.com/docs/voice/twiml
package struct AbsoluteURL: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Takes `http` or `https`, a host, and then only the characters of RFC 3986.
    package init(_ text: String) throws(TwiMLError) {
        guard AbsoluteURL.isAbsolute(text) else { throw .notAbsolute(url: text) }
        self.text = text
    }

    /// Takes an address put together from checked parts.
    init(checked text: String) {
        self.text = text
    }

    package var description: String { text }

    private static func isAbsolute(_ text: String) -> Bool {
        let rest: Substring.UTF8View
        if text.hasPrefix("https://") {
            rest = text.dropFirst(8).utf8
        } else if text.hasPrefix("http://") {
            rest = text.dropFirst(7).utf8
        } else {
            return false
        }
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard let first = host.first, first != UInt8(ascii: ":"), host.allSatisfy(isHostByte) else { return false }
        return rest.allSatisfy(isURLByte)
    }

    /// Letters, digits, dot, hyphen, the port's colon and the brackets of an IPv6 address.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: byte.isASCIILetterOrDigit
        }
    }

    private static func isURLByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: byte > 0x20 && byte < 0x7F
        }
    }
}

extension UInt8 {
    /// Whether the byte is one of `A-Z a-z 0-9`.
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Whether the byte stands for itself in a URL: a letter, a digit or one of `-_.~`, RFC 3986 section 2.3.
    var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"): true
        default: isASCIILetterOrDigit
        }
    }
}
