package import BotGraph

/// A listening node that hardly waits.
package struct TooShortTimeout: LintRule {
    package let id = "too-short-timeout"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a menu or capture that waits less than 3 seconds"
    package let explanation = """
        `timeout` is the time from the end of the prompt to the first key or word, and from each key to the next. A person \
        takes the phone from the ear, looks for the keypad, finds the number on a bill. The provider waits 5 seconds unless told \
        otherwise (https://www.twilio.com/docs/voice/twiml/gather), Genesys Cloud 5 for the first key and 3 for each next one \
        (https://help.mypurecloud.com/articles/calculating-timeout-behavior/). The federal standard for such systems asked for \
        "sufficient time", 36 CFR 1194.23(d) of 2001.

        Wait 3 seconds at least; 5 is the usual.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(TooShortTimeout.menu("greeting", "3s"))],
        failing: [ExampleBots.inbound(TooShortTimeout.menu("↓greeting", "2s"))]
    )

    private static func menu(_ name: String, _ timeout: String) -> String {
        """
        start: greeting
        nodes:
          \(name):
            type: decision_menu
            prompt: "To end the call, press 1."
            options:
              - {name: finish, press: "1", go: goodbye}
            timeout: \(timeout)
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    /// What the makers of such systems wait between two keys, the shorter of their two times.
    private static let least: Duration = .seconds(3)

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            let timeout: Duration
            switch node.body {
            case .decisionMenu(let menu): timeout = menu.timeout
            case .touchtoneCapture(let capture): timeout = capture.timeout
            case .message, .condition, .set, .forwardCall, .hangUp: return nil
            }
            guard timeout < TooShortTimeout.least else { return nil }
            return finding(.short(node.id, timeout), at: node)
        }
    }
}

extension LintMessage {
    fileprivate static func short(_ node: NodeID, _ timeout: Duration) -> LintMessage {
        """
        '\(node)' waits \(timeout.components.seconds) s for a key, less than people need to find it; wait 3 s at least
        """
    }
}
