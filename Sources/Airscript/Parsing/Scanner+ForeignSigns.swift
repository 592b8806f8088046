extension Scanner {
    /// Signs of other languages, with what Airscript writes instead.
    private static let advice: [(sign: String, advice: String)] = [
        ("==", "`==` is no operator; equality is written `=`"),
        ("&&", "`&&` is no operator; write AND"),
        ("||", "`||` is no operator; write OR"),
        ("'", "a text stands in double quotes, not in single ones"),
        ("“", "a text stands in straight double quotes, not in curly ones"),
        ("”", "a text stands in straight double quotes, not in curly ones"),
        ("‘", "a text stands in straight double quotes, not in curly ones"),
        ("’", "a text stands in straight double quotes, not in curly ones"),
        ("`", "a text stands in double quotes, not in backticks"),
        (";", "`;` has no meaning; an expression is one value"),
        ("/*", "a comment starts with `//` and ends with its line"),
        ("\\", "a backslash stands only in a text; quotes around a text are written without it"),
    ]

    private static let firstScalars = Set(advice.compactMap(\.sign.unicodeScalars.first) + ["!"])

    /// The error for a sign that another language would understand at this place.
    func foreignSign() -> SyntaxError? {
        guard let first = peek(), Scanner.firstScalars.contains(first) else { return nil }
        for (sign, advice) in Scanner.advice where starts(with: sign) {
            return SyntaxError(message: advice, offset: position, length: sign.unicodeScalars.count)
        }
        if starts(with: "!"), !starts(with: "!=") {
            return SyntaxError(
                message: "`!` is no operator; write NOT(…), or `!=` for unequal",
                offset: position,
                length: 1
            )
        }
        return nil
    }

    private func starts(with sign: String) -> Bool {
        var distance = 0
        for scalar in sign.unicodeScalars {
            guard peek(distance) == scalar else { return false }
            distance += 1
        }
        return true
    }
}
