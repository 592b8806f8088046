/// Text that an XML 1.0 document may hold.
///
/// Source: https://www.w3.org/TR/xml/#charsets. libxml2's writer lets the rest through, and the result is not XML.
package enum XMLText {
    /// The text without the characters XML forbids: controls other than tab and line ends, U+FFFE and U+FFFF.
    ///
    /// Nearly every text is clean and comes back as it is, after one pass over its bytes.
    package static func permitted(_ text: String) -> String {
        guard !isPermitted(text) else { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where isPermitted(scalar) { kept.append(scalar) }
        return String(kept)
    }

    /// Whether every character of the text may stand in an XML document.
    package static func isPermitted(_ text: String) -> Bool {
        let answer = text.utf8.withContiguousStorageIfAvailable { isPermitted($0) }
        return answer ?? text.unicodeScalars.allSatisfy(isPermitted)
    }

    private static func isPermitted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20 {
                guard byte == 0x09 || byte == 0x0A || byte == 0x0D else { return false }
            } else if byte == 0xEF, index + 2 < bytes.count {
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF in UTF-8.
                if bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return false }
            }
        }
        return true
    }

    private static func isPermitted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
