package import BotGraph

/// A node that a call can neither leave nor end at.
package struct DeadEnd: LintRule {
    package let id = "dead-end"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.error
    package let summary = "a node that a call can neither leave nor end at"
    package let explanation = """
        Every way out of this node that a call can take leads back to it, and it does not end the call. The caller hears the same words until they \
        hang up, or until a limit ends the call. A way out counts whether it is an option, silence, a wrong answer or the \
        `operator` universal; an opt-out does not, since nobody should have to stop all calls to end one.

        Lead one of its ways to another node, or to a `hang_up`.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: hours
                nodes:
                  hours:
                    type: decision_menu
                    prompt: "We are open from nine to five. To hear this again, press 1."
                    options:
                      - {name: again, press: "1", go: hours}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: greeting
                nodes:
                  greeting: {type: message, prompt: "Welcome.", go: hours}
                  ↓hours:
                    type: decision_menu
                    prompt: "We are open from nine to five. To hear this again, press 1."
                    options:
                      - {name: again, press: "1", go: hours}
                    default: hours
                """
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let graph = subject.graph
        return bot.nodes.filter { graph.isReachable($0.id) && DeadEnd.isOne($0, graph) }.map { node in
            let path = graph.path(to: node.id)?.described(from: graph.start) ?? node.id.text
            return finding(.deadEnd(node.id, path: path), at: node)
        }
    }

    /// Whether all ways out of a node that listens lead back to it, where a call gets there.
    ///
    /// A node that does not listen is a silent loop instead.
    static func isOne(_ node: Node, _ graph: CallGraph) -> Bool {
        guard node.listens, !node.isEnd else { return false }
        return graph.waysTaken(from: node.id).allSatisfy { $0.to == node.id || $0.cause == .optOut }
    }
}

extension LintMessage {
    fileprivate static func deadEnd(_ node: NodeID, path: String) -> LintMessage {
        "a call that gets to '\(node)' (\(path)) can neither go on nor end; lead one of its ways to another node"
    }
}
