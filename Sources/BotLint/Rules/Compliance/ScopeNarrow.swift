package import BotGraph
import Telephony

/// A sales bot whose opt-out stops less than all of the business's calls.
package struct ScopeNarrow: LintRule {
    package let id = "scope-narrow"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "a telemarketing bot whose opt-out stops less than every call and text"
    package let explanation = """
        A request to stop is a do-not-call request to the business, 47 CFR 64.1200(d), and revokes the consent to its automated \
        calls and texts, 64.1200(a)(10). With `scope: bot` another bot of the same business may call the person the next day, \
        with `scope: channel` it may text them.

        For an informational bot a narrower scope is the operator's explicit choice and not found: the part of (a)(10) that \
        makes a stop to one informational message reach unrelated ones is waived until 31 January 2027 (FCC DA 26-12), and \
        FCC 26-67, adopted on 30 September 2026, lets such a stop be read as that category only. An opt-out from marketing \
        ends all marketing under both.

        Write `scope: all`, or leave it out.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(purpose: "telemarketing", ScopeNarrow.rest("all")),
            ExampleBots.outbound(ScopeNarrow.rest("bot")),
        ],
        failing: [ExampleBots.outbound(purpose: "telemarketing", ScopeNarrow.rest("↓bot"))]
    )

    private static func rest(_ scope: String) -> String {
        """
        opt_out: {press: "9", ask: never, scope: \(scope)}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental, 2 0 6, 5 5 5, 0 1 0 0, about your visit. To stop these calls, press 9. To go on, press 1."
            options:
              - {name: more, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.purpose == .telemarketing, let policy = bot.optOut, policy.scope != .all else { return [] }
        let message = LintMessage.narrow(policy.scope)
        let value = subject.value(of: "scope", in: policy.location) { $0 == policy.scope.rawValue }
        guard let value else { return [finding(message, at: policy.location, length: "opt_out".count)] }
        return [finding(message, at: value.location, length: value.length)]
    }
}

extension LintMessage {
    fileprivate static func narrow(_ scope: OptOutPolicy.Scope) -> LintMessage {
        let rest = scope == .bot ? "other bots go on calling" : "texts go on"
        return """
            with `scope: \(scope.rawValue)` \(rest) after the person said stop to a sales call; write `scope: all` (47 CFR \
            64.1200(a)(10), (d))
            """
    }
}
