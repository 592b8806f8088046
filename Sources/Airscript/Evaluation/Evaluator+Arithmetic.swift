extension Evaluator {
    /// The value of `+ - * / %`; with NULL on either side it is NULL, and no type is turned into another.
    mutating func calculate(_ left: Value, _ sign: Operator, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.null, _), (_, .null):
            return .null
        case (.number(let left), .number(let right)):
            return try calculate(left, sign, right)
        case (.text(let left), .text(let right)) where sign == .add:
            try spend(textBytes: left.utf8.count + right.utf8.count)
            return .text(left + right)
        case (.list(let left), .list(let right)) where sign == .add:
            try spend(left.count + right.count)
            return .list(left + right)
        default:
            return try calculateMoney(left, sign, right)
        }
    }

    mutating func negate(_ operand: Syntax) throws(EvaluationError) -> Value {
        let value = try evaluate(operand)
        switch value {
        case .null: return .null
        case .number(let number): return .number(-number)
        default:
            guard let currency = Currency(value) else {
                throw EvaluationError(
                    function: Operator.subtract.functionName,
                    "`-` stands before a number or a currency, not before \(value.typeName)"
                )
            }
            return Currency(amount: -currency.amount, code: currency.code, precision: currency.precision).value
        }
    }

    private func calculate(_ left: Double, _ sign: Operator, _ right: Double) throws(EvaluationError) -> Value {
        let result: Double
        switch sign {
        case .add: result = left + right
        case .subtract: result = left - right
        case .multiply: result = left * right
        default:
            guard right != 0 else { throw divisionByZero(sign) }
            result = sign == .divide ? left / right : left.truncatingRemainder(dividingBy: right)
        }
        // JSON, and with it Airscript, has no infinity.
        return result.isFinite ? .number(result) : .null
    }

    /// Currencies are added to and subtracted from their own kind, and multiplied and divided by numbers.
    private func calculateMoney(_ left: Value, _ sign: Operator, _ right: Value) throws(EvaluationError) -> Value {
        switch (sign, Currency(left), Currency(right)) {
        case (.add, let left?, let right?), (.subtract, let left?, let right?):
            guard left.code == right.code else {
                throw EvaluationError(
                    function: sign.functionName,
                    "`\(sign.rawValue)` takes currencies of one code, not of two"
                )
            }
            let precision = max(left.precision, right.precision)
            let amounts = (left.refined(to: precision).amount, right.refined(to: precision).amount)
            return money(sign == .add ? amounts.0 + amounts.1 : amounts.0 - amounts.1, left.code, precision)
        case (.multiply, let money?, nil):
            guard case .number(let factor) = right else { throw mismatch(left, sign, right) }
            return self.money((money.amount * factor).roundedHalfUp, money.code, money.precision)
        case (.multiply, nil, let money?):
            guard case .number(let factor) = left else { throw mismatch(left, sign, right) }
            return self.money((money.amount * factor).roundedHalfUp, money.code, money.precision)
        case (.divide, let money?, nil):
            guard case .number(let divisor) = right else { throw mismatch(left, sign, right) }
            guard divisor != 0 else { throw divisionByZero(sign) }
            return self.money((money.amount / divisor).roundedHalfUp, money.code, money.precision)
        default:
            throw mismatch(left, sign, right)
        }
    }

    private func money(_ amount: Double, _ code: String, _ precision: Double) -> Value {
        amount.isFinite ? Currency(amount: amount, code: code, precision: precision).value : .null
    }

    private func divisionByZero(_ sign: Operator) -> EvaluationError {
        EvaluationError(function: sign.functionName, "the right side of `\(sign.rawValue)` is 0")
    }

    private func mismatch(_ left: Value, _ sign: Operator, _ right: Value) -> EvaluationError {
        EvaluationError(
            function: sign.functionName,
            "`\(sign.rawValue)` takes \(sign.operands), not \(left.typeName) and \(right.typeName)"
        )
    }
}

extension Operator {
    /// The name that an error of the operator carries.
    fileprivate var functionName: String {
        switch self {
        case .add: "addition"
        case .subtract: "subtraction"
        case .multiply: "multiplication"
        case .divide: "division"
        case .remainder: "remainder"
        case .coalesce: "null-coalescing"
        case .equal: "equality"
        case .unequal: "inequality"
        case .less, .lessOrEqual, .greater, .greaterOrEqual: "ordering"
        case .and: "and"
        case .or: "or"
        case .xor: "xor"
        }
    }

    /// What an arithmetic operator takes, for messages.
    fileprivate var operands: String {
        switch self {
        case .add: "two numbers, two texts, two lists or two currencies"
        case .subtract: "two numbers or two currencies"
        case .multiply: "two numbers, or a currency and a number"
        case .divide: "two numbers, or a currency and then a number"
        default: "two numbers"
        }
    }
}

extension Double {
    /// To the nearest whole number, a half upwards.
    fileprivate var roundedHalfUp: Double { (self + 0.5).rounded(.down) }
}
