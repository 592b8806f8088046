package import BotGraph
import Compliance
import Telephony

/// An opening that takes longer than 15 seconds to say who calls, why, and how to stop it.
package struct IntentLate: LintRule {
    package let id = "intent-late"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an opening that takes more than 15 seconds to say who calls, why, and how to stop the calls"
    package let explanation = """
        A call of an outbound bot has to say who calls, why, and how to stop such calls within 15 seconds of the answer. The \
        15 seconds are Touchtone's own rule: the law says "at the beginning" (47 CFR 64.1200(b)(1)), and the strictest state \
        10 seconds for sales calls. The engine keeps the outcome for every call; this rule tells beforehand.

        The length of speech is estimated as the engine does it, from the characters and pauses with numbers written out; \
        recordings count with their own length, and one of unknown length as none. An expression is counted with a long value \
        of its kind, such as "Wednesday, September twenty-third" for a text, and the finding names it. The caller is taken to \
        be silent, on every way to the first node that waits.

        Say the three things first, and what else there is after them.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                IntentLate.rest(
                    """
                    "This is Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
                    """
                )
            )
        ],
        failing: [
            ExampleBots.outbound(
                IntentLate.rest(
                    """
                    "This is Riverside Dental about your visit. We have moved to new rooms in the house at the corner of \\
                          Fourth Street and Market Street, where you find us on the second floor, left of the lift, and \\
                          where you can park behind the house. To stop these calls, ↓press 9. To confirm, press 1."
                    """
                )
            )
        ]
    )

    private static func rest(_ prompt: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: \(prompt)
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
            let worst = openings.enumerated().max { left, right in
                (left.element.timing?.latest ?? 0, -left.offset) < (right.element.timing?.latest ?? 0, -right.offset)
            }
            return worst.flatMap { lateness(of: $0.element, intent, subject) }
        }
    }

    private func lateness(of opening: Opening, _ intent: Intent, _ subject: LintSubject) -> Diagnostic? {
        guard let timing = opening.timing else { return nil }
        let late = IntentTiming.Part.allCases.compactMap { part in
            timing[part].flatMap { $0 > IntentClock.limit ? (part: part, end: $0) : nil }
        }
        guard let first = late.min(by: { $0.end < $1.end }), let passage = opening.passage(at: first.end) else {
            return nil
        }
        let phrase = PlacedWord.words(of: first.part.phrase(of: intent, in: opening.language)).map(\.text)
        let place = passage.place(of: phrase, in: subject)
        let told = late.map { "\($0.part.told) \(SpokenLength.seconds($0.end)) s" }
        let message = LintMessage.late(
            told,
            path: subject.openings.described(opening, from: subject.bot.start),
            guesses: opening.guesses(before: timing.latest)
        )
        return finding(message, at: place.location, length: place.length)
    }
}

extension LintMessage {
    fileprivate static func late(_ told: [String], path: String, guesses: [String]) -> LintMessage {
        """
        a silent caller is told \(told.joined(separator: ", ")) after the answer (\(path)), and 15 s is the limit\
        \(LintMessage.taking(guesses)); say it sooner
        """
    }
}
