/// The phrases that stand behind "say".
struct PhraseList {
    /// One phrase by its tokens, and the end of the clause that it begins.
    struct Phrase {
        let first: Int
        let end: Int
        let clauseEnd: Int
    }

    private(set) var phrases: [Phrase] = []
    /// The first token behind them.
    private(set) var end: Int

    private let tokens: [PromptToken]

    /// Reads them; nil where what is to be said is only described: "say your name".
    init?(_ tokens: [PromptToken], from start: Int) {
        self.tokens = tokens
        end = start
        if token(end)?.kind == .pause { end += 1 }
        if let noun = token(end + 1)?.text, ["word", "words", "palabra", "palabras", "mot", "mots"].contains(noun) {
            end += 2
        }
        guard takeFirst() else { return nil }
        takeAlternatives()
    }

    private func token(_ index: Int) -> PromptToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    private mutating func takeFirst() -> Bool {
        guard let first = token(end), isSpoken(first) else { return false }
        if let past = quoteEnd(end) {
            append(end, past, clause: past)
            return true
        }
        guard !first.meaning.has(.describes), !first.meaning.has(.conjunction) else { return false }
        let past = phraseEnd(end)
        append(end, past, clause: clauseEnd(end))
        return true
    }

    /// Takes the others of "say sales, support or billing".
    ///
    /// Whatever is not a short phrase ends the list: "or stay on the line".
    private mutating func takeAlternatives() {
        var waiting: [(Int, Int)] = []
        var index = end
        while true {
            var separator = index
            if token(separator)?.kind == .pause { separator += 1 }
            let isLast = token(separator).map { ["or", "o", "u", "ou"].contains($0.text) } ?? false
            if isLast { separator += 1 }
            guard separator > index, let first = token(separator), isSpoken(first) else { return }
            let past = quoteEnd(separator) ?? phraseEnd(separator)
            let isPlain = !first.meaning.has(.describes) && !first.meaning.has(.otherwise) && past - separator <= 2
            guard first.opensQuote || isPlain, !first.meaning.has(.press), !first.meaning.has(.say) else { return }
            if isLast {
                // Two words may be the beginning of another instruction.
                guard first.opensQuote || past - separator == 1 else { return }
                for (start, end) in waiting + [(separator, past)] { append(start, end, clause: end) }
                return
            }
            guard let next = token(past), next.kind == .pause || next.meaning.has(.conjunction) else { return }
            waiting.append((separator, past))
            index = past
        }
    }

    private func isSpoken(_ token: PromptToken) -> Bool { token.kind == .word || token.kind == .digits }

    /// The index behind a quotation that begins here.
    private func quoteEnd(_ start: Int) -> Int? {
        guard token(start)?.opensQuote == true else { return nil }
        return (start..<min(start + 8, tokens.count)).first { tokens[$0].closesQuote }.map { $0 + 1 }
    }

    /// The index behind the words that certainly belong to a phrase.
    private func phraseEnd(_ start: Int) -> Int {
        var index = start + 1
        while let token = token(index), isSpoken(token), index < start + 8 {
            let isOpening = tokens[index - 1].meaning.has(.opening)
            if PhraseList.stops.contains(token.text), !isOpening || token.meaning.has(.conjunction) { break }
            if token.meaning.has(.press) && !isOpening { break }
            index += 1
        }
        return index
    }

    private func clauseEnd(_ start: Int) -> Int {
        var index = start + 1
        while let token = token(index), isSpoken(token), index < start + 12 { index += 1 }
        return index
    }

    private mutating func append(_ start: Int, _ end: Int, clause: Int) {
        phrases.append(Phrase(first: start, end: end, clauseEnd: max(clause, end)))
        self.end = end
    }

    /// Words that begin what a phrase is for, or when, or another choice.
    private static let stops: Set<String> = [
        "to", "for", "if", "at", "when", "and", "or", "then", "para", "si", "pour", "cuando", "quand", "o", "u", "y",
        "ou",
        "et", "en", "por", "anytime",
    ]
}
