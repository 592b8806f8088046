package import BotGraph
import Telephony

/// Speech during which the opt-out's key is not heard.
package struct OptOutNotInterruptible: LintRule {
    package let id = "opt-out-not-interruptible"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "speech of an outbound bot that the opt-out cannot interrupt"
    package let explanation = """
        The opt-out of a prerecorded telemarketing call has to be usable "at any time during the message": 16 CFR \
        310.4(b)(1)(v)(B)(ii). There it is an error, for other calls a warning.

        Found is a menu with `barge_in: false`, whose prompt is spoken to its end before any key is heard; and a long speech \
        after a choice that ends in a `hang_up` or `forward_call`: more than 10 seconds for telemarketing, else more than 20. \
        A message before a menu or capture is spoken while that node listens already, so a key cuts it short. Speech that \
        leads from the answer to the end without any menu is `opt-out-not-reachable`. Recordings are not counted.

        Leave out `barge_in: false`. Behind a long message put a menu, such as one that plays it again.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(OptOutNotInterruptible.rest(message: "Thank you. We look forward to seeing you."))
        ],
        failing: [
            ExampleBots.outbound(
                OptOutNotInterruptible.rest(bargeIn: "barge_in: ↓false", message: "Thank you.")
            ),
            ExampleBots.outbound(
                OptOutNotInterruptible.rest(
                    mark: "↓",
                    message: """
                        Thank you. Please bring the card of your insurance and the letter of your own dentist, if you have \
                        one. Our rooms are in the house at the corner of Fourth Street and Market Street, on the second \
                        floor, left of the lift. You can park behind the house. Please come ten minutes before the time, so \
                        that we can fill in the forms together, and tell us at the desk what medicine you take.
                        """
                )
            ),
        ]
    )

    private static func rest(bargeIn: String = "timeout: 5s", mark: String = "", message: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: confirmed}
            \(bargeIn)
            default: goodbye
          \(mark)confirmed: {type: message, prompt: "\(message)", go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.direction == .outbound, bot.channel == .voice, bot.optOut != nil else { return [] }
        let severity = bot.purpose == .telemarketing ? Diagnostic.Severity.error : .warning
        return deafMenus(subject, severity) + longSpeech(subject, severity)
    }

    private func deafMenus(_ subject: LintSubject, _ severity: Diagnostic.Severity) -> [Diagnostic] {
        subject.bot.nodes.compactMap { node in
            guard case .decisionMenu(let menu) = node.body, !menu.bargeIn, !menu.decidesOptOut,
                subject.graph.isReachable(node.id)
            else { return nil }
            let message = LintMessage.deafMenu(node.id)
            guard let value = subject.value(of: "barge_in", in: node.location, where: { $0 == "false" }) else {
                return finding(message, at: node, severity: severity)
            }
            let edit = Fix.Edit(at: value.location, length: value.length, replacement: "true")
            return finding(
                message,
                at: value.location,
                length: value.length,
                severity: severity,
                fix: Fix("let a key interrupt the prompt", edits: [edit])
            )
        }
    }

    private func longSpeech(_ subject: LintSubject, _ severity: Diagnostic.Severity) -> [Diagnostic] {
        let limit: Int64 = subject.bot.purpose == .telemarketing ? 10_000 : 20_000
        return DeafStretches(subject.bot, subject.graph).stretches(longerThan: limit).map { stretch in
            let path = stretch.path.described(from: stretch.path.first?.from ?? stretch.node.id)
            let seconds = SpokenLength.seconds(stretch.milliseconds)
            return finding(.longSpeech(seconds, path: path), at: stretch.node, severity: severity)
        }
    }
}

extension LintMessage {
    fileprivate static func deafMenu(_ node: NodeID) -> LintMessage {
        """
        `barge_in: false` keeps the opt-out's key from being heard while '\(node)' speaks; let it interrupt (16 CFR \
        310.4(b)(1)(v)(B)(ii))
        """
    }

    fileprivate static func longSpeech(_ seconds: String, path: String) -> LintMessage {
        """
        \(seconds) s are spoken here and no node listens until the end (\(path)), so nobody can ask to stop (16 CFR \
        310.4(b)(1)(v)(B)(ii)); shorten it, or put a menu behind it
        """
    }
}
