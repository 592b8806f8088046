import Airscript
import BotGraph

/// A key that a prompt tells the caller to press.
struct KeyPromise: Hashable, Sendable {
    /// The key, or several in a row: `1`, `#`, `12`.
    let keys: String
    /// Where the key is named, in scalars of the prompt's source.
    let range: Range<Int>
    /// Whether it ends what is typed: "followed by the pound key".
    let finishes: Bool
    /// Whether it is said to stop the calls.
    let stopsCalls: Bool
}

/// Words that a prompt tells the caller to say.
struct PhrasePromise: Hashable, Sendable {
    /// The words up to the end of the clause, in lower case and without accents; the phrase is the beginning.
    let clause: [String]
    /// How many of the words certainly belong to the phrase.
    let count: Int
    /// Their place in the prompt's source.
    let range: Range<Int>
    /// The place of the whole clause.
    let clauseRange: Range<Int>
    let stopsCalls: Bool

    var words: ArraySlice<String> { clause.prefix(count) }

    /// The words as the prompt has them.
    func text(in template: Template) -> String { PhrasePromise.text(range, template) }

    /// The words folded as the engine folds what it hears.
    func folded(in template: Template) -> [String] { SpokenWords.fold(text(in: template)) }

    /// The clause, folded alike.
    func foldedClause(in template: Template) -> [String] {
        SpokenWords.fold(PhrasePromise.text(clauseRange, template))
    }

    private static func text(_ range: Range<Int>, _ template: Template) -> String {
        String(String.UnicodeScalarView(template.source.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
    }
}

/// What a text tells the caller to do.
struct PromptPromises: Sendable {
    var keys: [KeyPromise] = []
    var phrases: [PhrasePromise] = []
    /// Whether a key is promised that an expression names.
    var hasUnknownKey = false
    /// Whether it speaks of any time, so that what it promises is meant for later menus too.
    var isForAnyTime = false
    /// The single keys that are promised, and the digits that stand by themselves, though nothing tells to press them.
    var mentioned = KeySet()
    /// Whether the caller is asked an open question.
    var asks = false
    var wordCount = 0
    /// The languages that its words are of.
    var hits = LanguageHits()

    var isEmpty: Bool { keys.isEmpty && phrases.isEmpty && !hasUnknownKey }
}

/// Some of the twelve keys.
struct KeySet: Hashable, Sendable {
    private var bits: UInt16 = 0

    /// Takes a key in; several in a row are none of the twelve.
    mutating func insert(_ keys: String) {
        bits |= KeySet.bit(keys)
    }

    mutating func formUnion(_ other: KeySet) {
        bits |= other.bits
    }

    func contains(_ keys: String) -> Bool { bits & KeySet.bit(keys) != 0 }

    func isSubset(of other: KeySet) -> Bool { bits & ~other.bits == 0 }

    private static func bit(_ keys: String) -> UInt16 {
        guard keys.utf8.count == 1, let byte = keys.utf8.first else { return 0 }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return 1 << UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "*"): return 1 << 10
        case UInt8(ascii: "#"): return 1 << 11
        default: return 0
        }
    }
}
