import BotGraph

/// A word of a text, in lower case, with where it stands.
struct PlacedWord: Hashable {
    let text: String
    /// In scalars from the start of the text.
    let range: Range<Int>
    /// Which sentence of the text it is in, from 0.
    let sentence: Int
}

extension PlacedWord {
    /// The runs of letters and digits, an apostrophe inside a word left out, as the intent clock reads them.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - keys: Whether `*` and `#` are words too, as keys that are named.
    /// - Returns: The words in order.
    static func words(of text: String, keys: Bool = false) -> [PlacedWord] {
        var words: [PlacedWord] = []
        var current = ""
        var start = 0
        var sentence = 0
        var isEnding = false
        var index = 0
        func close() {
            guard !current.isEmpty else { return }
            words.append(PlacedWord(text: current, range: start..<index, sentence: sentence))
            current = ""
        }
        for scalar in text.unicodeScalars {
            if isWordPart(scalar) {
                if current.isEmpty { start = index }
                current += lowered(scalar)
                isEnding = false
            } else if !(scalar == "'" || scalar == "\u{2019}") || current.isEmpty {
                close()
                if isEnding, scalar == " " || scalar == "\n" || scalar == "\t" { sentence += 1 }
                isEnding = scalar == "." || scalar == "?" || scalar == "!"
                if keys, scalar == "*" || scalar == "#" {
                    words.append(PlacedWord(text: String(scalar), range: index..<(index + 1), sentence: sentence))
                }
            }
            index += 1
        }
        close()
        return words
    }

    /// The places of a phrase's words in a row of words, the first time they stand there one after the other.
    static func range(of phrase: [String], in words: [PlacedWord]) -> Range<Int>? {
        guard !phrase.isEmpty, words.count >= phrase.count else { return nil }
        for start in 0...(words.count - phrase.count) {
            let end = start + phrase.count
            if zip(words[start..<end], phrase).allSatisfy({ $0.text == $1 }) { return start..<end }
        }
        return nil
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value > 0x7F else {
            return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
        }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> String {
        (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
            ? String(scalar) : scalar.properties.lowercaseMapping
    }
}

extension String {
    /// The part before a scalar, counted from 0.
    func prefix(scalars count: Int) -> Substring {
        let end = unicodeScalars.index(unicodeScalars.startIndex, offsetBy: count, limitedBy: unicodeScalars.endIndex)
        return self[..<(end ?? unicodeScalars.endIndex)]
    }
}
