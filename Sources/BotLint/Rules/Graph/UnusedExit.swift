package import BotGraph

/// An exit that others take the place of in every case.
package struct UnusedExit: LintRule {
    package let id = "unused-exit"
    package let family = LintFamily.graph
    package let severity = Diagnostic.Severity.warning
    package let summary = "a `default` or `go` that other exits leave nothing to"
    package let explanation = """
        A menu's `default` is for silence and wrong answers that have no `then` of their own; where both have one, no call \
        takes it. The `go` of a `forward_call` is for the outcomes without a target of their own; where all four have one, \
        no call takes it. Whoever changes it later will wonder why nothing happens.

        Delete it, or delete the exits that it is to stand for.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "For a person, press 1."
                    options:
                      - {name: person, press: "1", go: desk}
                    no_input: {prompts: ["Are you there? For a person, press 1."], then: goodbye}
                    default: desk
                  desk: {type: forward_call, number: "+12065550101", completed: goodbye, go: sorry}
                  sorry: {type: message, prompt: "Nobody can answer now.", go: goodbye}
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
                    prompt: "For a person, press 1."
                    options:
                      - {name: person, press: "1", go: desk}
                    no_input: {then: goodbye}
                    no_match: {then: desk}
                    default: ↓sorry
                  desk:
                    type: forward_call
                    number: "+12065550101"
                    completed: goodbye
                    busy: sorry
                    no_answer: sorry
                    failed: sorry
                    go: ↓goodbye
                  sorry: {type: message, prompt: "Nobody can answer now.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            switch node.body {
            case .decisionMenu(let menu):
                guard let exit = menu.fallback, menu.noInput?.then != nil, menu.noMatch?.then != nil else { return nil }
                return finding(.fallback(node.id), at: exit)
            case .forwardCall(let forward):
                let outcomes = [forward.completed, forward.busy, forward.noAnswer, forward.failed]
                guard let exit = forward.go, outcomes.allSatisfy({ $0 != nil }) else { return nil }
                return finding(.go(node.id), at: exit)
            case .touchtoneCapture, .message, .condition, .set, .hangUp: return nil
            }
        }
    }

    private func finding(_ message: LintMessage, at exit: Target) -> Diagnostic {
        finding(message, at: exit.location, length: exit.node.text.unicodeScalars.count)
    }
}

extension LintMessage {
    fileprivate static func fallback(_ node: NodeID) -> LintMessage {
        "`default` of '\(node)' is never taken: `no_input` and `no_match` both have a `then`; delete it, or one of those"
    }

    fileprivate static func go(_ node: NodeID) -> LintMessage {
        "`go` of '\(node)' is never taken: each of the four outcomes has a target of its own; delete it, or one of those"
    }
}
