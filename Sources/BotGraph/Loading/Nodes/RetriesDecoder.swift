extension KeyTable {
    static let retries = KeyTable(
        name: "retries",
        summary: "What happens at a silence or a wrong answer: prompts by count, then a way out.",
        entries: [
            Entry(
                "prompts",
                .list(of: .prompt, 1...20),
                "the n-th is spoken at the n-th time, in place of the node's prompt"
            ),
            Entry("then", .name, "the node to go to once the prompts are used up"),
        ]
    )

    /// How long a listening node waits, in seconds: the provider's `timeout` of a Gather.
    static let listening = 1...60
}

extension BotReading {
    /// The prompts by count and the way out of `no_input` and `no_match`.
    func retries(_ field: Field?) -> Retries? {
        guard let field, let fields = fields(of: field.value, .retries, owner: field.name) else { return nil }
        let prompts = fields["prompts"].flatMap { items(of: $0, what: "prompts", 1...20) } ?? []
        return Retries(
            prompts: prompts.compactMap { prompt($0) },
            then: target(fields["then"]),
            location: field.keyLocation
        )
    }
}
