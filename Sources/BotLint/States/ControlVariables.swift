import Airscript
import BotGraph

/// The variables on which the way of a call depends: those that conditions read, and those that these are computed from.
///
/// All others may hold what they like. Among them is the language of the call, as `session.language`.
struct ControlVariables: Sendable {
    /// Each by its number.
    let names: [String]
    private let numbers: [String: Int]

    /// The name under which the call's language is kept here; no variable can have it.
    static let language = "session.language"

    init(_ bot: Bot) {
        let declared = Set(bot.variables.map(\.name))
        var expressions = ControlExpressions()
        for node in bot.nodes { expressions.add(node) }
        var numbers: [String: Int] = [:]
        var names: [String] = []
        var open = expressions.tests
        while let expression = open.popLast() {
            for reference in expression.references {
                guard let name = ControlVariables.name(of: reference.path, declared), numbers[name] == nil else {
                    continue
                }
                numbers[name] = names.count
                names.append(name)
                open += expressions.values[name] ?? []
            }
        }
        self.names = names
        self.numbers = numbers
    }

    func number(of name: String) -> Int? { numbers.isEmpty ? nil : numbers[name] }

    /// The variable that a path reads.
    func number(of path: [String]) -> Int? {
        guard let first = path.first, !numbers.isEmpty else { return nil }
        return numbers[first] ?? (path.count == 2 ? numbers[path.joined(separator: ".")] : nil)
    }

    /// The variable that a path is, not only a part of it.
    func number(ofWhole path: [String]) -> Int? {
        if path.count == 1 { return number(of: path) }
        return path.count == 2 && number(of: [path[0]]) == nil ? number(of: path) : nil
    }

    /// The variables that an expression reads.
    func numbers(in expression: Expression) -> [Int] {
        numbers.isEmpty ? [] : expression.references.compactMap { number(of: $0.path) }
    }

    private static func name(of path: [String], _ declared: Set<String>) -> String? {
        guard let first = path.first else { return nil }
        if declared.contains(first) { return first }
        return path == ["session", "language"] ? language : nil
    }
}

/// What the expressions of a bot are for.
private struct ControlExpressions {
    /// Those on whose truth the way depends.
    private(set) var tests: [Expression] = []
    /// Those that each variable takes its values from.
    private(set) var values: [String: [Expression]] = [:]

    mutating func add(_ node: Node) {
        add(node.before)
        add(node.after)
        add(node.onNoValidResponse)
        switch node.body {
        case .decisionMenu(let menu):
            for option in menu.options { add(option.set) }
        case .touchtoneCapture(let capture):
            if let test = capture.validate { tests.append(test.expression) }
            add(capture.onCapture)
        case .condition(let condition):
            for item in condition.cases { tests.append(item.when.expression) }
        case .set(let set): add(set.values)
        case .message, .forwardCall, .hangUp: break
        }
    }

    private mutating func add(_ assignments: [Assignment]) {
        for assignment in assignments { values[assignment.variable, default: []].append(assignment.value.expression) }
    }

    private mutating func add(_ actions: [Action]) {
        for action in actions {
            switch action {
            case .set(let assignments): add(assignments)
            case .condition(let when, let then, let otherwise):
                tests.append(when.expression)
                add(then)
                add(otherwise)
            }
        }
    }
}
