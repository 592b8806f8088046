package import BotGraph
import Telephony

/// Two choices of one menu on one key.
package struct ClashingKey: LintRule {
    package let id = "clashing-key"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.error
    package let summary = "two choices of one menu on one key"
    package let explanation = """
        Two options of a menu have the same key, so the second is never chosen by it. Or two universals have, or a universal \
        and an option: then the option wins at that menu and the universal does not hold there, which is a warning.

        Give one of them another key. A key that clashes with the opt-out's is the finding `opt-out-hidden`.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(ClashingKey.menu(universal: "0", first: "1", "{name: desk, press: \"2\", go: desk}"))
        ],
        failing: [
            ExampleBots.inbound(ClashingKey.menu(universal: "0", first: "1", "↓{name: desk, press: \"1\", go: desk}")),
            ExampleBots.inbound(ClashingKey.menu(universal: "2", first: "1", "↓{name: desk, press: \"2\", go: desk}")),
        ]
    )

    private static func menu(universal: String, first: String, _ second: String) -> String {
        """
        universals:
          repeat: {press: "\(universal)"}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "To end the call, press \(first). For the desk, press 2."
            options:
              - {name: finish, press: "\(first)", go: goodbye}
              - \(second)
            default: goodbye
          desk: {type: forward_call, number: "+12065550101"}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var findings: [Diagnostic] = []
        let universals = bot.universals.named.filter { $0.trigger.press != nil }
        for (index, (name, trigger)) in universals.enumerated() {
            guard let earlier = universals.prefix(index).first(where: { $0.trigger.press == trigger.press }) else {
                continue
            }
            let note = Diagnostic.Note("'\(earlier.name)' has it here", at: earlier.trigger.location)
            findings.append(finding(.universals(name, earlier.name), at: trigger.location, notes: [note]))
        }
        let shared = universals.compactMap { universal in
            universal.trigger.press.map {
                (keys: Digits($0), name: universal.name, location: universal.trigger.location)
            }
        }
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body else { continue }
            // A menu has 50 options at most.
            for (index, option) in menu.options.enumerated() {
                guard let keys = option.press else { continue }
                if let first = menu.options.prefix(index).first(where: { $0.press == keys }) {
                    let note = Diagnostic.Note("'\(first.name)' has it here", at: first.location)
                    let message = LintMessage.options(keys, option.name, first.name)
                    findings.append(finding(message, at: option.location, notes: [note]))
                    continue
                }
                guard let universal = shared.first(where: { $0.keys == keys }) else { continue }
                let note = Diagnostic.Note("'\(universal.name)' has it here", at: universal.location)
                let message = LintMessage.universal(keys, option.name, universal.name)
                findings.append(finding(message, at: option.location, severity: .warning, notes: [note]))
            }
        }
        return findings
    }
}

extension LintMessage {
    fileprivate static func options(_ keys: Digits, _ option: String, _ earlier: String) -> LintMessage {
        "option '\(option)' is on \(keys.unmasked), which chooses '\(earlier)' first; give it another key"
    }

    fileprivate static func universal(_ keys: Digits, _ option: String, _ universal: String) -> LintMessage {
        "option '\(option)' is on \(keys.unmasked), so the universal '\(universal)' does not hold at this menu; give it another key"
    }

    fileprivate static func universals(_ universal: String, _ earlier: String) -> LintMessage {
        "universal '\(universal)' has the key of '\(earlier)', which goes first; give it another key"
    }
}
