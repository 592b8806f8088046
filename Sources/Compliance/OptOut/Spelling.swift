/// Brings words to the spelling that the patterns use.
///
/// Abbreviations, typing errors, doubled letters, digits for letters, words written apart or together, and what a speech
/// recogniser writes instead. A word that the patterns know is left alone.
struct Spelling: Sendable {
    let vocabulary: Vocabulary

    /// Rewrites the words of an utterance and numbers them.
    func corrected(_ utterance: Utterance) -> Utterance {
        var tokens = joinedLetters(utterance.tokens)
        tokens = tokens.flatMap(parts)
        restoreStop(&tokens)
        tokens = joinedWords(joinedWords(tokens))
        tokens = withoutFiller(tokens)
        for index in tokens.indices { tokens[index].number = vocabulary.number(of: tokens[index].word) }
        return Utterance(tokens: tokens)
    }

    /// The plain spelling of one word, or of the words it is made of.
    func plain(_ word: String) -> [String] {
        if word.hasSuffix("1"), word.dropLast().allSatisfy(\.isLetter), word.count > 1 {
            let verb = String(word.dropLast())
            return SpellingTables.pastForms.contains(verb) ? [word] : plain(verb)
        }
        if let known = SpellingTables.aliases[word] { return known.split(separator: " ").map(String.init) }
        if vocabulary.contains(word) || SpellingTables.otherWords.contains(word) { return [word] }
        if let letters = withoutDigits(word) { return plain(letters) }
        if SpellingTables.isProfane(word) { return [SpellingTables.profanity] }
        for shorter in shortened(word) {
            if let known = SpellingTables.aliases[shorter] { return known.split(separator: " ").map(String.init) }
            if vocabulary.contains(shorter) { return [shorter] }
        }
        if let glued = apart(word) { return glued }
        if let near = nearest(word) { return [near] }
        return [word]
    }

    private func parts(of token: Utterance.Token) -> [Utterance.Token] {
        let words = plain(token.word)
        return words.enumerated().map { index, word in
            var part = token
            part.word = word
            if index > 0 { part.breakBefore = .none }
            part.isAsked = token.isAsked && index == words.count - 1
            return part
        }
    }

    /// "Stoo texting me": what is nearly "stop" is, before a word for contacting.
    private func restoreStop(_ tokens: inout [Utterance.Token]) {
        for index in tokens.indices {
            let isAlone = tokens.count == 1
            let word = tokens[index].word
            guard (3...5).contains(word.utf8.count), word.hasPrefix("s"), !SpellingTables.otherWords.contains(word),
                !vocabulary.contains(word),
                isAlone || index + 1 < tokens.count && SpellingTables.gerunds.contains(tokens[index + 1].word),
                EditDistance.isWithin(1, Array(word.utf8), Array("stop".utf8))
            else { continue }
            tokens[index].word = "stop"
        }
    }

    /// Takes out courtesy, sighs and oaths; "please" leaves a break, since a request begins after it.
    private func withoutFiller(_ tokens: [Utterance.Token]) -> [Utterance.Token] {
        var kept: [Utterance.Token] = []
        var pending: Utterance.Break = .none
        for token in tokens {
            pending = max(pending, token.breakBefore)
            if SpellingTables.filler.contains(token.word) {
                if SpellingTables.openers.contains(token.word) { pending = max(pending, .soft) }
                if token.isAsked, !kept.isEmpty { kept[kept.count - 1].isAsked = true }
                continue
            }
            var next = token
            next.breakBefore = kept.isEmpty ? .hard : pending
            pending = .none
            kept.append(next)
        }
        return kept
    }

    /// "S T O P" and "s.t.o.p" are one word.
    private func joinedLetters(_ tokens: [Utterance.Token]) -> [Utterance.Token] {
        var result: [Utterance.Token] = []
        var index = 0
        while index < tokens.count {
            var end = index
            while end < tokens.count, tokens[end].word.utf8.count == 1 { end += 1 }
            let joined = tokens[index..<end].map(\.word).joined()
            if end - index >= 3, vocabulary.contains(joined) || SpellingTables.aliases[joined] != nil {
                var token = tokens[index]
                token.word = joined
                token.isAsked = tokens[end - 1].isAsked
                result.append(token)
                index = end
            } else {
                result.append(contentsOf: tokens[index..<max(end, index + 1)])
                index = max(end, index + 1)
            }
        }
        return result
    }

    /// Words that are written apart or that mean the same as one: "opt out", "do not", "un subscribe".
    private func joinedWords(_ tokens: [Utterance.Token]) -> [Utterance.Token] {
        var result: [Utterance.Token] = []
        var index = 0
        while index < tokens.count {
            if let first = SpellingTables.joins[tokens[index].word],
                let (rest, joined) = first.first(where: { rest, _ in
                    rest.count < tokens.count - index
                        && rest.indices.allSatisfy { tokens[index + 1 + $0].word == rest[$0] }
                        && tokens[(index + 1)..<(index + 1 + rest.count)].allSatisfy {
                            $0.breakBefore != .hard || rest == ["t"]
                        }
                })
            {
                var token = tokens[index]
                token.isAsked = tokens[index + rest.count].isAsked
                index += 1 + rest.count
                for (place, word) in joined.enumerated() {
                    token.word = word
                    result.append(token)
                    token.breakBefore = .none
                    if place < joined.count - 1 { result[result.count - 1].isAsked = false }
                }
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }

    /// "st0p", "$top", "c@ll", "st*p": only when the letters then make a word that is known.
    private func withoutDigits(_ word: String) -> String? {
        guard word.contains(where: { SpellingTables.digitLetters[$0] != nil || $0 == "*" }),
            word.contains(where: \.isLetter)
        else { return nil }
        let letters = String(word.map { SpellingTables.digitLetters[$0] ?? $0 })
        if let known = [letters, letters.replacing("1", with: "l"), letters.replacing("1", with: "i")]
            .first(where: isKnown)
        {
            return known
        }
        guard letters.filter({ $0 == "*" }).count == 1 else { return nil }
        return "aeiou".lazy.map { letters.replacing("*", with: String($0)) }.first(where: isKnown)
    }

    private func isKnown(_ word: String) -> Bool {
        vocabulary.contains(word) || SpellingTables.aliases[word] != nil
    }

    /// The word with its runs of the same letter cut to two, then to one, at the end only and everywhere.
    private func shortened(_ word: String) -> [String] {
        func cut(to length: Int) -> String {
            var result = ""
            var run = 0
            for letter in word {
                run = letter == result.last ? run + 1 : 1
                if run <= length { result.append(letter) }
            }
            return result
        }
        let letters = Array(word)
        guard zip(letters, letters.dropFirst()).contains(where: ==) else { return [] }
        // "Stoooop" is "stop"; "calll" is "call".
        var long = ""
        var index = 0
        while index < letters.count {
            var end = index
            while end < letters.count, letters[end] == letters[index] { end += 1 }
            long += String(repeating: letters[index], count: end - index >= 3 ? 1 : end - index)
            index = end
        }
        return [long, cut(to: 2), cut(to: 1)].filter { $0 != word && $0.count > 1 }
    }

    /// "stoptexting", "stopstopstop": words run together, longest first word first.
    private func apart(_ word: String) -> [String]? {
        guard (6...40).contains(word.utf8.count) else { return nil }
        let letters = Array(word)
        var best: [[String]?] = Array(repeating: nil, count: letters.count + 1)
        best[0] = []
        for end in 1...letters.count {
            for start in max(0, end - 12)..<end {
                guard let before = best[start] else { continue }
                let part = String(letters[start..<end])
                guard SpellingTables.gluable.contains(part) else { continue }
                let parts = before + [part]
                if parts.count < best[end]?.count ?? Int.max { best[end] = parts }
            }
        }
        guard let parts = best[letters.count], parts.count > 1 else { return nil }
        return parts
    }

    /// The long word of the patterns that one slip makes of this one.
    private func nearest(_ word: String) -> String? {
        let letters = Array(word.utf8)
        guard letters.count >= 5, letters.count <= 16 else { return nil }
        return SpellingTables.slippery.first { candidate in
            guard candidate.letters.first == letters.first,
                abs(candidate.letters.count - letters.count) <= candidate.slips
            else { return false }
            return EditDistance.isWithin(candidate.slips, letters, candidate.letters)
        }?.word
    }
}
