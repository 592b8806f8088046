package import BotGraph
import Telephony

/// An option whose key no prompt mentions.
package struct UnmentionedKey: LintRule {
    package let id = "unmentioned-key"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "an option whose key no prompt mentions"
    package let explanation = """
        The option is there and no caller of that language is told: the menu's own prompt does not name its key, nor does a \
        message right before the menu. Who answers at once never hears the prompts for silence and wrong answers, so those count \
        only where the menu opens with a question and lists nothing. Mostly the prompt is out of date, or a \
        translation was forgotten. In published flows of another tool every third menu had such a key.

        A key that is told "at any time" somewhere in the bot counts as mentioned, so does a digit that stands in the prompt \
        by itself, and an option whose words are mentioned needs no key. Prompts with a recording are not looked at: what is \
        said in it is not known. Universals and the opt-out's key need not be mentioned at every menu.

        Mention the key, or delete the option.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(UnmentionedKey.menu("For opening hours, press 1. For directions, press 2.", "")),
            ExampleBots.inbound(UnmentionedKey.menu("Say hours, or say directions.", "")),
        ],
        failing: [
            ExampleBots.inbound(UnmentionedKey.menu("For opening hours, press 1. Ask us for anything 🦷 else.", "↓"))
        ]
    )

    private static func menu(_ prompt: String, _ mark: String) -> String {
        """
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(prompt)"
            options:
              - {name: hours, press: "1", say: [hours], go: hours}
              - \(mark){name: directions, press: "2", say: [directions], go: directions}
            default: goodbye
          hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
          directions: {type: message, prompt: "We are next to the station.", go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let untold = subject.untoldOptions {
            $0.press != nil
        } unless: { option, choices in
            guard let press = option.press, !choices.isUnknown, !choices.mentions(keys: press) else { return true }
            return choices.asks && option.answersQuestion || choices.mentions(anyOf: option.say)
        }
        return untold.compactMap { found in
            found.option.press.map {
                finding(
                    .unmentioned($0, found.option.name, found.node.id, found.languages),
                    at: found.option.location
                )
            }
        }
    }
}

extension DecisionMenu.Option {
    /// Whether it is the answer to a question that the caller needs no instruction for.
    fileprivate var answersQuestion: Bool {
        say.contains { $0.words.count == 1 && ["yes", "no", "si", "oui", "non"].contains($0.words[0]) }
    }
}

extension LintMessage {
    fileprivate static func unmentioned(
        _ keys: Digits,
        _ option: String,
        _ node: NodeID,
        _ languages: [LanguageTag]?
    ) -> LintMessage {
        let spoken = languages.map { " in " + $0.map(\.text).joined(separator: " and ") } ?? ""
        return
            "no prompt at '\(node)' mentions key \(keys.unmasked) of option '\(option)'\(spoken); mention it, or delete the option"
    }
}
