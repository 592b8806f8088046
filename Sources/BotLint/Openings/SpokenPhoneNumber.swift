/// A telephone number in a text, as it is written for a voice: `2 0 6, 5 5 5, 0 1 0 0`, `1-206-555-0100`, `two zero six …`.
struct SpokenPhoneNumber: Hashable {
    /// Where it stands, in scalars of the text.
    let range: Range<Int>
    /// Never printed.
    let digits: String

    /// Whether calls to it cost the caller: area code 900.
    var isPremium: Bool {
        let national = digits.count == 11 && digits.first == "1" ? digits.dropFirst() : Substring(digits)
        return national.count == 10 && national.hasPrefix("900")
    }

    /// The numbers in a text: seven to fifteen digits, or words for digits, with nothing but signs between them.
    ///
    /// A date or an amount may look the same; what is looked for is whether there is a number at all.
    static func all(in text: String) -> [SpokenPhoneNumber] {
        var reader = Reader()
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { reader.read(byte) }
        }
        reader.finish()
        return reader.found
    }

    /// Reads byte by byte, as every prompt of a bot goes through it.
    private struct Reader {
        private(set) var found: [SpokenPhoneNumber] = []
        /// How many scalars were read.
        private var place = 0
        private var digits: [UInt8] = []
        private var start = 0
        private var end = 0
        private var separators = 0
        /// The word that is being read, its letters in lower case in one number; longer ones are no digit's.
        private var word: UInt64 = 0
        private var letters = 0
        private var wordStart = 0
        private var isCapital = true

        mutating func read(_ byte: UInt8) {
            if byte & 0xC0 == 0x80 { return }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                finishWord()
                add(byte, from: place, to: place + 1)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(letter: byte + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                add(letter: byte)
                isCapital = false
            case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "\n"), 0xC2, 0xE2:
                // 0xC2 and 0xE2 lead the space that does not break and the dashes.
                finishWord()
                separators += 1
                if separators > 3 { finishNumber() }
            case 0xC3...0xDF: add(letter: byte)
            default:
                finishWord()
                finishNumber()
            }
            place += 1
        }

        mutating func finish() {
            finishWord()
            finishNumber()
        }

        private mutating func add(letter: UInt8) {
            if letters == 0 {
                wordStart = place
                word = 0
                isCapital = true
            }
            letters += 1
            if letters <= 8 { word = word << 8 | UInt64(letter) }
        }

        private mutating func add(_ digit: UInt8, from: Int, to: Int) {
            if digits.isEmpty { start = from }
            digits.append(digit)
            end = to
            separators = 0
        }

        private mutating func finishWord() {
            guard letters > 0 else { return }
            let count = letters
            letters = 0
            if count <= 8, let digit = SpokenPhoneNumber.words[word] {
                add(digit, from: wordStart, to: place)
            } else if count >= 4, isCapital, isTollFree {
                // 1-800-FLOWERS: the letters are keys.
                found.append(SpokenPhoneNumber(range: start..<place, digits: written))
                digits.removeAll(keepingCapacity: true)
            } else {
                finishNumber()
            }
        }

        private var written: String { String(decoding: digits, as: UTF8.self) }

        private var isTollFree: Bool {
            guard digits.count == 3 || digits.count == 4 else { return false }
            let national = written.drop { $0 == "1" }
            return SpokenPhoneNumber.tollFree.contains(String(national))
        }

        private mutating func finishNumber() {
            guard !digits.isEmpty else { return }
            if (7...15).contains(digits.count) {
                found.append(SpokenPhoneNumber(range: start..<end, digits: written))
            }
            digits.removeAll(keepingCapacity: true)
            separators = 0
        }
    }

    private static let tollFree: Set<String> = ["800", "833", "844", "855", "866", "877", "888"]

    /// The digits' words, as the reader puts their letters together.
    private static let words: [UInt64: UInt8] = {
        let lists = [
            "zero one two three four five six seven eight nine", "cero uno dos tres cuatro cinco seis siete ocho nueve",
        ]
        var words: [UInt64: UInt8] = [:]
        for list in lists {
            for (digit, word) in list.split(separator: " ").enumerated() {
                words[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = UInt8(ascii: "0") + UInt8(digit)
            }
        }
        words["oh".utf8.reduce(0) { $0 << 8 | UInt64($1) }] = UInt8(ascii: "0")
        return words
    }()
}
