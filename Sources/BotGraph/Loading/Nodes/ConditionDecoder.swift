extension KeyTable {
    static let condition = KeyTable(
        name: "condition",
        summary: "A branch on expressions: the first case that holds is taken, else 'else'.",
        entries: [
            Entry("cases", .list(of: .table(.conditionCase), 1...200), required: true, "the cases in order"),
            Entry("else", .name, required: true, "the node to go to when no case holds"),
        ]
    )

    static let conditionCase = KeyTable(
        name: "case",
        summary: "One case of a condition.",
        entries: [
            Entry("when", .expression, required: true, "what has to be true"),
            Entry("go", .name, required: true, "the node to go to"),
        ]
    )
}

extension BotReading {
    func condition(_ fields: Fields) -> Condition? {
        let items = fields["cases"].flatMap { self.items(of: $0, what: "cases", 1...200) } ?? []
        let cases = items.enumerated().compactMap { index, item -> Condition.Case? in
            let owner = fields
            let fields = self.fields(
                of: item.value,
                .conditionCase,
                owner: "case \(index + 1) of \(owner.owner)"
            )
            guard let fields else { return nil }
            let when = expression(fields["when"])
            let go = target(fields["go"])
            guard let when, let go else { return nil }
            return Condition.Case(when: when, go: go)
        }
        return target(fields["else"]).map { Condition(cases: cases, otherwise: $0) }
    }
}
