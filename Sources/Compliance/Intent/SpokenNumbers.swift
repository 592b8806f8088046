/// Numbers, money, times and signs written out as they are spoken, in English.
///
/// | written | spoken |
/// |---|---|
/// | `42`, `1,234`, `3.5`, `-7` | forty two, one thousand two hundred thirty four, three point five, minus seven |
/// | `$1,234.50`, `€5` | one thousand two hundred thirty four dollars and fifty cents, five euros |
/// | `3:30 PM`, `9:05`, `10:00` | three thirty P M, nine oh five, ten o'clock |
/// | `1st`, `22nd` | first, twenty second |
/// | `555-0101`, `12345678`, `007` | digit by digit: a group after a hyphen, more than six digits, a leading zero |
/// | `50%`, `A & B`, `#4` | fifty percent, A and B, number four |
package enum SpokenNumbers {
    package static func expand(_ text: String) -> String {
        guard text.utf8.contains(where: { isDigit($0) || signs[$0] != nil }) else { return text }
        var output = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            // Whole stretches at once: most of a text is neither number nor sign.
            let next = rest.utf8.firstIndex(where: isOfInterest) ?? rest.endIndex
            output += rest[..<next]
            rest = rest[next...]
            guard let character = rest.first else { break }
            if let end = number(at: rest, after: output.last, into: &output) {
                rest = rest[end...]
            } else {
                if let byte = character.asciiValue, let word = signs[byte] {
                    separate(&output)
                    output += word + " "
                } else {
                    output.append(character)
                }
                rest = rest.dropFirst()
            }
        }
        return output
    }

    /// Whether a number, a sign or a currency may start with this byte.
    private static func isOfInterest(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), 0x80...: true
        case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "+"),
            UInt8(ascii: "="):
            true
        default: false
        }
    }

    /// Writes out what starts at the text's beginning, if it is a number; returns where that ends.
    private static func number(
        at text: Substring,
        after previous: Character?,
        into output: inout String
    ) -> Substring.Index? {
        var scanner = text
        let currency = scanner.first.flatMap { currencies[$0] }
        if currency != nil { scanner = scanner.dropFirst() }
        guard let first = scanner.first, isDigit(first) else { return nil }
        let whole = takeWhole(&scanner)
        let spoken: String
        if let currency {
            spoken = money(whole, cents: takeFraction(&scanner), currency)
        } else if let minutes = takeMinutes(&scanner, after: whole) {
            spoken = time(whole, minutes, &scanner)
        } else if let ordinal = takeOrdinal(&scanner, of: whole) {
            spoken = ordinal
        } else if let fraction = takeFraction(&scanner) {
            spoken = cardinal(whole) + " point " + digitByDigit(fraction)
        } else if previous == "-" || whole.count > 6 || (whole.first == "0" && whole.count > 1) || startsGroup(scanner)
        {
            spoken = digitByDigit(whole)
        } else {
            spoken = cardinal(whole)
        }
        separate(&output)
        output += spoken
        // What follows without a space, such as `5th-floor` or `10k`, is a word of its own.
        if let next = scanner.first, next.isLetter { output += " " }
        return scanner.startIndex
    }

    /// Digits, with commas only where they part thousands.
    private static func takeWhole(_ text: inout Substring) -> String {
        var digits = String(text.prefix(while: isDigit))
        text = text.dropFirst(digits.count)
        while digits.count <= 15, text.first == ",", text.dropFirst().prefix(while: isDigit).count == 3 {
            digits += text.dropFirst().prefix(3)
            text = text.dropFirst(4)
        }
        return digits
    }

    private static func takeFraction(_ text: inout Substring) -> String? {
        guard text.first == "." else { return nil }
        let digits = text.dropFirst().prefix(while: isDigit)
        guard !digits.isEmpty else { return nil }
        text = text.dropFirst(digits.count + 1)
        return String(digits)
    }

    private static func takeMinutes(_ text: inout Substring, after hours: String) -> String? {
        guard hours.count <= 2, text.first == ":" else { return nil }
        let digits = text.dropFirst().prefix(while: isDigit)
        guard digits.count == 2 else { return nil }
        text = text.dropFirst(3)
        return String(digits)
    }

    private static func takeOrdinal(_ text: inout Substring, of digits: String) -> String? {
        let ending = text.prefix(while: \.isLetter)
        guard digits.count <= 4, ["st", "nd", "rd", "th"].contains(ending.lowercased()), let value = Int64(digits)
        else {
            return nil
        }
        text = text.dropFirst(2)
        let words = cardinal(value)
        let last = words.split(separator: " ").last.map(String.init) ?? words
        let ordinal = ordinals[last] ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
        return words.dropLast(last.count) + ordinal
    }

    /// Whether a hyphen and another digit follow, as in a telephone number.
    private static func startsGroup(_ text: Substring) -> Bool {
        guard text.first == "-", let next = text.dropFirst().first else { return false }
        return isDigit(next)
    }

    private static func money(_ whole: String, cents: String?, _ currency: (one: String, many: String)) -> String {
        let amount = cardinal(whole) + " " + (whole == "1" ? currency.one : currency.many)
        guard let cents, let value = Int64((cents + "0").prefix(2)), value > 0 else { return amount }
        return amount + " and " + cardinal(value) + (value == 1 ? " cent" : " cents")
    }

    /// The clock, with the letters of `am` and `pm` spoken one by one.
    private static func time(_ hours: String, _ minutes: String, _ rest: inout Substring) -> String {
        var spoken = cardinal(Int64(hours) ?? 0)
        let after = rest.drop(while: \.isWhitespace)
        let letters = after.prefix { $0.isLetter || $0 == "." }
        let half = letters.lowercased().filter { $0 != "." }
        let hasHalf = half == "am" || half == "pm"
        switch minutes {
        case "00": spoken += hasHalf ? "" : " o'clock"
        case _ where minutes.first == "0": spoken += " oh " + cardinal(Int64(minutes) ?? 0)
        default: spoken += " " + cardinal(Int64(minutes) ?? 0)
        }
        guard hasHalf else { return spoken }
        rest = after.dropFirst(letters.count)
        // The last full stop stays where it ends the sentence as well.
        let next = rest.first { !$0.isWhitespace }
        if letters.last == ".", next?.isLowercase != true { rest = after.dropFirst(letters.count - 1) }
        return spoken + (half == "am" ? " A M" : " P M")
    }

    private static func cardinal(_ digits: String) -> String {
        guard digits.count <= 12, let value = Int64(digits) else { return digitByDigit(digits) }
        return cardinal(value)
    }

    /// The number in words, up to 999,999,999,999.
    static func cardinal(_ value: Int64) -> String {
        var words: [String] = []
        var rest = value
        for (unit, name) in scales where rest >= unit {
            words.append(belowThousand(Int(rest / unit)) + name)
            rest %= unit
        }
        if rest > 0 || words.isEmpty { words.append(belowThousand(Int(rest))) }
        return words.joined(separator: " ")
    }

    private static func belowThousand(_ value: Int) -> String {
        var words: [String] = []
        if value >= 100 { words.append(small[value / 100 % 10] + " hundred") }
        let rest = value % 100
        if rest >= 20 {
            words.append(tens[rest / 10])
            if rest % 10 > 0 { words.append(small[rest % 10]) }
        } else if rest > 0 || value == 0 {
            words.append(small[rest])
        }
        return words.joined(separator: " ")
    }

    private static func digitByDigit(_ digits: String) -> String {
        digits.compactMap { $0.wholeNumberValue.map { small[$0] } }.joined(separator: " ")
    }

    private static func separate(_ output: inout String) {
        if let last = output.last, last.isLetter || last.isNumber { output += " " }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static let signs: [UInt8: String] = [
        UInt8(ascii: "%"): "percent", UInt8(ascii: "&"): "and", UInt8(ascii: "#"): "number", UInt8(ascii: "@"): "at",
        UInt8(ascii: "+"): "plus", UInt8(ascii: "="): "equals",
    ]
    private static let currencies: [Character: (one: String, many: String)] = [
        "$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds"), "¥": ("yen", "yen"),
    ]
    private static let scales: [(Int64, String)] = [
        (1_000_000_000, " billion"), (1_000_000, " million"), (1_000, " thousand"),
    ]
    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let ordinals = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
        "twelve": "twelfth",
    ]
}
