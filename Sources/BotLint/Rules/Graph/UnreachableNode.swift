package import BotGraph

/// A node that no call gets to.
package struct UnreachableNode: LintRule {
    package let id = "unreachable-node"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "a node that no call gets to"
    package let explanation = """
        Nothing leads from `start` to this node, so no caller hears it. Mostly a target was changed and the node forgotten, or \
        a target names another node than was meant. The ways that count are the nodes' own, the opt-out's confirming menu \
        (unless `ask` is `never`), and the target of the `operator` universal.

        A way counts only if some call can take it: a node behind a condition that can never hold, by what the variables are \
        known to be there, is not reachable either. Every declared variable may have any value when a call starts, since \
        whoever places the call may set it.

        Lead a node here, or delete it.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                universals:
                  operator: {press: "0", go: desk}
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "For opening hours, press 1."
                    options:
                      - {name: hours, press: "1", go: hours}
                    default: goodbye
                  hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
                  desk: {type: forward_call, number: "+12065550101"}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: greeting
                nodes:
                  greeting: {type: message, prompt: "Welcome.", go: goodbye}
                  ↓hours: {type: message, prompt: "We are open from nine to five.", go: closing}
                  ↓closing: {type: hang_up, prompt: "Until then."}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
            ExampleBots.outbound(
                """
                opt_out: {press: "9", confirm: sure, ask: never}
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
                    options:
                      - {name: confirm, press: "1", go: goodbye}
                    default: goodbye
                  ↓sure:
                    type: decision_menu
                    prompt: "To stop these calls, press 1. To go on getting them, press 2."
                    options:
                      - {name: stop, press: "1", opt_out: confirmed}
                      - {name: keep, press: "2", opt_out: withdrawn}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let graph = subject.graph
        let unreachable = bot.nodes.filter { !graph.isReachable($0.id) }
        guard !unreachable.isEmpty else { return [] }
        let ways = bot.nodes.flatMap { node in graph.ways(from: node.id).filter { $0.to != node.id } }
        let waysByTarget = Dictionary(grouping: ways, by: \.to)
        return unreachable.map { node in
            if let policy = bot.optOut, policy.ask == .never, policy.confirm == node.id {
                return finding(
                    .neverAsked(node.id),
                    at: node,
                    notes: [.init("`ask` is `never` here", at: policy.location)]
                )
            }
            let ways = waysByTarget[node.id] ?? []
            guard let way = ways.first(where: { graph.isReachable($0.from) }) else {
                return finding(.unreachable(node.id, from: ways.map(\.from)), at: node)
            }
            return finding(.neverTaken(node.id, way), at: node)
        }
    }
}

extension LintMessage {
    fileprivate static func neverAsked(_ node: NodeID) -> LintMessage {
        "no call gets to '\(node)': it confirms an opt-out, and this bot never asks; delete it and `confirm`, or change `ask`"
    }

    fileprivate static func neverTaken(_ node: NodeID, _ way: CallGraph.Way) -> LintMessage {
        let path = [way].described(from: way.from)
        return """
            no call gets to '\(node)': the way that leads there, \(path), is one that no call can take; \
            lead another node here, or delete it
            """
    }

    fileprivate static func unreachable(_ node: NodeID, from sources: [NodeID]) -> LintMessage {
        guard let first = sources.first else {
            return "no call gets to '\(node)': nothing leads to it; lead a node here, or delete it"
        }
        let names =
            Set(sources).count == 1 ? "'\(first)', which no call gets to either" : "nodes that no call gets to either"
        return "no call gets to '\(node)': it is led to only by \(names); lead another node here, or delete both"
    }
}
