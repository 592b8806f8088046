/// Understands a request to stop, in English and Spanish, in a text or in speech.
///
/// A consumer may revoke consent with the words of 47 CFR 64.1200(a)(10)(i) or with any others that a reasonable person
/// takes for a request, (a)(10)(ii). The first row that holds decides; of several requests the plainest counts.
///
/// | the utterance | text | speech |
/// |---|---|---|
/// | our own footer, quoted line or reaction | left out | left out |
/// | one of the words and nothing else, courtesy and repetition aside | opt-out | confirm |
/// | a plain request: stop contact, do not contact, removal, consent, wish, leave alone, threat | opt-out | opt-out |
/// | the same turned round ("don't stop"), asked about, or of somebody else's doing | none | none |
/// | the same with an hour or a day | none; confirm after "stop" | the same |
/// | the same for another person, a place of work, or taken back | confirm | confirm |
/// | the words with another meaning ("cancel my appointment", "bus stop") | none | none |
/// | how to stop, or a complaint about the calls | confirm | confirm |
/// | words of stopping and of contact in one clause, and no plain request | confirm | confirm |
/// | a word as a clause of its own ("not interested. stop") | opt-out | confirm |
/// | a word inside a sentence without another meaning | confirm | confirm |
/// | the wrong number, and no more | confirm | none |
/// | START, YES, UNSTOP; HELP, INFO and nothing else | none, and marked | none |
///
/// The work grows with the length of the text, which is cut in the middle past ``Utterance/limit``.
package struct OptOutClassifier: Sendable {
    private let lexicon = OptOutLexicon.standard
    private let spelling: Spelling
    private let footers: [[String]]

    /// - Parameter footers: Our own texts about opting out, as they are sent, so that they are known when quoted.
    package init(footers: [String] = []) {
        let spelling = Spelling(vocabulary: OptOutLexicon.standard.vocabulary)
        self.spelling = spelling
        self.footers = footers.map { spelling.corrected(Utterance($0)).tokens.map(\.word) }.filter { $0.count > 2 }
    }

    /// The verdict alone.
    package func classify(_ text: String, channel: OptOutChannel) -> OptOutVerdict {
        read(text, channel: channel).verdict
    }

    /// The verdict with its reason.
    package func read(_ text: String, channel: OptOutChannel) -> OptOutReading {
        read(spelling.corrected(Utterance(QuotedText.removed(from: text))), channel: channel, hasText: !text.isEmpty)
    }

    /// The same for words that were folded already.
    func read(words: [String], channel: OptOutChannel) -> OptOutReading {
        read(spelling.corrected(Utterance(words: words)), channel: channel, hasText: !words.isEmpty)
    }

    private func read(_ utterance: Utterance, channel: OptOutChannel, hasText: Bool) -> OptOutReading {
        let own = withoutFooters(utterance)
        let tokens = split(own.utterance)
        guard !tokens.isEmpty else {
            return OptOutReading(.none, own.isCut || hasText && utterance.tokens.isEmpty ? .quoted : .nothing)
        }
        if channel == .sms {
            let whole = tokens.map(\.word).joined(separator: " ")
            if OptOutClassifier.optIns.contains(whole) {
                return OptOutReading(.none, .resume, words: whole, isOptIn: true)
            }
            if OptOutClassifier.helps.contains(whole) {
                return OptOutReading(.none, .nothing, words: whole, isHelp: true)
            }
        }
        if let word = whole(tokens, channel: channel) {
            return OptOutReading(
                channel == .sms ? .optOut : .confirm,
                channel == .sms ? .wordAlone : .wordSpoken,
                words: word
            )
        }
        return sentence(tokens, channel: channel) ?? OptOutReading(.none, own.isCut ? .quoted : .nothing)
    }

    // MARK: Whole texts

    /// Letters for the provider's words; a plain "yes" opts in, so nothing beside it may.
    private static let optIns: Set<String> = ["start", "yes", "unstop"]
    private static let helps: Set<String> = ["help", "info"]

    /// The words, if the utterance is made of nothing but words to stop and courtesy.
    private func whole(_ tokens: [Utterance.Token], channel: OptOutChannel) -> String? {
        var index = 0
        var found: [String] = []
        while index < tokens.count {
            if let end = longest(at: index, in: tokens, channel: channel) {
                found.append(tokens[index..<end].map(\.word).joined(separator: " "))
                index = end
            } else if OptOutScope.courtesy.contains(tokens[index].word) {
                // "No pare" and "no cancelar" ask for the opposite; "no, stop" does not.
                if tokens[index].word == "no", index + 1 < tokens.count, tokens[index + 1].breakBefore == .none,
                    !["stop", "unsubscribe", "quit", "optout", "no", "thanks"].contains(tokens[index + 1].word)
                {
                    return nil
                }
                index += 1
            } else {
                return nil
            }
        }
        return found.isEmpty ? nil : found.joined(separator: " ")
    }

    private func longest(at index: Int, in tokens: [Utterance.Token], channel: OptOutChannel) -> Int? {
        let ends = [
            lexicon.wholeWords.end(at: index, in: tokens),
            channel == .sms ? lexicon.wholeTextWords.end(at: index, in: tokens) : nil,
        ]
        return ends.compactMap { $0 }.max()
    }

    // MARK: Sentences

    private func sentence(_ tokens: [Utterance.Token], channel: OptOutChannel) -> OptOutReading? {
        let utterance = Utterance(tokens: tokens)
        let scope = OptOutScope(tokens: tokens, lexicon: lexicon, channel: channel)
        let elsewhere = lexicon.otherMeanings.matches(in: utterance).map(\.range)
        var best: (outcome: OptOutScope.Outcome, range: Range<Int>)?
        func consider(_ outcome: OptOutScope.Outcome, _ range: Range<Int>) {
            if let known = best, known.outcome.strength >= outcome.strength { return }
            best = (outcome, range)
        }
        var taken: [Range<Int>] = elsewhere
        var refused: [Range<Int>] = elsewhere
        let matches = lexicon.requests.matches(in: utterance)
        // The vague come last: they say nothing where a plainer pattern was refused.
        for match in matches.filter({ $0.rule != .vague }) + matches.filter({ $0.rule == .vague }) {
            if match.rule == .vague, refused.contains(where: { $0.overlaps(match.range) }) { continue }
            // A request that holds the other meaning and more is the better reading.
            let isElsewhere = elsewhere.contains {
                $0.overlaps(match.range)
                    && !(match.range.contains($0.lowerBound) && $0.upperBound <= match.range.upperBound
                        && $0.count < match.range.count)
            }
            if isElsewhere, match.rule != .threat {
                consider(.init(strength: .nothing, rule: .otherMeaning), match.range)
                continue
            }
            let outcome = scope.outcome(of: match)
            if outcome.strength == .nothing { refused.append(match.range) }
            consider(outcome, match.range)
            if match.rule != .wrongNumber { taken.append(match.range) }
        }
        for match in lexicon.words.matches(in: utterance) where !taken.contains(where: { $0.overlaps(match.range) }) {
            consider(scope.outcome(ofWord: match), match.range)
        }
        guard let best else {
            if resumes(tokens) { return OptOutReading(.none, .resume) }
            return elsewhere.first.map {
                OptOutReading(.none, .otherMeaning, words: tokens[$0].map(\.word).joined(separator: " "))
            }
        }
        return reading(
            best.outcome,
            words: tokens[best.range].map(\.word).joined(separator: " "),
            in: tokens,
            at: best.range
        )
    }

    /// The verdict, weakened by a wish to go on or by words that take the request back.
    private func reading(
        _ outcome: OptOutScope.Outcome,
        words: String,
        in tokens: [Utterance.Token],
        at range: Range<Int>
    ) -> OptOutReading {
        guard outcome.strength > .nothing else { return OptOutReading(.none, outcome.rule, words: words) }
        let utterance = Utterance(tokens: tokens)
        let tellsOfRequest = tokens.contains { OptOutClassifier.reports.contains($0.word) }
        let isTakenBack =
            lexicon.retractions.matches(in: utterance).contains { !$0.range.overlaps(range) }
            || tellsOfRequest && !lexicon.mishaps.matches(in: utterance).isEmpty
        let resumes = resumes(tokens, outside: range)
        if outcome.strength == .plain, outcome.rule != .threat, resumes || isTakenBack {
            let isReport =
                tokens[range].contains { OptOutClassifier.reports.contains($0.word) }
                || range.lowerBound > 0 && OptOutClassifier.reports.contains(tokens[range.lowerBound - 1].word)
            if isReport || resumes && isTakenBack { return OptOutReading(.none, .resume, words: words) }
            let isLater =
                resumes && !isTakenBack
                && lexicon.resumptions.matches(in: Utterance(tokens: tokens)).allSatisfy {
                    $0.range.lowerBound < range.lowerBound
                }
            let names = tokens.contains { ["instead", "call", "text", "email"].contains($0.word) }
            if resumes, !isTakenBack, isLater || names { return OptOutReading(.optOut, outcome.rule, words: words) }
            return OptOutReading(.confirm, .takenBack, words: words)
        }
        if outcome.strength == .doubt, resumes { return OptOutReading(.none, .resume, words: words) }
        if outcome.strength == .doubt, isTakenBack,
            tellsOfRequest || outcome.rule != .complaint && outcome.rule != .wordInSentence
        {
            return OptOutReading(.none, .takenBack, words: words)
        }
        return OptOutReading(outcome.strength == .plain ? .optOut : .confirm, outcome.rule, words: words)
    }

    /// Words that tell of an earlier request.
    private static let reports: Set<String> = [
        "said", "texted", "replied", "typed", "sent", "wrote", "hit", "pressed", "unsubscribed", "optedout", "dije",
        "puse", "mande", "escribi", "accidentally",
    ]

    private func resumes(_ tokens: [Utterance.Token], outside range: Range<Int>? = nil) -> Bool {
        lexicon.resumptions.matches(in: Utterance(tokens: tokens)).contains { match in
            if let range, match.range.overlaps(range) { return false }
            var index = match.range.lowerBound
            while index > 0, tokens[index].breakBefore == .none {
                index -= 1
                let word = tokens[index].word
                if OptOutScope.negations.contains(word) || OptOutScope.ours.contains(word)
                    || OptOutScope.thirdPersons.contains(word)
                    || ["if", "si", "calls", "texts", "messages"].contains(word)
                {
                    return ["can", "could", "may", "pueden", "puede"].contains(index > 0 ? tokens[index - 1].word : "")
                        && OptOutScope.ours.contains(word)
                }
                if !OptOutScope.links.contains(word) { break }
            }
            return true
        }
    }

    // MARK: Our own words

    private func withoutFooters(_ utterance: Utterance) -> (utterance: Utterance, isCut: Bool) {
        var tokens = utterance.tokens
        var isCut = false
        for footer in footers where footer.count <= tokens.count {
            var index = 0
            while index + footer.count <= tokens.count {
                if tokens[index..<(index + footer.count)].lazy.map(\.word).elementsEqual(footer) {
                    OptOutClassifier.cut(index..<(index + footer.count), from: &tokens)
                    isCut = true
                } else {
                    index += 1
                }
            }
        }
        let quoted = lexicon.footers.matches(in: Utterance(tokens: tokens)).filter { match in
            let start = match.range.lowerBound
            guard start > 0, tokens[start].breakBefore == .none else { return true }
            return !["i", "im", "ive", "already", "ill", "id", "and", "yo"].contains(tokens[start - 1].word)
        }
        var end = Int.max
        for match in quoted.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) > ($1.range.lowerBound, $1.range.upperBound)
        })
        where match.range.upperBound <= end {
            OptOutClassifier.cut(match.range, from: &tokens)
            isCut = true
            end = match.range.lowerBound
        }
        return (Utterance(tokens: tokens), isCut)
    }

    private static func cut(_ range: Range<Int>, from tokens: inout [Utterance.Token]) {
        tokens.removeSubrange(range)
        if range.lowerBound < tokens.count { tokens[range.lowerBound].breakBefore = .hard }
    }

    /// Puts a break behind a question that is complete: "who is this stop texting me".
    private func split(_ utterance: Utterance) -> [Utterance.Token] {
        var tokens = utterance.tokens
        for match in lexicon.openQuestions.matches(in: utterance) where match.range.upperBound < tokens.count {
            let next = match.range.upperBound
            tokens[next].breakBefore = max(tokens[next].breakBefore, .hard)
        }
        return tokens
    }
}
