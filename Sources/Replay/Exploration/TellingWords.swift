import CallEngine

/// A few words of what is heard, by which a person and a script know where the call is.
enum TellingWords {
    private static let wordLimit = 9
    /// A sentence of fewer words, such as "Hello.", tells little.
    private static let fewest = 3

    /// The beginning of the first sentence that says something, in lower case; nil where only recordings are heard.
    static func of(_ heard: [Utterance]) -> String? {
        var plain: [[Substring]] = []
        for utterance in heard {
            guard case .text(let text) = utterance.content else { continue }
            plain += sentences(of: text).filter { words in !words.isEmpty && words.allSatisfy { $0.allSatisfy(isPlain) }
            }
        }
        guard let words = plain.first(where: { $0.count >= fewest }) ?? plain.max(by: { $0.count < $1.count }) else {
            return nil
        }
        var text = clause(of: words).joined(separator: " ").lowercased()
        while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
        return text.isEmpty ? nil : text
    }

    /// The words up to a comma where there are enough before it, else a few.
    private static func clause(of words: [Substring]) -> ArraySlice<Substring> {
        let few = words.prefix(wordLimit)
        guard let comma = few.indices.first(where: { $0 + 1 >= fewest && few[$0].last == "," }) else { return few }
        return few[...comma]
    }

    private static func sentences(of text: String) -> [[Substring]] {
        var sentences: [[Substring]] = [[]]
        for word in text.split(whereSeparator: \.isWhitespace) {
            sentences[sentences.count - 1].append(word)
            if let last = word.last, ".?!".contains(last) { sentences.append([]) }
        }
        return sentences
    }

    /// Signs that a document may write otherwise are left out of what is looked for.
    private static func isPlain(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ",.;:?!'’¿¡()-–$%/".contains(character)
    }
}
