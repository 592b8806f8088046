/// Random numbers that a seed repeats: SplitMix64, as Steele, Lea and Flood describe it (OOPSLA 2014).
///
/// Nothing that the stand-in sends is random without a seed, so a failing call can be made again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A run of lower-case hexadecimal digits.
    mutating func hexadecimal(_ count: Int) -> String {
        var text = ""
        while text.utf8.count < count {
            let digits = String(next(), radix: 16)
            text += String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        return String(text.prefix(count))
    }

    /// A provider's identifier: two letters and 32 hexadecimal digits.
    mutating func identifier(_ prefix: String) -> String { prefix + hexadecimal(32) }

    /// A token in the form of a UUID, which is what the provider sends.
    mutating func token() -> String {
        [hexadecimal(8), hexadecimal(4), hexadecimal(4), hexadecimal(4), hexadecimal(12)].joined(separator: "-")
    }
}
