package import BotGraph
import Telephony

/// A forwarded call that is given up before anybody can have answered.
package struct ShortRing: LintRule {
    package let id = "short-ring"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "a forward_call that rings for less than 15 seconds"
    package let explanation = """
        People need three or four rings to answer, which is 15 to 20 seconds: a ring every six. A leg given up before that \
        is most often nobody's fault but the timeout's, and the caller is told that nobody is there.

        15 seconds or four rings is also what 47 CFR 64.1200(a)(6) and 16 CFR 310.4(b)(4)(ii) want before an unanswered \
        telemarketing call is given up. They bind the call to the person, which the scheduler places; for a leg to your own \
        desk it is good practice and no law.

        Let it ring for 15 seconds or more.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(ShortRing.rest("20s"))],
        failing: [ExampleBots.inbound(ShortRing.rest("↓10s"))]
    )

    private static func rest(_ timeout: String) -> String {
        """
        start: desk
        nodes:
          desk:
            type: forward_call
            prompt: "One moment please."
            number: "+12065550101"
            timeout: \(timeout)
            go: goodbye
          goodbye: {type: hang_up, prompt: "Nobody is at the desk. Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            guard case .forwardCall(let forward) = node.body, forward.timeout < .seconds(15) else { return nil }
            let message = LintMessage.short(node.id, seconds: SpokenLength.seconds(forward.timeout.inMilliseconds))
            let value = subject.value(of: "timeout", in: node.location) { text in
                text == "\(forward.timeout.inMilliseconds / 1_000)s" || text == "\(forward.timeout.inMilliseconds)ms"
            }
            guard let value else { return finding(message, at: node) }
            return finding(message, at: value.location, length: value.length)
        }
    }
}

extension LintMessage {
    fileprivate static func short(_ node: NodeID, seconds: String) -> LintMessage {
        "'\(node)' rings for \(seconds) s, about one ring for each six; give people 15 s or more to answer"
    }
}
