/// Numbers that a recogniser wrote out: `two oh six five five five`.
enum SpokenDigits {
    private static let languages: [[String]] = [
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
        ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    ]

    private static let values: [String: (language: Int, digit: Int)] = {
        var values: [String: (language: Int, digit: Int)] = ["oh": (0, 0), "o": (0, 0)]
        for (language, words) in languages.enumerated() {
            for (digit, word) in words.enumerated() { values[word] = (language, digit) }
        }
        return values
    }()

    /// The text with other digits in the place of seven or more that were spoken in a row.
    static func masked(_ text: String, standIns: StandIns) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count >= DigitRuns.shortest else { return text }
        var result = words
        var run: [Int] = []
        func mask() {
            guard run.count >= DigitRuns.shortest else { return }
            let digits = run.compactMap { values[plain(words[$0])].map { String($0.digit) } }.joined()
            for (index, digit) in zip(run, standIns.digits(digits)) {
                guard let language = values[plain(words[index])]?.language, let number = digit.wholeNumberValue else {
                    continue
                }
                result[index] = languages[language][number]
            }
        }
        for (index, word) in words.enumerated() {
            if values[plain(word)] != nil {
                run.append(index)
            } else if !word.isEmpty {
                mask()
                run = []
            }
        }
        mask()
        return result.joined(separator: " ")
    }

    private static func plain(_ word: String) -> String {
        word.lowercased().filter { $0.isLetter }
    }
}
