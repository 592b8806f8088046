package import BotGraph
import Telephony

/// A bot that calls people and does not speak when they answer.
package struct DeadAir: LintRule {
    package let id = "dead-air"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an outbound bot that says nothing to the person who answers"
    package let explanation = """
        Somebody who answers and hears nothing hangs up after two seconds. A telemarketing call counts as abandoned when the \
        person is not connected to somebody within two seconds of their greeting, unless a message begins by then; more than \
        3 % of them is unlawful: 47 CFR 64.1200(a)(7), 16 CFR 310.4(b)(1)(iv).

        Found is a way from the answer to a `forward_call` or a `hang_up` on which nothing is spoken: the person hears a line that \
        rings, or one that goes dead.

        Give the node a prompt that says who calls.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                DeadAir.rest(
                    "desk: {type: forward_call, prompt: \"One moment.\", number: \"+12065550101\", go: goodbye}"
                )
            )
        ],
        failing: [
            ExampleBots.outbound(
                """
                opt_out: {press: "9", ask: never}
                start: desk
                nodes:
                  ↓desk: {type: forward_call, number: "+12065550101", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ]
    )

    private static func rest(_ desk: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. For the desk, press 1."
            options:
              - {name: desk, press: "1", go: desk}
            default: goodbye
          \(desk)
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        var seen: Set<NodeID> = []
        return subject.openings.all.compactMap { opening in
            guard opening.isSilent, !opening.end.listens, seen.insert(opening.end.id).inserted else { return nil }
            let path = opening.described(from: subject.bot.start)
            return finding(.silent(opening.end, path: path), at: opening.end)
        }
    }
}

extension LintMessage {
    fileprivate static func silent(_ node: Node, path: String) -> LintMessage {
        let what = node.forwards ? "is connected to another line" : "is hung up on"
        return """
            whoever answers \(what) without a word (\(path)); say who calls within two seconds, in a prompt (47 CFR \
            64.1200(a)(7))
            """
    }
}
