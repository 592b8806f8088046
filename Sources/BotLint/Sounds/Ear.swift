import BotGraph
import Telephony

/// What a recogniser for the bot's languages may take for what.
///
/// Phrases are heard alike where every word but one sounds the same, and that one the same or nearly. English and Spanish
/// are known.
struct Ear {
    private let languages: [any SpellingSounds]
    private var known: [String: (first: RollingPrint, second: RollingPrint)] = [:]

    init(_ languages: [LanguageTag]) {
        let bases = Set(languages.map(\.base))
        var sounds: [any SpellingSounds] = []
        if bases.contains("en") { sounds.append(EnglishSounds()) }
        if bases.contains("es") { sounds.append(SpanishSounds()) }
        self.languages = sounds
    }

    /// How a phrase sounds in each language.
    func sounds(of phrase: SpokenPhrase) -> [PhraseSound] {
        languages.indices.map { index in
            PhraseSound(words: phrase.words.map { languages[index].sound(of: $0) }, language: index)
        }
    }

    /// Adds a number for a phrase's blurred sounds in each language: the same for phrases that may be heard alike.
    mutating func addPrints(of phrase: SpokenPhrase, to prints: inout [UInt64]) {
        guard !languages.isEmpty else { return }
        // The sounds of one language are not another's.
        var (first, second): (UInt64, UInt64) = (1, 2)
        for word in phrase.words {
            let print = print(of: word)
            first = print.first.appended(to: first)
            second = print.second.appended(to: second)
        }
        prints.append(first)
        if languages.count > 1 { prints.append(second) }
    }

    private mutating func print(of word: String) -> (first: RollingPrint, second: RollingPrint) {
        if let print = known[word] { return print }
        let prints = languages.map { RollingPrint($0.sound(of: word).blurred) }
        let print = (first: prints.first ?? RollingPrint([]), second: prints.last ?? RollingPrint([]))
        known[word] = print
        return print
    }
}

/// A number for a row of sounds, from which that of a longer row is made without its sounds.
///
/// It is the row as a number of base `base`, as R. Karp and M. Rabin have it ("Efficient randomized pattern-matching
/// algorithms", 1987).
private struct RollingPrint {
    private var value: UInt64 = 0
    private var scale: UInt64 = 1

    private static let base: UInt64 = 0x100_0000_01B3

    init(_ sounds: [UInt8]) {
        for sound in sounds {
            value = value &* RollingPrint.base &+ UInt64(sound)
            scale = scale &* RollingPrint.base
        }
    }

    func appended(to earlier: UInt64) -> UInt64 { earlier &* scale &+ value }
}

/// How a phrase sounds in one language.
struct PhraseSound {
    let words: [WordSound]
    /// The same for all phrases that may be heard as this one.
    let name: [UInt8]

    init(words: [WordSound], language: Int) {
        self.words = words
        // The sounds of one language are not another's.
        name = words.reduce(into: [UInt8(clamping: language)]) { $0 += $1.blurred }
    }

    /// Whether the phrases sound the same, or differ by a single sound that the line blurs.
    func isHeard(as other: PhraseSound) -> Bool {
        let exact = words.flatMap(\.exact)
        let otherExact = other.words.flatMap(\.exact)
        if exact == otherExact { return true }
        guard name == other.name, words.count == other.words.count else { return false }
        let different = zip(words, other.words).filter { $0.exact != $1.exact }
        guard different.count == 1, let (left, right) = different.first else { return false }
        guard left.exact.count == right.exact.count, left.blurred.first != UInt8(ascii: "#") else { return true }
        return zip(left.exact, right.exact).count { $0 != $1 } == 1
    }
}
