package import BotGraph

/// A listening node that does not say where silence leads.
package struct NoSilenceExit: ExitRule {
    package let id = "no-silence-exit"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.error
    package let summary = "a menu or capture that does not say where silence leads"
    package let explanation = """
        A caller who says and presses nothing is the commonest caller of all: a voicemail, a pocket, a person who looks for \
        the keypad. Of 134 menus in published flows of another tool, 47 had no way for them. Here the call would end in the \
        middle with the bot's apology.

        Give `no_input` a `then`, or a menu a `default`. The menu that confirms an opt-out needs neither: silence leaves the \
        number suppressed and ends the call.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                start: account
                nodes:
                  account:
                    type: touchtone_capture
                    prompt: "Please type your five digit account number."
                    variable: account
                    digits: 5
                    no_input: {prompts: ["I did not hear any keys."], then: goodbye}
                    no_match: {then: goodbye}
                    go: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  account: {type: text}
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
                    no_match: {then: goodbye}
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
                    no_input: {prompts: ["I did not hear any keys."]}
                    no_match: {then: goodbye}
                    go: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                variables:
                  account: {type: text}
                """
            ),
        ]
    )

    package init() {}

    package func exit(of menu: DecisionMenu) -> Target? { menu.noInputExit }
    package func exit(of capture: TouchtoneCapture) -> Target? { capture.noInput?.then }

    package func noExit(of node: Node, takesDefault: Bool) -> Diagnostic {
        finding(takesDefault ? .noExit(ofMenu: node.id) : .noExit(ofCapture: node.id), at: node)
    }
}

extension LintMessage {
    fileprivate static func noExit(ofMenu node: NodeID) -> LintMessage {
        "'\(node)' does not say where a silent caller goes; give it `no_input: {then: …}` or a `default`"
    }

    fileprivate static func noExit(ofCapture node: NodeID) -> LintMessage {
        "'\(node)' does not say where a silent caller goes; give it `no_input: {then: …}`"
    }
}
