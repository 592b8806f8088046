import Airscript
package import BotGraph
import Telephony

/// Words that a prompt tells the caller to say and nothing understands.
package struct PromisedPhrase: LintRule {
    package let id = "promised-phrase"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "words that a prompt tells the caller to say and nothing understands"
    package let explanation = """
        The prompt tells the caller to say something, and where the bot listens next no option, universal or request to stop \
        is found in those words, folded as the engine folds what it hears. The caller does as told and hears that it was wrong.

        "Say X" is read in English, Spanish ("diga") and French ("dites"). "Say your name" only describes what to say and \
        promises nothing. A capture by keys hears no words but a request to stop, where the bot calls people.

        It is an error where a bot that calls people promises words that stop the calls and they do not. Add the phrase to an \
        option's `say`, or change the prompt.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                PromisedPhrase.menu("Say hours for our opening hours, or say repeat to hear this again.")
            ),
            ExampleBots.inbound(PromisedPhrase.menu("In a few words, say what you want, such as opening hours.")),
        ],
        failing: [
            ExampleBots.inbound(PromisedPhrase.menu("For opening hours, say hours. For directions, say ↓directions.")),
            ExampleBots.inbound(PromisedPhrase.menu("🦷 Say hours or ↓billing.")),
            ExampleBots.inbound(PromisedPhrase.menu("Say hours. Para el horario, diga ↓horario.")),
        ]
    )

    private static func menu(_ prompt: String) -> String {
        """
        universals:
          repeat: {say: [repeat, say that again]}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(prompt)"
            options:
              - {name: hours, say: [hours, opening hours], go: hours}
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
                for text in version.texts where !text.promises.phrases.isEmpty {
                    for promise in broken(text, of: prompt, subject.speech.ears) {
                        let isOptOut = promise.stopsCalls && subject.bot.direction == .outbound
                        let found = subject.place(of: promise.range, in: text.template.source, at: text.location)
                        let message = LintMessage.promised(promise.text(in: text.template), version.language)
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

    private func broken(_ text: SpokenText, of prompt: SpokenPrompt, _ ears: Ears) -> [PhrasePromise] {
        let phrases = text.promises.phrases
        switch prompt.place {
        case .node(let index), .retry(let index):
            guard let listening = ears.listening(after: index) else { return [] }
            return phrases.filter { promise in !listening.contains { ears.hears(promise, of: text.template, at: $0) } }
        // What help says may hold at one menu of many, and is too dear to look for at each.
        case .help: return []
        case .apology, .optOutGoodbye: return phrases
        }
    }
}

extension LintMessage {
    fileprivate static func promised(_ text: String, _ language: LanguageTag?) -> LintMessage {
        let spoken = language.map { " in \($0)" } ?? ""
        return
            "the prompt\(spoken) promises '\(text)', which nothing understands here; add it to an option's `say`, or change the prompt"
    }
}
