import Airscript

/// An expression with what is known of what it reads.
struct Question: Hashable {
    let number: Int
    let known: Valuations.Row
}

/// What comes of a test: what is known then of what it reads, nil where it cannot come out so.
struct TestOutcome {
    let holds: Valuations.Row?
    let fails: Valuations.Row?
}

extension Explorer {
    /// What is known where a test holds and where it does not; nil where it cannot come out so.
    mutating func test(
        _ reading: Reading,
        _ row: Valuations.Row
    ) -> (holds: Valuations.Row?, fails: Valuations.Row?) {
        let question = Question(number: reading.number, known: Explorer.part(of: row, reading.variables))
        let outcome: TestOutcome
        if let known = tests[question] {
            outcome = known
        } else {
            let values = values(of: reading, row)
            outcome = TestOutcome(
                holds: values.mayBeTruthy ? assuming(reading.expression, true, row) : nil,
                fails: values.mayBeFalsy ? assuming(reading.expression, false, row) : nil
            )
            tests[question] = outcome
        }
        return (outcome.holds.map { Explorer.with($0, row) }, outcome.fails.map { Explorer.with($0, row) })
    }

    /// The entry of what a variable may be once it is set; nil where the expression always fails.
    private mutating func assigned(_ variable: Int, _ reading: Reading, _ row: Valuations.Row) -> UInt64? {
        let question = Question(number: reading.number, known: Explorer.part(of: row, reading.variables))
        let value: UInt64?
        if let known = values[question] {
            value = known
        } else {
            let possible = self.values(of: reading, row)
            value = possible.isEmpty ? nil : found.valuations.entry(0, possible)
            values[question] = .some(value)
        }
        return value.map { $0 | UInt64(variable) << 32 }
    }

    private func values(of reading: Reading, _ row: Valuations.Row) -> PossibleValues {
        let known = KnownValues(valuations: found.valuations, variables: map.variables, row: row)
        return reading.expression.outcome(knowing: known).values
    }

    /// The entries that change where the test comes out so.
    private mutating func assuming(_ expression: Expression, _ isTrue: Bool, _ row: Valuations.Row) -> Valuations.Row? {
        if expression.isConstant { return [] }
        let assumptions = expression.assumptions(
            outcome: isTrue,
            knowing: KnownValues(valuations: found.valuations, variables: map.variables, row: row)
        )
        var known = row
        var changes: Valuations.Row = []
        for assumption in assumptions {
            guard let variable = map.variables.number(ofWhole: assumption.path) else { continue }
            let values = found.valuations.values(of: variable, in: known).intersection(assumption.values)
            if values.isEmpty { return nil }
            let entry = found.valuations.entry(variable, values)
            Valuations.set(entry, in: &known)
            changes.append(entry)
        }
        return changes
    }

    private static func part(of row: Valuations.Row, _ variables: [Int]) -> Valuations.Row {
        row.isEmpty || variables.isEmpty ? [] : row.filter { entry in variables.contains(Int(entry >> 32)) }
    }

    private static func with(_ changes: Valuations.Row, _ row: Valuations.Row) -> Valuations.Row {
        var row = row
        for entry in changes { Valuations.set(entry, in: &row) }
        return row
    }

    /// The rows that a chain of steps can end with; none where it always fails.
    mutating func run(_ steps: [NodePlan.Step], _ row: Valuations.Row) -> [Valuations.Row] {
        var rows = [row]
        for step in steps {
            var next: [Valuations.Row] = []
            for var row in rows {
                switch step {
                case .assign(let variable, let reading):
                    guard let entry = assigned(variable, reading, row) else { continue }
                    Valuations.set(entry, in: &row)
                    next.append(row)
                case .branch(let number, let when, let then, let otherwise):
                    let outcome = test(when, row)
                    if let holds = outcome.holds {
                        found.branchHolds[number] = true
                        next += run(then, holds)
                    }
                    if let fails = outcome.fails {
                        found.branchFails[number] = true
                        next += run(otherwise, fails)
                    }
                case .fail: continue
                }
            }
            rows = next
            if rows.count > 1 { rows = distinct(rows) }
        }
        return rows
    }

    func distinct(_ rows: [Valuations.Row]) -> [Valuations.Row] {
        var seen: Set<Valuations.Row> = []
        let rows = rows.filter { seen.insert($0).inserted }
        // Nothing is known that is true of all.
        return rows.count > Explorer.outcomeLimit ? [[]] : rows
    }

    func forget(assignedIn steps: [NodePlan.Step], _ row: Valuations.Row) -> Valuations.Row {
        let assigned = Set(steps.flatMap(\.assigned))
        return row.filter { !assigned.contains(Int($0 >> 32)) }
    }
}
