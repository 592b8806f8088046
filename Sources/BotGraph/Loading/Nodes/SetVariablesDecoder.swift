extension KeyTable {
    static let setVariables = KeyTable(
        name: "set",
        summary: "Variables that take the values of expressions. Each value sees the variables set before it.",
        entries: [
            Entry("values", .assignments, required: true, "variables, each with the expression whose value it takes"),
            Entry("go", .name, required: true, "the node to go to"),
        ]
    )
}

extension BotReading {
    func setVariables(_ fields: Fields) -> SetVariables? {
        let values = assignments(fields["values"])
        return target(fields["go"]).map { SetVariables(values: values, go: $0) }
    }
}
