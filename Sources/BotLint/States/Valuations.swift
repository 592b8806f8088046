import Airscript

/// What is known of the control variables, each thing known once and by a number.
///
/// A valuation is a row of variables with what they may be, sorted by variable; a variable that is not in it may be anything.
/// Valuation 0 knows nothing.
struct Valuations: Sendable {
    /// A variable in the upper half, the number of its possible values in the lower.
    typealias Row = [UInt64]

    private(set) var rows: [Row] = [[]]
    private var numbers: [Row: Int] = [[]: 0]
    private var values: [PossibleValues] = [.any]
    private var valueNumbers: [PossibleValues: Int] = [.any: 0]

    mutating func number(of row: Row) -> Int {
        if row.isEmpty { return 0 }
        if let number = numbers[row] { return number }
        numbers[row] = rows.count
        rows.append(row)
        return rows.count - 1
    }

    /// What the row says of a variable.
    func values(of variable: Int, in row: Row) -> PossibleValues {
        for entry in row where entry >> 32 == UInt64(variable) { return values[Int(entry & 0xFFFF_FFFF)] }
        return .any
    }

    mutating func set(_ variable: Int, to possible: PossibleValues, in row: inout Row) {
        Valuations.set(entry(variable, possible), in: &row)
    }

    /// The entry that says what a variable may be.
    mutating func entry(_ variable: Int, _ possible: PossibleValues) -> UInt64 {
        let number: Int
        if let known = valueNumbers[possible] {
            number = known
        } else {
            number = values.count
            values.append(possible)
            valueNumbers[possible] = number
        }
        return UInt64(variable) << 32 | UInt64(number)
    }

    /// Puts an entry in its place; one that knows nothing takes what was known away.
    static func set(_ entry: UInt64, in row: inout Row) {
        let variable = entry >> 32
        let place = row.firstIndex { $0 >> 32 >= variable } ?? row.count
        let isThere = place < row.count && row[place] >> 32 == variable
        if entry & 0xFFFF_FFFF == 0 {
            if isThere { row.remove(at: place) }
        } else if isThere {
            row[place] = entry
        } else {
            row.insert(entry, at: place)
        }
    }
}

/// What expressions may read in a valuation.
struct KnownValues: Knowledge {
    let valuations: Valuations
    let variables: ControlVariables
    let row: Valuations.Row

    func values(of path: [String]) -> PossibleValues {
        guard let variable = variables.number(of: path) else { return .any }
        let values = valuations.values(of: variable, in: row)
        guard variables.names[variable] != ControlVariables.language else { return values }
        return path.dropFirst().reduce(values) { $0.property($1) }
    }
}
