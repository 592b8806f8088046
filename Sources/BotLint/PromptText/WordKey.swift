/// A folded word of up to 16 letters, packed so that comparing and looking up costs no memory.
struct WordKey: Hashable, Sendable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private var count = 0

    init() {}

    init(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// A word of more than 16 letters is like no other.
    mutating func append(_ byte: UInt8) {
        count += 1
        if count <= 8 {
            low = low << 8 | UInt64(byte)
        } else if count <= 16 {
            high = high << 8 | UInt64(byte)
        } else {
            (high, low) = (.max, .max)
        }
    }

    /// The word; empty when it was too long.
    var text: String {
        guard count <= 16 else { return "" }
        return String(unsafeUninitializedCapacity: count) { bytes in
            for index in 0..<count {
                let part = index < 8 ? low : high
                let last = index < 8 ? min(count, 8) - 1 : count - 1
                bytes[index] = UInt8(truncatingIfNeeded: part >> (UInt64(last - index) * 8))
            }
            return count
        }
    }

    /// A number that tells most words apart, for tables.
    fileprivate var slot: Int {
        let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 53)
    }
}

/// Words with what they mean: a small table of places, so that it stays in the processor's cache.
struct WordTable<Meaning: Sendable>: Sendable {
    private var entries: [(key: WordKey, meaning: Meaning)] = []
    /// One more than the entry's place; 0 where there is none.
    private var slots: [UInt16] = Array(repeating: 0, count: 2_048)

    init(_ words: [String: Meaning]) {
        // In order, so that the table is the same every time.
        for (word, meaning) in words.sorted(by: { $0.key < $1.key }) {
            let key = WordKey(word)
            var slot = key.slot
            while slots[slot] != 0 { slot = (slot + 1) & 2_047 }
            entries.append((key, meaning))
            slots[slot] = UInt16(truncatingIfNeeded: entries.count)
        }
    }

    subscript(key: WordKey) -> Meaning? {
        var slot = key.slot
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.key == key { return entry.meaning }
            slot = (slot + 1) & 2_047
        }
        return nil
    }
}
