/// A pattern of words that is looked for inside an utterance, such as `take|remove me off|from`.
///
/// Words stand in order, never across the end of a sentence. `a|b` is either, `!a|b` any word but these, `_` any word,
/// `<name>` a class of words. `a?` may be missing, `a*` may come up to eight times, `..3` is a gap of up to three words, which stays inside a clause when it
/// is five or less.
/// `^` and `$` are the edges of a clause; `a|$` is the word or the edge.
struct PhrasePattern: Sendable {
    private enum Element: Sendable {
        case words(WordSet, isNegated: Bool, isOptional: Bool, limit: Int, orEnd: Bool)
        case gap(Int)
        case clauseStart
        case clauseEnd
    }

    private static let repeats = 8
    private let elements: [Element]

    init(_ text: String, classes: [String: [String]], vocabulary: inout Vocabulary) {
        elements = text.utf8.split(separator: UInt8(ascii: " ")).map {
            PhrasePattern.element($0, classes: classes, vocabulary: &vocabulary)
        }
    }

    // Bytes, not characters: hundreds of patterns are read when the first utterance is.
    private static func element(
        _ part: Substring.UTF8View,
        classes: [String: [String]],
        vocabulary: inout Vocabulary
    ) -> Element {
        let isSingle = part.count == 1
        if isSingle, part.first == UInt8(ascii: "^") { return .clauseStart }
        if isSingle, part.first == UInt8(ascii: "$") { return .clauseEnd }
        if part.starts(with: "..".utf8), let length = Int(Substring(part.dropFirst(2))) { return .gap(length) }
        let isRepeated = part.last == UInt8(ascii: "*")
        let isOptional = isRepeated || part.last == UInt8(ascii: "?")
        let isNegated = part.first == UInt8(ascii: "!")
        var body = isOptional ? part.dropLast() : part
        if isNegated { body = body.dropFirst() }
        let isAny = body.elementsEqual("_".utf8)
        var set = WordSet()
        var hasEnd = false
        if !isAny {
            for word in body.split(separator: UInt8(ascii: "|")) {
                if word.elementsEqual("$".utf8) {
                    hasEnd = true
                } else if word.first == UInt8(ascii: "<"), word.last == UInt8(ascii: ">") {
                    let name = String(Substring(word.dropFirst().dropLast()))
                    set.formUnion(vocabulary.learn(class: name, of: classes[name] ?? []))
                } else {
                    set.insert(vocabulary.learn(String(Substring(word))))
                }
            }
        }
        return .words(
            set,
            isNegated: isNegated || isAny,
            isOptional: isOptional,
            limit: isRepeated ? PhrasePattern.repeats : 1,
            orEnd: !isNegated && hasEnd
        )
    }

    /// The words that a match can begin with; nil when any may.
    var openings: WordSet? {
        var result = WordSet()
        for element in elements {
            switch element {
            case .clauseStart: continue
            case .clauseEnd, .gap: return nil
            case .words(let set, let isNegated, let isOptional, _, let orEnd):
                if isNegated || orEnd { return nil }
                result.formUnion(set)
                if !isOptional { return result }
            }
        }
        return nil
    }

    /// Where a match that begins at a word ends, or nil.
    func end(from start: Int, in tokens: [Utterance.Token]) -> Int? {
        match(0, at: start, start: start, in: tokens, taken: 0)
    }

    private func match(_ index: Int, at position: Int, start: Int, in tokens: [Utterance.Token], taken: Int) -> Int? {
        guard index < elements.count else { return position }
        switch elements[index] {
        case .clauseStart:
            guard position == 0 || position >= tokens.count || tokens[position].breakBefore != .none else { return nil }
            return match(index + 1, at: position, start: start, in: tokens, taken: 0)
        case .clauseEnd:
            guard isClauseEnd(position, in: tokens) else { return nil }
            return match(index + 1, at: position, start: start, in: tokens, taken: 0)
        case .gap(let length):
            for skipped in 0...length {
                if skipped > 0 {
                    let last = position + skipped - 1
                    guard isReadable(last, start: start, in: tokens) else { return nil }
                    // A short gap stays inside its clause.
                    if length <= 5, last > start, tokens[last].breakBefore != .none { return nil }
                }
                if let end = match(index + 1, at: position + skipped, start: start, in: tokens, taken: 0) { return end }
            }
            return nil
        case .words(let set, let isNegated, let isOptional, let limit, let orEnd):
            if taken < limit, isReadable(position, start: start, in: tokens),
                !isNegated || position == start || tokens[position].breakBefore == .none,
                set.contains(tokens[position].number) != isNegated
            {
                let next = limit > 1 ? index : index + 1
                let count = limit > 1 ? taken + 1 : 0
                if let end = match(next, at: position + 1, start: start, in: tokens, taken: count) { return end }
            }
            guard isOptional || (orEnd && isClauseEnd(position, in: tokens)) else { return nil }
            return match(index + 1, at: position, start: start, in: tokens, taken: 0)
        }
    }

    private func isClauseEnd(_ position: Int, in tokens: [Utterance.Token]) -> Bool {
        position >= tokens.count || tokens[position].breakBefore != .none
    }

    private func isReadable(_ position: Int, start: Int, in tokens: [Utterance.Token]) -> Bool {
        position < tokens.count && (position == start || tokens[position].breakBefore != .hard)
    }
}
