/// Up to four letters that stand for one or two sounds.
struct LetterGroup {
    let count: Int
    let sounds: [UInt8]
    private let pattern: UInt32
    private let mask: UInt32

    init(_ letters: String, _ sounds: String) {
        let bytes = Array(letters.utf8.prefix(4))
        count = bytes.count
        self.sounds = Array(sounds.utf8)
        mask = bytes.isEmpty ? 0 : UInt32.max << UInt32(32 - 8 * bytes.count)
        pattern = bytes.enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32(24 - 8 * $1.offset) }
    }

    /// Whether the window of four letters begins with the group.
    func begins(_ window: UInt32) -> Bool { window & mask == pattern }

    /// The groups by their first letter, each list in the order given.
    static func byFirstLetter(_ table: [(letters: String, sounds: String)]) -> [[LetterGroup]] {
        var groups: [[LetterGroup]] = Array(repeating: [], count: 256)
        for (letters, sounds) in table {
            guard let first = letters.utf8.first else { continue }
            groups[Int(first)].append(LetterGroup(letters, sounds))
        }
        return groups
    }
}
