package import BotGraph
import Telephony

/// A bot that calls people and does not tell them who calls, why, or how to stop it.
package struct IntentIncomplete: LintRule {
    package let id = "intent-incomplete"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.warning
    package let summary = "an outbound bot whose opening does not say who calls, why, or how to stop the calls"
    package let explanation = """
        Whoever answers an automated call has to be told at its beginning who calls: 47 CFR 64.1200(b)(1). Touchtone asks for \
        three things within 15 seconds: who calls, why, and how to stop the calls. A bot declares them under `intent`, as \
        phrases that its opening contains; the engine keeps for each call whether they were spoken in time.

        The opening is what a caller hears until the bot first waits: along every way that leads there, in every language, with \
        the prompts for silence of the node that waits. Found are an outbound bot without `intent`, and an opening that lacks a \
        phrase, whatever its case and punctuation. The values of expressions are not known here: a phrase that only a call's own \
        values would complete is not found in it. What is said in a recording is not known either, so an opening that plays \
        one lacks nothing, and the engine's record of such a call says `unknown`. That the key of the opt-out is not mentioned at \
        all is `opt-out-not-offered`.

        Say all three in the first prompt, or write into `intent` the words that the prompt has.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.outbound(IntentIncomplete.rest(greeting: IntentIncomplete.whole))],
        failing: [
            ExampleBots.outbound(
                IntentIncomplete.rest(greeting: "Hello. To stop these calls, press 9. To confirm your visit, press 1.")
            )
            .replacing("intent:", with: "↓intent:"),
            ExampleBots.outbound(IntentIncomplete.rest(start: "↓greeting", greeting: IntentIncomplete.whole))
                .replacing(
                    "intent: {caller: Riverside Dental, purpose: about your visit, opt_out: press 9}\n",
                    with: ""
                ),
        ]
    )

    private static let whole =
        "This is Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."

    private static func rest(start: String = "greeting", greeting: String) -> String {
        """
        opt_out: {press: "9", ask: never}
        start: \(start)
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
        guard bot.direction == .outbound, bot.channel == .voice else { return [] }
        guard let intent = bot.intent else {
            let length = bot.start.text.unicodeScalars.count
            return [finding(.noIntent(bot.name), at: bot.startLocation, length: length)]
        }
        return subject.openings.byLanguage.flatMap { openings in
            lacks(in: openings, intent, subject)
        }
    }

    /// One finding for each opening that is the shortest to lack a part.
    private func lacks(in openings: [Opening], _ intent: Intent, _ subject: LintSubject) -> [Diagnostic] {
        guard let language = openings.first?.language else { return [] }
        let offer = OptOutOffer(subject.bot, language: language)
        var lacking: [Int: [IntentTiming.Part]] = [:]
        for part in IntentTiming.Part.allCases {
            let index = openings.firstIndex { opening in
                guard !opening.hasRecording, opening.timing?[part] == nil else { return false }
                // One fault is told once: without any offer it is the other rule's.
                return part != .optOut || subject.bot.optOut == nil || opening.offers(offer)
            }
            if let index { lacking[index, default: []].append(part) }
        }
        return lacking.map { index, parts in
            let phrases = parts.map { "\($0.told) ('\($0.phrase(of: intent, in: language))')" }
            let path = subject.openings.described(openings[index], from: subject.bot.start)
            return finding(.lacks(phrases, path: path), at: intent.location, length: "intent".count)
        }
    }
}

extension LintMessage {
    fileprivate static func noIntent(_ bot: BotName) -> LintMessage {
        """
        '\(bot)' calls people and has no `intent`, so nothing tells whether they hear who calls, why and how to stop it; \
        declare the three phrases that its first prompt contains
        """
    }

    fileprivate static func lacks(_ phrases: [String], path: String) -> LintMessage {
        """
        a caller who is silent is never told \(phrases.joined(separator: ", ")) in the opening (\(path)); say it there, or put \
        the words that are said into `intent`
        """
    }
}
