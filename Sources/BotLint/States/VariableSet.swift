/// Control variables by number, as bits.
///
/// Most bots have no more than a word of them, which needs no memory of its own.
struct VariableSet: Hashable, Sendable {
    private var first: UInt64 = 0
    private var rest: [UInt64]

    init(count: Int) {
        rest = count <= 64 ? [] : Array(repeating: 0, count: (count - 1) / 64)
    }

    func contains(_ variable: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(variable % 64)
        return (variable < 64 ? first : rest[variable / 64 - 1]) & bit != 0
    }

    mutating func insert(_ variable: Int) {
        let bit: UInt64 = 1 << UInt64(variable % 64)
        if variable < 64 { first |= bit } else { rest[variable / 64 - 1] |= bit }
    }

    mutating func remove(_ variable: Int) {
        let bit: UInt64 = 1 << UInt64(variable % 64)
        if variable < 64 { first &= ~bit } else { rest[variable / 64 - 1] &= ~bit }
    }

    mutating func formUnion(_ other: VariableSet) {
        first |= other.first
        for index in rest.indices { rest[index] |= other.rest[index] }
    }
}
