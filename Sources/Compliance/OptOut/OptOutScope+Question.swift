/// Requests that are asked about.
extension OptOutScope {
    func question(at match: PhraseBook.Match) -> Outcome? {
        let start = match.range.lowerBound
        let clause = clauseStart(start)
        guard clause < start else { return nil }
        let left = tokens[clause..<start].map(\.word)
        if left.contains("many") && left.contains("times") || left.starts(with: ["how", "about"]) { return nil }
        if isPolite(left) || isImpatient(match) { return nil }
        // "Are you deaf, I said stop": a sentence with a subject of its own.
        if left.count > 2, ["i", "we", "im"].contains(tokens[start].word),
            !OptOutScope.conditions.contains(left[left.count - 1]),
            !left.contains(where: OptOutScope.conditions.contains)
        {
            return nil
        }
        if let first = left.first, OptOutScope.conditions.contains(first) {
            let isThreat =
                left.contains { OptOutScope.negations.contains($0) } || ["unless", "until", "hasta"].contains(first)
            return isThreat ? nil : Outcome(strength: .nothing, rule: .question)
        }
        if left.contains(where: ["happens", "pasa", "significa", "mean", "means"].contains)
            || left.starts(with: ["what", "if"])
        {
            return Outcome(strength: .nothing, rule: .question)
        }
        // "Can I be removed", "could I have my number taken off".
        if left.count >= 2, ["can", "could", "may"].contains(left[0]), ["i", "we"].contains(left[1]),
            tokens[match.range].contains(where: { ["removed", "taken", "deleted", "unsubscribed"].contains($0.word) })
        {
            return nil
        }
        if (clause..<start).contains(where: {
            lexicon.howTo.begins(at: $0, in: tokens) && startsQuestion(at: $0, clause: clause)
        }) {
            return Outcome(strength: .doubt, rule: .howTo)
        }
        guard let first = left.first, OptOutScope.asking.contains(first) else { return nil }
        if first == "why" || left.starts(with: ["por", "que"]) || first == "porque" {
            let isComplaint =
                match.rule == .complaint && !left.contains("was")
                || !left.contains("did")
                    && left.contains {
                        OptOutScope.ours.contains($0) || ["siguen", "sigue", "getting", "still"].contains($0)
                    }
            return Outcome(strength: isComplaint ? .doubt : .nothing, rule: isComplaint ? .complaint : .question)
        }
        if OptOutScope.auxiliaries.contains(first) {
            guard clause + 1 < tokens.count, OptOutScope.subjects.contains(tokens[clause + 1].word) else { return nil }
        }
        // "Are you listening stop calling me": the question may be over.
        if OptOutScope.auxiliaries.contains(first), left.count > 2,
            match.rule == .stopContact || match.rule == .removal,
            let last = left.last, !OptOutScope.links.contains(last), !OptOutScope.ours.contains(last),
            !OptOutScope.subjects.contains(last), tokens[start - 1].isAsked == false,
            !["the", "a", "gonna", "also", "now"].contains(last),
            !left.contains(where: ["the", "he", "she", "it", "they"].contains)
        {
            return Outcome(strength: .doubt, rule: .question)
        }
        if first == "when", left.contains("you"),
            left.contains("will") || left.contains("gonna") || left.contains("going")
        {
            return Outcome(strength: .doubt, rule: .complaint)
        }
        return Outcome(strength: .nothing, rule: .question)
    }

    func startsQuestion(at index: Int, clause: Int) -> Bool {
        guard ["can", "could", "may", "will", "would", "should", "might", "must", "puedo"].contains(tokens[index].word)
        else { return true }
        return index == clause
    }

    /// "When will you stop calling me" asks for no date.
    func isImpatient(_ match: PhraseBook.Match) -> Bool {
        guard match.rule == .stopContact else { return false }
        let start = match.range.lowerBound
        let left = tokens[clauseStart(start)..<start].map(\.word)
        guard left.count > 2, left[0] == "when", ["will", "are", "would"].contains(left[1]),
            OptOutScope.ours.contains(left[2])
        else { return false }
        let end = match.range.upperBound
        let next = end < tokens.count && tokens[end].breakBefore == .none ? tokens[end].word : ""
        return (tokens[match.range].map(\.word) + [next]).contains { ["me", "us", "this", "these"].contains($0) }
    }

    /// "Can you please" asks for the thing itself.
    func isPolite(_ left: [String]) -> Bool {
        var rest = left[...]
        while let last = rest.last,
            [
                "people", "guys", "ever", "not", "at", "least", "me", "de", "por", "favor", "all", "folks", "possibly",
                "maybe", "to", "try", "mind", "consider",
            ].contains(last)
        {
            rest = rest.dropLast()
        }
        if let last = rest.last, OptOutScope.spanishAble.contains(last) { return true }
        guard let person = rest.last, OptOutScope.ours.contains(person) || ["someone", "somebody"].contains(person)
        else { return false }
        rest = rest.dropLast()
        guard let able = rest.last else { return false }
        // "Would it kill you to stop", "is it too much to ask you to stop".
        if ["kill", "hurt"].contains(able) || ["ask", "asking"].contains(able) && rest.contains("much") {
            return true
        }
        if ["can", "could", "will", "would", "cant", "wont", "couldnt", "wouldnt"].contains(able) {
            guard let asking = rest.dropLast().last else { return true }
            return !["when", "how", "if", "where", "who"].contains(asking)
        }
        return able == "dont" && rest.dropLast().last == "why"
    }
}
