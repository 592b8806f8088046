/// What a prompt's text may have in it, noted in one pass, so that nearly every text is looked at no further.
struct PromptHints: Sendable {
    private(set) var hasLessThan = false
    /// Whether five digits stand together.
    private(set) var hasLongNumber = false
    /// Whether there is a sign that ``OddSigns`` may find.
    private(set) var hasOddSign = false
    /// Whether two capitals, or the middle of "lorem", stand together.
    private(set) var mayBePlaceholder = false
    /// Whether there is anything but blanks and punctuation.
    private(set) var isAudible = false
    /// A length in milliseconds that the text certainly stays under when it is spoken.
    private(set) var longestLength: Int64 = 400

    private var before: UInt8 = UInt8(ascii: "\n")
    private var digits = 0

    mutating func note(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            isAudible = true
            longestLength += 52
            if byte == UInt8(ascii: "m"), before == UInt8(ascii: "e") { mayBePlaceholder = true }
        case 0x20: longestLength += 52
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            isAudible = true
            longestLength += 52
            if before >= 0x41, before <= 0x5A { mayBePlaceholder = true }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            isAudible = true
            // A digit is at most two words, such as "seventy thousand".
            longestLength += 18 * 52
            digits += 1
            if digits == 5 { hasLongNumber = true }
            before = byte
            return
        case 0x80...0xFF:
            longestLength += 308
            // The lead bytes of emoji, of marks that cannot be seen, and of controls beyond ASCII.
            if byte == 0xC2 || byte == 0xE2 || byte == 0xEE || byte == 0xEF || byte >= 0xF0 { hasOddSign = true }
        default: noteSign(byte)
        }
        digits = 0
        before = byte
    }

    private mutating func noteSign(_ byte: UInt8) {
        // A sign may be spoken as a word, and a pause is shorter than one.
        longestLength += 9 * 52
        switch byte {
        case UInt8(ascii: "<"): hasLessThan = true
        case UInt8(ascii: "`"), UInt8(ascii: "}"), 0x7F: hasOddSign = true
        case UInt8(ascii: "&"):
            hasOddSign = true
            isAudible = true
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "/"):
            if before == byte || before == UInt8(ascii: "\n") { hasOddSign = true }
            if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") { isAudible = true }
        case UInt8(ascii: "."): if before | 0x20 == UInt8(ascii: "w") { hasOddSign = true }
        case UInt8(ascii: "["): mayBePlaceholder = true
        case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "="):
            isAudible = true
        case 0x00..<0x20: if byte != 0x09, byte != 0x0A, byte != 0x0D { hasOddSign = true }
        default: break
        }
    }

    mutating func note(beyondASCII value: UInt32) {
        guard !isAudible, let scalar = Unicode.Scalar(value) else { return }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .dashPunctuation,
            .openPunctuation,
            .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
            break
        default: isAudible = true
        }
    }
}
