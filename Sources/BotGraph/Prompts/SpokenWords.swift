/// Folding of speech to words, for the phrases of a bot and for what a recogniser heard alike.
///
/// Both sides go through it, so it only has to be the same for both. It never drops a word that turns the meaning round:
/// "no", "not", "don't" and their like stay, and so does what follows them.
package enum SpokenWords {
    /// Lower-case words without punctuation, accents and fillers, number words as digits.
    ///
    /// Text past 4,000 scalars is dropped. When there are only fillers they are kept.
    package static func fold(_ text: String) -> [String] {
        let words = numbersAsDigits(split(text))
        let kept = withoutFillers(words)
        return kept.isEmpty ? words : kept
    }

    /// Lower-case words without punctuation and accents, with nothing dropped and no word turned into digits.
    ///
    /// A request to stop is looked for in these: "I need to cancel" is not the word "cancel" alone.
    package static func plain(_ text: String) -> [String] { split(text) }

    /// The words of a text: runs of letters and digits.
    ///
    /// An apostrophe inside a word joins it, so "don't" is "dont".
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in String(text.unicodeScalars.prefix(4_000)).lowercased().unicodeScalars {
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark:
                // An accent written apart from its letter. Scripts whose vowels are such marks keep them.
                if (0x300...0x36F).contains(scalar.value) { continue }
                word.unicodeScalars.append(scalar)
            case _ where properties.isAlphabetic || properties.numericType != nil:
                word.append(plainLetter(scalar))
            case _ where apostrophes.contains(scalar):
                continue
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{2018}", "\u{2BC}", "\u{60}", "\u{B4}"]

    /// A Latin letter without its accent.
    ///
    /// The character's Unicode name says which letter it is: "… SMALL LETTER E WITH ACUTE".
    private static func plainLetter(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "ß": return "ss"
        case "æ": return "ae"
        case "œ": return "oe"
        case "ø": return "o"
        default: break
        }
        guard scalar.value > 0x7F, let name = scalar.properties.name else { return String(scalar) }
        let prefix = "LATIN SMALL LETTER "
        guard name.hasPrefix(prefix), name.contains(" WITH ") else { return String(scalar) }
        let rest = name.dropFirst(prefix.count)
        let letter = rest.prefix { $0 != " " }
        return letter.count == 1 ? letter.lowercased() : String(scalar)
    }

    // MARK: Numbers

    /// Puts digits for number words, with tens and units joined: "twenty one" is 21, "treinta y uno" 31.
    private static func numbersAsDigits(_ words: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < words.count {
            defer { index += 1 }
            guard let ten = tens[words[index]] else {
                result.append(numbers[words[index]].map { String($0) } ?? words[index])
                continue
            }
            let joins = ten.isSpanish && index + 2 < words.count && words[index + 1] == "y"
            let unitIndex = joins ? index + 2 : index + 1
            guard unitIndex < words.count, joins || !ten.isSpanish, let unit = numbers[words[unitIndex]],
                (1...9).contains(unit)
            else {
                result.append(String(ten.value))
                continue
            }
            result.append(String(ten.value + unit))
            index = unitIndex
        }
        return result
    }

    private static let numbers: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "cero": 0, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
        "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16,
        "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiun": 21,
        "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25, "veintiseis": 26, "veintisiete": 27,
        "veintiocho": 28, "veintinueve": 29,
    ]

    private static let tens: [String: (value: Int, isSpanish: Bool)] = [
        "twenty": (20, false), "thirty": (30, false), "forty": (40, false), "fifty": (50, false), "sixty": (60, false),
        "seventy": (70, false), "eighty": (80, false), "ninety": (90, false),
        "treinta": (30, true), "cuarenta": (40, true), "cincuenta": (50, true), "sesenta": (60, true),
        "setenta": (70, true), "ochenta": (80, true), "noventa": (90, true),
    ]

    // MARK: Fillers

    private static func withoutFillers(_ words: [String]) -> [String] {
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let follows = kept.last.map(negations.contains) ?? false
            let filler = fillers.first { filler in
                // "no quiero" is not "no": what a negation turns round is not a filler.
                (filler.isSound || !follows) && words[index...].starts(with: filler.words)
            }
            guard let filler else {
                kept.append(words[index])
                index += 1
                continue
            }
            index += filler.words.count
        }
        return kept
    }

    /// Words that turn round what follows them.
    private static let negations: Set<String> = [
        "no", "not", "never", "nor", "dont", "wont", "cant", "cannot", "didnt", "doesnt", "nunca", "jamas",
        "tampoco",
        "ni",
    ]

    private struct Filler {
        let words: [String]
        /// Whether it is a mere sound or courtesy, which means nothing even after a negation.
        let isSound: Bool
    }

    /// The longest first, so that "i would like to" is taken before "i would like".
    private static let fillers: [Filler] = {
        let sounds = [
            "um", "umm", "uh", "uhh", "uhm", "er", "erm", "ah", "hmm", "hm", "mm", "please", "eh", "em", "ehm",
            "por favor", "thank you", "thanks", "gracias",
        ]
        let openings = [
            "i would like to", "i would like", "id like to", "id like", "i want to", "i want", "i wanna", "i need to",
            "can i", "could i", "may i", "can you", "could you", "would you", "let me", "well",
            "me gustaria", "quisiera", "quiero", "puedo", "podria", "pues", "necesito",
        ]
        let all =
            sounds.map { Filler(words: $0.split(separator: " ").map(String.init), isSound: true) }
            + openings.map { Filler(words: $0.split(separator: " ").map(String.init), isSound: false) }
        return all.sorted { $0.words.count > $1.words.count }
    }()
}

extension SpokenPhrase {
    /// Whether the phrase's words stand in these, one after the other.
    package func isContained(in words: [String]) -> Bool {
        guard self.words.count <= words.count else { return false }
        return (0...(words.count - self.words.count)).contains { words[$0...].starts(with: self.words) }
    }
}
