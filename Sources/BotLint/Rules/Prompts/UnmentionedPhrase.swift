package import BotGraph
import Telephony

/// An option without a key whose words no prompt mentions.
package struct UnmentionedPhrase: LintRule {
    package let id = "unmentioned-phrase"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "an option without a key whose words no prompt mentions"
    package let explanation = """
        The prompts at the menu list what to press or say, and none of this option's words is among them, so a caller has to \
        guess it. Only menus that list their choices are looked at: at "How can we help you?" callers choose their own words. \
        Prompts with a recording are not looked at either.

        Mention one of the phrases, give the option a key that is mentioned, or delete it.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(UnmentionedPhrase.menu("Say hours for our opening hours, or directions.", "")),
            ExampleBots.inbound(UnmentionedPhrase.menu("Welcome. How can we help you?", "")),
        ],
        failing: [ExampleBots.inbound(UnmentionedPhrase.menu("For opening 🦷 hours, say hours.", "↓"))]
    )

    private static func menu(_ prompt: String, _ mark: String) -> String {
        """
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(prompt)"
            options:
              - {name: hours, say: [hours], go: hours}
              - \(mark){name: directions, say: [directions, how to get there], go: directions}
            default: goodbye
          hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
          directions: {type: message, prompt: "We are next to the station.", go: goodbye}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let untold = subject.untoldOptions {
            $0.press == nil && !$0.say.isEmpty
        } unless: { option, choices in
            choices.isUnknown || choices.asks || !choices.lists || choices.mentions(anyOf: option.say)
        }
        return untold.map { found in
            finding(.unmentioned(found.option, found.node.id, found.languages), at: found.option.location)
        }
    }
}

extension LintMessage {
    fileprivate static func unmentioned(
        _ option: DecisionMenu.Option,
        _ node: NodeID,
        _ languages: [LanguageTag]?
    ) -> LintMessage {
        let spoken = languages.map { " in " + $0.map(\.text).joined(separator: " and ") } ?? ""
        let phrase = option.say.first?.text ?? ""
        return
            "no prompt at '\(node)' mentions what option '\(option.name)' hears, such as '\(phrase)'\(spoken); mention it, or give the option a key"
    }
}
