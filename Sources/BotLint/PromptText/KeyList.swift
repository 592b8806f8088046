/// The keys that stand behind a verb such as "press": one, several, or a range.
struct KeyList {
    private(set) var keys: [(String, Range<Int>)] = []
    /// The first token behind them.
    private(set) var end: Int
    /// Whether an expression names one of them.
    private(set) var isUnknown = false

    private let tokens: [PromptToken]

    /// Reads them; nil where there is none, or where that is not certain.
    init?(_ tokens: [PromptToken], from start: Int, after verb: PromptWord) {
        self.tokens = tokens
        end = start
        skipFillers()
        if takeRangeWithin() { return }
        guard takeFirst(after: verb) else { return nil }
        while takeNext() {}
    }

    /// The key that a token names.
    static func key(of token: PromptToken) -> String? {
        token.kind == .digits ? token.text : token.meaning.key
    }

    /// Whether a token may be a single key.
    static func isKey(_ token: PromptToken) -> Bool { key(of: token).map { $0.utf8.count == 1 } ?? false }

    /// Whether what follows a key shows that it is one.
    ///
    /// - Parameters:
    ///   - tokens: The prompt.
    ///   - index: Where the key stands.
    ///   - strictly: Whether it has to show that, rather than just not to show the opposite.
    /// - Returns: Whether it does.
    static func isFollowed(_ tokens: [PromptToken], at index: Int, strictly: Bool) -> Bool {
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        if next.meaning.has(.counted) { return false }
        if next.meaning.has(.of), tokens[index].kind == .word { return false }
        if next.kind == .dash { return next.range.lowerBound > tokens[index].range.upperBound }
        guard strictly else { return true }
        switch next.kind {
        case .pause, .stop: return true
        case .word where next.meaning.has(.purpose):
            // "5 to 7" is a time or a number of something.
            return !(index + 2 < tokens.count && [.digits, .figure].contains(tokens[index + 2].kind))
        case .word: return next.meaning.has(.conjunction)
        case .digits, .figure, .keySign, .dash, .unknown: return false
        }
    }

    private func token(_ index: Int) -> PromptToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// Steps over "the number" and over the other verb of "press or say 1".
    private mutating func skipFillers() {
        while let token = token(end) {
            if token.meaning.has(.filler) {
                end += 1
            } else if isAlternativeVerb(end) {
                end += 2
            } else if token.kind == .pause, isAlternativeVerb(end + 1) {
                end += 3
                if self.token(end)?.kind == .pause { end += 1 }
            } else {
                return
            }
        }
    }

    private func isAlternativeVerb(_ index: Int) -> Bool {
        guard let token = token(index), token.meaning.has(.conjunction), let next = self.token(index + 1) else {
            return false
        }
        return next.meaning.has(.say) || next.meaning.has(.press)
    }

    /// "a number from 1 to 5", "un número del 1 al 5".
    private mutating func takeRangeWithin() -> Bool {
        for index in end..<min(end + 4, tokens.count) {
            let token = tokens[index]
            if token.meaning.has(.from), let past = rangeEnd(index + 1, joiners: .through) {
                takeRange(index + 1, past)
                return true
            }
            guard token.meaning.has(.filler) || ["a", "any", "un", "one", "cualquier"].contains(token.text) else {
                return false
            }
        }
        return false
    }

    private mutating func takeFirst(after verb: PromptWord) -> Bool {
        guard let first = token(end) else { return false }
        if let past = rangeEnd(end, joiners: .through), isPlainRange(end) {
            takeRange(end, past)
            return true
        }
        let run = digitRun(from: end)
        guard let key = run.keys, !startsWiderRange(run.end - 1) else { return false }
        guard key.utf8.count == 1 || !verb.has(.dial) && !verb.has(.weak) && key.utf8.count <= 4 else { return false }
        guard KeyList.isFollowed(tokens, at: run.end - 1, strictly: verb.has(.weak)) else { return false }
        keys.append((key, first.range.lowerBound..<tokens[run.end - 1].range.upperBound))
        end = run.end
        return true
    }

    /// Several keys in a row without a sign between them.
    ///
    /// "1 2" is pressed as 12; in "1 2 times" the last is a number.
    private func digitRun(from start: Int) -> (keys: String?, end: Int) {
        var text = ""
        var index = start
        while let token = token(index), let key = KeyList.key(of: token) {
            if index > start, self.token(index + 1)?.meaning.has(.counted) == true { break }
            text += key
            index += 1
        }
        return (text.isEmpty ? nil : text, max(index, start + 1))
    }

    /// "or 2", ", 2", "and then pound".
    private mutating func takeNext() -> Bool {
        var index = end
        if let noun = token(index), noun.meaning.has(.noun) { index += 1 }
        var isJoined = false
        while let token = token(index), token.kind == .pause || token.meaning.has(.conjunction) {
            isJoined = true
            index += 1
        }
        guard isJoined else { return false }
        while let token = token(index), token.meaning.has(.filler) { index += 1 }
        guard let token = token(index), KeyList.isKey(token), let key = KeyList.key(of: token) else {
            if self.token(index)?.kind == .unknown { isUnknown = true }
            return false
        }
        guard KeyList.isFollowed(tokens, at: index, strictly: true) else { return false }
        keys.append((key, token.range))
        end = index + 1
        return true
    }

    // MARK: Ranges

    /// The index behind "1 through 5"; nil where there is no such range of single keys.
    private func rangeEnd(_ index: Int, joiners: PromptWord.Roles) -> Int? {
        guard let low = single(index), let joiner = token(index + 1), let high = single(index + 2), low < high else {
            return nil
        }
        guard joiner.kind == .dash || joiner.meaning.has(joiners) else { return nil }
        return KeyList.isFollowed(tokens, at: index + 2, strictly: true) ? index + 3 : nil
    }

    /// "1 and 5" is a range only behind "between".
    private func isPlainRange(_ index: Int) -> Bool {
        token(index + 1).map { !$0.meaning.has(.next) } ?? false
    }

    /// Whether a longer number or a number of something ends the range: "1 to 10", "1-800".
    private func startsWiderRange(_ index: Int) -> Bool {
        guard let joiner = token(index + 1), let high = token(index + 2) else { return false }
        guard joiner.kind == .dash || joiner.meaning.has(.through), isPlainRange(index) else { return false }
        return high.kind == .digits || high.kind == .figure
    }

    private func single(_ index: Int) -> Int? {
        token(index).flatMap { KeyList.key(of: $0) }.flatMap { $0.utf8.count == 1 ? Int($0) : nil }
    }

    private mutating func takeRange(_ index: Int, _ past: Int) {
        guard let low = single(index), let high = single(index + 2) else { return }
        let range = tokens[index].range.lowerBound..<tokens[past - 1].range.upperBound
        keys += (low...high).map { (String($0), range) }
        end = past
    }
}
