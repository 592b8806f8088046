package import BotGraph

/// A way to the menu that confirms an opt-out which nobody takes who asks to stop.
package struct ConfirmMenuMisused: LintRule {
    package let id = "confirm-menu-misused"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a silence, a wrong answer or the operator that leads to the menu confirming an opt-out"
    package let explanation = """
        The menu whose options carry `opt_out` asks about a request to stop. A caller who comes to it by a key or by words is \
        taken to have made the request: the number is on the suppression list before the question is heard. So a wrong answer, \
        or a wish for the operator, that leads there takes somebody off the list of people to call who only mistyped. A silence \
        that leads there asks about a request that nobody made.

        Lead them elsewhere. An option "stop these calls" may lead there; so may `start`, which asks for nothing. Ways through \
        messages and `set` nodes are followed, those through conditions are not.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(ConfirmMenuMisused.bot(silence: "goodbye", wrong: "goodbye"))],
        failing: [
            ExampleBots.outbound(ConfirmMenuMisused.bot(silence: "↓sure", wrong: "goodbye")),
            ExampleBots.outbound(ConfirmMenuMisused.bot(silence: "goodbye", wrong: "↓leaving")),
        ]
    )

    private static func bot(silence: String, wrong: String) -> String {
        """
        opt_out: {press: "9", confirm: sure}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1. To leave, press 3."
            options:
              - {name: confirm, press: "1", go: goodbye}
              - {name: leave, press: "3", go: leaving}
            no_input: {prompts: ["To confirm, press 1."], then: \(silence)}
            no_match: {prompts: ["To confirm, press 1."], then: \(wrong)}
          leaving: {type: message, prompt: "You want us to stop calling.", go: sure}
          sure:
            type: decision_menu
            prompt: "To stop these calls, press 1. To go on getting them, press 2."
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - {name: keep, press: "2", opt_out: withdrawn}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let leading = ConfirmMenuMisused.nodesLeadingToConfirmation(in: bot)
        guard !leading.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        func check(_ target: Target?, _ message: (String) -> LintMessage) {
            guard let target, let confirmation = leading[target.node] else { return }
            let name = confirmation == target.node ? "'\(confirmation)'" : "'\(confirmation)' by '\(target.node)'"
            let length = target.node.text.unicodeScalars.count
            findings.append(finding(message(name), at: target.location, length: length))
        }
        if bot.universals.operator != nil { check(bot.universals.operatorTarget) { .operator($0) } }
        for node in bot.nodes {
            switch node.body {
            case .decisionMenu(let menu) where !menu.decidesOptOut:
                check(menu.noInput?.then) { .silence(node.id, $0) }
                check(menu.noMatch?.then) { .wrongAnswer(node.id, $0) }
                let isForWrongAnswers = menu.noMatch?.then == nil
                check(menu.fallback) { isForWrongAnswers ? .wrongAnswer(node.id, $0) : .silence(node.id, $0) }
            case .touchtoneCapture(let capture):
                check(capture.noInput?.then) { .silence(node.id, $0) }
                check(capture.noMatch?.then) { .wrongAnswer(node.id, $0) }
            case .decisionMenu, .message, .condition, .set, .forwardCall, .hangUp: break
            }
        }
        return findings
    }

    /// The confirming menus, and the nodes that lead to one whatever happens, with the menu.
    private static func nodesLeadingToConfirmation(in bot: Bot) -> [NodeID: NodeID] {
        var leading: [NodeID: NodeID] = [:]
        var sources: [NodeID: [NodeID]] = [:]
        for node in bot.nodes {
            switch node.body {
            case .decisionMenu(let menu): if menu.decidesOptOut { leading[node.id] = node.id }
            case .message(let message): sources[message.go.node, default: []].append(node.id)
            case .set(let set): sources[set.go.node, default: []].append(node.id)
            case .touchtoneCapture, .condition, .forwardCall, .hangUp: break
            }
        }
        var queue = Array(leading.keys)
        while let node = queue.popLast() {
            for source in sources[node] ?? [] where leading[source] == nil {
                leading[source] = leading[node]
                queue.append(source)
            }
        }
        return leading
    }
}

extension LintMessage {
    fileprivate static func silence(_ node: NodeID, _ confirmation: String) -> LintMessage {
        "silence at '\(node)' leads to \(confirmation), which asks about a request to stop that nobody made; lead it elsewhere"
    }

    fileprivate static func wrongAnswer(_ node: NodeID, _ confirmation: String) -> LintMessage {
        """
        a wrong answer at '\(node)' leads to \(confirmation), and counts as a request to stop: the number is suppressed; \
        lead it elsewhere
        """
    }

    fileprivate static func `operator`(_ confirmation: String) -> LintMessage {
        "the operator leads to \(confirmation), so that asking for a person counts as a request to stop; lead it to a person"
    }
}
