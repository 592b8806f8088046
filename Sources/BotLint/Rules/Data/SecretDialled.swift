import Airscript
package import BotGraph

/// A secret variable in a number that is rung or shown.
package struct SecretDialled: LintRule {
    package let id = "secret-dialled"
    package let family = LintFamily.data
    package let severity = Diagnostic.Severity.error
    package let summary = "a secret variable in a number that is rung or shown"
    package let explanation = """
        What a `forward_call` rings, and the `caller_id` it shows, go to the provider in the clear, stand in its logs and on \
        the bill, and are kept with the call's step. A variable that is declared `secret` is never to be anywhere in the clear.

        Ring a number that is no secret. If the number is none, take `secret` away from the variable.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(SecretDialled.bot(isSecret: false, "agent"))],
        failing: [
            ExampleBots.inbound(SecretDialled.bot(isSecret: true, "↓agent")),
            ExampleBots.inbound(SecretDialled.bot(isSecret: true, "IF(\\\"año 🦷\\\" = \\\"\\\", \\\"\\\", ↓agent)")),
        ]
    )

    private static func bot(isSecret: Bool, _ number: String) -> String {
        """
        variables:
          agent: {type: phone, required: true, secret: \(isSecret)}
        start: desk
        nodes:
          desk: {type: forward_call, prompt: "One moment, please.", number: "{{\(number)}}"}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let secrets = Set(subject.bot.variables.filter(\.isSecret).map(\.name))
        guard !secrets.isEmpty else { return [] }
        return subject.data.expressions.filter { $0.purpose == .dialled }.flatMap { use in
            use.expression.references.compactMap { reference in
                guard let name = reference.path.first, secrets.contains(name) else { return nil }
                let (location, length) = subject.place(of: reference, in: use)
                return finding(.dialled(name), at: location, length: length)
            }
        }
    }
}

extension LintMessage {
    fileprivate static func dialled(_ name: String) -> LintMessage {
        "'\(name)' is secret, and a number that is rung goes to the provider in the clear; leave it out, or declare it no secret"
    }
}
