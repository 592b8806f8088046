import Airscript
import BotGraph
import CallEngine

/// The variables on which the way of a call depends, and what of their values makes a difference.
///
/// A variable that is only ever compared counts by how it compares; one that is computed with counts by its value. Two calls
/// that differ in nothing else go the same ways from there on.
struct ControlVariables {
    /// What of a value makes a difference.
    enum ValueClass: Hashable {
        case exactly(Value)
        /// How it compares with each thing that it is compared with.
        case comparing([Int8])
    }

    /// What one name is compared with.
    struct Profile {
        fileprivate(set) var values: [Value] = []
        fileprivate(set) var names: [String] = []
        fileprivate(set) var isTested = false
        /// Whether it is computed with.
        fileprivate(set) var isComputed = false
        /// The numbers that it starts with or is given.
        fileprivate(set) var given: [Double] = []
    }

    /// Sorted; properties of the person stand as `actor.first_name`.
    let names: [String]
    private let profiles: [String: Profile]
    /// Beyond so many comparisons a value counts as it is.
    private static let comparisonLimit = 32

    init(_ bot: Bot, _ expressions: BotExpressions) {
        let declared = Set(bot.variables.map(\.name))
        var search = ControlSearch(declared: declared)
        search.read(expressions)
        search.noteGiven(bot.variables, expressions)
        profiles = search.profiles
        names = search.control.sorted()
    }

    func profile(of name: String) -> Profile { profiles[name] ?? Profile() }

    /// What of a session's variables makes a difference.
    func classes(in session: CallSession) -> [ValueClass] {
        names.map { name in
            let value = ControlVariables.value(of: name, in: session.variables)
            let profile = profile(of: name)
            let count = profile.values.count + profile.names.count
            guard !profile.isComputed, count <= ControlVariables.comparisonLimit else {
                return .exactly(ControlVariables.clamped(value, profile))
            }
            var codes = profile.values.map { ControlVariables.order(of: value, and: $0) }
            for other in profile.names {
                codes.append(
                    ControlVariables.order(of: value, and: ControlVariables.value(of: other, in: session.variables))
                )
            }
            codes.append(value == .null ? 0 : 1)
            if profile.isTested { codes.append(value.isTruthy ? 1 : 0) }
            return .comparing(codes)
        }
    }

    static func value(of name: String, in variables: [String: Value]) -> Value {
        guard name.hasPrefix("actor.") else { return variables[name] ?? .null }
        guard case .object(let actor)? = variables["actor"] else { return .null }
        return actor[String(name.dropFirst("actor.".count))] ?? .null
    }

    /// The name under which a path is given at the start of a call.
    static func name(of path: [String]) -> String? {
        path.first == "actor" ? path.dropFirst().first.map { "actor.\($0)" } : path.first
    }

    /// How two values compare, as a figure.
    private static func order(of value: Value, and other: Value) -> Int8 {
        if value == other { return 0 }
        switch (value, other) {
        case (.number(let left), .number(let right)): return left < right ? -1 : 1
        case (.text(let left), .text(let right)): return left < right ? -2 : 2
        case (.number(let left), .text(let right)):
            guard let right = Double(right) else { return 9 }
            return left == right ? 3 : left < right ? 4 : 5
        case (.text(let left), .number(let right)):
            guard let left = Double(left) else { return 9 }
            return left == right ? 3 : left < right ? 4 : 5
        default: return 9
        }
    }

    /// A counter far past all that it is compared with, and past where it begins, makes no further difference.
    private static func clamped(_ value: Value, _ profile: Profile) -> Value {
        guard case .number(let number) = value else { return value }
        let compared = profile.values.compactMap { if case .number(let bound) = $0 { bound } else { nil } }
        let bounds = compared + profile.given
        guard !compared.isEmpty, let least = bounds.min(), let most = bounds.max() else { return value }
        return .number(min(max(number, least - 2), most + 2))
    }
}

/// Finds the names that decide, and those that decide about them.
private struct ControlSearch {
    let declared: Set<String>
    private(set) var control: Set<String> = []
    private(set) var profiles: [String: ControlVariables.Profile] = [:]
    /// How many values a name takes over from what is made of it.
    private static let handedOnLimit = 24

    init(declared: Set<String>) {
        self.declared = declared
    }

    mutating func read(_ expressions: BotExpressions) {
        for test in Set(expressions.tests).sorted(by: { $0.source < $1.source }) { use(test, asTest: true) }
        for number in expressions.numbers { use(number, asTest: false) }
        for spoken in expressions.spoken {
            let comparisons = spoken.comparisons()
            take(comparisons, isDeciding: false)
            control.formUnion(comparisons.all.compactMap { name($0.path) })
        }
        // What decides about a name that decides, decides.
        var rest = expressions.assigned
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            rest.removeAll { item in
                guard control.contains(item.name) else { return false }
                use(item.value, asTest: false)
                isGrowing = true
                return true
            }
        }
        handOn(expressions.assigned.filter { control.contains($0.name) })
    }

    private mutating func use(_ expression: Expression, asTest isTest: Bool) {
        control.formUnion(expression.references.compactMap { name($0.path) })
        take(expression.comparisons(asTest: isTest), isDeciding: true)
    }

    private mutating func take(_ comparisons: Expression.Comparisons, isDeciding: Bool) {
        for comparison in comparisons.all {
            guard let name = name(comparison.path) else { continue }
            switch comparison.other {
            case .value(let value): add(value, to: name)
            case .path(let path):
                guard let other = self.name(path), other != name else { continue }
                if profiles[name]?.names.contains(other) != true {
                    profiles[name, default: .init()].names.append(other)
                }
            case .truth: profiles[name, default: .init()].isTested = true
            }
        }
        guard isDeciding else { return }
        for path in comparisons.computed {
            if let name = name(path) { profiles[name, default: .init()].isComputed = true }
        }
    }

    /// What a variable is compared with matters for those that it is made of.
    private mutating func handOn(_ assigned: [BotExpressions.Assigned]) {
        for _ in 0..<3 {
            for item in assigned {
                let shifts = item.value.comparisons().values.compactMap { value -> Double? in
                    if case .number(let number) = value { number } else { nil }
                }
                let bounds = profiles[item.name]?.values ?? []
                for name in item.value.references.compactMap({ name($0.path) }) where name != item.name {
                    for bound in bounds {
                        add(bound, to: name, limit: ControlSearch.handedOnLimit)
                        guard case .number(let number) = bound else { continue }
                        for shift in shifts {
                            add(.number(number - shift), to: name, limit: ControlSearch.handedOnLimit)
                            add(.number(number + shift), to: name, limit: ControlSearch.handedOnLimit)
                        }
                    }
                }
            }
        }
    }

    mutating func noteGiven(_ declarations: [VariableDeclaration], _ expressions: BotExpressions) {
        for declaration in declarations {
            if case .number(let number)? = declaration.defaultValue { profiles[declaration.name]?.given.append(number) }
        }
        for item in expressions.assigned where profiles[item.name] != nil {
            for case .number(let number) in item.value.comparisons().values {
                profiles[item.name]?.given.append(number)
            }
        }
    }

    private mutating func add(_ value: Value, to name: String, limit: Int = 256) {
        var profile = profiles[name] ?? .init()
        guard profile.values.count < limit, !profile.values.contains(value) else { return }
        profile.values.append(value)
        profiles[name] = profile
    }

    /// The name of a path, where it can have a value of the call's own.
    private func name(_ path: [String]) -> String? {
        guard let name = ControlVariables.name(of: path) else { return nil }
        return name.hasPrefix("actor.") || declared.contains(name) ? name : nil
    }
}
