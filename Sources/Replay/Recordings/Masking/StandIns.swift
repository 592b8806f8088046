import Telephony

/// What stands in one recording for what was personal in the call.
///
/// The same text gets the same stand-in throughout, wherever it occurs.
struct StandIns {
    private let key: RecordingKey
    private var numbers: [PhoneNumber: PhoneNumber] = [:]
    private var taken: Set<PhoneNumber> = []
    /// The words of names, in lower case.
    private var names: [String: String] = [:]

    init(key: RecordingKey) {
        self.key = key
    }

    /// `CA` and 32 hexadecimal digits.
    func call(_ call: CallID) -> CallID {
        let digest = key.digest("call", call.text)
        let halves = [digest[0..<8], digest[8..<16]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        return CallID(high: halves[0], low: halves[1])
    }

    /// An identifier of the provider: its two letters, and other hexadecimal digits.
    func identifier(_ text: String) -> String {
        let hexadecimal = key.digest("identifier", text).prefix(16).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text.prefix(2) + hexadecimal.joined()
    }

    /// Makes sure that a number of the call is nobody's stand-in.
    mutating func avoid(_ number: PhoneNumber) {
        taken.insert(number)
    }

    /// A number that cannot be anybody's.
    ///
    /// | country code | stand-in | kept |
    /// |---|---|---|
    /// | 1 | the area code, then 55501 and two digits | the area code, and with it region and time zone; 555-0100 to 555-0199 are set aside for fiction |
    /// | another | the country code, `00`, then digits | the length; no country's numbers go on with 00 behind its code |
    mutating func number(_ number: PhoneNumber) -> PhoneNumber {
        if let known = numbers[number] { return known }
        let digest = key.digest("number", number.unmasked)
        // A hundred numbers an area code meet now and then. Within a call they have to stay apart.
        var standIn = StandIns.candidate(for: number, digest, attempt: 0)
        for attempt in 1..<100 where standIn == number || taken.contains(standIn) {
            standIn = StandIns.candidate(for: number, digest, attempt: attempt)
        }
        numbers[number] = standIn
        taken.insert(standIn)
        return standIn
    }

    private static func candidate(for number: PhoneNumber, _ digest: [UInt8], attempt: Int) -> PhoneNumber {
        let text = number.unmasked
        if text.isNorthAmerican {
            let last = (Int(digest[0]) << 8 + Int(digest[1]) + attempt) % 100
            return PhoneNumber("\(text.prefix(5))55501\(last < 10 ? "0" : "")\(last)") ?? number
        }
        let kept = CountryCode.length(of: text)
        let rest = max(0, text.utf8.count - 1 - kept)
        let digits = (0..<max(0, rest - 2)).map { index in
            String((Int(digest[index % 32]) + (index == 0 ? attempt : 0)) % 10)
        }
        let standIn = text.prefix(1 + kept) + "00".prefix(rest) + digits.joined()
        return PhoneNumber(String(standIn)) ?? number
    }

    /// Other digits, as many; `0-9` only, whatever else the text has stays.
    func digits(_ text: String) -> String {
        let digest = key.digest("digits", text.filter { $0.isASCII && $0.isNumber })
        var index = 0
        return String(
            text.map { character in
                guard character.isASCII, character.isNumber else { return character }
                defer { index += 1 }
                return Character(Unicode.Scalar(UInt8(ascii: "0") + digest[index % 32] % 10))
            }
        )
    }

    /// A text of the same shape whose words can be spoken, in place of a name or an address.
    ///
    /// Length and capitals stay, so that it takes about as long to say and to hear. The words of a text without digits are
    /// remembered, since a name may come up in what the caller says.
    mutating func letters(_ text: String) -> String {
        let isName = !text.contains(where: \.isDigit)
        var result = ""
        var word = ""
        for character in text {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else {
                result += self.word(word, isName: isName)
                result.append(character)
                word = ""
            }
        }
        return result + self.word(word, isName: isName)
    }

    private mutating func word(_ word: String, isName: Bool) -> String {
        guard !word.isEmpty else { return "" }
        let digest = key.digest("word", word.lowercased())
        var isVowel = false
        let standIn = word.enumerated().map { index, character -> Character in
            let byte = Int(digest[index % 32]) + index / 32
            if character.isNumber { return StandIns.pick("0123456789", byte) }
            defer { isVowel.toggle() }
            return StandIns.pick(isVowel ? "aeiou" : "bdfgklmnprstv", byte)
        }
        if isName, word.count >= StandIns.shortestName { names[word.lowercased()] = String(standIn) }
        return String(standIn).capitalised(like: word)
    }

    /// Two letters are as likely a word of their own.
    private static let shortestName = 3

    /// The text with the names replaced that are known by now, wherever they stand as a word.
    func replacingNames(in text: String) -> String {
        guard !names.isEmpty else { return text }
        var result = ""
        var word = ""
        func flush() {
            result += names[word.lowercased()]?.capitalised(like: word) ?? word
            word = ""
        }
        for character in text {
            if character.isLetter {
                word.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }

    private static func pick(_ letters: String, _ number: Int) -> Character {
        letters[letters.index(letters.startIndex, offsetBy: number % letters.count)]
    }
}

extension String {
    /// The word with capitals where another word of the same length has them.
    fileprivate func capitalised(like word: String) -> String {
        String(zip(self, word).map { $1.isUppercase ? Character($0.uppercased()) : $0 })
    }

    /// Whether the text is a number of country code 1 with its ten digits.
    var isNorthAmerican: Bool { utf8.count == 12 && hasPrefix("+1") }
}

/// How long country codes are.
///
/// Source: ITU-T E.164, list of assigned country codes. Codes 1 and 7 have one digit; those below have two; the rest three.
private enum CountryCode {
    private static let ofTwoDigits: Set<Substring> = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52",
        "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
        "91", "92",
        "93", "94", "95", "98",
    ]

    static func length(of number: String) -> Int {
        let digits = number.dropFirst()
        if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
        return ofTwoDigits.contains(digits.prefix(2)) ? 2 : min(3, digits.count)
    }
}
