/// Digits in a row that are meant one by one: telephone numbers, account numbers, postal codes.
struct DigitRuns {
    struct Run {
        /// In scalars of the prompt's source, with a plus sign before it.
        let range: Range<Int>
        let digits: String

        /// The digits one by one, in the groups of a North American number where they are as many.
        func spaced(withCommas hasCommas: Bool) -> String {
            let sizes: [Int] =
                switch digits.utf8.count {
                case 7: [3, 4]
                case 10: [3, 3, 4]
                case 11 where digits.utf8.first == UInt8(ascii: "1"): [1, 3, 3, 4]
                default: [digits.utf8.count]
                }
            var rest = digits[...]
            let groups = sizes.map { size in
                defer { rest = rest.dropFirst(size) }
                return rest.prefix(size).map(String.init).joined(separator: " ")
            }
            return groups.joined(separator: hasCommas ? ", " : " ")
        }
    }

    private(set) var runs: [Run] = []

    init(_ text: LiteralText) {
        var index = 0
        while index < text.scalars.count, runs.count < 100 {
            guard text.isDigit(index) else {
                index += 1
                continue
            }
            let start = index
            while text.isDigit(index) { index += 1 }
            guard index - start >= 5, DigitRuns.isCode(text, start..<index) else { continue }
            let first = start > 0 && text[start - 1] == "+" ? start - 1 : start
            runs.append(Run(range: first..<index, digits: text.text(start..<index)))
        }
    }

    /// Whether nothing shows that the digits are an amount, or a part of something longer.
    private static func isCode(_ text: LiteralText, _ range: Range<Int>) -> Bool {
        guard !text.isLetter(range.lowerBound - 1), !text.isLetter(range.upperBound) else { return false }
        if let before = text[range.lowerBound - 1], !"+ \n\t(\"'“‘«-:,;".unicodeScalars.contains(before) {
            return false
        }
        if let after = text[range.upperBound] {
            if "@/_=%€£$&".unicodeScalars.contains(after) { return false }
            // A fraction, thousands or a time.
            if ".,:".unicodeScalars.contains(after), text.isDigit(range.upperBound + 1) { return false }
        }
        if range.lowerBound > 1, ".,".unicodeScalars.contains(text.scalars[range.lowerBound - 1]),
            text.isDigit(range.lowerBound - 2)
        {
            return false
        }
        let isRound = text.text(range).hasSuffix("00") && range.count < 7
        if isRound { return false }
        return !amountsBefore.contains(text.word(before: range.lowerBound))
            && !amountsAfter.contains(text.word(after: range.upperBound))
    }

    private static let amountsBefore: Set<String> = [
        "over", "than", "about", "around", "nearly", "almost", "approximately", "least", "most", "exactly", "only",
        "total",
        "usd", "casi", "unos", "unas", "aproximadamente", "total", "environ", "presque",
    ]
    private static let amountsAfter: Set<String> = [
        "dollars", "dollar", "euros", "euro", "pesos", "peso", "cents", "points", "miles", "people", "customers",
        "members",
        "patients", "percent", "units", "steps", "users", "visitors", "families", "homes", "households", "jobs",
        "students",
        "puntos", "millas", "personas", "clientes", "miembros", "pacientes", "kilometers", "kilometros", "kilometres",
        "dolares", "dólares", "personnes", "clients", "membres", "points", "calls", "llamadas", "voters", "years",
        "square",
    ]
}
