import Airscript
import Testing

/// What is known of two names.
private struct TwoNames: Knowledge {
    let x: PossibleValues
    let y: PossibleValues

    func values(of path: [String]) -> PossibleValues {
        let root: PossibleValues =
            switch path.first {
            case "x": x
            case "y": y
            default: .any
            }
        return path.dropFirst().reduce(root) { $0.property($1) }
    }
}

struct StatesPossibilitiesTests {
    private static let values: [Value] = [
        .null, .boolean(true), .boolean(false), .number(0), .number(1), .number(2.5), .number(-3), .text(""),
        .text("a"),
        .text("b"), .list([.number(1)]), .object(Record([("p", .number(1))])),
    ]

    /// An expression made up from operators, names and constants.
    private static func expression(depth: Int, _ numbers: inout SeededNumbers) -> String {
        if depth == 0 || Int.random(in: 0..<5, using: &numbers) == 0 {
            let leaves = [
                "x", "y", "x.p", "0", "1", "2", "2.5", "\"a\"", "\"\"", "NULL", "TRUE", "FALSE", "[1]", "{\"p\": 1}",
            ]
            return leaves.randomElement(using: &numbers) ?? "x"
        }
        let signs = ["+", "-", "*", "/", "%", "??", "=", "<>", "<", "<=", ">", ">=", "AND", "OR", "XOR"]
        let left = expression(depth: depth - 1, &numbers)
        let right = expression(depth: depth - 1, &numbers)
        switch Int.random(in: 0..<8, using: &numbers) {
        case 0: return "IF(\(left), \(right), \(expression(depth: depth - 1, &numbers)))"
        case 1: return "-(\(left))"
        case 2: return "\"\\(\(left))\""
        default: return "(\(left)) \(signs.randomElement(using: &numbers) ?? "=") (\(right))"
        }
    }

    /// Some of the values, and what is known where they are all there are.
    private static func some(_ numbers: inout SeededNumbers) -> (values: [Value], known: PossibleValues) {
        let count = [1, 1, 2, 3, 12].randomElement(using: &numbers) ?? 1
        let some = Array(values.shuffled(using: &numbers).prefix(count))
        return (some, count == 12 ? .any : PossibleValues(anyOf: some))
    }

    @Test(arguments: 1...40)
    func `what an expression comes to is among what it may come to, and what follows from it holds`(seed: UInt64) throws
    {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<60 {
            let source = StatesPossibilitiesTests.expression(depth: 3, &numbers)
            guard let expression = try? Expression.parse(source) else { continue }
            let (xs, knownX) = StatesPossibilitiesTests.some(&numbers)
            let (ys, knownY) = StatesPossibilitiesTests.some(&numbers)
            let known = TwoNames(x: knownX, y: knownY)
            let outcome = expression.outcome(knowing: known)
            for x in xs {
                for y in ys {
                    guard let value = try? expression.evaluate(in: Scope(["x": x, "y": y])) else {
                        #expect(outcome.mayFail, "\(source)")
                        continue
                    }
                    #expect(outcome.values.contains(value), "\(source) with \(x) and \(y) is \(value)")
                    #expect(value.isTruthy ? outcome.values.mayBeTruthy : outcome.values.mayBeFalsy, "\(source)")
                    let truth = TwoNames(x: PossibleValues(x), y: PossibleValues(y))
                    for assumption in expression.assumptions(outcome: value.isTruthy, knowing: known) {
                        let real = try #require(truth.values(of: assumption.path).single)
                        #expect(assumption.values.contains(real), "\(source) with \(x) and \(y) is \(value)")
                    }
                }
            }
        }
    }

    @Test(arguments: 1...20)
    func `sets of values have no less than they should`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<50 {
            let (some, first) = StatesPossibilitiesTests.some(&numbers)
            let (others, second) = StatesPossibilitiesTests.some(&numbers)
            for value in StatesPossibilitiesTests.values {
                let isInBoth = some.contains(value) && others.contains(value)
                #expect(!isInBoth || first.intersection(second).contains(value))
                #expect(!(some.contains(value) || others.contains(value)) || first.union(second).contains(value))
                #expect(PossibleValues.truthy.contains(value) == value.isTruthy)
                #expect(PossibleValues.falsy.contains(value) == !value.isTruthy)
            }
            #expect(some.count > 1 || first.single == some.first)
        }
    }
}
