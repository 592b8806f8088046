/// What a text's spoken length is made of.
struct SpeechCounts: Hashable, Sendable {
    var characters: Int64 = 0
    /// Sentence ends.
    var ends: Int64 = 0
    var commas: Int64 = 0
}

/// The count for texts of ASCII alone, which most are: every event of every call measures what it speaks, and walking bytes
/// is many times faster than walking characters.
enum PlainSpeech {
    static func count(_ spoken: String, endsUtterance: Bool) -> SpeechCounts {
        var spoken = spoken
        return spoken.withUTF8 { count($0, endsUtterance) }
    }

    private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ endsUtterance: Bool) -> SpeechCounts {
        var counts = SpeechCounts()
        var speaks = false
        // Whether something was spoken since the last sentence end, and whether a space is still to be counted.
        var isOpen = false
        var isSpaceDue = false
        for index in bytes.indices {
            let byte = bytes[index]
            if isSpace(byte) {
                isSpaceDue = counts.characters > 0
                continue
            }
            if isSpaceDue { counts.characters += 1 }
            isSpaceDue = false
            counts.characters += 1
            if isLetterOrDigit(byte) {
                speaks = true
                isOpen = true
            } else if isOpen {
                switch byte {
                case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                    guard index + 1 == bytes.count || closes(bytes[index + 1]) else { continue }
                    counts.ends += 1
                    isOpen = false
                case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
                    if index + 1 == bytes.count || isSpace(bytes[index + 1]) { counts.commas += 1 }
                default: break
                }
            }
        }
        guard speaks else { return SpeechCounts() }
        if endsUtterance, isOpen { counts.ends += 1 }
        return counts
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    /// Whether a full stop before this byte ends a sentence.
    private static func closes(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
    }
}
