package import BotGraph
import Telephony

/// A capture at which the opt-out's key is an answer.
package struct OptOutSwallowed: LintRule {
    package let id = "opt-out-swallowed"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a capture at which the opt-out's key is an answer like any other"
    package let explanation = """
        Whoever was told "press 9 to stop these calls" presses 9. At a capture that is the request to stop as long as one digit \
        is too short an answer. Where one digit is enough, the key is kept as the answer, and the person is asked on instead of \
        being left alone. A prerecorded telemarketing call has to take the request at any time, 47 CFR 64.1200(b)(3).

        Ask in a menu, or want two digits or more. Or let `finish_on_key` be the opt-out's key, which alone is then the request. \
        Only bots that call people are looked at.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(OptOutSwallowed.bot("rating", "digits: 2"))],
        failing: [
            ExampleBots.outbound(OptOutSwallowed.bot("↓rating", "digits: 1")),
            ExampleBots.outbound(OptOutSwallowed.bot("↓rating", "max_digits: 2")),
        ]
    )

    private static func bot(_ name: String, _ digits: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        variables:
          rating: {type: text}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To rate it, press 1."
            options:
              - {name: rate, press: "1", go: rating}
            default: goodbye
          \(name):
            type: touchtone_capture
            prompt: "Please rate us in two digits, from 00 to 99, then press pound."
            variable: rating
            \(digits)
            no_input: {then: goodbye}
            no_match: {then: goodbye}
            go: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.direction == .outbound, let press = bot.optOut?.press else { return [] }
        return bot.nodes.compactMap { node in
            guard case .touchtoneCapture(let capture) = node.body, capture.minDigits <= 1, capture.finishOnKey != press
            else { return nil }
            return finding(.swallowed(press, node.id), at: node)
        }
    }
}

extension LintMessage {
    fileprivate static func swallowed(_ key: Key, _ node: NodeID) -> LintMessage {
        """
        '\(node)' takes a single digit, so the opt-out's key \(key.rawValue) is an answer there; ask in a menu, or want more \
        digits
        """
    }
}
