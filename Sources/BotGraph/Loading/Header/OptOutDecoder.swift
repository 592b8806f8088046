extension KeyTable {
    static let optOut = KeyTable(
        name: "opt_out",
        summary: "How the bot takes a request to stop calling.",
        entries: [
            Entry("press", .key(orNone: false), "the key that asks for it at every menu"),
            Entry("say", .phrases, "phrases of the bot's own, beside the words that always count"),
            Entry("confirm", .name, "the decision_menu that confirms; needed unless ask is never"),
            Entry(
                "ask",
                .word(OptOutPolicy.Confirmation.allCases.map(\.rawValue)),
                "whether the request is confirmed; always unless given, never for telemarketing (47 CFR 64.1200(b)(3))"
            ),
            Entry(
                "scope",
                .word(OptOutPolicy.Scope.allCases.map(\.rawValue)),
                "what the request stops: all calls and texts, this channel, or this bot; all unless given"
            ),
            Entry("goodbye", .prompt, "the one sentence before hanging up"),
        ]
    )
}

extension BotReading {
    func optOut(_ field: Field?, purpose: Purpose) -> OptOutPolicy? {
        guard let field, let fields = fields(of: field.value, .optOut, owner: "opt_out", at: field.keyLocation) else {
            return nil
        }
        let confirm = target(fields["confirm"])
        confirmTarget = confirm
        // 47 CFR 64.1200(b)(3) wants the request recorded at once; a telemarketer's second step stands in its way.
        let usual: OptOutPolicy.Confirmation = purpose == .telemarketing ? .never : .always
        let ask = word(fields["ask"], OptOutPolicy.Confirmation.self) ?? usual
        if ask != .never, fields["confirm"] == nil {
            report(
                .badOptOut,
                "opt_out has no 'confirm', and 'ask' is \(ask.rawValue); name the decision_menu that confirms, or set ask: never",
                at: field.keyLocation,
                length: 7
            )
        }
        return OptOutPolicy(
            press: key(fields["press"]),
            say: phrases(fields["say"]),
            confirm: confirm?.node,
            ask: ask,
            scope: word(fields["scope"], OptOutPolicy.Scope.self) ?? .all,
            goodbye: prompt(fields["goodbye"]) ?? standardPrompt(.optOutGoodbye, at: field.keyLocation),
            location: field.keyLocation
        )
    }
}
