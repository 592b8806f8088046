extension JSONReader {
    /// A number as the file has it.
    private enum Number {
        case integer(Int64)
        case fraction(Double)
    }

    /// Reads a whole number.
    mutating func integer(_ what: String, in range: ClosedRange<Int64>) throws(JSONFault) -> Int64 {
        let start = valueStart()
        guard isAtNumber else { throw wrongType("\(what) is a whole number") }
        guard case .integer(let integer) = try number(), range.contains(integer) else {
            throw JSONFault(
                .badValue,
                "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound)",
                at: start
            )
        }
        return integer
    }

    /// Reads any number.
    mutating func double(_ what: String) throws(JSONFault) -> Double {
        skipSpace()
        guard isAtNumber else { throw wrongType("\(what) is a number") }
        switch try number() {
        case .integer(let integer): return Double(integer)
        case .fraction(let double): return double
        }
    }

    var isAtNumber: Bool {
        guard let current else { return false }
        return current == UInt8(ascii: "-") || isDigit(current)
    }

    private mutating func number() throws(JSONFault) -> Number {
        let start = position
        let isNegative = current == UInt8(ascii: "-")
        if isNegative { advance() }
        guard let first = current, isDigit(first) else { throw unexpected("a digit") }
        var integer: Int64? = 0
        repeat {
            integer = appended(to: integer, isNegative: isNegative)
            advance()
        } while first != UInt8(ascii: "0") && current.map(isDigit) == true
        if let current, isDigit(current) {
            throw JSONFault(.syntax, "a number does not begin with 0", at: start)
        }
        var isWhole = true
        if current == UInt8(ascii: ".") {
            isWhole = false
            advance()
            try skipDigits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isWhole = false
            advance()
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { advance() }
            try skipDigits()
        }
        if isWhole, let integer { return .integer(integer) }
        guard position - start <= 400, let double = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
            double.isFinite
        else { throw JSONFault(.badValue, "the number is too large", at: start) }
        return .fraction(double)
    }

    /// The number with the current digit behind it; nil once it is too large.
    private func appended(to integer: Int64?, isNegative: Bool) -> Int64? {
        guard let integer, let current else { return nil }
        let (tens, overflow) = integer.multipliedReportingOverflow(by: 10)
        let digit = Int64(current - 0x30)
        let (sum, overflows) = tens.addingReportingOverflow(isNegative ? -digit : digit)
        return overflow || overflows ? nil : sum
    }

    private mutating func skipDigits() throws(JSONFault) {
        guard let first = current, isDigit(first) else { throw unexpected("a digit") }
        while let current, isDigit(current) { advance() }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
