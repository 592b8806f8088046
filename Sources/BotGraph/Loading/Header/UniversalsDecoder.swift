extension KeyTable {
    static let universals = KeyTable(
        name: "universals",
        summary: "What a caller may ask for at every menu.",
        entries: [
            Entry("repeat", .table(.repetition), "hear the prompt again"),
            Entry("help", .table(.help), "hear a word of help, then choose"),
            Entry("operator", .table(.operator), "go to a person"),
        ]
    )

    static let repetition = KeyTable(
        name: "repeat",
        summary: "The node's prompt is spoken again.",
        entries: triggers
    )

    static let help = KeyTable(
        name: "help",
        summary: "A prompt is spoken, then the node listens again.",
        entries: triggers + [Entry("prompt", .prompt, required: true, "what is spoken")]
    )

    static let `operator` = KeyTable(
        name: "operator",
        summary: "The call goes to a node, usually a forward_call.",
        entries: triggers + [Entry("go", .name, required: true, "the node")]
    )

    private static let triggers = [
        Entry("press", .key(orNone: false), "the key that asks for it"),
        Entry("say", .phrases, "the phrases that ask for it"),
    ]
}

extension BotReading {
    func universals(_ field: Field?) -> Universals {
        guard let field, let fields = fields(of: field.value, .universals, owner: "universals") else {
            return Universals()
        }
        let repetition = universal(fields["repeat"], .repetition)
        let help = universal(fields["help"], .help)
        let `operator` = universal(fields["operator"], .operator)
        return Universals(
            repetition: repetition.flatMap(trigger),
            help: help.flatMap(trigger),
            helpPrompt: help.flatMap { prompt($0["prompt"]) },
            operator: `operator`.flatMap(trigger),
            operatorTarget: `operator`.flatMap { target($0["go"]) }
        )
    }

    private func universal(_ field: Field?, _ table: KeyTable) -> Fields? {
        field.flatMap { fields(of: $0.value, table, owner: "universal '\(table.name)'", at: $0.keyLocation) }
    }

    private func trigger(_ fields: Fields) -> Universals.Trigger? {
        let press = key(fields["press"])
        let say = phrases(fields["say"])
        if fields["press"] == nil, fields["say"] == nil {
            report(
                .missingTrigger,
                "\(fields.owner) has neither 'press' nor 'say', so nothing asks for it",
                at: fields.location
            )
            return nil
        }
        return Universals.Trigger(press: press, say: say, location: fields.location)
    }
}
