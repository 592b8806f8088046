/// A sum of money: `{"amount": 3000, "code": "USD", "precision": 2}` is thirty dollars.
struct Currency {
    /// Counts units of 10 to the power of minus `precision`.
    let amount: Double
    let code: String
    let precision: Double

    init(amount: Double, code: String, precision: Double) {
        self.amount = amount
        self.code = code
        self.precision = precision
    }

    /// The value, where it has exactly a currency's names and types.
    init?(_ value: Value) {
        guard case .object(let record) = value, record.entries.count == 3,
            case .number(let amount)? = record["amount"],
            case .text(let code)? = record["code"],
            case .number(let precision)? = record["precision"],
            (0...20).contains(precision), precision == precision.rounded()
        else { return nil }
        self.init(amount: amount, code: code, precision: precision)
    }

    var value: Value {
        .object(Record([("amount", .number(amount)), ("code", .text(code)), ("precision", .number(precision))]))
    }

    /// The amount in the currency's unit.
    var units: Double { amount / precision.powerOfTen }

    /// The same sum in finer units.
    func refined(to precision: Double) -> Currency {
        guard precision > self.precision else { return self }
        return Currency(amount: amount * (precision - self.precision).powerOfTen, code: code, precision: precision)
    }
}

extension Double {
    /// Ten to the power of a whole number from 0 to 20, exactly.
    fileprivate var powerOfTen: Double {
        var power = 1.0
        for _ in 0..<Int(self) { power *= 10 }
        return power
    }
}
