package import BotGraph

/// A round of forwarded calls that rings for ever.
package struct EndlessRedial: LintRule {
    package let id = "endless-redial"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "a forwarded call that leads back to itself and rings for ever"
    package let explanation = """
        The call is forwarded, nobody answers or the line is busy, and the way on leads back to the same forwarding without a \
        menu or a capture in between. The caller can only hang up, and every leg is paid for: a line that stays busy is rung \
        again and again until the call has lasted four hours.

        A round that counts is fine, and not found: one with a `condition` that leads out of it, and a variable that is set on \
        the way round. Otherwise lead the busy line to a message and a hang_up, or ask the caller in a menu whether to try again.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: desk
                nodes:
                  desk:
                    type: forward_call
                    prompt: "One moment please."
                    number: "+12065550101"
                    busy: count
                    go: goodbye
                  count: {type: set, values: {tries: tries + 1}, go: enough}
                  enough:
                    type: condition
                    cases:
                      - {when: tries < 3, go: desk}
                    else: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  tries: {type: number, default: 0}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: desk
                nodes:
                  ↓desk:
                    type: forward_call
                    prompt: "One moment please."
                    number: "+12065550101"
                    busy: wait
                    go: goodbye
                  wait: {type: message, prompt: "The line is busy. We try again.", go: desk}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
            ExampleBots.inbound(
                """
                start: desk
                nodes:
                  ↓desk:
                    type: forward_call
                    prompt: "One moment please."
                    number: "+12065550101"
                    no_answer: desk
                    go: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let graph = subject.graph
        return graph.cycles { !$0.listens }.compactMap { round in
            guard let first = round.first(where: \.forwards), graph.isReachable(first.id) else { return nil }
            let ids = Set(round.map(\.id))
            let canCount = round.contains(where: \.setsVariables)
            let leaves = round.contains { node in
                guard case .condition = node.body else { return false }
                return graph.ways(from: node.id).contains { !ids.contains($0.to) }
            }
            guard !(canCount && leaves) else { return nil }
            let path = graph.path(to: first.id)?.described(from: graph.start) ?? first.id.text
            return finding(.endless(first.id, path: path, round: round.map(\.id)), at: first)
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
    fileprivate static func endless(_ node: NodeID, path: String, round: [NodeID]) -> LintMessage {
        let others = round.filter { $0 != node }.map { "'\($0)'" }.joined(separator: ", ")
        let way = others.isEmpty ? "to itself" : "to itself through \(others)"
        return """
            '\(node)' (\(path)) leads back \(way), so that it rings for ever while nobody answers; lead it to a menu or a hang_up, \
            or count the tries
            """
    }
}
