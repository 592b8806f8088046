import Airscript
package import BotGraph

/// A variable that is read and that nothing ever gives a value.
package struct NeverSetVariable: LintRule {
    package let id = "never-set-variable"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "a variable that is read, and that nothing gives a value"
    package let explanation = """
        The variable has no `default`, is not `required`, and no option, capture, `set` or action sets it. Unless whoever \
        places the call happens to give it, it is NULL: a prompt says nothing in its place, a sum with it is NULL, a comparison \
        with it is false.

        Set it on the way, give it a `default`, or declare it `required` where the call brings it. An expression that asks \
        about its absence, such as `name ?? "there"` or `IF(name = NULL, "", name)`, is not found.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                """
                variables:
                  first_name: text
                start: greeting
                nodes:
                  greeting: {type: hang_up, prompt: "Hello{{IF(first_name = NULL, \\"\\", \\" \\" + first_name)}}. Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.inbound(
                """
                variables:
                  ↓first_name: text
                start: greeting
                nodes:
                  greeting: {type: hang_up, prompt: "Hello {{first_name}}. Goodbye."}
                """
            ),
            ExampleBots.inbound(
                """
                variables:
                  ↓known: {type: boolean}
                start: is-known
                nodes:
                  is-known:
                    type: condition
                    cases:
                      - {when: known = TRUE, go: welcome}
                    else: goodbye
                  welcome: {type: message, prompt: "Welcome back, año 🦷.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let data = subject.data
        let candidates = subject.bot.variables.filter { declaration in
            !declaration.isRequired && !declaration.hasDefault && data.read.contains(declaration.name)
                && !data.written.contains(declaration.name)
        }
        guard !candidates.isEmpty else { return [] }
        let names = Set(candidates.map(\.name))
        var firstReads: [String: (reference: Reference, use: ExpressionUse)] = [:]
        for use in data.expressions {
            for reference in use.expression.readsTakenToBeThere(asTest: use.purpose == .decides) {
                guard let name = reference.path.first, names.contains(name), firstReads[name] == nil else { continue }
                firstReads[name] = (reference, use)
            }
        }
        return candidates.compactMap { declaration in
            guard let (reference, use) = firstReads[declaration.name] else { return nil }
            return finding(
                .neverSet(declaration.name),
                at: declaration.location,
                length: declaration.name.unicodeScalars.count,
                notes: [Diagnostic.Note("it is read here", at: subject.place(of: reference, in: use).0)]
            )
        }
    }
}

extension VariableDeclaration {
    /// Whether it has a value where none is given.
    var hasDefault: Bool { defaultValue.map { $0 != .null } ?? false }
}

extension LintMessage {
    fileprivate static func neverSet(_ name: String) -> LintMessage {
        "nothing sets '\(name)', so it is NULL wherever it is read; set it, give it a default, or declare it required"
    }
}
