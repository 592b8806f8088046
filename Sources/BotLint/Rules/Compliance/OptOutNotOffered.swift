package import BotGraph
import Telephony

/// An opening that does not tell how to stop the calls.
package struct OptOutNotOffered: LintRule {
    package let id = "opt-out-not-offered"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an opening that never mentions the opt-out's key or words"
    package let explanation = """
        A key that nobody is told of stops nothing. A telemarketing message has to offer its opt-out "with brief instructions" \
        within two seconds of saying who calls, 47 CFR 64.1200(b)(3): there it is an error. For other calls it is a warning.

        An offer is the phrase of `intent.opt_out`, the key behind a word such as "press" in one sentence ("press 1 to confirm, \
        or 9 to stop these calls"), or a word that stops behind "say". It is looked for along every way to the first node that \
        waits and in that node's prompts for silence, in English, Spanish, French, Portuguese and German. Nothing is found in \
        another language, or where a recording is played, whose words are not known.

        Say "To stop these calls, press 9" in the first prompt, right behind the name.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                OptOutNotOffered.rest(
                    "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
                )
            )
        ],
        failing: [
            ExampleBots.outbound(
                OptOutNotOffered.rest("Riverside Dental about your visit. To confirm, press 1.", mark: "↓")
            ),
            ExampleBots.outbound(
                OptOutNotOffered.rest("Riverside Dental about your visit at 9. To confirm, press 1.", mark: "↓")
            ),
        ]
    )

    private static func rest(_ greeting: String, mark: String = "") -> String {
        """
        \(mark)opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(greeting)"
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard let policy = bot.optOut, policy.press != nil || !policy.say.isEmpty else { return [] }
        let severity = bot.purpose == .telemarketing ? Diagnostic.Severity.error : .warning
        return subject.openings.byLanguage.compactMap { openings in
            guard let language = openings.first?.language else { return nil }
            let offer = OptOutOffer(bot, language: language)
            // A call that says nothing at all is another rule's.
            guard offer.isKnownLanguage,
                let opening = openings.first(where: { !$0.isSilent && !$0.hasRecording && !$0.offers(offer) })
            else { return nil }
            let path = subject.openings.described(opening, from: bot.start)
            let means = policy.press.map { "key \($0.rawValue)" } ?? "'\(policy.say.first?.text ?? "stop")'"
            return finding(
                .notOffered(means, path: path),
                at: policy.location,
                length: "opt_out".count,
                severity: severity
            )
        }
    }
}

extension Opening {
    /// Whether something in it tells how to stop the calls.
    func offers(_ offer: OptOutOffer) -> Bool { offerStart(offer) != nil }

    /// When the sentence begins that tells how to stop the calls, and the passage it is in.
    func offerStart(_ offer: OptOutOffer) -> (passage: Passage, scalar: Int, moment: Int64)? {
        for passage in passages {
            guard let text = passage.text, let scalar = offer.start(in: text) else { continue }
            return (passage, scalar, passage.moment(ofScalar: scalar))
        }
        return nil
    }
}

extension LintMessage {
    fileprivate static func notOffered(_ means: String, path: String) -> LintMessage {
        """
        the opening never tells that \(means) stops the calls (\(path)); say so in the first prompt, right behind the name \
        (47 CFR 64.1200(b)(3))
        """
    }
}
