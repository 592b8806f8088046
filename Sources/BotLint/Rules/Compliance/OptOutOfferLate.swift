package import BotGraph
import Telephony

/// A sales call that offers the opt-out more than two seconds after it has said who calls.
package struct OptOutOfferLate: LintRule {
    package let id = "opt-out-offer-late"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.error
    package let summary = "a telemarketing opening that offers the opt-out more than two seconds after saying who calls"
    package let explanation = """
        A telemarketing message has to offer its opt-out "within two (2) seconds of providing the identification information" in \
        the message: 47 CFR 64.1200(b)(3). 16 CFR 310.4(b)(1)(v)(B)(ii) wants it right after the seller and the purpose.

        Measured is the time from the end of the phrase for `intent.caller`, or of the one for `intent.purpose` where that \
        comes between, to the beginning of the sentence with the offer. Speech is estimated as the engine does it, which a \
        voice may miss by a quarter: up to 2.5 seconds, or with an expression of unknown length in between, it is a warning. \
        Nothing is found where a recording stands between the two.

        Put the offer right behind the name and the purpose, before all else.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                purpose: "telemarketing",
                OptOutOfferLate.rest(
                    """
                    "Riverside Dental about your visit. To stop these calls, press 9. Our number is 2 0 6, 5 5 5, 0 1 0 0. \
                    To hear an offer, press 1."
                    """
                )
            )
        ],
        failing: [
            ExampleBots.outbound(
                purpose: "telemarketing",
                OptOutOfferLate.rest(
                    """
                    "Riverside Dental, 2 0 6, 5 5 5, 0 1 0 0, about your visit. We have white teeth for you at half the price. \
                    ↓To stop these calls, press 9. To hear an offer, press 1."
                    """
                )
            )
        ]
    )

    private static let limit: Int64 = 2_000
    /// The limit, and the quarter by which a voice may be slower or quicker than the estimate.
    private static let certain: Int64 = 2_500

    private static func rest(_ greeting: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: \(greeting)
            options:
              - {name: offer, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.purpose == .telemarketing, bot.optOut != nil, bot.intent != nil else { return [] }
        return subject.openings.byLanguage.compactMap { openings in
            guard let language = openings.first?.language else { return nil }
            let offer = OptOutOffer(bot, language: language)
            for opening in openings {
                if let late = lateness(of: opening, offer, subject) { return late }
            }
            return nil
        }
    }

    private func lateness(of opening: Opening, _ offer: OptOutOffer, _ subject: LintSubject) -> Diagnostic? {
        guard let caller = opening.timing?[.caller], let found = opening.offerStart(offer) else { return nil }
        let purpose = opening.timing?[.purpose] ?? 0
        let identified = purpose > caller && purpose <= found.moment ? purpose : caller
        let gap = found.moment - identified
        guard gap > OptOutOfferLate.limit else { return nil }
        let between = opening.passages.filter { $0.endsAt >= identified && $0.startsAt < found.moment }
        guard !between.contains(where: \.isRecording) else { return nil }
        let isCertain = gap > OptOutOfferLate.certain && between.allSatisfy(\.guesses.isEmpty)
        let place = found.passage.place(ofScalar: found.scalar, in: subject)
        return finding(
            .late(
                seconds: SpokenLength.seconds(gap),
                path: subject.openings.described(opening, from: subject.bot.start)
            ),
            at: place,
            severity: isCertain ? .error : .warning
        )
    }
}

extension LintMessage {
    fileprivate static func late(seconds: String, path: String) -> LintMessage {
        """
        the way to stop these calls is offered \(seconds) s after the caller is identified (\(path)); 47 CFR 64.1200(b)(3) \
        allows two seconds, so say it right behind the name and the purpose
        """
    }
}
