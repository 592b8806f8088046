/// Finding of numbers in what was said or written.
///
/// A run is digits with at most two of ` -.()/` and a `+` between one and the next, such as `(206) 555-0101`. Dates and
/// instants look alike and are none: an appointment stays what it was.
enum DigitRuns {
    /// As many digits as the shortest number has that reaches somebody: seven, without an area code.
    static let shortest = 7

    /// The runs of at least seven digits.
    static func find(in text: [Character]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < text.count {
            guard text[index].isDigit else {
                index += 1
                continue
            }
            if let end = dateEnd(in: text, from: index) {
                index = end
                continue
            }
            var end = index + 1
            var count = 1
            var next = end
            while next < text.count, next - end <= 2 {
                if text[next].isDigit {
                    if next > end, dateEnd(in: text, from: next) != nil { break }
                    count += 1
                    end = next + 1
                } else if !separators.contains(text[next]) {
                    break
                }
                next += 1
            }
            if count >= shortest { runs.append(index..<end) }
            index = end
        }
        return runs
    }

    private static let separators: Set<Character> = [" ", "-", ".", "(", ")", "+", "\u{2011}", "\u{2013}", "\u{A0}"]

    /// Behind a date at a place, and the time of day that follows it: `2026-11-26`, `11/26/2026`, `2026-11-26T09:30:00Z`.
    private static func dateEnd(in text: [Character], from start: Int) -> Int? {
        if start > 0, text[start - 1].isDigit { return nil }
        guard
            let end = dayEnd(in: text, from: start, lengths: [4, 2, 2])
                ?? dayEnd(in: text, from: start, lengths: [2, 2, 4])
        else { return nil }
        guard end < text.count, text[end] == "T" || text[end] == " " else { return end }
        var index = end + 1
        while index < text.count, text[index].isDigit || text[index] == ":" || text[index] == "." { index += 1 }
        // A time of day has a colon.
        return text[end..<index].contains(":") ? index : end
    }

    private static func dayEnd(in text: [Character], from start: Int, lengths: [Int]) -> Int? {
        var index = start
        var fields: [Int] = []
        for (position, length) in lengths.enumerated() {
            guard index + length <= text.count, let field = Int(String(text[index..<index + length])),
                text[index..<index + length].allSatisfy(\.isDigit)
            else { return nil }
            fields.append(field)
            index += length
            guard position < 2 else { continue }
            guard index < text.count, ["-", ".", "/"].contains(text[index]),
                position == 0 || text[index] == text[index - length - 1]
            else { return nil }
            index += 1
        }
        if index < text.count, text[index].isDigit { return nil }
        let isYearFirst = lengths.first == 4
        let year = isYearFirst ? fields[0] : fields[2]
        let rest = isYearFirst ? [fields[1], fields[2]] : [fields[0], fields[1]]
        guard (1_900...2_100).contains(year), rest.allSatisfy({ (1...31).contains($0) }),
            rest.contains(where: { $0 <= 12 })
        else { return nil }
        return index
    }
}

extension Character {
    /// Whether it is one of `0-9`.
    var isDigit: Bool { isASCII && isNumber }
}
