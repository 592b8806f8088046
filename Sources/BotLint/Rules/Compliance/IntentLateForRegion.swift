package import BotGraph
import Telephony

/// A sales call that tells who calls and why later than a region's law allows.
package struct IntentLateForRegion: LintRule {
    package let id = "intent-late-for-region"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "a sales call that says who calls, why, or its number later than a region's own rule"
    package let explanation = """
        Some states say in seconds how soon a sales call has to say who calls and why: Connecticut 10 (Conn. Gen. Stat. 42-288a), \
        Alabama 20 with a telephone number (Ala. Admin. Code r. 770-X-5-.17(1)(e)), Texas 30 with a telephone number (Tex. Util. \
        Code 55.127), Florida (501.613), Washington (RCW 80.36.390(2)), Rhode Island (5-61-3.3) and Nevada (NRS 598.092(2)) 30, \
        Puerto Rico 60 (Law 210 of 2003). All of them bind calls that sell, so an informational bot is not looked at.

        Times are those of `intent-late`, for a caller who is silent. One finding names every region that the opening comes too \
        late for. A part that is never said is `intent-incomplete`; a number that is never said is told here, since the two \
        regions want it. An opening with a recording is only held against what is certainly late in it.

        Say name, purpose and number first: "This is Harbor Credit, 2 0 6, 5 5 5, 0 1 2 0, with an offer about a payment plan." A \
        bot that never calls a region named here may suppress the finding with that reason.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                purpose: "telemarketing",
                IntentLateForRegion.rest(
                    """
                    This is Riverside Dental about your visit. To stop these calls, press 9. Our number is \
                    2 0 6, 5 5 5, 0 1 0 0. To hear an offer, press 1.
                    """
                )
            )
        ],
        failing: [
            ExampleBots.outbound(
                purpose: "telemarketing",
                IntentLateForRegion.rest(
                    "This is Riverside Dental about your visit. To stop these calls, press 9. To hear an offer, press 1."
                )
            )
            .replacing("intent:", with: "↓intent:"),
            ExampleBots.outbound(
                purpose: "telemarketing",
                IntentLateForRegion.rest(
                    """
                    Good morning. You have been chosen to take part in the great spring programme of our house, which is \
                    open to very few people. This is Riverside Dental, 2 0 6, 5 5 5, 0 1 0 0, about your visit. To stop these \
                    calls, press 9. To hear an offer, press 1.
                    """
                )
            )
            .replacing("intent:", with: "↓intent:"),
        ]
    )

    private static func rest(_ greeting: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(greeting)"
            options:
              - {name: offer, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.purpose == .telemarketing, let intent = bot.intent else { return [] }
        var worst: (failures: [String], opening: Opening)?
        for opening in subject.openings.all {
            let failures = failures(of: opening, in: bot)
            if failures.count > worst?.failures.count ?? 0 { worst = (failures, opening) }
        }
        guard let worst else { return [] }
        let message = LintMessage.late(
            worst.failures,
            path: subject.openings.described(worst.opening, from: bot.start),
            guesses: worst.opening.guesses(before: worst.opening.timing?.latest ?? 0)
        )
        return [finding(message, at: intent.location, length: "intent".count)]
    }

    /// A few words for each region whose time the opening does not keep.
    private func failures(of opening: Opening, in bot: Bot) -> [String] {
        let number = opening.numberEnd(in: bot)
        return DisclosureDeadline.all.compactMap { deadline in
            var late: [String] = []
            for matter in deadline.matters {
                switch matter {
                case .part(let part):
                    guard let end = opening.timing?[part], end > deadline.seconds * 1_000 else { continue }
                    late.append("\(part.told) after \(SpokenLength.seconds(end)) s")
                case .number:
                    if let number, number > deadline.seconds * 1_000 {
                        late.append("the number after \(SpokenLength.seconds(number)) s")
                    } else if number == nil, !opening.hasRecording {
                        late.append("no number")
                    }
                }
            }
            guard !late.isEmpty else { return nil }
            return "\(deadline.name) \(deadline.seconds) s (\(deadline.citation)): \(late.joined(separator: ", "))"
        }
    }
}

extension LintMessage {
    fileprivate static func late(_ failures: [String], path: String, guesses: [String]) -> LintMessage {
        """
        the opening (\(path)) does not keep the time of \(failures.joined(separator: "; "))\(LintMessage.taking(guesses)); say \
        name, purpose and number first
        """
    }
}
