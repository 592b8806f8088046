/// The numbers between two bounds, without a few points; never empty.
package struct NumberRange: Hashable, Sendable {
    package let lower: Double
    package let upper: Double
    /// Whether the bound itself is left out.
    let isLowerOpen: Bool
    let isUpperOpen: Bool
    /// Points inside that are left out; at most `PossibleValues.pointLimit`.
    let gaps: Set<Double>

    /// Nil when no number is left.
    init?(
        from lower: Double,
        to upper: Double,
        isLowerOpen: Bool = false,
        isUpperOpen: Bool = false,
        without gaps: Set<Double> = []
    ) {
        let isLowerOpen = isLowerOpen || gaps.contains(lower)
        let isUpperOpen = isUpperOpen || gaps.contains(upper)
        guard lower < upper || (lower == upper && !isLowerOpen && !isUpperOpen) else { return nil }
        self.lower = lower
        self.upper = upper
        self.isLowerOpen = isLowerOpen
        self.isUpperOpen = isUpperOpen
        let inside = gaps.isEmpty ? gaps : gaps.filter { $0 > lower && $0 < upper }
        self.gaps = inside.count <= PossibleValues.pointLimit ? inside : []
    }

    static func only(_ number: Double) -> NumberRange? { NumberRange(from: number, to: number) }

    static let every = NumberRange(from: -.infinity, to: .infinity)

    /// The one number, where there is but one.
    package var single: Double? { lower == upper ? lower : nil }

    func contains(_ number: Double) -> Bool {
        guard number >= lower, number <= upper, !gaps.contains(number) else { return false }
        return !(isLowerOpen && number == lower) && !(isUpperOpen && number == upper)
    }

    func intersection(_ other: NumberRange) -> NumberRange? {
        let low = max(lower, other.lower)
        let high = min(upper, other.upper)
        return NumberRange(
            from: low,
            to: high,
            isLowerOpen: (isLowerOpen && lower == low) || (other.isLowerOpen && other.lower == low),
            isUpperOpen: (isUpperOpen && upper == high) || (other.isUpperOpen && other.upper == high),
            without: gaps.union(other.gaps)
        )
    }

    /// The smallest range that holds both.
    func hull(_ other: NumberRange) -> NumberRange? {
        let low = min(lower, other.lower)
        let high = max(upper, other.upper)
        return NumberRange(
            from: low,
            to: high,
            isLowerOpen: !((lower == low && !isLowerOpen) || (other.lower == low && !other.isLowerOpen)),
            isUpperOpen: !((upper == high && !isUpperOpen) || (other.upper == high && !other.isUpperOpen)),
            without: gaps.union(other.gaps).filter { !contains($0) && !other.contains($0) }
        )
    }

    func removing(_ number: Double) -> NumberRange? {
        NumberRange(
            from: lower,
            to: upper,
            isLowerOpen: isLowerOpen,
            isUpperOpen: isUpperOpen,
            without: gaps.count < PossibleValues.pointLimit || number == lower || number == upper
                ? gaps.union([number]) : gaps
        )
    }

    var negated: NumberRange? {
        NumberRange(
            from: -upper,
            to: -lower,
            isLowerOpen: isUpperOpen,
            isUpperOpen: isLowerOpen,
            without: Set(gaps.map { -$0 })
        )
    }

    /// The sums of a number here and a number there.
    ///
    /// Rounding keeps the order, so the bounds stay bounds.
    func plus(_ other: NumberRange) -> NumberRange? {
        NumberRange(
            from: lower + other.lower,
            to: upper + other.upper,
            // A sum that is rounded may meet the bound that its parts do not.
            isLowerOpen: false,
            isUpperOpen: false
        )
    }

    /// Whether some number here is less than some number there.
    func mayPrecede(_ other: NumberRange) -> Bool { lower < other.upper }

    /// Whether some number here is at most some number there.
    func mayPrecedeOrEqual(_ other: NumberRange) -> Bool {
        lower < other.upper || (lower == other.upper && !isLowerOpen && !other.isUpperOpen)
    }
}
