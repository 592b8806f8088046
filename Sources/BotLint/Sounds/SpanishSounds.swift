/// Spanish as it is spoken in the Americas: one sound for s, c and z, one for b and v, one for y and ll, no h.
struct SpanishSounds: SpellingSounds {
    let blursEndings = false

    func respelled(_ word: String) -> String { word }

    func mishearing(_ word: String) -> String? { SpanishSounds.mishearings[word] }

    /// "sesenta" and "setenta", "dos" and "doce", "tres" and "trece", as digits; "sí" and "sé"; the letters that rhyme.
    private static let mishearings: [String: String] = {
        var groups: [String: String] = [:]
        for group in ["60 70", "2 12", "3 13", "si se", "b d p t v", "m n", "f s"] {
            for word in group.split(separator: " ") { groups[String(word)] = "#\(group)" }
        }
        return groups
    }()

    func isDoubtful(_ sound: UInt8) -> Bool { false }

    func sounds(of word: [UInt8]) -> [UInt8] {
        guard SpanishSounds.isSpelling(word) else { return word }
        var spelling = SpelledWord(word)
        var sounds: [UInt8] = []
        while let letter = spelling.next {
            if let group = spelling.takes(firstOf: SpanishSounds.groups[Int(letter)]) {
                sounds += group.sounds
                continue
            }
            spelling.advance()
            switch letter {
            case UInt8(ascii: "h"): break
            case UInt8(ascii: "v"): sounds.append(UInt8(ascii: "b"))
            case UInt8(ascii: "z"): sounds.append(UInt8(ascii: "s"))
            case UInt8(ascii: "c"):
                sounds.append(spelling.isBeforeFrontVowel ? UInt8(ascii: "s") : UInt8(ascii: "k"))
            case UInt8(ascii: "g"):
                sounds.append(spelling.isBeforeFrontVowel ? UInt8(ascii: "j") : letter)
            case UInt8(ascii: "y"):
                sounds.append(spelling.isAtEnd ? UInt8(ascii: "i") : letter)
            default: sounds.append(letter)
            }
        }
        return sounds
    }

    private static let groups = LetterGroup.byFirstLetter([
        ("ch", "C"), ("ll", "y"), ("gue", "ge"), ("gui", "gi"), ("que", "ke"), ("qui", "ki"), ("sce", "se"),
        ("sci", "si"),
    ])

    /// Whether a word may be Spanish by its letters; the bot's other phrases may be of another language.
    private static func isSpelling(_ word: [UInt8]) -> Bool {
        guard let last = word.last else { return false }
        let hasForeignH = zip(word, word.dropFirst()).contains { letter, next in
            next == UInt8(ascii: "h") && (letter == UInt8(ascii: "s") || letter == UInt8(ascii: "t"))
        }
        return !hasForeignH && !word.contains(UInt8(ascii: "k")) && !word.contains(UInt8(ascii: "w"))
            && "aeiounsrldzy".utf8.contains(last)
    }
}
