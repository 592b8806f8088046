import Telephony

extension KeyTable {
    static let decisionMenu = KeyTable(
        name: "decision_menu",
        summary: "A menu: a prompt, options by key and phrase, and what happens when the caller chooses none.",
        entries: [
            Entry("prompt", .prompt, required: true, "what is spoken"),
            Entry("options", .list(of: .table(.option), 1...50), required: true, "the choices"),
            Entry(
                "timeout",
                .duration(listening),
                "how long to wait for the first key or word, and between keys; 5s unless given"
            ),
            Entry("no_input", .table(.retries), "what happens at a silence"),
            Entry("no_match", .table(.retries), "what happens at a wrong answer"),
            Entry("default", .name, "where the call goes when no_input or no_match has no 'then'"),
            Entry("barge_in", .boolean, "whether a key or word interrupts the prompt; true unless given"),
        ]
    )

    static let option = KeyTable(
        name: "option",
        summary: "One choice of a menu.",
        entries: [
            Entry("name", .name, required: true, "the option's name, as the call's record has it"),
            Entry("press", .keys, "the key that chooses it, or several in a row"),
            Entry("say", .phrases, "the phrases that choose it"),
            Entry("go", .name, "the node to go to; an option that settles an opt-out needs none"),
            Entry("set", .assignments, "variables to set"),
            Entry(
                "opt_out",
                .word(DecisionMenu.Option.OptOutDecision.allCases.map(\.rawValue)),
                "in the confirming menu, what the option decides"
            ),
        ]
    )
}

extension BotReading {
    func decisionMenu(_ fields: Fields) -> DecisionMenu? {
        let prompt = prompt(fields["prompt"])
        let options = options(fields["options"], of: fields)
        let timeout = duration(fields["timeout"], in: KeyTable.listening) ?? .seconds(5)
        let noInput = retries(fields["no_input"])
        let noMatch = retries(fields["no_match"])
        let fallback = target(fields["default"])
        let bargeIn = boolean(fields["barge_in"]) ?? true
        guard let prompt else { return nil }
        return DecisionMenu(
            prompt: prompt,
            options: options,
            timeout: timeout,
            noInput: noInput,
            noMatch: noMatch,
            fallback: fallback,
            bargeIn: bargeIn
        )
    }

    private func options(_ field: Field?, of menu: Fields) -> [DecisionMenu.Option] {
        guard let field, let items = items(of: field, what: "options", 1...50) else { return [] }
        var seen: [String: SourceLocation] = [:]
        return items.compactMap { item in
            guard let option = option(item, of: menu) else { return nil }
            guard let (name, location) = option.name else { return nil }
            if let earlier = seen[name] {
                report(
                    .duplicateOption,
                    "option '\(name)' of \(menu.owner) is already defined at \(earlier.line):\(earlier.column); rename one",
                    at: location,
                    length: name.unicodeScalars.count,
                    notes: [Diagnostic.Note("'\(name)' is first defined here", at: earlier)]
                )
                return nil
            }
            seen[name] = location
            return option.value
        }
    }

    private func option(
        _ field: Field,
        of menu: Fields
    ) -> (name: (String, SourceLocation)?, value: DecisionMenu.Option?)? {
        guard case .map(let keys) = field.value.content else {
            report(.wrongType, "\(field.name) is a map with a 'name', not \(field.value.kind)", at: field.value)
            return nil
        }
        var title: String { optionTitle(keys).map { "option '\($0.forMessage)' of \(menu.owner)" } ?? field.name }
        guard let fields = fields(of: field.value, .option, owner: title) else { return nil }
        let name = name(fields["name"]) { NodeID($0)?.text }
        let press = self.keys(fields["press"])
        let say = phrases(fields["say"])
        let go = target(fields["go"])
        let set = assignments(fields["set"])
        let optOut = word(fields["opt_out"], DecisionMenu.Option.OptOutDecision.self)
        if fields["press"] == nil, fields["say"] == nil {
            report(
                .missingTrigger,
                "\(title) has neither 'press' nor 'say', so nothing chooses it",
                at: fields.location
            )
        }
        checkWay(out: fields, optOut)
        guard let name, let location = fields["name"]?.value.location else { return (nil, nil) }
        let option = DecisionMenu.Option(
            name: name,
            press: press,
            say: say,
            go: go,
            set: set,
            optOut: optOut,
            location: fields.location
        )
        return ((name, location), option)
    }

    private func checkWay(out fields: Fields, _ optOut: DecisionMenu.Option.OptOutDecision?) {
        if fields["go"] == nil, fields["opt_out"] == nil {
            report(.missingKey, "\(fields.owner) has no 'go': the node to go to", at: fields.location)
        }
        if optOut == .confirmed, let go = fields["go"] {
            report(
                .badOptOut,
                "\(fields.owner) confirms the opt-out, which ends the call; remove 'go'",
                at: go.keyLocation,
                length: 2
            )
        }
    }

    private func optionTitle(_ keys: [YAMLEntry]) -> String? {
        guard let name = keys.first(where: { $0.key == "name" }), case .scalar(let scalar) = name.value.content else {
            return nil
        }
        return scalar.text
    }
}
