import Airscript

/// A prompt's text as plain letters, one byte for each scalar, so that an index in one is an index in the other.
///
/// Letters are in lower case and without accents. What is no letter, digit or sign of ASCII is a space. Expressions are
/// ``unknown``: what they will say is not known here.
///
/// Every prompt of a bot goes through here, so the one pass over its bytes also notes what rules have to look for at all.
struct FoldedPrompt {
    /// Stands for every scalar of an expression, braces included.
    static let unknown: UInt8 = 1

    private(set) var bytes: [UInt8] = []
    private(set) var hints: PromptHints

    init(_ template: Template) {
        var source = template.source
        source.makeContiguousUTF8()
        var hints = PromptHints()
        bytes = source.utf8.withContiguousStorageIfAvailable { FoldedPrompt.fold($0, &hints) } ?? []
        self.hints = hints
        for embedded in template.expressions {
            for index in range(of: embedded) { bytes[index] = FoldedPrompt.unknown }
        }
    }

    /// The expression with its braces: the expression itself may have such braces in its texts.
    private func range(of embedded: Template.Embedded) -> Range<Int> {
        var start = min(embedded.offset, bytes.count)
        while start > 0, bytes[start - 1] != UInt8(ascii: "{") { start -= 1 }
        var end = min(bytes.count, embedded.offset + embedded.expression.source.unicodeScalars.count)
        while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
        let lower = max(0, start - 2)
        return lower..<max(lower, min(bytes.count, end + 2))
    }

    private static func fold(_ source: UnsafeBufferPointer<UInt8>, _ hints: inout PromptHints) -> [UInt8] {
        var index = 0
        return [UInt8](unsafeUninitializedCapacity: source.count) { folded, count in
            while index < source.count {
                let byte = source[index]
                hints.note(byte)
                if byte < 0x80 {
                    index += 1
                    folded[count] = fold(ascii: byte)
                } else {
                    let (scalar, width) = decode(source, at: index)
                    index += width
                    hints.note(beyondASCII: scalar)
                    folded[count] = fold(scalar)
                }
                count += 1
            }
        }
    }

    /// The scalar at an index; a Swift string is always valid UTF-8.
    private static func decode(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
        let lead = UInt32(source[index])
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard index + width <= source.count else { return (0xFFFD, source.count - index) }
        var scalar = lead & (width == 4 ? 0x07 : width == 3 ? 0x0F : 0x1F)
        for offset in 1..<width { scalar = scalar << 6 | UInt32(source[index + offset]) & 0x3F }
        return (scalar, width)
    }

    private static func fold(ascii byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte + 32
        case 0x20...0x7E, 0x0A: byte
        default: UInt8(ascii: " ")
        }
    }

    private static func fold(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
        case 0xC7, 0xE7: UInt8(ascii: "c")
        case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
        case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
        case 0xD1, 0xF1: UInt8(ascii: "n")
        case 0xD2...0xD6, 0xF2...0xF6, 0x152, 0x153: UInt8(ascii: "o")
        case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
        case 0x2018, 0x2019: UInt8(ascii: "'")
        case 0x201C, 0x201D, 0xAB, 0xBB: UInt8(ascii: "\"")
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x2026, 0xA1, 0xBF: UInt8(ascii: ".")
        default: UInt8(ascii: " ")
        }
    }
}
