package import BotGraph
import Compliance
import Telephony

/// An opening that speaks of other things before it says who calls.
package struct IdentityNotFirst: LintRule {
    package let id = "identity-not-first"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an opening that speaks for more than 5 seconds before it says who calls"
    package let explanation = """
        An artificial or prerecorded voice message says at its beginning who is responsible for it: 47 CFR 64.1200(b)(1). \
        Callers decide within seconds whether to stay, and a voice that does not say whose it is, is hung up on.

        Found is an opening in which more than 5 seconds are spoken before the phrase of `intent.caller` begins: room for "Good \
        morning, Ms Rodriguez. This is an automated call from", not for an offer. Times are those of `intent-late`. Past 15 \
        seconds it is that rule's finding. Nothing is found behind a recording, which may have said it.

        Begin with the name of the business, as it is registered.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                IdentityNotFirst.rest(
                    """
                    "Good morning. This is an automated call from Riverside Dental about your visit. To stop these calls, \
                    press 9. To confirm, press 1."
                    """
                )
            )
        ],
        failing: [
            ExampleBots.outbound(
                IdentityNotFirst.rest(
                    """
                    "Please listen closely, as we have something to tell you about your visit that cannot wait. This is \
                    ↓Riverside Dental. To stop these calls, press 9. To confirm, press 1."
                    """
                )
            )
        ]
    )

    private static let limit: Int64 = 5_000

    private static func rest(_ greeting: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: \(greeting)
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        guard let intent = subject.bot.intent else { return [] }
        return subject.openings.byLanguage.compactMap { openings in
            for opening in openings {
                let phrase = intent.caller[opening.language]
                guard let end = opening.timing?[.caller], end <= IntentClock.limit,
                    let passage = opening.passage(at: end)
                else { continue }
                let start = end - SpokenLength.milliseconds(upTo: phrase[...])
                guard start > IdentityNotFirst.limit, !opening.hasRecording(before: start) else { continue }
                let place = passage.place(of: PlacedWord.words(of: phrase).map(\.text), in: subject)
                let message = LintMessage.notFirst(
                    phrase,
                    seconds: SpokenLength.seconds(start),
                    path: subject.openings.described(opening, from: subject.bot.start),
                    guesses: opening.guesses(before: start)
                )
                return finding(message, at: place.location, length: place.length)
            }
            return nil
        }
    }
}

extension LintMessage {
    fileprivate static func notFirst(_ caller: String, seconds: String, path: String, guesses: [String]) -> LintMessage
    {
        """
        \(seconds) s are spoken before '\(caller)' (\(path))\(LintMessage.taking(guesses)); say at the beginning who calls \
        (47 CFR 64.1200(b)(1))
        """
    }
}
