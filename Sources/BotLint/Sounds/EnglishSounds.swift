/// English: rules for the spellings that are regular, tables for the words that are not.
struct EnglishSounds: SpellingSounds {
    let blursEndings = true

    func respelled(_ word: String) -> String { Homophones.english[word] ?? word }

    func mishearing(_ word: String) -> String? { EnglishSounds.mishearings[word] }

    /// "fifteen" and "fifty", as digits, and the letters that rhyme: what recognisers mix up most.
    private static let mishearings: [String: String] = {
        var groups: [String: String] = [:]
        for tens in 3...9 {
            groups[String(tens * 10)] = "#\(tens)"
            groups[String(tens + 10)] = "#\(tens)"
        }
        for group in ["bdeptv", "cz", "mn", "fs", "ajk"] {
            for letter in group { groups[String(letter)] = "#\(group)" }
        }
        return groups
    }()

    func isDoubtful(_ sound: UInt8) -> Bool {
        // The signs of `groups` that are no letters, but for `au`, `aw`, `ew` and `eu`.
        switch sound {
        case UInt8(ascii: "1"), UInt8(ascii: "3"): false
        case UInt8(ascii: "G"): true
        default: sound < 0x41
        }
    }

    func sounds(of word: [UInt8]) -> [UInt8] {
        var spelling = SpelledWord(word)
        var sounds: [UInt8] = []
        if let silent = spelling.takes(firstOf: EnglishSounds.silentStarts) { sounds += silent.sounds }
        while let letter = spelling.next {
            if let group = spelling.takes(firstOf: EnglishSounds.groups[Int(letter)]) {
                sounds += group.sounds
                continue
            }
            spelling.advance()
            if let sound = EnglishSounds.sound(of: letter, in: spelling) { sounds.append(sound) }
        }
        return sounds.squeezed()
    }

    private static let silentStarts = [
        LetterGroup("kn", "n"), LetterGroup("gn", "n"), LetterGroup("wr", "r"), LetterGroup("ps", "s"),
        LetterGroup("rh", "r"),
    ]

    /// Letters that stand for other sounds together than alone, the longest first, by their first letter.
    ///
    /// A capital is a long vowel or a sound that no letter of its own spells: `S` is "sh", `C` "ch", `T` "th". Groups that
    /// may be spoken in two ways, such as `ow` and `ea`, have a sign of their own.
    private static let groups = LetterGroup.byFirstLetter([
        ("eigh", "A"), ("aigh", "A"), ("igh", "I"), ("tion", "Sn"), ("tch", "C"), ("dge", "j"), ("sch", "sk"),
        ("ai", "A"), ("ay", "A"), ("au", "1"), ("aw", "1"), ("ck", "k"), ("ch", "C"), ("ea", "2"), ("ee", "E"),
        ("ew", "3"), ("ey", "4"), ("ei", "5"), ("eu", "3"), ("gh", "6"), ("ie", "7"), ("ng", "N"), ("oa", "O"),
        ("oe", "8"), ("oi", "Y"), ("oy", "Y"), ("oo", "("), ("ou", "9"), ("ow", "0"), ("ph", "f"), ("qu", "kw"),
        ("sh", "S"), ("sce", "se"), ("sci", "si"), ("th", "T"), ("ui", "!"), ("ue", "?"), ("wh", "w"),
    ])

    /// The sound of a letter that belongs to no group; nil for a silent one.
    ///
    /// - Parameters:
    ///   - letter: The letter.
    ///   - spelling: The word, behind the letter.
    /// - Returns: The sound.
    private static func sound(of letter: UInt8, in spelling: SpelledWord) -> UInt8? {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            // A consonant and a silent e make the vowel long: "mal" and "male".
            return spelling.hasSilentEAfterConsonant ? letter - 32 : letter
        case UInt8(ascii: "e"):
            guard spelling.isAtEnd, spelling.count > 2 else {
                return spelling.hasSilentEAfterConsonant ? letter - 32 : letter
            }
            return spelling.endsInConsonantAndE ? nil : letter
        case UInt8(ascii: "y"):
            guard spelling.isAtEnd else { return letter }
            return spelling.count <= 3 ? UInt8(ascii: "I") : letter
        case UInt8(ascii: "c"):
            return spelling.isBeforeFrontVowel ? UInt8(ascii: "s") : UInt8(ascii: "k")
        case UInt8(ascii: "g"):
            // "get" and "gem": nothing tells which.
            return spelling.isBeforeFrontVowel ? UInt8(ascii: "G") : letter
        case UInt8(ascii: "b"):
            return spelling.isAtEnd && spelling.follows(UInt8(ascii: "m")) ? nil : letter
        default: return letter
        }
    }
}
