import Airscript
import BotGraph

extension Turn {
    /// The first case that holds, else `else`.
    func choose(_ condition: Condition) throws(EvaluationFault) -> NodeID {
        for item in condition.cases where try evaluate(item.when.expression).isTruthy {
            return item.go.node
        }
        return condition.otherwise.node
    }

    mutating func enter(_ set: SetVariables) throws(EvaluationFault) -> NodeID {
        try assign(set.values)
        return set.go.node
    }

    mutating func run(_ actions: [Action]) throws(EvaluationFault) {
        for action in actions {
            switch action {
            case .set(let assignments): try assign(assignments)
            case .condition(let when, let then, let otherwise):
                try run(evaluate(when.expression).isTruthy ? then : otherwise)
            }
        }
    }

    /// Each value sees the variables set before it.
    mutating func assign(_ assignments: [Assignment]) throws(EvaluationFault) {
        for assignment in assignments {
            try assign(evaluate(assignment.value.expression), to: assignment.variable)
        }
    }

    /// Sets a variable, or a property of one where the name has dots.
    ///
    /// What stands in a property's way is replaced.
    mutating func assign(_ value: Value, to name: String) throws(EvaluationFault) {
        guard value.storedSize <= limits.valueCharacters else { throw EvaluationFault() }
        let path = name.split(separator: ".").map(String.init)
        guard let first = path.first else { return }
        session.variables[first] = Turn.replacing(session.variables[first] ?? .null, at: path.dropFirst(), with: value)
    }

    private static func replacing(_ whole: Value, at path: ArraySlice<String>, with value: Value) -> Value {
        guard let name = path.first else { return value }
        var record = Record()
        if case .object(let existing) = whole { record = existing }
        record[name] = replacing(record[name] ?? .null, at: path.dropFirst(), with: value)
        return .object(record)
    }

    func evaluate(_ expression: Expression) throws(EvaluationFault) -> Value {
        do { return try expression.evaluate(in: scope) } catch { throw EvaluationFault() }
    }

    func render(_ template: Template) throws(EvaluationFault) -> String {
        if let constant = template.constant { return constant }
        do { return try template.render(in: scope) } catch { throw EvaluationFault() }
    }

    /// The names that expressions may read: the bot's variables and the built-in namespaces.
    private var scope: Scope {
        var values = session.variables
        for (name, value) in session.namespaces(of: bot) { values[name] = value }
        return Scope(values)
    }
}

/// An expression had no value.
///
/// What it was about may be personal, so nothing of it is kept.
struct EvaluationFault: Error, Hashable {}
