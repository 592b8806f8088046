package import BotGraph

/// A variable that is spoken or reckoned with before anything has set it.
package struct ReadBeforeSet: LintRule {
    package let id = "read-before-set"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "a variable that is read on a way on which nothing has set it"
    package let explanation = """
        On the way that the finding shows, the variable is still NULL when it is spoken, added or compared by size: the caller \
        hears a gap, a counter stays NULL for ever (`tries + 1` is NULL where `tries` is), and `tries > 2` is false.

        Give it a `default`, set it earlier, or ask about it: `tries ?? 0`. Equality and tests (`answer = "yes"`, `IF(known, …)`) \
        are not found, since they have an answer for NULL. Nor is what stands behind a condition that looks at a variable the \
        bot sets itself: the linter does not tell which of its ways a call takes. A variable that is `required` or has a \
        `default` is always set; one that nothing sets is the finding `never-set-variable`.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(ReadBeforeSet.bot(kind: "{type: number, default: 0}", "tries + 1")),
            ExampleBots.inbound(ReadBeforeSet.bot(kind: "number", "(tries ?? 0) + 1")),
        ],
        failing: [
            ExampleBots.inbound(ReadBeforeSet.bot(kind: "number", "↓tries + 1")),
            ExampleBots.inbound(
                """
                variables:
                  account: text
                start: welcome
                nodes:
                  welcome:
                    type: decision_menu
                    prompt: "For your account, press 1. For what we have, press 2."
                    options:
                      - {name: account, press: "1", go: account}
                      - {name: summary, press: "2", go: summary}
                    default: goodbye
                  account:
                    type: touchtone_capture
                    prompt: "Please type your five digit account number."
                    variable: account
                    digits: 5
                    no_input: {then: goodbye}
                    no_match: {then: goodbye}
                    go: summary
                  summary: {type: message, prompt: "Año 🦷: account {{ ↓account }}.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    private static func bot(kind: String, _ value: String) -> String {
        """
        variables:
          tries: \(kind)
          code: text
        start: code
        nodes:
          code:
            type: touchtone_capture
            prompt: "Please type the four digits on your letter."
            variable: code
            digits: 4
            on_no_valid_response: [{set: {tries: "\(value)"}}]
            no_input: {prompts: ["Please type the four digits."], then: goodbye}
            no_match: {then: goodbye}
            go: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let data = subject.data
        let candidates = bot.variables.filter { declaration in
            !declaration.isRequired && !declaration.hasDefault && data.read.contains(declaration.name)
                && data.written.contains(declaration.name)
        }
        guard !candidates.isEmpty else { return [] }
        let names = candidates.map(\.name)
        return UnsetVariables.findings(of: names, in: bot, data, subject.graph).map { found in
            let (location, length) = subject.place(of: found.reference, in: found.use)
            let path = found.path.described(from: bot.start)
            return finding(.unset(found.variable, found.use.purpose, path: path), at: location, length: length)
        }
    }
}

extension LintMessage {
    fileprivate static func unset(_ name: String, _ purpose: ExpressionUse.Purpose, path: String) -> LintMessage {
        let effect =
            switch purpose {
            case .spoken: "the caller hears nothing in its place"
            case .dialled: "there is nothing to ring"
            case .decides: "this is false"
            case .assigned: "what comes out is NULL"
            }
        return """
            nothing has set '\(name)' on the way \(path), so \(effect); set it before, give it a default, \
            or ask about it with `\(name) ?? …`
            """
    }
}
