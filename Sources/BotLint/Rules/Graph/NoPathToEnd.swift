package import BotGraph

/// Nodes that a call goes round in for ever.
package struct NoPathToEnd: LintRule {
    package let id = "no-path-to-end"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.error
    package let summary = "nodes from which no `hang_up` or `forward_call` can be reached"
    package let explanation = """
        From this node on, whatever the caller does, the call comes to no `hang_up` and to no `forward_call`. The caller goes \
        round in a group of nodes until they give up, or until a limit ends the call. It is told once for each group, at the \
        node by which a call gets into it. An opt-out is no way out: nobody should have to stop all calls to end one.

        Lead one of the group's ways to a node outside it.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "For hours, press 1. To end the call, press 2."
                    options:
                      - {name: hours, press: "1", go: hours}
                      - {name: finish, press: "2", go: goodbye}
                    default: goodbye
                  hours: {type: message, prompt: "We are open from nine to five.", go: main}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "For more, press 1. To end the call, press 2."
                    options:
                      - {name: more, press: "1", go: more}
                      - {name: finish, press: "2", go: goodbye}
                    default: goodbye
                  ↓more:
                    type: decision_menu
                    prompt: "For opening hours, press 1."
                    options:
                      - {name: hours, press: "1", go: hours}
                    default: hours
                  hours: {type: message, prompt: "We are open from nine to five.", go: more}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let states = subject.states
        let plain = states.plain
        // Dead ends and silent loops have findings of their own, so what leads to them is not told again.
        let told = Set(states.traps.silentLoops.flatMap(\.states))
        let isDeadEnd = subject.bot.nodes.map { DeadEnd.isOne($0, subject.graph) }
        let isSafe = plain.states(
            leadingTo: { state in
                let node = plain.states[state].node
                return isDeadEnd[node] || told.contains(state) || states.map.plans[node].isEnd
            },
            by: \.countsAsWayOut
        )
        var entries: [Int: Int] = [:]
        func note(_ state: Int) {
            let node = plain.states[state].node
            entries[node] = min(state, entries[node] ?? state)
        }
        if let first = isSafe.first, !first { note(0) }
        for state in plain.states.indices where isSafe[state] {
            for step in plain.steps(from: state) where step.target >= 0 && !isSafe[step.target] { note(step.target) }
        }
        return entries.map { node, state in
            let path = states.path(to: state, in: plain).described(from: subject.graph.start)
            return finding(.noEnd(subject.bot.nodes[node].id, path: path), at: subject.bot.nodes[node])
        }
    }
}

extension LintMessage {
    fileprivate static func noEnd(_ node: NodeID, path: String) -> LintMessage {
        """
        a call that gets to '\(node)' (\(path)) never comes to a hang_up or forward_call, whatever the caller does; \
        lead one of the ways from there to a node that ends
        """
    }
}
