/// A word of the list inside a longer utterance.
extension OptOutScope {
    /// The meaning of a word of the list inside a longer utterance.
    func outcome(ofWord match: PhraseBook.Match) -> Outcome {
        let start = match.range.lowerBound
        let end = match.range.upperBound
        if tokens[start].word == "stop", end < tokens.count, tokens[end].breakBefore == .none,
            tokens[end].word.hasSuffix("ing"),
            !tokens[end].word.hasSuffix("thing")
        {
            return Outcome(strength: .nothing, rule: .otherMeaning)
        }
        let asSentence = PhraseBook.Match(range: match.range, rule: .wordInSentence, isSpanish: match.isSpanish)
        if let polarity = polarity(at: asSentence) { return polarity }
        let opens =
            tokens[start].breakBefore != .none
            || tokens[0..<start].allSatisfy { OptOutScope.courtesy.contains($0.word) }
            || OptOutScope.conjunctions.contains(tokens[start - 1].word)
        let closes =
            end >= tokens.count || tokens[end].breakBefore != .none
            || tokens[end...].allSatisfy { OptOutScope.courtesy.contains($0.word) }
        if match.rule == .wordInSentence {
            guard opens, closes, channel == .sms, !lexicon.otherMeanings.occurs(in: tokens, within: 0..<tokens.count)
            else {
                return Outcome(strength: .nothing, rule: .otherMeaning)
            }
            return Outcome(strength: .doubt, rule: .wordInSentence)
        }
        if let asked = question(at: asSentence), !opens { return asked }
        if end < tokens.count, tokens[end].breakBefore == .none, tokens[end].word.allSatisfy(\.isNumber) {
            return Outcome(strength: .nothing, rule: .otherMeaning)
        }
        if start > 0, tokens[start].breakBefore == .none, tokens[start - 1].word == "to", tokens[start].word == "stop" {
            let isOurs = tokens[0..<start].contains {
                ["told", "asked", "say", "want", "tell", "said", "asking", "telling", "begging"].contains($0.word)
            }
            if !isOurs { return Outcome(strength: .nothing, rule: .otherMeaning) }
        }
        if tokens[max(0, end - 1)].isAsked, !opens { return Outcome(strength: .nothing, rule: .question) }
        if start > 0, tokens[start].breakBefore == .none, OptOutScope.modals.contains(tokens[start - 1].word) {
            return Outcome(strength: .nothing, rule: .otherMeaning)
        }
        guard channel == .sms, opens else { return Outcome(strength: .doubt, rule: .wordInSentence) }
        if closes || OptOutScope.freshStart.contains(tokens[end].word) {
            return Outcome(strength: .plain, rule: .wordAsClause)
        }
        return Outcome(strength: .doubt, rule: .wordInSentence)
    }
}
