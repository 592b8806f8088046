/// Reads what a prompt tells the caller to press and to say, in English, Spanish and French alike: a prompt in one language
/// often has a sentence in another ("Para español, oprima dos").
///
/// It is made to be trusted, not to be complete: "enter your 4-digit PIN", "dial 911" and "do not press 1" promise nothing,
/// and neither does what it cannot make out.
struct PromptReader {
    private let tokens: [PromptToken]
    private let bytes: [UInt8]
    private(set) var promises = PromptPromises()
    /// The first token of the sentence, and of what follows the last promise in it.
    private var clauseStart = 0
    private var sentenceStart = 0
    /// Whether the sentence has told a key already, so that "2 for service" tells one too.
    private var isList = false
    private var hasAny = false

    /// No prompt that a caller could follow promises more; past that it is not worth its time.
    private static let most = 100

    static func read(_ prompt: FoldedPrompt) -> PromptPromises {
        var reader = PromptReader(prompt)
        reader.read()
        return reader.promises
    }

    private init(_ prompt: FoldedPrompt) {
        bytes = prompt.bytes
        tokens = prompt.tokens
    }

    private mutating func read() {
        var index = 0
        while index < tokens.count { index = step(at: index) }
        for token in tokens where token.kind == .word {
            promises.wordCount += 1
            promises.hits.note(token.meaning.language)
        }
    }

    /// Reads what begins at a token; returns where to go on.
    private mutating func step(at index: Int) -> Int {
        let token = tokens[index]
        switch token.kind {
        case .stop:
            if token.text == "?" { promises.asks = true }
            (clauseStart, sentenceStart, isList) = (index + 1, index + 1, false)
        case .digits, .keySign:
            promises.mentioned.insert(token.text)
            return listed(at: index) ?? finishing(at: index) ?? index + 1
        case .word:
            if token.meaning.has(.press) || isKeyIn(at: index) { return pressed(at: index) }
            if token.meaning.has(.say) { return said(at: index) }
            if token.meaning.namesKey { return listed(at: index) ?? finishing(at: index) ?? index + 1 }
            if token.meaning.has(.mood) { noteMood(token.text) }
        case .figure, .pause, .dash, .unknown: break
        }
        return index + 1
    }

    private mutating func noteMood(_ word: String) {
        switch word {
        case "any", "cualquier", "tout": hasAny = true
        case "time", "momento", "moment": if hasAny { promises.isForAnyTime = true }
        case "anytime", "always", "siempre", "toujours": promises.isForAnyTime = true
        case "tell", "what", "how", "such", "cuenteme", "digame": promises.asks = true
        default: break
        }
    }

    // MARK: Keys

    private mutating func pressed(at index: Int) -> Int {
        let verb = tokens[index].meaning
        let start = isKeyIn(at: index) ? index + 2 : index + 1
        guard !isNegated(index), !isElsewhere(index) else { return start }
        if token(start)?.kind == .unknown { promises.hasUnknownKey = true }
        guard let found = KeyList(tokens, from: start, after: verb) else { return start }
        if found.isUnknown { promises.hasUnknownKey = true }
        commit(found.keys, from: index, to: found.end)
        return found.end
    }

    /// A key in a list whose first has its verb: "press 1 for sales, 2 for service".
    private mutating func listed(at index: Int) -> Int? {
        guard isList, let before = token(index - 1), before.kind == .pause || before.meaning.has(.conjunction) else {
            return nil
        }
        guard KeyList.isKey(tokens[index]), KeyList.isFollowed(tokens, at: index, strictly: true) else { return nil }
        guard let key = KeyList.key(of: tokens[index]) else { return nil }
        commit([(key, tokens[index].range)], from: index, to: index + 1)
        return index + 1
    }

    /// "followed by the pound key".
    private mutating func finishing(at index: Int) -> Int? {
        guard let key = KeyList.key(of: tokens[index]), key == "#" || key == "*" else { return nil }
        for back in stride(from: index - 1, through: max(sentenceStart, index - 5), by: -1) {
            switch tokens[back].text {
            case "followed", "seguido", "seguida", "suivi", "suivie", "ending", "end", "finish", "termine", "terminado",
                "finalice", "terminez":
                promises.keys.append(
                    KeyPromise(keys: key, range: tokens[index].range, finishes: true, stopsCalls: false)
                )
                return index + 1
            default: continue
            }
        }
        return nil
    }

    private mutating func commit(_ keys: [(String, Range<Int>)], from start: Int, to end: Int) {
        guard !keys.isEmpty, promises.keys.count < PromptReader.most else { return }
        let stops = stopsCalls(from: start, to: end)
        promises.keys += keys.map { KeyPromise(keys: $0, range: $1, finishes: false, stopsCalls: stops) }
        for (key, _) in keys { promises.mentioned.insert(key) }
        (clauseStart, isList) = (end, true)
    }

    private func isKeyIn(at index: Int) -> Bool {
        tokens[index].meaning.has(.noun) && tokens[index].text == "key" && token(index + 1)?.text == "in"
    }

    private func isNegated(_ index: Int) -> Bool { token(index - 1)?.meaning.has(.negation) ?? false }

    /// Whether it is to be done in another call: "hang up and dial 0", "call back and press 1".
    private func isElsewhere(_ index: Int) -> Bool {
        guard let before = token(index - 1), before.meaning.has(.next) else {
            return false
        }
        return tokens[max(sentenceStart, index - 40)..<index].contains { $0.meaning.has(.elsewhere) }
    }

    /// Whether the words that go with a promise speak of stopping calls: those behind it where they say what it is for,
    /// those before it otherwise.
    private func stopsCalls(from start: Int, to end: Int) -> Bool {
        var window = tokens[clauseStart..<start]
        if let next = token(end), next.meaning.has(.goal) {
            window = tokens[end...].prefix { $0.kind != .pause && $0.kind != .stop && !$0.meaning.has(.press) }
        }
        guard window.contains(where: { $0.meaning.has(.stopped) }) else { return false }
        let isNoMore =
            window.contains { $0.meaning.has(.negation) }
            && window.contains { ["more", "longer", "mas", "list", "lista"].contains($0.text) }
        return isNoMore || window.contains { $0.meaning.has(.stopping) }
    }

    // MARK: Words

    private mutating func said(at index: Int) -> Int {
        if let before = token(index - 1), before.meaning.has(.narrates), before.kind == .word { return index + 1 }
        guard let list = PhraseList(tokens, from: index + 1) else {
            promises.asks = true
            return index + 1
        }
        let stops = stopsCalls(from: index, to: list.end)
        for phrase in list.phrases where promises.phrases.count < PromptReader.most {
            promises.phrases.append(
                PhrasePromise(
                    clause: tokens[phrase.first..<phrase.clauseEnd].map { letters(of: $0) },
                    count: phrase.end - phrase.first,
                    range: tokens[phrase.first].range.lowerBound..<tokens[phrase.end - 1].range.upperBound,
                    clauseRange: tokens[phrase.first].range.lowerBound..<tokens[phrase.clauseEnd - 1].range.upperBound,
                    stopsCalls: stops
                )
            )
        }
        clauseStart = list.end
        return list.end
    }

    private func letters(of token: PromptToken) -> String {
        String(decoding: bytes[token.range].filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)
    }

    private func token(_ index: Int) -> PromptToken? { tokens.indices.contains(index) ? tokens[index] : nil }
}
