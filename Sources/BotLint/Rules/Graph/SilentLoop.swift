package import BotGraph

/// Nodes that lead round to themselves without listening.
package struct SilentLoop: LintRule {
    package let id = "silent-loop"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.error
    package let summary = "nodes that lead round to themselves and never listen"
    package let explanation = """
        A call that gets here goes from node to node without waiting for the caller, and round again. The engine stops after \
        100 nodes for one event and ends the call with the bot's apology.

        A loop that counts is fine, and not found: one with a `condition` that leads out of it, and a variable that is set on \
        the way round. Otherwise lead one of its nodes to a menu, a capture or the end.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: bell
                nodes:
                  bell: {type: message, prompt: "Ding.", go: count}
                  count: {type: set, values: {rings: rings + 1}, go: enough}
                  enough:
                    type: condition
                    cases:
                      - {when: rings < 3, go: bell}
                    else: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  rings: {type: number, default: 0}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: welcome
                nodes:
                  ↓welcome: {type: message, prompt: "Welcome.", go: hours}
                  hours: {type: message, prompt: "We are open from nine to five.", go: welcome}
                """
            ),
            ExampleBots.inbound(
                """
                start: bell
                nodes:
                  ↓bell: {type: message, prompt: "Ding.", go: enough}
                  enough:
                    type: condition
                    cases:
                      - {when: rings < 3, go: bell}
                    else: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  rings: {type: number, default: 0}
                """
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let graph = subject.graph
        return SilentLoop.endless(in: graph).compactMap { loop in
            guard let first = loop.first(where: { graph.isReachable($0.id) }) else { return nil }
            let path = graph.path(to: first.id)?.described(from: graph.start) ?? first.id.text
            let others = loop.filter { $0.id != first.id }
            return finding(
                .loop(loop.map(\.id), path: path),
                at: first,
                notes: others.prefix(5).map { Diagnostic.Note("'\($0.id)' is in the loop too", at: $0.location) }
            )
        }
    }

    /// The loops of nodes that do not wait, save those that can count themselves out.
    static func endless(in graph: CallGraph) -> [[Node]] {
        graph.cycles { !$0.listens && !$0.forwards }.filter { loop in
            let ids = Set(loop.map(\.id))
            let canLeave = loop.contains { node in graph.ways(from: node.id).contains { !ids.contains($0.to) } }
            return !(canLeave && loop.contains(where: \.setsVariables))
        }
    }
}

extension Node {
    /// Whether passing the node may change a variable.
    fileprivate var setsVariables: Bool {
        if case .set = body { return true }
        return !before.isEmpty || !after.isEmpty
    }
}

extension LintMessage {
    fileprivate static func loop(_ nodes: [NodeID], path: String) -> LintMessage {
        let names = nodes.map { "'\($0)'" }.joined(separator: ", ")
        return """
            \(names) \(nodes.count == 1 ? "leads" : "lead") round for ever without listening (\(path)); \
            lead one of them to a menu, a capture or the end
            """
    }
}
