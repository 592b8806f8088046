/// Decides whether words that look like a request are one, by what stands around them.
struct OptOutScope {
    enum Strength: Int, Comparable {
        case nothing
        case doubt
        case plain

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    struct Outcome {
        let strength: Strength
        let rule: OptOutReading.Rule
    }

    let tokens: [Utterance.Token]
    let lexicon: OptOutLexicon
    let channel: OptOutChannel

    /// The meaning of a request's pattern where it stands.
    func outcome(of match: PhraseBook.Match) -> Outcome {
        let isDoubtful = OptOutScope.doubtful.contains(match.rule)
        if match.rule == .threat {
            let isRepeated = tokens[sentence(around: match.range)].contains {
                OptOutScope.repetitions.contains($0.word)
            }
            return Outcome(strength: isRepeated ? .plain : .doubt, rule: .threat)
        }
        if match.rule == .wrongNumber {
            return Outcome(strength: channel == .sms ? .doubt : .nothing, rule: .wrongNumber)
        }
        if let polarity = polarity(at: match) { return polarity }
        let asked = question(at: match)
        if asked == nil, isAsked(match) || isNearNegation(match) { return Outcome(strength: .doubt, rule: .question) }
        if let asked { return isDoubtful ? Outcome(strength: min(asked.strength, .doubt), rule: asked.rule) : asked }
        // "The doctors never call back" tells; it asks for nothing.
        if match.rule == .doNotContact, isTold(match) { return Outcome(strength: .doubt, rule: .complaint) }
        if match.rule == .vague, let narrowed = narrowing(of: match),
            narrowed.strength == .nothing || narrowed.rule == .hoursInRequest
        {
            return Outcome(strength: .nothing, rule: narrowed.rule)
        }
        if isDoubtful { return Outcome(strength: .doubt, rule: match.rule) }
        if let narrowed = narrowing(of: match) { return narrowed }
        return Outcome(strength: .plain, rule: match.rule)
    }

    /// Where the clause that a word stands in begins.
    func clauseStart(_ index: Int) -> Int {
        var start = index
        while start > 0, tokens[start].breakBefore == .none, !OptOutScope.conjunctions.contains(tokens[start - 1].word)
        { start -= 1 }
        return start
    }

    func clause(around range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, tokens[start].breakBefore == .none { start -= 1 }
        // "Not now, ..." and "before nine, please don't call": one comma back.
        if start > 0, tokens[start].breakBefore == .soft, range.lowerBound == start {
            start -= 1
            while start > 0, tokens[start].breakBefore == .none { start -= 1 }
        }
        var end = range.upperBound
        while end < tokens.count, tokens[end].breakBefore == .none { end += 1 }
        return start..<end
    }

    func sentence(around range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, tokens[start].breakBefore != .hard { start -= 1 }
        var end = range.upperBound
        while end < tokens.count, tokens[end].breakBefore != .hard { end += 1 }
        return start..<end
    }

    func isSpanish(_ index: Int) -> Bool {
        OptOutScope.spanishOpenings.contains(tokens[index].word)
    }
}
