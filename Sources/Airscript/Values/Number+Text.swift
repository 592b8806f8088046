extension Double {
    /// The number as an integer, where it is whole and small enough that every integer around it is a number too.
    var exactInteger: Int? {
        guard self == rounded(), magnitude <= 9_007_199_254_740_992 else { return nil }
        return Int(self)
    }

    /// The shortest text that reads back as the same number: `3`, `0.1`, `1e+21`.
    ///
    /// The platform runs on JavaScript, so the exponent begins where JavaScript's does: at 10 to the 21st and below 10 to
    /// the -6th.
    var shortestText: String {
        if let exactInteger { return String(exactInteger) }
        let description = magnitude.description
        let sign = self < 0 ? "-" : ""
        guard let mark = description.firstIndex(of: "e") else { return sign + description.withoutPointZero }
        let mantissa = String(description[..<mark]).withoutPointZero
        let digits = mantissa.filter { $0 != "." }
        guard let exponent = Int(description[description.index(after: mark)...]) else { return sign + description }
        switch exponent {
        case digits.count - 1..<21:
            return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
        case -6..<0:
            return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
        default:
            return sign + mantissa + "e" + (exponent < 0 ? "" : "+") + String(exponent)
        }
    }
}

extension String {
    /// The text without the `.0` that Swift writes after a whole number.
    fileprivate var withoutPointZero: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
