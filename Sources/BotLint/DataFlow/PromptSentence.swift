/// A sentence of a prompt as words with their places.
struct PromptSentence {
    struct Word {
        let text: String
        /// In scalars from the start of the prompt's text.
        let range: Range<Int>
    }

    let words: [Word]
    let isQuestion: Bool

    /// The sentences of a text whose letters are folded, one byte for each scalar.
    static func sentences(of bytes: [UInt8]) -> [PromptSentence] {
        var sentences: [PromptSentence] = []
        var words: [Word] = []
        var start: Int?
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : UInt8(ascii: ".")
            if isWord(byte) {
                if start == nil { start = index }
                continue
            }
            if let first = start {
                words.append(Word(text: String(decoding: bytes[first..<index], as: UTF8.self), range: first..<index))
                start = nil
            }
            let ends = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            if ends, !words.isEmpty {
                sentences.append(PromptSentence(words: words, isQuestion: byte == UInt8(ascii: "?")))
                words = []
            }
        }
        return sentences
    }

    /// Whether it asks the caller for something: by a verb, as a question, or in so few words that it is nothing else.
    var asks: Bool {
        isQuestion || words.count <= 6 || contains(SensitiveWords.askingVerbs)
    }

    func contains(_ texts: Set<String>) -> Bool { words.contains { texts.contains($0.text) } }

    /// Whether a word before the place says that it is not asked for: "do not enter your PIN", "if you forgot your PIN".
    func turnsRound(before index: Int) -> Bool {
        words[..<index].contains { SensitiveWords.turningRound.contains($0.text) }
            || words.contains { SensitiveWords.otherThings.contains($0.text) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }
}
