import BotGraph

extension SpokenPhrase {
    /// A number that is the same for the same folded words, and nearly always another for others.
    ///
    /// Rules ask it first, since menus with a clash are rare and phrases are many. It is FNV-1a of 64 bits, by G. Fowler,
    /// L. C. Noll and K.-P. Vo.
    var fingerprint: UInt64 {
        var print: UInt64 = 0xCBF2_9CE4_8422_2325
        for word in words {
            for byte in word.utf8 { print = (print ^ UInt64(byte)) &* 0x100_0000_01B3 }
            print = (print ^ 0x20) &* 0x100_0000_01B3
        }
        return print
    }
}

extension [UInt64] {
    /// Whether two are the same.
    var hasRepeats: Bool {
        guard count > 1 else { return false }
        let sorted = sorted()
        return sorted.indices.dropFirst().contains { sorted[$0] == sorted[$0 - 1] }
    }
}
