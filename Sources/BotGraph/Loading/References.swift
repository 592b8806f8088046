extension BotReading {
    /// Reports targets that name no node.
    func checkTargets(_ names: [NodeID: SourceLocation]) {
        let known = names.keys.map(\.text).sorted()
        for target in targets where names[target.node] == nil {
            report(
                .undefinedTarget,
                "no node is named '\(target.node)'\(suggestion(for: target.node.text, among: known))",
                at: target.location,
                length: target.node.text.unicodeScalars.count
            )
        }
    }

    /// Checks that the confirming menu can settle an opt-out, and that no other menu claims to.
    func checkOptOut(_ policy: OptOutPolicy?, nodes: [Node]) {
        for node in nodes {
            guard case .decisionMenu(let menu) = node.body, node.id != policy?.confirm else { continue }
            for option in menu.options where option.optOut != nil {
                let reason =
                    policy?.confirm.map { "opt_out.confirm names '\($0)'" } ?? "no menu is named by opt_out.confirm"
                report(
                    .badOptOut,
                    "option '\(option.name)' of decision_menu '\(node.id)' settles an opt-out, but \(reason)",
                    at: option.location
                )
            }
        }
        guard let confirm = confirmTarget, let node = nodes.first(where: { $0.id == confirm.node }) else { return }
        guard case .decisionMenu(let menu) = node.body else {
            report(
                .badOptOut,
                "opt_out.confirm names '\(node.id)', a \(node.body.kind.rawValue); it has to be a decision_menu",
                at: confirm.location,
                length: node.id.text.unicodeScalars.count,
                notes: [Diagnostic.Note("'\(node.id)' is defined here", at: node.location)]
            )
            return
        }
        for decision in DecisionMenu.Option.OptOutDecision.allCases {
            let deciding = menu.options.filter { $0.optOut == decision }
            if deciding.isEmpty {
                report(
                    .badOptOut,
                    "decision_menu '\(node.id)' confirms opt-outs and has no option with 'opt_out: \(decision.rawValue)'",
                    at: node.location,
                    length: node.id.text.unicodeScalars.count,
                    notes: [Diagnostic.Note("opt_out.confirm names it here", at: confirm.location)]
                )
            }
            for option in deciding.dropFirst() {
                report(
                    .badOptOut,
                    "option '\(option.name)' is a second one with 'opt_out: \(decision.rawValue)' in decision_menu '\(node.id)'; "
                        + "keep one",
                    at: option.location
                )
            }
        }
    }
}
