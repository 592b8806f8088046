/// A pattern of words that is looked for inside an utterance, such as `take|remove me off|from`.
///
/// Words stand in order with nothing between. `a|b` is either, `a?` may be missing, `a*` may come any number of times,
/// and `<name>` stands for a class of words.
struct PhrasePattern: Sendable {
    private struct Element: Sendable {
        let words: Set<String>
        let isOptional: Bool
        let repeats: Bool
    }

    private let elements: [Element]

    init(_ text: String, classes: [String: Set<String>]) {
        elements = text.split(separator: " ").map { part in
            let repeats = part.hasSuffix("*")
            let isOptional = repeats || part.hasSuffix("?")
            var words: Set<String> = []
            for word in (isOptional ? part.dropLast() : part).split(separator: "|") {
                if word.hasPrefix("<"), word.hasSuffix(">") {
                    words.formUnion(classes[String(word.dropFirst().dropLast())] ?? [])
                } else {
                    words.insert(String(word))
                }
            }
            return Element(words: words, isOptional: isOptional, repeats: repeats)
        }
    }

    /// Where the pattern stands in the words, as all the places where it starts with the end of its longest match.
    func matches(in words: [String]) -> [Range<Int>] {
        words.indices.compactMap { start in
            match(elements[...], in: words[start...]).map { start..<$0 }
        }
    }

    /// Whether the pattern covers all the words.
    func covers(_ words: [String]) -> Bool {
        match(elements[...], in: words[...], toTheEnd: true) != nil
    }

    private func match(_ rest: ArraySlice<Element>, in words: ArraySlice<String>, toTheEnd: Bool = false) -> Int? {
        guard let element = rest.first else { return !toTheEnd || words.isEmpty ? words.startIndex : nil }
        if let word = words.first, element.words.contains(word) {
            let next = element.repeats ? rest : rest.dropFirst()
            if let end = match(next, in: words.dropFirst(), toTheEnd: toTheEnd) { return end }
        }
        guard element.isOptional else { return nil }
        return match(rest.dropFirst(), in: words, toTheEnd: toTheEnd)
    }
}
