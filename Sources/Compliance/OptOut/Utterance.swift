/// What a person said or wrote, as plain words in clauses.
struct Utterance: Sendable {
    /// What stands between two words.
    enum Break: Int, Comparable, Sendable {
        case none
        /// A comma, a dash, an emoji, or "please": a new clause may begin.
        case soft
        /// The end of a sentence or a line.
        case hard

        static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
    }

    struct Token: Hashable, Sendable {
        var word: String
        /// The word's number in the lexicon's vocabulary.
        var number = Vocabulary.unknown
        var breakBefore: Break
        /// A question mark follows.
        var isAsked = false
    }

    var tokens: [Token]

    /// Texts and utterances past this are read at both ends only: a request stands at one of them.
    static let limit = 8_000

    init(tokens: [Token]) { self.tokens = tokens }

    /// Splits a raw text into words.
    ///
    /// Letters of other scripts that look Latin, full-width and styled letters and marks over letters become plain; what
    /// cannot be seen is dropped.
    init(_ text: String) {
        var tokens: [Token] = []
        var word = ""
        /// How long the word was when an accented "e" was read.
        var accent = 0
        var pending: Break = .hard
        for piece in PlainScalars.pieces(of: Utterance.capped(text)) {
            let gap = Utterance.gap(piece, isInWord: !word.isEmpty)
            switch gap ?? piece {
            case .letters(let letters): word += letters
            case .accentedE:
                word += "e"
                accent = word.utf8.count
            case .joiner, .invisible, .hyphen: continue
            case .mark(let mark):
                word.append(mark)
            case .gap(let gap, let isQuestion):
                if let kept = Utterance.trimmed(word) {
                    let plain = Utterance.withoutPast(kept, accent: accent)
                    tokens.append(Token(word: plain, breakBefore: tokens.isEmpty ? .hard : pending))
                    pending = .none
                }
                word = ""
                accent = 0
                pending = max(pending, gap)
                if isQuestion, !tokens.isEmpty { tokens[tokens.count - 1].isAsked = true }
            }
        }
        if let kept = Utterance.trimmed(word) {
            tokens.append(Token(word: Utterance.withoutPast(kept, accent: accent), breakBefore: pending))
        }
        self.tokens = tokens
        joinEmphatic()
    }

    /// Takes words that were folded already.
    init(words: [String]) {
        let half = Utterance.limit / 4
        let kept = words.count > half * 2 ? Array(words.prefix(half) + words.suffix(half)) : words
        tokens = kept.filter { !$0.isEmpty }.enumerated().map { index, word in
            Token(word: word, breakBefore: index == 0 ? .hard : .none)
        }
    }

    private static func gap(_ piece: PlainScalars.Piece, isInWord: Bool) -> PlainScalars.Piece? {
        guard case .hyphen = piece else { return nil }
        return .gap(isInWord ? .none : .soft, isQuestion: false)
    }

    private static func capped(_ text: String) -> Substring.UnicodeScalarView {
        let scalars = text.unicodeScalars
        guard let cut = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            cut < scalars.endIndex
        else { return text[...].unicodeScalars }
        let head = scalars.prefix(limit / 2)
        let tail = scalars.suffix(limit / 2)
        return Substring(String(head) + "\n" + String(tail)).unicodeScalars
    }

    /// "No mandé nada" tells of the past; without its accent it would be a command.
    private static func withoutPast(_ word: String, accent: Int) -> String {
        word.utf8.count > 4 && accent == word.utf8.count && word != "porque" ? word + "1" : word
    }

    /// A word without the marks at its edges; nil when nothing is left.
    ///
    /// Inside a word a mark may stand for a letter: "st*p", "$top".
    private static func trimmed(_ word: String) -> String? {
        var rest = word[...]
        while let last = rest.last, "*@!".contains(last) { rest = rest.dropLast() }
        while let first = rest.first, "*@!".contains(first) { rest = rest.dropFirst() }
        while rest.last == "$" { rest = rest.dropLast() }
        return rest.isEmpty ? nil : String(rest)
    }

    /// "Stop.
    ///
    /// Texting. Me." is one sentence.
    private mutating func joinEmphatic() {
        var index = 1
        while index + 1 < tokens.count {
            if tokens[index].breakBefore == .hard, tokens[index + 1].breakBefore == .hard, !tokens[index].isAsked,
                tokens[index - 1].breakBefore != .none
            {
                var end = index
                while end < tokens.count, tokens[end].breakBefore == .hard { end += 1 }
                for place in index..<min(end, tokens.count) { tokens[place].breakBefore = .soft }
                index = end
            } else {
                index += 1
            }
        }
    }
}
