/// A word as it is read from left to right.
struct SpelledWord {
    private let letters: [UInt8]
    private var index = 0

    init(_ letters: [UInt8]) {
        self.letters = letters
    }

    var count: Int { letters.count }
    var next: UInt8? { index < letters.count ? letters[index] : nil }
    var isAtEnd: Bool { index == letters.count }

    mutating func advance() { index += 1 }

    /// The next four letters, the first in front; zero past the end.
    private var window: UInt32 {
        (0..<4).reduce(0) { $0 << 8 | (index + $1 < letters.count ? UInt32(letters[index + $1]) : 0) }
    }

    /// Goes past the first of the groups that comes next, if one does.
    mutating func takes(firstOf groups: [LetterGroup]) -> LetterGroup? {
        guard !groups.isEmpty else { return nil }
        let window = window
        guard let group = groups.first(where: { $0.begins(window) }) else { return nil }
        index += group.count
        return group
    }

    /// Whether the letter before the last that was read is this one.
    func follows(_ letter: UInt8) -> Bool { index >= 2 && letters[index - 2] == letter }

    /// Whether an e, i or y comes next.
    var isBeforeFrontVowel: Bool {
        next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
    }

    /// Whether one consonant and an e are all that is left.
    var hasSilentEAfterConsonant: Bool {
        index + 2 == letters.count && letters[index + 1] == UInt8(ascii: "e") && !SpelledWord.isVowel(letters[index])
    }

    /// Whether the word ends in a vowel, a consonant and a silent e: "male", not "able" or "tree".
    var endsInConsonantAndE: Bool {
        letters.count > 3 && !SpelledWord.isVowel(letters[letters.count - 2])
            && letters.dropLast(2).contains { SpelledWord.isVowel($0) }
    }

    static func isVowelSound(_ sound: UInt8) -> Bool { isVowel(sound | 0x20) }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }
}

extension [UInt8] {
    /// The sounds with doubled consonants as one, but for those between vowels, which keep the vowel short: "later", "latter".
    func squeezed() -> [UInt8] {
        var result: [UInt8] = []
        for (index, sound) in enumerated() {
            let isDoubled = index > 0 && self[index - 1] == sound && !SpelledWord.isVowelSound(sound)
            let isBetweenVowels =
                isDoubled && index > 1 && index + 1 < count && SpelledWord.isVowelSound(self[index - 2])
                && SpelledWord.isVowelSound(self[index + 1])
            if !isDoubled || isBetweenVowels { result.append(sound) }
        }
        return result
    }
}
