/// What a caller's words say about being contacted again.
package enum OptOutUnderstanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing.
    case none
    /// The utterance is a word to stop and nothing else.
    case alone
    /// A word to stop stands inside a sentence that makes no plain request.
    case inSentence
    /// A plain request to stop.
    case request
}

/// Understands a request to stop, in English and Spanish.
///
/// A consumer may revoke consent with the words of 47 CFR 64.1200(a)(10)(i) or with any others that a reasonable person
/// takes for a request, (a)(10)(ii). Where the words leave a doubt, the reading that contacts fewer people is taken,
/// unless they plainly mean something else.
///
/// | words | understood as |
/// |---|---|
/// | stop, stop all, unsubscribe, cancel, end, quit, revoke, opt out, alto, parar, pare, cancelar, basta; with courtesy or repetition ("please stop", "stop stop") | `alone` |
/// | "stop calling me", "i want to stop", "take me off your list", "do not call me again", "leave me alone", "no me llamen mas", "quiteme de la lista" | `request` |
/// | "how do i opt out", "my wife told you people stop", "you never stop calling" | `inSentence` |
/// | "cancel my appointment", "dont stop", "at the end of the month", "bus stop", "stop by tomorrow" | `none` |
package enum OptOutWords {
    /// Reads folded words: lower case, no punctuation, no diacritics, and no apostrophes ("don't" is `dont`).
    ///
    /// Folding may have dropped an opening such as "i want to" already; "i want to stop" is then a word alone, and as certain.
    package static func understand(words: [String]) -> OptOutUnderstanding {
        let words = plain(words)
        guard !words.isEmpty else { return .none }
        if isAlone(words) { return .alone }

        let elsewhere = OptOutPhrases.otherMeanings.flatMap { $0.matches(in: words) }
        var isComplaint = false
        for match in OptOutPhrases.requests.lazy.flatMap({ $0.matches(in: words) })
        where !elsewhere.contains(where: { $0.overlaps(match) }) {
            switch polarity(at: match, in: words) {
            case .plain: return .request
            case .complaint: isComplaint = true
            case .negated: break
            }
        }
        for match in OptOutPhrases.inSentence.lazy.flatMap({ $0.matches(in: words) })
        where !elsewhere.contains(where: { $0.overlaps(match) }) {
            if polarity(at: match, in: words) != .negated { return .inSentence }
        }
        return isComplaint ? .inSentence : .none
    }

    /// Drops what changes nothing, and joins a contraction that a recogniser took apart ("don t").
    private static func plain(_ words: [String]) -> [String] {
        var kept: [String] = []
        for word in words {
            if word == "t", let last = kept.last, OptOutPhrases.negations.contains(last + "t") {
                kept[kept.count - 1] = last + "t"
            } else if !word.isEmpty, !OptOutPhrases.filler.contains(word) {
                kept.append(word)
            }
        }
        return kept
    }

    /// Whether nothing but a word to stop was said, once or several times, maybe after an English "no".
    private static func isAlone(_ words: [String]) -> Bool {
        var rest = words[...]
        // "No, stop" asks to stop. "No pare" and "no cancelar" ask for the opposite, and "no cancel" may.
        if rest.first == "no", let next = rest.dropFirst().first, ["stop", "unsubscribe", "quit"].contains(next) {
            rest = rest.dropFirst()
        }
        while !rest.isEmpty {
            let lengths = (1...3).filter { count in
                count <= rest.count && OptOutPhrases.alone.contains { $0.covers(Array(rest.prefix(count))) }
            }
            guard let longest = lengths.last else { return false }
            rest = rest.dropFirst(longest)
        }
        return true
    }

    private enum Polarity {
        case plain
        case negated
        /// "You never stop calling me": no request in words, yet no wish to be called either.
        case complaint
    }

    private static func polarity(at match: Range<Int>, in words: [String]) -> Polarity {
        // What starts with the negation itself ("do not call", "no me llamen") is a request because of it.
        var index = match.lowerBound
        while index > 0 {
            index -= 1
            let word = words[index]
            if OptOutPhrases.negations.contains(word) {
                let before = index > 0 ? words[index - 1] : nil
                let after = index + 1 < words.count ? words[index + 1] : nil
                // A "no" before English words is an answer, not a negation: "no, I want you to stop".
                if word == "no", after != nil, !isSpanish(words[match.lowerBound]) { return .plain }
                if before == "why" || (before == "do" && index > 1 && words[index - 2] == "why") { return .plain }
                if after == "you", match.lowerBound == index + 2, ["cant", "wont", "dont"].contains(word) {
                    return .plain
                }
                let subject = before == "do" || before == "will" || before == "can" ? words[safe: index - 2] : before
                if let subject, ["you", "they", "people", "guys", "it", "calls", "who"].contains(subject) {
                    return .complaint
                }
                return .negated
            }
            guard OptOutPhrases.transparent.contains(word) else { return .plain }
        }
        return .plain
    }

    /// Whether the first word of a match is Spanish, where "no" before it turns it round.
    private static func isSpanish(_ word: String) -> Bool {
        guard let dejar = OptOutPhrases.classes["dejar"], let quitar = OptOutPhrases.classes["quitar"] else {
            return false
        }
        return dejar.contains(word) || quitar.contains(word) || word == "cancelar" || word == "basta"
            || word == "quitarme"
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
