/// The values that a variable or an expression may have, as far as is known without a call.
///
/// It may hold more than can come about, never less: what is not in it is impossible.
package struct PossibleValues: Hashable, Sendable {
    /// Values that are no numbers.
    enum Others: Hashable, Sendable {
        case only(Set<Value>)
        case allBut(Set<Value>)
    }

    /// How many values are told apart; beyond that all count as possible.
    static let pointLimit = 8

    package let numbers: NumberRange?
    let others: Others

    init(numbers: NumberRange?, others: Others) {
        self.numbers = numbers
        self.others =
            switch others {
            case .only(let values) where values.count > PossibleValues.pointLimit: .allBut([])
            default: others
            }
    }

    /// One value and no other.
    package init(_ value: Value) {
        if case .number(let number) = value {
            self.init(numbers: .only(number), others: .only([]))
        } else {
            self.init(numbers: nil, others: .only([value]))
        }
    }

    /// Any of the values.
    package init(anyOf values: some Sequence<Value>) {
        self = values.reduce(.none) { $0.union(PossibleValues($1)) }
    }

    package static let any = PossibleValues(numbers: .every, others: .allBut([]))
    /// No value at all, as of an expression that always fails.
    package static let none = PossibleValues(numbers: nil, others: .only([]))
    package static let notNull = PossibleValues(numbers: .every, others: .allBut([.null]))
    /// What a test takes for true.
    package static let truthy = PossibleValues(
        numbers: .every,
        others: .allBut([.null, .boolean(false), .text("")])
    )
    /// What a test takes for false.
    package static let falsy = PossibleValues(numbers: nil, others: .only([.null, .boolean(false), .text("")]))
    package static let booleans = PossibleValues(numbers: nil, others: .only([.boolean(true), .boolean(false)]))
    /// Texts that are not empty, and whatever else is neither a number, nor a Boolean, nor NULL.
    package static let writtenText = PossibleValues(
        numbers: nil,
        others: .allBut([.null, .boolean(true), .boolean(false), .text("")])
    )
    static let anyNumber = PossibleValues(numbers: .every, others: .only([]))

    package var isEmpty: Bool { numbers == nil && others == .only([]) }

    /// The one value, where there is but one.
    package var single: Value? {
        guard case .only(let values) = others else { return nil }
        if values.isEmpty { return numbers?.single.map { .number($0) } }
        return numbers == nil && values.count == 1 ? values.first : nil
    }

    package func contains(_ value: Value) -> Bool {
        if case .number(let number) = value { return numbers?.contains(number) == true }
        return switch others {
        case .only(let values): values.contains(value)
        case .allBut(let values): !values.contains(value)
        }
    }

    /// Whether a test may take it for true.
    package var mayBeTruthy: Bool {
        guard numbers == nil else { return true }
        return switch others {
        case .only(let values): values.contains(where: \.isTruthy)
        case .allBut: true
        }
    }

    /// Whether a test may take it for false.
    package var mayBeFalsy: Bool {
        switch others {
        case .only(let values): values.contains { !$0.isTruthy }
        case .allBut: contains(.null) || contains(.boolean(false)) || contains(.text(""))
        }
    }

    var mayBeOther: Bool { others != .only([]) }

    package func intersection(_ other: PossibleValues) -> PossibleValues {
        let numbers = numbers.flatMap { mine in other.numbers.flatMap { mine.intersection($0) } }
        let others: Others =
            switch (self.others, other.others) {
            case (.only(let mine), .only(let theirs)): .only(mine.intersection(theirs))
            case (.only(let mine), .allBut(let gaps)): .only(mine.subtracting(gaps))
            case (.allBut(let gaps), .only(let theirs)): .only(theirs.subtracting(gaps))
            case (.allBut(let mine), .allBut(let theirs)):
                mine.union(theirs).count <= PossibleValues.pointLimit ? .allBut(mine.union(theirs)) : .allBut(mine)
            }
        return PossibleValues(numbers: numbers, others: others)
    }

    package func union(_ other: PossibleValues) -> PossibleValues {
        let numbers: NumberRange? =
            switch (self.numbers, other.numbers) {
            case (let mine?, let theirs?): mine.hull(theirs)
            case (let mine, nil): mine
            case (nil, let theirs): theirs
            }
        let others: Others =
            switch (self.others, other.others) {
            case (.only(let mine), .only(let theirs)): .only(mine.union(theirs))
            case (.only(let mine), .allBut(let gaps)): .allBut(gaps.subtracting(mine))
            case (.allBut(let gaps), .only(let theirs)): .allBut(gaps.subtracting(theirs))
            case (.allBut(let mine), .allBut(let theirs)): .allBut(mine.intersection(theirs))
            }
        return PossibleValues(numbers: numbers, others: others)
    }

    func removing(_ value: Value) -> PossibleValues {
        if case .number(let number) = value {
            return PossibleValues(numbers: numbers?.removing(number), others: others)
        }
        return switch others {
        case .only(let values): PossibleValues(numbers: numbers, others: .only(values.subtracting([value])))
        case .allBut(let gaps) where gaps.count < PossibleValues.pointLimit:
            PossibleValues(numbers: numbers, others: .allBut(gaps.union([value])))
        case .allBut: self
        }
    }

    /// What `.name` reads of them.
    package func property(_ name: String) -> PossibleValues {
        guard let single else { return .any }
        guard case .object(let record) = single else { return PossibleValues(.null) }
        return PossibleValues(record[name] ?? .null)
    }
}

/// What is known of the values that expressions read.
package protocol Knowledge {
    /// What the path, such as `actor.first_name`, may be.
    func values(of path: [String]) -> PossibleValues
}
