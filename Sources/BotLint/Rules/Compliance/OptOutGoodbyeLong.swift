import Airscript
package import BotGraph
import Telephony

/// A goodbye after an opt-out that keeps the person on the line.
package struct OptOutGoodbyeLong: LintRule {
    package let id = "opt-out-goodbye-long"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "a goodbye after an opt-out that is long, asks something or offers a choice"
    package let explanation = """
        On an opt-out a telemarketing call records the number and has to "immediately terminate the call": 47 CFR \
        64.1200(b)(3). Washington gives any solicitor 10 seconds to end the call (RCW 80.36.390). The engine records first, \
        speaks `opt_out.goodbye` and hangs up, so whatever that asks cannot be answered.

        Found is a goodbye of more than 10 seconds, an error for telemarketing; for telemarketing one of more than 5 \
        seconds, since a second or two are the most that "immediately" leaves room for; and one with a question or the offer of \
        a key. Lengths are estimated as in `intent-late`; recordings are not counted.

        Say "You will not be called again. Goodbye.", or one sentence like it.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(OptOutGoodbyeLong.rest("\"You will not be called again. Goodbye.\""))],
        failing: [
            ExampleBots.outbound(
                OptOutGoodbyeLong.rest(
                    """
                    ↓"You have asked us not to call you again. We are sorry to see you go, as our calls help many people \
                    to keep their visits. If you change your mind, write to us. Goodbye."
                    """
                )
            ),
            ExampleBots.outbound(OptOutGoodbyeLong.rest("↓\"You are off the list. Was it something we said?\"")),
            ExampleBots.outbound(OptOutGoodbyeLong.rest("↓\"You are off the list. To get back on it, press 1.\"")),
        ]
    )

    private static func rest(_ goodbye: String) -> String {
        """
        opt_out:
          press: "9"
          ask: never
          goodbye: \(goodbye)
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        guard let policy = subject.bot.optOut else { return [] }
        let prompt = policy.goodbye
        var findings: [Diagnostic] = []
        for pieces in prompt.byLanguage.isEmpty ? [prompt.fallback] : Array(prompt.byLanguage.values) {
            let texts = pieces.compactMap { piece -> (template: Template, location: SourceLocation)? in
                guard case .text(let template, let location) = piece else { return nil }
                return (template, location)
            }
            let length = texts.reduce(0) { $0 + SpokenLength.milliseconds(of: SampleValues.rough($1.template)) }
            if let first = texts.first { findings += lengthy(length, at: first.location, subject.bot.purpose) }
            for text in texts where OptOutGoodbyeLong.asks(SampleValues.rough(text.template)) {
                findings.append(finding(.asks, at: text.location))
            }
        }
        return findings
    }

    private func lengthy(_ length: Int64, at location: SourceLocation, _ purpose: Purpose) -> [Diagnostic] {
        let sells = purpose == .telemarketing
        guard length > (sells ? 5_000 : 10_000) else { return [] }
        let severity: Diagnostic.Severity = sells && length > 10_000 ? .error : .warning
        return [finding(.long(SpokenLength.seconds(length)), at: location, severity: severity)]
    }

    /// Whether a text ends a sentence as a question, or names a key to press.
    private static func asks(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "?")) || text.contains("？") || OptOutOffer.namesKey(in: text)
    }
}

extension LintMessage {
    fileprivate static func long(_ seconds: String) -> LintMessage {
        """
        the goodbye after an opt-out takes \(seconds) s; say one short sentence and let the call end (47 CFR 64.1200(b)(3), RCW \
        80.36.390)
        """
    }

    fileprivate static let asks: LintMessage = """
        the goodbye after an opt-out asks for an answer, and the call ends before there can be one; say one sentence and no more
        """
}
