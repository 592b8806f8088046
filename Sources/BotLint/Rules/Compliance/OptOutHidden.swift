package import BotGraph
import Compliance
import Telephony

/// An option or universal that wants the same key or words as the opt-out.
package struct OptOutHidden: LintRule {
    package let id = "opt-out-hidden"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.error
    package let summary = "a choice that wants the same key or words as the opt-out"
    package let explanation = """
        The opt-out holds at every menu and comes before a menu's own choices, so that no menu can hide it. A choice with the \
        opt-out's key, or with words that mean a request to stop ("cancel", "end", "stop my deliveries"), would opt the caller \
        out instead of being chosen. A capture at which the key is an answer is the finding `opt-out-swallowed`.

        Give the choice another key or other words: "cancel my visit" is not a request to stop, "cancel" alone is. A bot that \
        is called and has no `opt_out` takes only plain requests, so "cancel" is a word like any other there. The options of \
        the confirming menu are not looked at.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                OptOutHidden.menu(option: "{name: cancel, press: \"1\", say: [cancel my visit], go: goodbye}")
            ),
            ExampleBots.inbound(
                """
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "To cancel your visit, say cancel."
                    options:
                      - {name: cancel, say: [cancel], go: goodbye}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ],
        failing: [
            ExampleBots.outbound(
                OptOutHidden.menu(option: "↓{name: cancel, press: \"9\", say: [cancel my visit], go: goodbye}")
            ),
            ExampleBots.outbound(
                OptOutHidden.menu(option: "{name: cancel, press: \"1\", say: [↓cancel], go: goodbye}")
            ),
            ExampleBots.outbound(
                OptOutHidden.menu(option: "{name: cancel, press: \"1\", say: [↓no reminders], go: goodbye}")
            ),
        ]
    )

    private static func menu(option: String) -> String {
        """
        opt_out: {press: "9", say: [no reminders], ask: never}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "Riverside Dental about your visit. To stop these calls, press 9. To cancel your visit, press 1."
            options:
              - \(option)
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var stops = StopPhrases(bot)
        var findings: [Diagnostic] = []
        for node in bot.nodes {
            switch node.body {
            case .decisionMenu(let menu) where !menu.decidesOptOut:
                for option in menu.options { findings += check(option, in: bot, &stops) }
            case .decisionMenu, .touchtoneCapture, .message, .condition, .set, .forwardCall, .hangUp: break
            }
        }
        for (name, trigger) in bot.universals.named { findings += check(trigger, named: name, in: bot, &stops) }
        return findings
    }

    private func check(_ option: DecisionMenu.Option, in bot: Bot, _ stops: inout StopPhrases) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let policy = bot.optOut, let press = policy.press, option.press == Digits(press) {
            let note = Diagnostic.Note("the opt-out's key is given here", at: policy.location)
            findings.append(finding(.key(press, of: "option '\(option.name)'"), at: option.location, notes: [note]))
        }
        for phrase in option.say where stops.contains(phrase) {
            findings.append(hidden(phrase, of: "option '\(option.name)'"))
        }
        return findings
    }

    private func check(
        _ trigger: Universals.Trigger,
        named name: String,
        in bot: Bot,
        _ stops: inout StopPhrases
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let policy = bot.optOut, let press = policy.press, trigger.press == press {
            let note = Diagnostic.Note("the opt-out's key is given here", at: policy.location)
            findings.append(finding(.key(press, of: "universal '\(name)'"), at: trigger.location, notes: [note]))
        }
        for phrase in trigger.say where stops.contains(phrase) {
            findings.append(hidden(phrase, of: "universal '\(name)'"))
        }
        return findings
    }

    private func hidden(_ phrase: SpokenPhrase, of owner: String) -> Diagnostic {
        finding(.phrase(phrase.text, of: owner), at: phrase.location, length: phrase.text.unicodeScalars.count)
    }
}

/// The phrases that the engine takes for a request to stop, by the words that always count or the bot's own.
private struct StopPhrases {
    private let bot: Bot
    /// What was found of texts before: menus say the same again and again.
    private var known: [String: Bool] = [:]

    init(_ bot: Bot) {
        self.bot = bot
    }

    mutating func contains(_ phrase: SpokenPhrase) -> Bool {
        if let answer = known[phrase.text] { return answer }
        let answer = means(stop: phrase)
        known[phrase.text] = answer
        return answer
    }

    private func means(stop phrase: SpokenPhrase) -> Bool {
        // The engine looks for a request in all that was heard, fillers included.
        let understanding = OptOutWords.understand(words: SpokenWords.plain(phrase.text))
        if understanding == .request { return true }
        guard bot.optOut != nil || bot.direction == .outbound else { return false }
        if understanding != .none { return true }
        return bot.optOut?.say.contains { $0.isContained(in: phrase.words) } ?? false
    }
}

extension LintMessage {
    fileprivate static func key(_ key: Key, of owner: String) -> LintMessage {
        "\(owner) is on key \(key.rawValue), which is the opt-out's and goes first; give it another key"
    }

    fileprivate static func phrase(_ text: String, of owner: String) -> LintMessage {
        "'\(text)' is a request to stop and goes before \(owner): a caller who says it is opted out; use other words"
    }
}
