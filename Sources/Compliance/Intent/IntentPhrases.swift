/// The three phrases as words, for matching whatever the case and the punctuation.
struct IntentPhrases {
    /// A word and where it ends in its text.
    struct Word {
        let text: String
        let end: String.Index
    }

    let caller: [String]
    let purpose: [String]
    let optOut: [String]

    /// Nil when a phrase has no word: then nothing can be found, as when none is declared.
    init?(_ parts: IntentParts) {
        caller = IntentPhrases.words(of: parts.caller).map(\.text)
        purpose = IntentPhrases.words(of: parts.purpose).map(\.text)
        optOut = IntentPhrases.words(of: parts.optOut).map(\.text)
        guard !caller.isEmpty, !purpose.isEmpty, !optOut.isEmpty else { return nil }
    }

    /// The runs of letters and digits, in lower case.
    ///
    /// An apostrophe inside a word is left out.
    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var current = ""
        var end = text.startIndex
        for index in text.indices {
            let character = text[index]
            if character.isLetter || character.isNumber {
                current += character.lowercased()
                end = text.index(after: index)
            } else if character != "'", character != "’", !current.isEmpty {
                words.append(Word(text: current, end: end))
                current = ""
            }
        }
        if !current.isEmpty { words.append(Word(text: current, end: end)) }
        return words
    }

    /// The index after the first place where the phrase stands in the words.
    static func end(of phrase: [String], in words: [String]) -> Int? {
        guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
        return (phrase.count...words.count).first { words[($0 - phrase.count)..<$0].elementsEqual(phrase) }
    }
}
