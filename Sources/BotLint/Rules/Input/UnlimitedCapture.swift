package import BotGraph

/// A capture whose end nothing tells.
package struct UnlimitedCapture: LintRule {
    package let id = "unlimited-capture"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a capture without a limit, or one that only the timeout ends"
    package let explanation = """
        A capture with neither `digits` nor `max_digits` takes up to 64 digits: a phone in a pocket, a stuck key or a fax \
        machine fills the variable, and so does a caller who types account number and telephone number in one go.

        A capture of 4 to 8 digits with `finish_on_key: none` cannot tell that 5 were all. Every caller who types fewer than 8 \
        then waits in silence until the timeout is over, and many type on. The same holds where the finish key is also the \
        opt-out's key: the provider is not told of it there, so that the key alone arrives as the request to stop.

        Write `digits` where the length is known, else `max_digits` and a `finish_on_key` of its own, and say in the prompt how \
        to finish.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.capture(
                prompt: "\"Please type your account number, then the pound key.\"",
                "min_digits: 4\n    max_digits: 8"
            ),
            ExampleBots.capture(prompt: "\"Please type your five digit account number.\"", "digits: 5"),
        ],
        failing: [
            ExampleBots.capture(
                "↓account",
                prompt: "\"Please type your account number, then the pound key.\"",
                "min_digits: 4"
            ),
            ExampleBots.capture(
                "↓account",
                prompt: "\"Please type your account number.\"",
                "min_digits: 4\n    max_digits: 8\n    finish_on_key: none"
            ),
        ]
    )

    /// What the loader takes for `max_digits` where the file gives none.
    private static let unlimited = 64

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            guard case .touchtoneCapture(let capture) = node.body else { return nil }
            if capture.maxDigits >= UnlimitedCapture.unlimited, capture.minDigits < capture.maxDigits {
                return finding(.unlimited(node.id), at: node)
            }
            guard capture.minDigits < capture.maxDigits else { return nil }
            guard let finish = capture.finishOnKey else {
                return finding(.unfinished(node.id, capture), at: node)
            }
            let isOptOut = finish == subject.bot.optOut?.press
            return isOptOut ? finding(.finishIsOptOut(node.id, capture), at: node) : nil
        }
    }
}

extension LintMessage {
    fileprivate static func unlimited(_ node: NodeID) -> LintMessage {
        "'\(node)' takes up to 64 digits, which is no limit; give it `digits`, or `max_digits`"
    }

    fileprivate static func unfinished(_ node: NodeID, _ capture: TouchtoneCapture) -> LintMessage {
        """
        '\(node)' takes \(capture.range) digits and has no finish key, so a caller with fewer than \(capture.maxDigits) waits \
        \(capture.timeout.components.seconds) s; leave out `finish_on_key: none`, or give `digits`
        """
    }

    fileprivate static func finishIsOptOut(_ node: NodeID, _ capture: TouchtoneCapture) -> LintMessage {
        """
        '\(node)' takes \(capture.range) digits and finishes on the opt-out's key, which does not end the input: a caller with \
        fewer than \(capture.maxDigits) waits \(capture.timeout.components.seconds) s; use another `finish_on_key`
        """
    }
}

extension TouchtoneCapture {
    fileprivate var range: String { "\(minDigits) to \(maxDigits)" }
}
