import Airscript
package import BotGraph

/// A declared variable that nothing reads and nothing sets.
package struct UnusedVariable: LintRule {
    package let id = "unused-variable"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "a declared variable that nothing reads and nothing sets"
    package let explanation = """
        A variable under `variables` that no prompt, no expression and no node uses is most often what is left of something \
        that was taken out, or the right name of something that is misspelled elsewhere. Where it is `required`, every call \
        that comes without it ends with the bot's apology, for nothing.

        A variable that is set and never read is not found: answers are set for whoever reads the call's record. Remove the \
        declaration; the fix does so where it stands on lines of its own.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                variables:
                  caller: {type: text, required: true}
                  choice: text
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "Hello {{caller}}. To end the call, press 1."
                    options:
                      - {name: finish, press: "1", set: {choice: "\\"finish\\""}, go: goodbye}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                variables:
                  caller: {type: text, required: true}
                  ↓colour: {type: text, default: "azul año 🦷"}
                start: greeting
                nodes:
                  greeting: {type: hang_up, prompt: "Hello {{caller}}. Goodbye."}
                """
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let unused = bot.variables.filter { declaration in
            !subject.data.read.contains(declaration.name) && !subject.data.written.contains(declaration.name)
        }
        // A map of variables that is left empty would be no map any more.
        let leavesSome = unused.count < bot.variables.count
        return unused.map { declaration in
            finding(
                declaration.isRequired ? .required(declaration.name) : .unused(declaration.name),
                at: declaration.location,
                length: declaration.name.unicodeScalars.count,
                fix: leavesSome ? removal(of: declaration, in: subject) : nil
            )
        }
    }

    private func removal(of declaration: VariableDeclaration, in subject: LintSubject) -> Fix? {
        guard let source = subject.source, let lines = OwnLines(of: declaration.location, in: source) else {
            return nil
        }
        // Another value may be an alias of something in here.
        guard !source.scalars[lines.range].contains("&") else { return nil }
        return Fix(
            "remove the declaration of '\(declaration.name)'",
            edits: [
                Fix.Edit(
                    at: source.location(of: lines.range.lowerBound),
                    length: lines.range.count,
                    replacement: ""
                )
            ]
        )
    }
}

extension LintMessage {
    fileprivate static func unused(_ name: String) -> LintMessage {
        "nothing reads or sets '\(name)'; remove it"
    }

    fileprivate static func required(_ name: String) -> LintMessage {
        "no call can start without '\(name)', and nothing reads it; remove it"
    }
}
