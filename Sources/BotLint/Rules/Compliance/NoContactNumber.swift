import Airscript
package import BotGraph
import Telephony

/// A bot that calls people and never tells them a number to call.
package struct NoContactNumber: LintRule {
    package let id = "no-contact-number"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an outbound bot that speaks no telephone number"
    package let explanation = """
        An artificial or prerecorded voice message states, during or after it, a telephone number of whoever is responsible, \
        other than the dialler's and no 900 number; for telemarketing it has to take do-not-call requests in business hours: \
        47 CFR 64.1200(b)(2). For telemarketing it is an error, else a warning.

        A number is seven to fifteen digits in a row, as a voice should have them (`2 0 6, 5 5 5, 0 1 0 0`), as they are \
        written (`1-206-555-0100`, `1-800-FLOWERS`) or in words; `{{call.from}}`; or a variable of type phone or whose name \
        ends in "phone" or "number". It is enough that one prompt that a call can come to has one, the goodbye after an \
        opt-out and the help among them, although the law wants it in every message. Nothing is found in a bot that plays \
        recordings, whose words are not known.

        Say the number in the opening, or before the goodbye on every way.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(NoContactNumber.rest("2 0 6, 5 5 5, 0 1 0 0"))],
        failing: [
            ExampleBots.outbound(NoContactNumber.rest("the number on your card"))
                .replacing(ExampleBots.help, with: "")
                .replacing("start: greeting", with: "start: ↓greeting")
        ]
    )

    private static func rest(_ number: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
            options:
              - {name: confirm, press: "1", go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "You can reach us at \(number). Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        guard bot.direction == .outbound, bot.channel == .voice else { return [] }
        for prompt in subject.heardPrompts {
            for piece in prompt.everyPiece {
                // What a recording says is not known.
                guard case .text(let template, _) = piece else { return [] }
                if template.speaksNumber(in: bot) || !SpokenPhoneNumber.all(in: template.source).isEmpty { return [] }
            }
        }
        let severity = bot.purpose == .telemarketing ? Diagnostic.Severity.error : .warning
        let length = bot.start.text.unicodeScalars.count
        return [finding(.none(bot.name), at: bot.startLocation, length: length, severity: severity)]
    }
}

extension LintMessage {
    fileprivate static func none(_ bot: BotName) -> LintMessage {
        """
        '\(bot)' calls people and no prompt of it speaks a telephone number to call back (47 CFR 64.1200(b)(2)); say one, digit \
        by digit: "2 0 6, 5 5 5, 0 1 0 0"
        """
    }
}
