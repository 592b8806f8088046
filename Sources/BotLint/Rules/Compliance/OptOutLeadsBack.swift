package import BotGraph
import Telephony

/// A confirming menu whose silent or undecided caller is led back into the bot.
package struct OptOutLeadsBack: LintRule {
    package let id = "opt-out-leads-back"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "a confirming menu whose silence or wrong answer leads back into the bot"
    package let explanation = """
        A request to stop counts from the moment it is made: the number is on the list before the bot asks whether it was meant, \
        and only a plain "no" takes it off. Whoever says nothing to the question has asked to stop, and a bot that goes on \
        with its business then calls a number that it may not call: 47 CFR 64.1200(a)(10).

        Found is a way out of the confirming menu for silence or a wrong answer that comes to a menu, a capture or a \
        `forward_call`. The engine ends the call at the first menu or capture on such a way, so what the file says there does \
        not happen; a `forward_call` is made.

        Lead silence and wrong answers to a `hang_up`, past a message that says that the calls have stopped.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(OptOutLeadsBack.rest("goodbye"))],
        failing: [ExampleBots.outbound(OptOutLeadsBack.rest("↓greeting"))]
    )

    private static func rest(_ exit: String) -> String {
        """
        opt_out: {press: "9", ask: always, confirm: sure}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          sure:
            type: decision_menu
            prompt: "Shall we stop calling you? To stop the calls, press 1. To keep them, press 2."
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - {name: keep, press: "2", opt_out: withdrawn}
            no_input: {then: \(exit)}
            no_match: {then: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for node in subject.bot.nodes {
            guard case .decisionMenu(let menu) = node.body, menu.decidesOptOut else { continue }
            let exits = [("silence", "no input", menu.noInputExit), ("a wrong answer", "no match", menu.noMatchExit)]
            for (what, label, exit) in exits {
                guard let exit, let way = wayBack(from: exit.node, subject) else { continue }
                let path = "\(node.id) → \(label) → " + way.described(from: exit.node)
                findings.append(
                    finding(
                        .leadsBack(what, path: path),
                        at: exit.location,
                        length: exit.node.text.unicodeScalars.count
                    )
                )
            }
        }
        return findings
    }

    /// A shortest way to a node that goes on with the call.
    private func wayBack(from start: NodeID, _ subject: LintSubject) -> [CallGraph.Way]? {
        subject.graph.path(
            from: start,
            toFirst: { node in
                if case .decisionMenu(let menu) = node.body { return !menu.decidesOptOut }
                return node.listens || node.forwards
            },
            through: { _ in true }
        )
    }
}

extension LintMessage {
    fileprivate static func leadsBack(_ what: String, path: String) -> LintMessage {
        """
        \(what) at the question whether to stop leads back into the bot (\(path)), though the number is on the list by then; \
        lead it to a hang_up
        """
    }
}
