/// Action chains and assignments.
extension KeyTable {
    static let action = KeyTable(
        name: "action",
        summary: "One step of an action chain: set variables, or choose between two chains.",
        entries: [
            Entry("set", .assignments, "variables, each with the expression whose value it takes"),
            Entry("if", .expression, "the condition of a choice"),
            Entry("then", .actions, "the chain for when the condition holds"),
            Entry("else", .actions, "the chain for when it does not hold"),
        ]
    )
}

extension BotReading {
    /// A chain of actions; an absent one is empty.
    func actions(_ field: Field?) -> [Action] {
        guard let field, let items = items(of: field, what: "actions", 1...1_000) else { return [] }
        return items.compactMap(action)
    }

    /// Variables and the expressions they take, in the order of the file; an absent map is empty.
    func assignments(_ field: Field?) -> [Assignment] {
        guard let field, let entries = entries(of: field, what: "a map of variables and expressions") else { return [] }
        if entries.isEmpty { report(.badCount, "\(field.name) sets nothing", at: field.value) }
        return entries.compactMap { entry in
            let declared = writableVariable(entry.key, at: entry.location, owner: field.name)
            let value = Field(name: "'\(entry.key.forMessage)' in \(field.name)", value: entry.value)
            guard let expression = expression(value) else { return nil }
            checkNotCopied(expression, in: value, to: entry.key)
            guard let declared else { return nil }
            return Assignment(variable: declared.name, value: expression, location: entry.location)
        }
    }

    private func action(_ field: Field) -> Action? {
        guard let fields = fields(of: field.value, .action, owner: field.name) else { return nil }
        let isChoice = fields["if"] != nil || fields["then"] != nil || fields["else"] != nil
        guard isChoice else {
            guard fields["set"] != nil else {
                report(.badAction, "\(field.name) does nothing; it has 'set', or 'if' and 'then'", at: field.value)
                return nil
            }
            return .set(assignments(fields["set"]))
        }
        if let set = fields["set"] {
            report(.badAction, "\(field.name) has 'set' beside 'if'; make it an action of its own", at: set.keyLocation)
        }
        if fields["if"] == nil {
            report(.missingKey, "\(field.name) has no 'if': the condition of a choice", at: field.value)
        }
        if fields["then"] == nil {
            report(.missingKey, "\(field.name) has no 'then': the chain for when the condition holds", at: field.value)
        }
        let when = expression(fields["if"])
        let then = actions(fields["then"])
        let otherwise = actions(fields["else"])
        return when.map { .condition(when: $0, then: then, otherwise: otherwise) }
    }
}
