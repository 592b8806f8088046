package import BotGraph

/// Two choices of one menu on one phrase.
package struct ClashingPhrase: LintRule {
    package let id = "clashing-phrase"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.error
    package let summary = "two choices of one menu on one phrase"
    package let explanation = """
        Two options of a menu have a phrase that is the same once case, punctuation, filler words and number words are folded, \
        so the second is never chosen by it. Or two universals have, or a universal and an option: then the option wins at \
        that menu and the universal does not hold there, which is a warning.

        Change one of the phrases. A phrase that is a request to stop is the finding `opt-out-hidden`.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(ClashingPhrase.menu(universal: "again", "desk"))],
        failing: [
            ExampleBots.inbound(ClashingPhrase.menu(universal: "again", "↓Finish!")),
            ExampleBots.inbound(ClashingPhrase.menu(universal: "again", "¿adiós 🦷?, ↓finish")),
            ExampleBots.inbound(ClashingPhrase.menu(universal: "the desk", "desk, ↓the desk")),
        ]
    )

    private static func menu(universal: String, _ second: String) -> String {
        """
        universals:
          repeat: {say: [\(universal)]}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Say finish or desk."
            options:
              - {name: finish, say: [finish], go: goodbye}
              - {name: desk, say: [\(second)], go: desk}
            default: goodbye
          desk: {type: forward_call, number: "+12065550101"}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var findings: [Diagnostic] = []
        var universals: [[String]: (owner: String, phrase: SpokenPhrase)] = [:]
        for (name, trigger) in bot.universals.named {
            for phrase in trigger.say {
                if let earlier = universals[phrase.words], earlier.owner != name {
                    findings.append(clash(.universals(phrase.text, name, earlier.owner), phrase, earlier.phrase))
                } else {
                    universals[phrase.words] = (name, phrase)
                }
            }
        }
        let shared = bot.universals.named.flatMap(\.trigger.say).map(\.fingerprint)
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body, menu.mayClash(with: shared) else { continue }
            var options: [[String]: (owner: String, phrase: SpokenPhrase)] = [:]
            for option in menu.options {
                for phrase in option.say {
                    if let earlier = options[phrase.words] {
                        guard earlier.owner != option.name else { continue }
                        findings.append(
                            clash(.options(phrase.text, option.name, earlier.owner), phrase, earlier.phrase)
                        )
                        continue
                    }
                    options[phrase.words] = (option.name, phrase)
                    if let universal = universals[phrase.words] {
                        let message = LintMessage.universal(phrase.text, option.name, universal.owner)
                        findings.append(clash(message, phrase, universal.phrase, severity: .warning))
                    }
                }
            }
        }
        return findings
    }

    private func clash(
        _ message: LintMessage,
        _ phrase: SpokenPhrase,
        _ earlier: SpokenPhrase,
        severity: Diagnostic.Severity? = nil
    ) -> Diagnostic {
        finding(
            message,
            at: phrase.location,
            length: phrase.text.unicodeScalars.count,
            severity: severity,
            notes: [Diagnostic.Note("the same phrase is here", at: earlier.location)]
        )
    }
}

extension DecisionMenu {
    /// Whether two of the menu's phrases, or one and a universal's, may be the same.
    fileprivate func mayClash(with shared: [UInt64]) -> Bool {
        var prints = shared
        for option in options {
            for phrase in option.say { prints.append(phrase.fingerprint) }
        }
        return prints.hasRepeats
    }
}

extension LintMessage {
    fileprivate static func options(_ text: String, _ option: String, _ earlier: String) -> LintMessage {
        "'\(text)' of option '\(option)' chooses '\(earlier)' first; use other words for one of them"
    }

    fileprivate static func universal(_ text: String, _ option: String, _ universal: String) -> LintMessage {
        "'\(text)' chooses option '\(option)', so the universal '\(universal)' does not hold at this menu; use other words"
    }

    fileprivate static func universals(_ text: String, _ universal: String, _ earlier: String) -> LintMessage {
        "'\(text)' of universal '\(universal)' chooses '\(earlier)' first; use other words for one of them"
    }
}
