package import BotGraph

/// Nodes that lead round to themselves without listening.
package struct SilentLoop: LintRule {
    package let id = "silent-loop"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.error
    package let summary = "nodes that lead round to themselves, or on and on, and never listen"
    package let explanation = """
        A call that gets here goes from node to node without waiting for the caller, and round again. The engine stops after \
        100 nodes for one event and ends the call with the bot's apology.

        A loop that counts to its end within 100 nodes is fine. One that counts away from its bound, whose counter is set back \
        on the way round, or that tests a variable which nothing in the loop sets, is found, as is any other way through more \
        than 100 nodes that do not listen. Variables are taken to start with their defaults; what a test of a captured or given \
        value decides, and what is computed from such values, may end a loop.

        Lead one of its nodes to a menu, a capture or the end.
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
        let states = subject.states
        var told: Set<[Int]> = []
        let endless = states.traps.silentLoops.compactMap { round -> Diagnostic? in
            let nodes = states.nodes(of: round)
            guard let first = nodes.first.map({ subject.bot.nodes[$0] }), told.insert(nodes.sorted()).inserted else {
                return nil
            }
            let others = nodes.dropFirst().map { subject.bot.nodes[$0] }
            return finding(
                .loop([first.id] + others.map(\.id), path: states.described(round).path),
                at: first,
                notes: others.prefix(5).map { Diagnostic.Note("'\($0.id)' is in the loop too", at: $0.location) }
            )
        }
        let long = states.longWalks(of: SilentLoop.limit).map { walk in
            finding(
                .long(subject.bot.nodes[walk.node].id, nodes: walk.length, path: walk.path),
                at: subject.bot.nodes[walk.node]
            )
        }
        return endless + long
    }

    /// How many nodes the engine goes through for one event.
    private static let limit = 100
}

extension LintMessage {
    fileprivate static func loop(_ nodes: [NodeID], path: String) -> LintMessage {
        let names = nodes.map { "'\($0)'" }.joined(separator: ", ")
        return """
            \(names) \(nodes.count == 1 ? "leads" : "lead") round for ever without listening (\(path)); \
            lead one of them to a menu, a capture or the end
            """
    }

    fileprivate static func long(_ node: NodeID, nodes: Int, path: String) -> LintMessage {
        """
        a call goes from '\(node)' (\(path)) through \(nodes) nodes without listening, and the engine ends it after 100; \
        let it listen in between
        """
    }
}
