/// Patterns with what each of them means, found by their first word.
struct PhraseBook: Sendable {
    struct Match: Hashable, Sendable {
        let range: Range<Int>
        let rule: OptOutReading.Rule
        let isSpanish: Bool
    }

    private let patterns: [Entry]
    private struct Entry: Sendable {
        let rule: OptOutReading.Rule
        let pattern: PhrasePattern
        let isSpanish: Bool
    }

    /// By the number of the word.
    private var byFirstWord: [[Int]] = []
    /// Patterns that any word can begin.
    private var anywhere: [Int] = []

    init(
        _ phrases: [(OptOutReading.Rule, [String])],
        spanish: [(OptOutReading.Rule, [String])] = [],
        classes: [String: [String]],
        vocabulary: inout Vocabulary
    ) {
        var patterns: [Entry] = []
        for (group, isSpanish) in [(phrases, false), (spanish, true)] {
            for (rule, texts) in group {
                for text in texts {
                    let pattern = PhrasePattern(text, classes: classes, vocabulary: &vocabulary)
                    patterns.append(Entry(rule: rule, pattern: pattern, isSpanish: isSpanish))
                }
            }
        }
        self.patterns = patterns
        for (index, entry) in patterns.enumerated() {
            guard let openings = entry.pattern.openings else {
                anywhere.append(index)
                continue
            }
            for number in openings.numbers {
                while byFirstWord.count <= number { byFirstWord.append([]) }
                byFirstWord[number].append(index)
            }
        }
    }

    /// All the places where a pattern stands.
    func matches(in utterance: Utterance) -> [Match] {
        let tokens = utterance.tokens
        return tokens.indices.flatMap { matches(at: $0, in: tokens) }
    }

    /// Whether a pattern stands inside the range.
    func occurs(in tokens: [Utterance.Token], within range: Range<Int>) -> Bool {
        range.contains { start in
            matches(at: start, in: tokens).contains { $0.range.upperBound <= range.upperBound }
        }
    }

    /// Whether a pattern begins at the place.
    func begins(at start: Int, in tokens: [Utterance.Token]) -> Bool {
        start < tokens.count && !matches(at: start, in: tokens).isEmpty
    }

    /// Where the longest pattern that begins at the place ends.
    func end(at start: Int, in tokens: [Utterance.Token]) -> Int? {
        matches(at: start, in: tokens).map(\.range.upperBound).max()
    }

    private func matches(at start: Int, in tokens: [Utterance.Token]) -> [Match] {
        let number = tokens[start].number
        let candidates = number < byFirstWord.count ? byFirstWord[number] + anywhere : anywhere
        return candidates.compactMap { index in
            guard let end = patterns[index].pattern.end(from: start, in: tokens), end > start else { return nil }
            return Match(range: start..<end, rule: patterns[index].rule, isSpanish: patterns[index].isSpanish)
        }
    }
}
