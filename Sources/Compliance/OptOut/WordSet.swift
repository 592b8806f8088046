/// The words that patterns speak of, each with a number.
///
/// Zero is every other word.
struct Vocabulary: Sendable {
    static let unknown = 0
    private var numbers: [String: Int] = [:]
    /// The classes of words that patterns have named so far.
    private var classes: [String: WordSet] = [:]

    func number(of word: String) -> Int { numbers[word] ?? Vocabulary.unknown }

    func contains(_ word: String) -> Bool { numbers[word] != nil }

    mutating func learn(_ word: String) -> Int {
        if let number = numbers[word] { return number }
        let next = numbers.count + 1
        numbers[word] = next
        return next
    }

    /// The numbers of a class's words, which are learnt once: hundreds of patterns name the same classes.
    mutating func learn(class name: String, of members: [String]) -> WordSet {
        if let known = classes[name] { return known }
        var set = WordSet()
        for member in members { set.insert(learn(member)) }
        classes[name] = set
        return set
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
        guard !bits.isEmpty else {
            bits = other.bits
            return
        }
        while bits.count < other.bits.count { bits.append(0) }
        for (index, part) in other.bits.enumerated() { bits[index] |= part }
    }

    /// The numbers inside, in order.
    var numbers: [Int] {
        var numbers: [Int] = []
        for (index, part) in bits.enumerated() {
            var left = part
            while left != 0 {
                numbers.append(index * 64 + left.trailingZeroBitCount)
                left &= left - 1
            }
        }
        return numbers
    }
}
