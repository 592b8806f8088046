import Airscript
package import BotGraph

/// An expression or a capture whose kinds of value cannot come out as meant.
package struct TypeMismatch: LintRule {
    package let id = "type-mismatch"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.warning
    package let summary = "kinds of value that do not go together"
    package let explanation = """
        Airscript turns no kind of value into another. The digits that a caller typed are a text, so `digits + 1` has no value \
        and the call ends with the bot's apology; `digits = 1234` is never true, `digits = "1234"` may be; `digits < 10` is \
        always false. A test such as `when: tries` is always true where the variable is a number that is there, since 0 is true \
        too. A list or an object that is spoken is read out as JSON.

        Found is what no value of the declared types could mend, and a capture or an assignment whose value is not of the \
        variable's type. Variables of type `any`, and what the bot is given under `actor`, may be anything; dates and times \
        may be text or records. Change the type under `variables`, or write the other side in the same kind.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(TypeMismatch.bot(kind: "text", when: "account = \"123456\"", then: "account")),
            ExampleBots.inbound(TypeMismatch.bot(kind: "any", when: "account = \"123456\"", then: "account")),
        ],
        failing: [
            ExampleBots.inbound(TypeMismatch.bot(kind: "text", when: "↓account = 123456", then: "account")),
            ExampleBots.inbound(
                TypeMismatch.bot(kind: "text", when: "account = \"año 🦷\" OR ↓account > 5", then: "account")
            ),
            ExampleBots.inbound(
                TypeMismatch.bot(kind: "text", when: "account = \"1\"", then: "IF(TRUE, \"🦷\") + (↓account + 1)")
            ),
            ExampleBots.inbound(
                TypeMismatch.bot(kind: "number", variable: "↓account", when: "account = 123456", then: "account")
            ),
        ]
    )

    private static func bot(kind: String, variable: String = "account", when: String, then: String) -> String {
        """
        variables:
          account: \(kind)
        start: account
        nodes:
          account:
            type: touchtone_capture
            prompt: "Please type your six digit account number."
            variable: \(variable)
            digits: 6
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: kind
          kind:
            type: condition
            cases:
              - {when: '\(when)', go: known}
            else: goodbye
          known: {type: message, prompt: 'We know {{\(then)}}.', go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let kinds = VariableKinds(subject.bot, subject.data)
        let declared = Dictionary(subject.bot.variables.map { ($0.name, $0.kind) }) { first, _ in first }
        let captures = subject.bot.nodes.compactMap { capture(at: $0, declared) }
        return captures + subject.data.expressions.flatMap { check($0, kinds, declared, in: subject) }
    }

    private func capture(at node: Node, _ declared: [String: VariableDeclaration.Kind]) -> Diagnostic? {
        guard case .touchtoneCapture(let capture) = node.body, let kind = declared[capture.variable], !kind.holdsDigits
        else { return nil }
        return finding(
            .capture(capture.variable, kind),
            at: capture.variableLocation,
            length: capture.variable.unicodeScalars.count
        )
    }

    private func check(
        _ use: ExpressionUse,
        _ kinds: VariableKinds,
        _ declared: [String: VariableDeclaration.Kind],
        in subject: LintSubject
    ) -> [Diagnostic] {
        let (result, mistakes) = use.expression.inferKinds(asTest: use.purpose == .decides, where: kinds.kinds)
        var findings = mistakes.map { mistake in
            let place =
                mistake.reference.map { subject.place(of: $0, in: use) } ?? subject.place(of: 0..<1, in: use)
            return finding(.mistake(mistake.reason), at: place.0, length: place.length)
        }
        switch use.purpose {
        case .assigned(let name):
            guard let kind = declared[name], !result.present.isEmpty, result.present.isDisjoint(with: kind.values)
            else { break }
            let place = subject.place(of: 0..<use.expression.source.unicodeScalars.count, in: use)
            findings.append(finding(.assignment(name, kind, result.present), at: place.0, length: place.length))
        case .spoken, .dialled:
            guard !result.present.isEmpty, result.isDisjoint(with: [.boolean, .number, .text]) else { break }
            let place = subject.place(of: 0..<use.expression.source.unicodeScalars.count, in: use)
            findings.append(finding(.json(result.present), at: place.0, length: place.length))
        case .decides: break
        }
        return findings
    }
}

extension LintMessage {
    fileprivate static func capture(_ name: String, _ kind: VariableDeclaration.Kind) -> LintMessage {
        "the digits a caller types are a text, and '\(name)' is declared as a \(kind.rawValue); declare it as text"
    }

    fileprivate static func assignment(
        _ name: String,
        _ kind: VariableDeclaration.Kind,
        _ found: ValueKinds
    ) -> LintMessage {
        "'\(name)' is declared as a \(kind.rawValue) and this gives it \(found.described); change the one or the other"
    }

    fileprivate static func json(_ found: ValueKinds) -> LintMessage {
        "this is \(found.described), which is written out as JSON; pick what is meant from it"
    }

    fileprivate static func mistake(_ reason: KindMistake.Reason) -> LintMessage {
        switch reason {
        case .calculation(let sign, let left, let right):
            """
            `\(sign)` does not take \(left.described) and \(right.described), so the call ends with the apology here; \
            use values of one kind
            """
        case .negation(let kinds):
            "`-` does not take \(kinds.described), so the call ends with the apology here; use a number"
        case .equality(let sign, let left, let right):
            """
            \(left.described) is never equal to \(right.described), so `\(sign)` is always \
            \(sign == "=" ? "false" : "true"); write both sides in one kind, digits as text in quotes
            """
        case .ordering(let sign, let left, let right):
            """
            \(left.described) and \(right.described) have no order, so `\(sign)` is always false; \
            compare values of one kind
            """
        case .test(let kinds):
            "\(kinds.described) is always true as a test, 0 too; compare it, as in `… > 0`"
        case .property(let name, let kinds):
            "\(kinds.described) has no properties, so `.\(name)` is always NULL; leave it out"
        }
    }
}
