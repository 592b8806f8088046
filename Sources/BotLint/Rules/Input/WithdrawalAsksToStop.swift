package import BotGraph
import Compliance
import Telephony

/// An option that keeps the calls, on the key or the words that ask to stop them.
package struct WithdrawalAsksToStop: LintRule {
    package let id = "withdrawal-asks-to-stop"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "the key or words of the opt-out on the option that takes it back"
    package let explanation = """
        In the menu that confirms an opt-out, pressing the opt-out's key again or saying "stop" again should settle it. Where \
        the option `opt_out: withdrawn` is on that key, a person who presses 9 twice has taken the request back and goes on \
        being called. Where its phrase is a request to stop, saying it never takes anything back: a request goes first.

        Give the option another key, and words such as "no" or "keep calling me".
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                WithdrawalAsksToStop.bot("{name: keep, press: \"2\", say: [\"no\"], opt_out: withdrawn}")
            )
        ],
        failing: [
            ExampleBots.outbound(WithdrawalAsksToStop.bot("↓{name: keep, press: \"9\", opt_out: withdrawn}")),
            ExampleBots.outbound(
                WithdrawalAsksToStop.bot("{name: keep, say: [\"no\", ↓stop calling me], opt_out: withdrawn}")
            ),
        ]
    )

    private static func bot(_ option: String) -> String {
        """
        opt_out: {press: "9", confirm: sure}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          sure:
            type: decision_menu
            prompt: "To stop these calls, press 1. To go on getting them, press 2 or say no."
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - \(option)
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard let policy = bot.optOut else { return [] }
        return bot.nodes.flatMap { node -> [Diagnostic] in
            guard case .decisionMenu(let menu) = node.body, menu.decidesOptOut else { return [] }
            return menu.options.filter { $0.optOut == .withdrawn }.flatMap { check($0, policy) }
        }
    }

    private func check(_ option: DecisionMenu.Option, _ policy: OptOutPolicy) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let press = policy.press, option.press == Digits(press) {
            let note = Diagnostic.Note("the opt-out's key is given here", at: policy.location)
            findings.append(finding(.key(press, option.name), at: option.location, notes: [note]))
        }
        for phrase in option.say where WithdrawalAsksToStop.asksToStop(phrase, policy) {
            let length = phrase.text.unicodeScalars.count
            findings.append(finding(.phrase(phrase.text, option.name), at: phrase.location, length: length))
        }
        return findings
    }

    private static func asksToStop(_ phrase: SpokenPhrase, _ policy: OptOutPolicy) -> Bool {
        OptOutWords.understand(words: SpokenWords.plain(phrase.text)) != .none
            || policy.say.contains { $0.isContained(in: phrase.words) }
    }
}

extension LintMessage {
    fileprivate static func key(_ key: Key, _ option: String) -> LintMessage {
        """
        option '\(option)' takes the opt-out back on its own key \(key.rawValue): whoever presses it twice goes on being \
        called; give it another key
        """
    }

    fileprivate static func phrase(_ text: String, _ option: String) -> LintMessage {
        "'\(text)' asks to stop, so it never chooses option '\(option)', which keeps the calls; use other words"
    }
}
