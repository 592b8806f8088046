/// Requests that are turned round, or told of another's doing.
extension OptOutScope {
    /// Turned round, or said of somebody else's doing.
    func polarity(at match: PhraseBook.Match) -> Outcome? {
        let start = match.range.lowerBound
        var index = start
        var isChained = true
        while index > 0, tokens[index].breakBefore == .none, isChained {
            index -= 1
            let word = tokens[index].word
            if OptOutScope.conjunctions.contains(word) { return nil }
            if OptOutScope.negations.contains(word) {
                // A "no" before English words answers; it turns nothing round.
                if word == "no", !match.isSpanish, !isSpanish(start) { return nil }
                return negation(at: index, of: match)
            }
            if OptOutScope.thirdPersons.contains(word) {
                // "We don't want them to stop".
                if index > 0, ["want", "wanted", "need", "like"].contains(tokens[index - 1].word) { continue }
                return thirdPerson(at: index, of: match)
            }
            if OptOutScope.ours.contains(word) {
                // "I do not want you to stop": the negation stands before the one who is asked.
                guard index > 0,
                    OptOutScope.ours.contains(tokens[index - 1].word)
                        || OptOutScope.askings.contains(tokens[index - 1].word)
                else { return nil }
                continue
            }
            if ["i", "we", "yo"].contains(word), index > 0,
                ["said", "say", "think", "mean", "meant", "told"].contains(tokens[index - 1].word)
            {
                // "I never said I wanted to".
                continue
            }
            if ["i", "we", "ill", "id", "im", "ive", "yo"].contains(word) { return firstPerson(at: index, of: match) }
            let isReported =
                ["text", "reply", "send", "type"].contains(word) && index > 0 && tokens[index - 1].word == "didnt"
            isChained = isReported || OptOutScope.links.contains(word)
        }
        return nil
    }

    /// A statement that ends as a question: "You can't text this number?".
    func isAsked(_ match: PhraseBook.Match) -> Bool {
        let clause = clauseStart(match.range.lowerBound)
        let isStatement = match.rule == .doNotContact || match.rule == .wish || match.rule == .consent
        guard isStatement || clause < match.range.lowerBound, !OptOutScope.doubtful.contains(match.rule) else {
            return false
        }
        return tokens[sentence(around: match.range)].last?.isAsked == true
            && !isPolite(tokens[clause..<match.range.lowerBound].map(\.word)) && !isImpatient(match)
            && !["can", "could", "will", "would", "puede", "pueden", "podria", "podrian"].contains(
                tokens[match.range.lowerBound].word
            )
    }

    /// A negation a few words before, with others between: what it turns round is not certain.
    func isNearNegation(_ match: PhraseBook.Match) -> Bool {
        let start = match.range.lowerBound
        let clause = clauseStart(start)
        guard [.stopContact, .removal, .leaveAlone].contains(match.rule), !isPolite(tokens[clause..<start].map(\.word))
        else { return false }
        return (max(clause, start - 4)..<start).contains { index in
            OptOutScope.negations.contains(tokens[index].word) && (match.isSpanish || tokens[index].word != "no")
                && tokens[index].word != "yano"
                && ![
                    "interested", "know", "live", "here", "him", "her", "my", "the", "this", "anyone", "me", "a",
                    "available", "home",
                ].contains(tokens[index + 1].word)
                && index + 1 < start
        }
    }

    func isTold(_ match: PhraseBook.Match) -> Bool {
        let start = match.range.lowerBound
        guard start > 0, tokens[start].breakBefore == .none, ["dont", "never"].contains(tokens[start].word) else {
            return false
        }
        let before = tokens[start - 1].word
        return before.hasSuffix("s") && before.count > 3
            && !["thanks", "this", "services", "always", "calls", "texts", "messages", "guys", "business"].contains(
                before
            )
    }

    func negation(at index: Int, of match: PhraseBook.Match) -> Outcome? {
        let word = tokens[index].word
        let before = index > 0 && tokens[index].breakBefore == .none ? tokens[index - 1].word : nil
        let after = tokens[index + 1].word
        // "Don't you dare stop".
        if word == "dont", tokens[(index + 1)..<match.range.lowerBound].contains(where: { $0.word == "dare" }) {
            return Outcome(strength: .nothing, rule: .negated)
        }
        // "You don't have to stop".
        if word == "dont", ["have", "need"].contains(after) { return Outcome(strength: .nothing, rule: .negated) }
        if ["cant", "wont", "dont", "couldnt", "wouldnt"].contains(word), OptOutScope.ours.contains(after),
            before.map({ ["why", "so", "and", "but"].contains($0) }) ?? true,
            before == "why" || ["cant", "wont", "couldnt", "wouldnt"].contains(word)
        {
            return nil
        }
        if word == "didnt", ["i", "we"].contains(after), before == nil || before == "what" { return nil }
        if let before, OptOutScope.conditions.contains(before) { return nil }
        if index > 1, let before, OptOutScope.ours.contains(before) || ["people", "guys"].contains(before),
            OptOutScope.conditions.contains(tokens[index - 2].word)
        {
            return nil
        }
        if let before,
            OptOutScope.ours.contains(before)
                || ["people", "guys", "it", "calls", "texts", "messages", "just"].contains(before)
        {
            return Outcome(strength: .doubt, rule: .complaint)
        }
        return Outcome(strength: .nothing, rule: .negated)
    }

    func thirdPerson(at index: Int, of match: PhraseBook.Match) -> Outcome? {
        // "Remove him from your list" and the like can only be said of ours.
        if [.removal, .consent, .threat].contains(match.rule) { return nil }
        // "I told your colleague".
        if index > 0, ["your", "su", "sus"].contains(tokens[index - 1].word) { return nil }
        // "My wife told you to stop".
        if tokens[(index + 1)..<match.range.lowerBound].contains(where: { OptOutScope.ours.contains($0.word) }) {
            return nil
        }
        let word = tokens[index].word
        let saysIt =
            index > 0
            && ["tell", "told", "ask", "asked", "make", "have", "let", "telling"].contains(tokens[index - 1].word)
        if ["they", "them"].contains(word) {
            return saysIt ? nil : Outcome(strength: isAboutThird(match) ? .nothing : .doubt, rule: .thirdParty)
        }
        return Outcome(strength: .nothing, rule: .thirdParty)
    }

    func firstPerson(at index: Int, of match: PhraseBook.Match) -> Outcome? {
        if match.rule == .wordInSentence, match.range.lowerBound == index + 1, tokens[index].word != "im" {
            return Outcome(strength: .nothing, rule: .otherMeaning)
        }
        guard match.rule == .stopContact || match.rule == .doNotContact else { return nil }
        let between = tokens[(index + 1)..<match.range.lowerBound].map(\.word)
        if between.contains(where: { OptOutScope.sayings.contains($0) || OptOutScope.ours.contains($0) })
            || tokens[index].word == "im" && between.isEmpty
        {
            return nil
        }
        let isAboutMe =
            tokens[match.range].contains { ["me", "us", "my", "this", "these", "your"].contains($0.word) }
            || (match.range.upperBound < tokens.count
                && ["me", "us", "my"].contains(tokens[match.range.upperBound].word))
        guard !isAboutMe, tokens[match.range].last.map({ $0.word.hasSuffix("ing") }) ?? false else { return nil }
        return Outcome(strength: .nothing, rule: .otherMeaning)
    }
}
