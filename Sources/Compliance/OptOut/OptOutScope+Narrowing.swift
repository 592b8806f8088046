/// Requests that reach less far than a list can keep.
extension OptOutScope {
    func narrowing(of match: PhraseBook.Match) -> Outcome? {
        let sentence = sentence(around: match.range)
        let words = tokens[sentence].map(\.word)
        let isFinal = words.contains { OptOutScope.forever.contains($0) }
        let isCommand = match.rule == .stopContact || match.rule == .removal || match.rule == .consent
        let around = clause(around: match.range)
        let clauseWords = tokens[around].map(\.word)
        if match.rule != .removal, match.rule != .consent, match.rule != .leaveAlone, match.rule != .threat {
            let hours = lexicon.hours.occurs(
                in: tokens,
                within: isCommand ? match.range.upperBound..<around.upperBound : around
            )
            let moments = !isCommand && lexicon.moments.occurs(in: tokens, within: around)
            if hours || moments {
                let isReset =
                    isFinal && !clauseWords.contains("until") && !clauseWords.contains("before")
                    && !clauseWords.contains("after")
                if isReset {
                    return clauseWords.contains {
                        ["ever", "never", "nunca", "nomore", "anymore", "jamas"].contains($0)
                    } ? nil : Outcome(strength: .doubt, rule: .hoursInRequest)
                }
                return isCommand
                    ? Outcome(strength: .doubt, rule: .hoursInRequest) : Outcome(strength: .nothing, rule: .hours)
            }
            if lexicon.places.occurs(in: tokens, within: match.range.upperBound..<around.upperBound) {
                return Outcome(strength: .doubt, rule: .narrow)
            }
        }
        if match.rule == .stopContact || match.rule == .doNotContact || match.rule == .leaveAlone, isAboutThird(match) {
            return Outcome(strength: .doubt, rule: .narrow)
        }
        if match.rule == .doNotContact || match.rule == .wish, let end = match.range.last {
            let next =
                match.range.upperBound < tokens.count && tokens[match.range.upperBound].breakBefore == .none
                ? tokens[match.range.upperBound].word : ""
            if [tokens[end].word, next].contains(where: OptOutScope.exceptions.contains) {
                return Outcome(strength: .nothing, rule: .hours)
            }
        }
        if match.rule == .doNotContact, !isFinal, offersAnotherWay(outside: match.range) {
            return Outcome(strength: .doubt, rule: .narrow)
        }
        if isNaming(match) {
            return Outcome(strength: match.rule == .doNotContact ? .nothing : .doubt, rule: .otherMeaning)
        }
        return nil
    }

    /// "Don't call, just text me".
    func offersAnotherWay(outside range: Range<Int>) -> Bool {
        tokens.indices.contains { index in
            !range.contains(index) && ["text", "call", "email", "write", "message"].contains(tokens[index].word)
                && index + 1 < tokens.count && ["me", "instead", "only"].contains(tokens[index + 1].word)
                && (index == 0 || !OptOutScope.negations.contains(tokens[index - 1].word))
        }
    }

    /// "Don't call me Bobby".
    func isNaming(_ match: PhraseBook.Match) -> Bool {
        let words = tokens[match.range].map(\.word)
        let next = match.range.upperBound
        if next < tokens.count, tokens[next].breakBefore == .none, words.last?.hasPrefix("llame") == true,
            OptOutScope.titles.contains(tokens[next].word)
                || (tokens[next].number == Vocabulary.unknown
                    && (next + 1 == tokens.count || tokens[next + 1].breakBefore != .none))
        {
            return true
        }
        guard let last = words.last, ["me", "my"].contains(last),
            words.dropLast().last.map({ ["call", "calling"].contains($0) }) ?? false,
            next < tokens.count, tokens[next].breakBefore == .none
        else { return false }
        if lexicon.afterCallMe.begins(at: next, in: tokens) { return false }
        return !lexicon.requests.begins(at: next, in: tokens)
    }

    func isAboutThird(_ match: PhraseBook.Match) -> Bool {
        let end = match.range.upperBound
        if lexicon.thirdObjects.begins(at: end, in: tokens), tokens[end].breakBefore == .none { return true }
        let last = end - 1
        return match.range.contains(last) && match.range.count > 1
            && (["him", "her", "them"].contains(tokens[last].word) || lexicon.thirdObjects.begins(at: last, in: tokens))
            && !["number", "list"].contains(tokens[min(end, tokens.count - 1)].word)
    }
}
