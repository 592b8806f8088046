import Airscript
package import BotGraph
import Telephony

/// A key that a prompt promises and nothing handles.
package struct PromisedKey: LintRule {
    package let id = "promised-key"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a key that a prompt promises and nothing handles"
    package let explanation = """
        The prompt tells the caller to press a key, and where the bot listens next that key is no option, no universal and no \
        opt-out: the caller does as told and hears that it was wrong. Of the menus of published flows of another tool, some \
        promised keys that led nowhere. A promise right before the call ends, or in a message after which nobody listens, is \
        kept by nobody.

        Prompts are read in English, Spanish and French, those for silence and wrong answers too. A message's promise has to \
        be kept by one of the menus that follow it, the help prompt's by any menu. At a capture the digits are an answer; a \
        universal does not hold there. "Dial 911", "enter 4 digits" and "do not press 1" promise nothing, and what is said \
        before the call is handed on is the other line's matter.

        It is an error where a bot that calls people promises a key that stops the calls and there is none: they have to be \
        able to press it, 47 CFR 64.1200(b)(3). Add the option, or change the prompt.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                PromisedKey.menu("For opening hours, press 1. To hear this again, press star. Your PIN has 4 digits.")
            )
        ],
        failing: [
            ExampleBots.inbound(PromisedKey.menu("For opening hours, press 1. For directions, press ↓2.")),
            ExampleBots.inbound(PromisedKey.menu("For hours 🦷, press one or ↓two.")),
            ExampleBots.inbound(PromisedKey.menu("Para el horario, oprima el 1, o ↓cero para hablar con alguien.")),
            ExampleBots.outbound(
                """
                start: notice
                nodes:
                  notice: {type: message, prompt: "Your order is ready. To stop these calls, press ↓9.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    private static func menu(_ prompt: String) -> String {
        """
        universals:
          repeat: {press: "*"}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(prompt)"
            options:
              - {name: hours, press: "1", go: hours}
            default: goodbye
          hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for prompt in subject.speech.prompts {
            for version in prompt.versions {
                for text in version.texts where !text.promises.keys.isEmpty {
                    for (promise, place) in broken(text, of: prompt, subject.speech.ears) {
                        let isOptOut = promise.stopsCalls && subject.bot.direction == .outbound
                        let found = subject.place(of: promise.range, in: text.template.source, at: text.location)
                        let message = LintMessage.promised(promise.keys, place, version.language)
                        let severity: Diagnostic.Severity? = isOptOut ? .error : nil
                        findings.append(
                            finding(message, at: found.location, length: found.length, severity: severity)
                        )
                    }
                }
            }
        }
        return findings
    }

    /// The promises that nothing keeps, with where the caller is then.
    private func broken(_ text: SpokenText, of prompt: SpokenPrompt, _ ears: Ears) -> [(KeyPromise, String)] {
        let keys = text.promises.keys
        switch prompt.place {
        case .node(let index), .retry(let index):
            guard let listening = ears.listening(after: index) else { return [] }
            let lost = keys.filter { promise in !listening.contains { ears.hears(promise, at: $0) } }
            guard !lost.isEmpty else { return [] }
            let nodes = ears.bot.nodes
            let place =
                listening.first.map { "at '\(nodes[$0].id)'" } ?? "after '\(nodes[index].id)', where nobody listens"
            return lost.map { ($0, place) }
        case .help:
            // A key of several digits is too rare in a help prompt to look for at every menu.
            return keys.filter { $0.keys.utf8.count == 1 && !$0.finishes && !ears.heardSomewhere.contains($0.keys) }
                .map { ($0, "at any menu") }
        case .apology, .optOutGoodbye:
            return keys.map { ($0, "here: the call ends") }
        }
    }
}

extension LintMessage {
    fileprivate static func promised(_ keys: String, _ place: String, _ language: LanguageTag?) -> LintMessage {
        let spoken = language.map { " in \($0)" } ?? ""
        return
            "the prompt\(spoken) promises key \(keys), which does nothing \(place); add an option for it, or change the prompt"
    }
}
