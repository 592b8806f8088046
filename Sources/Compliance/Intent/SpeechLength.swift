/// How long a text takes to speak, estimated.
///
/// The length is a linear function of the characters, the sentence ends and the commas, once numbers, money and times are
/// written out: unexpanded, "$1,234.50" would count as short as it looks. Other languages' numbers are counted as long as
/// the English ones.
package enum SpeechLength {
    /// The text's length in whole milliseconds, with the silence that ends it; 0 for a text with nothing to speak.
    package static func milliseconds(of text: String, rate: SpeechRate = .standard) -> Int64 {
        measure(text, rate: rate, endsUtterance: true)
    }

    /// The length of a text's beginning, without the closing silence unless it ends a sentence itself.
    package static func milliseconds(upTo beginning: some StringProtocol, rate: SpeechRate = .standard) -> Int64 {
        measure(String(beginning), rate: rate, endsUtterance: false)
    }

    private static func measure(_ text: String, rate: SpeechRate, endsUtterance: Bool) -> Int64 {
        let spoken = SpokenNumbers.expand(text)
        let isPlain = spoken.utf8.allSatisfy { $0 < 0x80 }
        let counts = isPlain ? PlainSpeech.count(spoken, endsUtterance: endsUtterance) : count(spoken, endsUtterance)
        return (counts.characters * rate.character + counts.ends * rate.sentenceEnd + counts.commas * rate.comma)
            / 1_000
    }

    private static func count(_ spoken: String, _ endsUtterance: Bool) -> SpeechCounts {
        var characters: Int64 = 0
        var ends: Int64 = 0
        var commas: Int64 = 0
        var speaks = false
        // Whether something was spoken since the last sentence end, and whether a space is still to be counted.
        var isOpen = false
        var isSpaceDue = false
        let list = Array(spoken)
        for (index, character) in list.enumerated() {
            if character.isWhitespace {
                isSpaceDue = characters > 0
                continue
            }
            if isSpaceDue { characters += 1 }
            isSpaceDue = false
            characters += width(of: character)
            if character.isLetter || character.isNumber {
                speaks = true
                isOpen = true
            } else if isOpen, isSentenceEnd(list, index) {
                ends += 1
                isOpen = false
            } else if isOpen, isComma(list, index) {
                commas += 1
            }
        }
        guard speaks else { return SpeechCounts() }
        if endsUtterance, isOpen { ends += 1 }
        return SpeechCounts(characters: characters, ends: ends, commas: commas)
    }

    /// A full stop, question or exclamation mark before a space or the end.
    private static func isSentenceEnd(_ text: [Character], _ index: Int) -> Bool {
        switch text[index] {
        case "。", "！", "？": return true
        case ".", "!", "?", "…": break
        default: return false
        }
        guard index + 1 < text.count else { return true }
        let next = text[index + 1]
        return next.isWhitespace || next == "\"" || next == "'" || next == ")" || next == "”" || next == "’"
    }

    private static func isComma(_ text: [Character], _ index: Int) -> Bool {
        switch text[index] {
        case "，", "、", "；", "：": true
        case ",", ";", ":": index + 1 == text.count || text[index + 1].isWhitespace
        default: false
        }
    }

    /// A character of a script that writes syllables or words counts as long as the letters it stands for.
    private static func width(of character: Character) -> Int64 {
        guard let scalar = character.unicodeScalars.first?.value else { return 0 }
        return switch scalar {
        case 0x3040...0x30FF: 3
        case 0x3400...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF: 4
        default: 1
        }
    }
}
