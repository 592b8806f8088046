import Airscript
import BotGraph

extension Turn {
    /// The first case that holds, else `else`.
    mutating func choose(_ condition: Condition, at id: NodeID) throws(EvaluationFault) -> NodeID {
        for (index, item) in condition.cases.enumerated() where try evaluate(item.when).isTruthy {
            pass(.took(id, .edge(.case(index + 1))))
            return item.go.node
        }
        pass(.took(id, .edge(.otherwise)))
        return condition.otherwise.node
    }

    mutating func enter(_ set: SetVariables, at id: NodeID) throws(EvaluationFault) -> NodeID {
        try assign(set.values)
        pass(.took(id, .edge(.next)))
        return set.go.node
    }

    mutating func run(_ actions: [Action]) throws(EvaluationFault) {
        for action in actions {
            switch action {
            case .set(let assignments): try assign(assignments)
            case .condition(let when, let then, let otherwise):
                try run(evaluate(when).isTruthy ? then : otherwise)
            }
        }
    }

    /// Each value sees the variables set before it.
    mutating func assign(_ assignments: [Assignment]) throws(EvaluationFault) {
        for assignment in assignments {
            try assign(evaluate(assignment.value), to: assignment.variable)
        }
    }

    /// Sets a variable; a value too large to keep is the file's fault.
    mutating func assign(_ value: Value, to name: String) throws(EvaluationFault) {
        guard value.storedSize <= limits.valueBytes else {
            throw EvaluationFault("the value for '\(name)' takes more than \(limits.valueBytes) bytes")
        }
        session.variables[name] = value
        knownScope = nil
    }

    mutating func evaluate(_ located: LocatedExpression) throws(EvaluationFault) -> Value {
        let scope = try scope()
        do { return try located.expression.evaluate(in: scope) } catch {
            throw EvaluationFault("the expression has no value: \(error.message)", at: located.location)
        }
    }

    mutating func render(_ template: Template, at location: SourceLocation) throws(EvaluationFault) -> String {
        if let constant = template.constant { return constant }
        let scope = try scope()
        do { return try template.render(in: scope) } catch {
            throw EvaluationFault("the text has no value: \(error.message)", at: location)
        }
    }

    /// The names that expressions may read: the bot's variables and the built-in namespaces.
    ///
    /// Every use counts towards the limit on what one event may compute.
    private mutating func scope() throws(EvaluationFault) -> Scope {
        evaluations += 1
        guard evaluations <= limits.evaluationsPerEvent else {
            throw EvaluationFault(
                "one event evaluates more than \(limits.evaluationsPerEvent) expressions; is it a loop?"
            )
        }
        if let knownScope { return knownScope }
        var values = session.variables
        for (name, value) in session.namespaces(of: bot) { values[name] = value }
        let scope = Scope(values)
        knownScope = scope
        return scope
    }
}

/// Something in the bot's file could not be done.
///
/// What it was about may be personal, so nothing of that is in it.
struct EvaluationFault: Error, Hashable {
    let reason: String
    let location: SourceLocation?

    init(_ reason: String, at location: SourceLocation? = nil) {
        self.reason = reason
        self.location = location
    }
}
