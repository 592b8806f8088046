/// How a word sounds, as far as its spelling tells.
///
/// A sound is a byte: a letter for the sound that it usually spells, a capital or sign for the others. Only spellings that
/// nearly always sound alike have the same byte; where a spelling may be spoken in two ways it has one of its own.
struct WordSound: Hashable {
    /// What is spoken.
    let exact: [UInt8]
    /// What is left of it on a telephone line, where sounds that differ only above 3.4 kHz, or only in voice at the end of a
    /// word, are one.
    let blurred: [UInt8]
}

/// A language's way from spelling to sound.
protocol SpellingSounds {
    /// Sounds of a folded word of more than one letter: lower case, no accents.
    func sounds(of word: [UInt8]) -> [UInt8]
    /// The word that sounds like this one although its spelling does not tell, or the word itself.
    func respelled(_ word: String) -> String
    /// A common name for this word and those that recognisers take it for; nil for nearly all words.
    func mishearing(_ word: String) -> String?
    /// Whether a sound's sign is that of a spelling which may be spoken in several ways.
    func isDoubtful(_ sound: UInt8) -> Bool
    /// Whether a word ends on a voiced sound that the line makes hard to tell from its voiceless twin.
    var blursEndings: Bool { get }
}

extension SpellingSounds {
    func sound(of word: String) -> WordSound {
        let spelling = respelled(word)
        let letters = Array(spelling.utf8)
        let isSpelt = letters.count > 1 && letters.allSatisfy { (0x61...0x7A).contains($0) }
        let exact = isSpelt ? sounds(of: letters) : letters
        if let group = mishearing(spelling) { return WordSound(exact: exact, blurred: Array(group.utf8)) }
        return WordSound(exact: exact, blurred: isSpelt ? blurred(exact) : exact)
    }

    private func blurred(_ sounds: [UInt8]) -> [UInt8] {
        // A spelling of two sounds may be spoken differently in the two words: "head" and "heat".
        guard sounds.count > 2, !sounds.contains(where: isDoubtful) else { return sounds }
        var result = sounds.map { $0 == UInt8(ascii: "m") ? UInt8(ascii: "n") : $0 }
        for end in [0, result.count - 1] where result[end] == UInt8(ascii: "f") || result[end] == UInt8(ascii: "T") {
            result[end] = UInt8(ascii: "s")
        }
        guard blursEndings, let last = result.last else { return result }
        switch last {
        case UInt8(ascii: "d"): result[result.count - 1] = UInt8(ascii: "t")
        case UInt8(ascii: "b"): result[result.count - 1] = UInt8(ascii: "p")
        case UInt8(ascii: "g"): result[result.count - 1] = UInt8(ascii: "k")
        default: break
        }
        return result
    }
}
