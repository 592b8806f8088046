import Telephony

extension PhoneNumber {
    /// Reads a number as people write it: in E.164 form, or as one of the North American plan, with the usual marks.
    ///
    /// `+44 20 7946 0958`, `(206) 555-0101`, `1-206-555-0101` and `2065550101` are numbers. Anything that could be two
    /// numbers, or that has words in it such as an extension, is none.
    init?(written text: String) {
        var digits = ""
        var hasPlus = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+":
                guard digits.isEmpty, !hasPlus else { return nil }
                hasPlus = true
            // The marks between groups, with the no-break space and the hyphens that word processors put there.
            case " ", "-", ".", "(", ")", "\u{A0}", "\u{2010}"..."\u{2013}": continue
            default: return nil
            }
        }
        if hasPlus {
            self.init("+" + digits)
            return
        }
        if digits.count == 11, digits.hasPrefix("1") { digits.removeFirst() }
        // An area code and an exchange begin with 2 to 9: https://www.nanpa.com
        let places = Array(digits)
        guard places.count == 10, places[0] > "1", places[3] > "1" else { return nil }
        self.init("+1" + digits)
    }

    /// What is expected where a number is none.
    static let expected = "write it in E.164 form, such as +12065550101, or as a US number, such as (206) 555-0101"

    /// The text with every figure but the last two hidden: a number that was mistyped is still somebody's.
    static func masked(_ text: String) -> String {
        var left = text.count(where: \.isNumber) - 2
        return String(
            text.prefix(40).map { character in
                guard character.isNumber else { return character }
                left -= 1
                return left >= 0 ? "*" : character
            }
        )
    }
}
