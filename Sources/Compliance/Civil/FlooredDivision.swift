extension FixedWidthInteger {
    /// The quotient rounded towards negative infinity, so that moments before 1970 fall in the right day.
    func flooredQuotient(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
