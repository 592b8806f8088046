package import BotGraph
import Telephony

/// An option that is chosen by saying the number of another's key.
package struct CrossedNumber: LintRule {
    package let id = "crossed-number"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "an option that is chosen by saying the number of another choice's key"
    package let explanation = """
        Callers who are told "press 2" say "two". Where another option has "two" among its phrases, it is chosen instead, and \
        the caller gets what the neighbour of the wish is. The same holds for the keys of universals and the opt-out.

        Move the option to the key that its number names, or take the number out of its phrases.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(CrossedNumber.menu("one", "two"))],
        failing: [
            ExampleBots.inbound(CrossedNumber.menu("↓two", "desk")),
            ExampleBots.inbound(CrossedNumber.menu("finish", "the desk, ↓zero")),
        ]
    )

    private static func menu(_ first: String, _ second: String) -> String {
        """
        universals:
          repeat: {press: "0"}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "To end the call, press 1. For the desk, press 2. To hear this again, press 0."
            options:
              - {name: finish, press: "1", say: [\(first)], go: goodbye}
              - {name: desk, press: "2", say: [\(second)], go: desk}
            default: goodbye
          desk: {type: forward_call, number: "+12065550101"}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var shared: [(keys: String, owner: String)] = []
        if let press = bot.optOut?.press { shared.append((String(press.rawValue), "the opt-out")) }
        for (name, trigger) in bot.universals.named {
            if let press = trigger.press { shared.append((String(press.rawValue), "universal '\(name)'")) }
        }
        var findings: [Diagnostic] = []
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body else { continue }
            for option in menu.options {
                for phrase in option.say {
                    guard let number = phrase.number, option.press?.unmasked != number else { continue }
                    guard let owner = CrossedNumber.owner(of: number, phrase, in: menu, shared) else { continue }
                    let length = phrase.text.unicodeScalars.count
                    findings.append(
                        finding(.crossed(phrase.text, option.name, owner), at: phrase.location, length: length)
                    )
                }
            }
        }
        return findings
    }

    /// What has the number for its key; nil as well where it has the phrase too, which is the finding `clashing-phrase`.
    private static func owner(
        of number: String,
        _ phrase: SpokenPhrase,
        in menu: DecisionMenu,
        _ shared: [(keys: String, owner: String)]
    ) -> String? {
        guard let other = menu.options.first(where: { $0.press?.unmasked == number }) else {
            return shared.first { $0.keys == number }?.owner
        }
        return other.say.contains { $0.words == phrase.words } ? nil : "option '\(other.name)'"
    }
}

extension SpokenPhrase {
    /// The number that the phrase is, if it is nothing else.
    fileprivate var number: String? {
        guard words.count == 1, let word = words.first, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return word
    }
}

extension LintMessage {
    fileprivate static func crossed(_ text: String, _ option: String, _ owner: String) -> LintMessage {
        """
        '\(text)' chooses option '\(option)', but is the number of the key of \(owner): a caller who says the key aloud gets \
        the wrong one; change the key or the phrase
        """
    }
}
