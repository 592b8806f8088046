package import BotGraph
import Telephony

/// A capture that finishes on a digit.
package struct FinishKeyIsDigit: LintRule {
    package let id = "finish-key-is-digit"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a capture whose finish key is a digit, so that no answer can hold it"
    package let explanation = """
        The finish key ends the input and is not part of it. Where it is a digit, an account number with that digit in it is \
        cut off there: with `finish_on_key: "0"` the caller who types 10234 has typed 1.

        Finish on # or *, which are no digits, or write `digits` and need no finish key.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.capture(
                prompt: "\"Please type your account number, then press star.\"",
                "max_digits: 8\n    finish_on_key: \"*\""
            )
        ],
        failing: [
            ExampleBots.capture(
                "↓account",
                prompt: "\"Please type your account number, then press 0.\"",
                "max_digits: 8\n    finish_on_key: \"0\""
            )
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            guard case .touchtoneCapture(let capture) = node.body, let key = capture.finishOnKey, key != .pound,
                key != .star
            else { return nil }
            // With the opt-out's key, a single digit is the request or the answer, and nothing is cut off.
            let isOptOut = capture.maxDigits == 1 && key == subject.bot.optOut?.press
            return isOptOut ? nil : finding(.digit(node.id, key), at: node)
        }
    }
}

extension LintMessage {
    fileprivate static func digit(_ node: NodeID, _ key: Key) -> LintMessage {
        "'\(node)' finishes on \(key.rawValue), so an answer with a \(key.rawValue) in it is cut off there; finish on # or *"
    }
}
