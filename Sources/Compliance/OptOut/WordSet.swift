/// The words that patterns speak of, each with a number.
///
/// Zero is every other word.
struct Vocabulary: Sendable {
    static let unknown = 0
    private var numbers: [String: Int] = [:]

    func number(of word: String) -> Int { numbers[word] ?? Vocabulary.unknown }

    func contains(_ word: String) -> Bool { numbers[word] != nil }

    mutating func learn(_ word: String) -> Int {
        let next = numbers.count + 1
        numbers[word, default: next] += 0
        return numbers[word] ?? next
    }
}

/// A set of words by their numbers.
struct WordSet: Sendable {
    private var bits: [UInt64] = []

    func contains(_ number: Int) -> Bool {
        let index = number >> 6
        return index < bits.count && bits[index] & (1 << UInt64(number & 63)) != 0
    }

    mutating func insert(_ number: Int) {
        while bits.count <= number >> 6 { bits.append(0) }
        bits[number >> 6] |= 1 << UInt64(number & 63)
    }

    mutating func formUnion(_ other: WordSet) {
        while bits.count < other.bits.count { bits.append(0) }
        for (index, part) in other.bits.enumerated() { bits[index] |= part }
    }

    /// The numbers inside, in order.
    var numbers: [Int] {
        bits.indices.flatMap { index in (0..<64).filter { bits[index] & (1 << UInt64($0)) != 0 }.map { index * 64 + $0 }
        }
    }
}
