/// The regular expressions of the schema, in what ECMAScript and others have in common.
enum SchemaPatterns {
    static let name = "^[A-Za-z][A-Za-z0-9_-]{0,63}$"
    static let recordingName = "^[A-Za-z][A-Za-z0-9_-]{0,63}(/[A-Za-z][A-Za-z0-9_-]{0,63}){0,7}$"

    /// A language and one to three more parts in their usual spelling: `en-US`, `zh-Hans-CN`, `es-419`.
    static let language =
        "^[a-z]{2,3}(-([A-Z0-9]{2}|[a-z0-9]{3}|[A-Z0-9][a-z0-9]{3}|[a-z0-9]{5,8})){1,3}$"

    /// A duration of whole seconds within a range, in any of the units.
    static func duration(_ seconds: ClosedRange<Int>) -> String {
        let minutes = (seconds.lowerBound + 59) / 60...max(seconds.upperBound / 60, (seconds.lowerBound + 59) / 60)
        let count = number(seconds)
        return "^0{0,3}(\(count)s|\(count)000ms|\(number(minutes))m)$"
    }

    /// Any of the words, whatever their case.
    static func anyCase(of words: [String]) -> String {
        let folded = words.map { word in
            word.map { "[\($0.uppercased())\($0.lowercased())]" }.joined()
        }
        return "^(\(folded.joined(separator: "|")))$"
    }

    /// A whole number within a range, without leading zeros.
    static func number(_ range: ClosedRange<Int>) -> String {
        var parts: [String] = []
        var power = 1
        for length in 1...String(range.upperBound).count {
            let low = max(range.lowerBound, length == 1 ? 0 : power)
            let high = min(range.upperBound, power * 10 - 1)
            if low <= high { parts.append(digits(Array(String(low)), Array(String(high)))) }
            power *= 10
        }
        return "(\(parts.joined(separator: "|")))"
    }

    /// The numbers between two of the same length.
    private static func digits(_ low: [Character], _ high: [Character]) -> String {
        guard let first = low.first?.wholeNumberValue, let last = high.first?.wholeNumberValue else { return "" }
        let rest = low.count - 1
        if low.allSatisfy({ $0 == "0" }), high.allSatisfy({ $0 == "9" }) { return any(low.count) }
        let (lowRest, highRest) = (Array(low.dropFirst()), Array(high.dropFirst()))
        if first == last { return "\(first)" + digits(lowRest, highRest) }
        if rest == 0 { return "[\(first)-\(last)]" }
        var parts = ["\(first)" + digits(lowRest, Array(repeating: "9", count: rest))]
        if last - first > 1 { parts.append("[\(first + 1)-\(last - 1)]" + any(rest)) }
        parts.append("\(last)" + digits(Array(repeating: "0", count: rest), highRest))
        return "(\(parts.joined(separator: "|")))"
    }

    private static func any(_ count: Int) -> String { count == 1 ? "[0-9]" : "[0-9]{\(count)}" }
}
