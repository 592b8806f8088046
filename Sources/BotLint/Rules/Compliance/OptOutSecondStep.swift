package import BotGraph
import Telephony

/// A telemarketing bot that asks again before it takes an opt-out.
package struct OptOutSecondStep: LintRule {
    package let id = "opt-out-second-step"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.error
    package let summary = "a telemarketing bot that asks again before it takes an opt-out"
    package let explanation = """
        On an opt-out a telemarketing call must record the number and "immediately terminate the call", 47 CFR 64.1200(b)(3). \
        A menu that asks whether the caller meant it stands between the two; the FTC's guide to the Telemarketing Sales Rule \
        says that a second confirmation may not be asked for.

        Write `ask: never`. `ask: ambiguous` asks only when a word was heard inside a sentence, never after the key; it is a \
        warning, since even that is a second step.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                purpose: "telemarketing",
                "opt_out: {press: \"9\", ask: never}\n" + OptOutSecondStep.rest
            )
        ],
        failing: [
            ExampleBots.outbound(
                purpose: "telemarketing",
                "↓opt_out: {press: \"9\", ask: always, confirm: sure}\n" + OptOutSecondStep.rest + OptOutSecondStep.sure
            ),
            ExampleBots.outbound(
                purpose: "telemarketing",
                "↓opt_out: {press: \"9\", ask: ambiguous, confirm: sure}\n" + OptOutSecondStep.rest
                    + OptOutSecondStep.sure
            ),
        ]
    )

    private static let rest = """
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental, 2 0 6, 5 5 5, 0 1 0 0, about your visit. To stop, press 9. To hear more, press 1."
            options:
              - {name: offer, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}

        """

    private static let sure = """
          sure:
            type: decision_menu
            prompt: "To stop these calls, press 1. To go on getting them, press 2."
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - {name: keep, press: "2", opt_out: withdrawn}
        """

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.purpose == .telemarketing, bot.direction == .outbound, let policy = bot.optOut else { return [] }
        let severity: Diagnostic.Severity
        switch policy.ask {
        case .never: return []
        case .ambiguous: severity = .warning
        case .always: severity = .error
        }
        let message = LintMessage.asksAgain(policy.ask)
        let value = subject.value(of: "ask", in: policy.location) { $0 == policy.ask.rawValue }
        let fix = value.map { value in
            let edit = Fix.Edit(at: value.location, length: value.length, replacement: "never")
            return Fix("take the opt-out without asking again", edits: [edit])
        }
        return [finding(message, at: policy.location, length: "opt_out".count, severity: severity, fix: fix)]
    }
}

extension LintMessage {
    fileprivate static func asksAgain(_ ask: OptOutPolicy.Confirmation) -> LintMessage {
        """
        `ask: \(ask.rawValue)` puts a second step between a telemarketing call's opt-out and its end, which \
        47 CFR 64.1200(b)(3) does not allow; write `ask: never`
        """
    }
}
