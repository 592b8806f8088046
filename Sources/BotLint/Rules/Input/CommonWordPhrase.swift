package import BotGraph

/// A phrase that is a single word of every sentence.
package struct CommonWordPhrase: LintRule {
    package let id = "common-word-phrase"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a choice on an article, preposition or conjunction alone"
    package let explanation = """
        A phrase is looked for anywhere in what the caller said, and of two equally long ones the option's wins that stands \
        earlier in the file. So a choice on "a", "to" or "el" is chosen by nearly every sentence that holds no longer phrase: \
        "I have a question" chooses "a".

        Use a phrase that answers alone: "option A", "plan A". Only English and Spanish words are looked at, by the bot's \
        languages; pronouns, "yes" and "no" are answers and are let be.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(CommonWordPhrase.menu("repeat", "plan a"))],
        failing: [
            ExampleBots.inbound(CommonWordPhrase.menu("repeat", "basic, ↓A")),
            ExampleBots.inbound(CommonWordPhrase.menu("↓is", "basic")),
        ]
    )

    private static func menu(_ universal: String, _ second: String) -> String {
        """
        universals:
          repeat: {say: [\(universal)]}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Which plan do you want to ask about?"
            options:
              - {name: premium, say: [premium], go: desk}
              - {name: basic, say: [\(second)], go: desk}
            default: goodbye
          desk: {type: forward_call, number: "+12065550101"}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let common = CommonWords.functionWords(of: bot.languages)
        var findings: [Diagnostic] = []
        func check(_ phrases: [SpokenPhrase], of owner: @autoclosure () -> String) {
            for phrase in phrases {
                guard phrase.words.count == 1, let word = phrase.words.first, word.utf8.count <= CommonWords.longest,
                    common.contains(word)
                else { continue }
                let length = phrase.text.unicodeScalars.count
                findings.append(finding(.common(phrase.text, owner()), at: phrase.location, length: length))
            }
        }
        for (name, trigger) in bot.universals.named { check(trigger.say, of: "universal '\(name)'") }
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body else { continue }
            for option in menu.options { check(option.say, of: "option '\(option.name)'") }
        }
        return findings
    }
}

extension LintMessage {
    fileprivate static func common(_ text: String, _ owner: String) -> LintMessage {
        "'\(text)' stands in nearly every sentence, and any of them would choose \(owner); use a phrase that answers alone"
    }
}
