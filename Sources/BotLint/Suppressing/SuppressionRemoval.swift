import BotGraph

extension BotText {
    /// Whether an ASCII word stands anywhere in the text.
    func mentions(_ word: String) -> Bool {
        let word = Array(word.unicodeScalars)
        guard let first = word.first else { return true }
        return scalars.withUnsafeBufferPointer { scalars in
            var index = 0
            while index + word.count <= scalars.count {
                if scalars[index] == first, scalars[index..<(index + word.count)].elementsEqual(word) { return true }
                index += 1
            }
            return false
        }
    }

    /// Takes a comment out: with its line where it stands alone, else with the blanks before it.
    func removal(of comment: YAMLComment) -> Fix? {
        guard var start = index(of: comment.location) else { return nil }
        var end = start
        while end < scalars.count, !BotText.isBreak(scalars[end]) { end += 1 }
        while start > 0, scalars[start - 1] == " " || scalars[start - 1] == "\t" { start -= 1 }
        if comment.standsAlone, end < scalars.count {
            end += scalars[end] == "\r" && end + 1 < scalars.count && scalars[end + 1] == "\n" ? 2 : 1
        }
        return Fix(
            "delete the suppression",
            edits: [.init(at: location(of: start), length: end - start, replacement: "")]
        )
    }

    /// Takes one of several rules out of a suppression.
    func removal(ofRule number: Int, from suppression: Suppression) -> Fix? {
        let rules = suppression.rules
        guard rules.count > 1, let start = index(of: rules[number].location) else { return nil }
        let isLast = number == rules.count - 1
        let edit: Fix.Edit
        if isLast {
            let before = rules[number - 1]
            guard let from = index(of: before.location).map({ $0 + before.id.unicodeScalars.count }) else { return nil }
            let end = start + rules[number].id.unicodeScalars.count
            edit = .init(at: location(of: from), length: end - from, replacement: "")
        } else {
            guard let end = index(of: rules[number + 1].location) else { return nil }
            edit = .init(at: rules[number].location, length: end - start, replacement: "")
        }
        return Fix("delete '\(rules[number].id)' from the suppression", edits: [edit])
    }
}
