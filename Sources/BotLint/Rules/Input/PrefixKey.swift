package import BotGraph
import Telephony

/// A choice whose keys are the beginning of another's.
package struct PrefixKey: LintRule {
    package let id = "prefix-key"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a choice whose keys are the beginning of another's"
    package let explanation = """
        With "1" and "12" at one menu nobody can tell, when 1 is pressed, whether 2 is to follow. The provider waits for as \
        many keys as the longest choice of the menu has, `numDigits` of its Gather. So whoever presses 1 sits in silence until \
        the menu's timeout is over or # is pressed, and whoever presses on, out of impatience, gets the other choice.

        The keys of universals and of the opt-out count too, as they hold at every menu: an option on "99" is what a person \
        gets who presses 9 twice to stop the calls.

        Give the choices keys of one length, or keys that begin differently.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(PrefixKey.menu("{name: desk, press: \"2\", go: desk}"))],
        failing: [
            ExampleBots.inbound(PrefixKey.menu("↓{name: desk, press: \"12\", go: desk}")),
            ExampleBots.inbound(PrefixKey.menu("↓{name: desk, press: \"00\", go: desk}")),
        ]
    )

    private static func menu(_ option: String) -> String {
        """
        universals:
          operator: {press: "0", go: desk}
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "To end the call, press 1. For the desk, press 2."
            options:
              - {name: finish, press: "1", go: goodbye}
              - \(option)
            default: goodbye
          desk: {type: forward_call, number: "+12065550101"}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var shared: [MenuKey] = []
        if let policy = bot.optOut, let press = policy.press {
            shared.append(MenuKey(Digits(press), of: "the opt-out", at: policy.location))
        }
        for (name, trigger) in bot.universals.named {
            guard let press = trigger.press else { continue }
            shared.append(MenuKey(Digits(press), of: "universal '\(name)'", at: trigger.location))
        }
        return bot.nodes.flatMap { node -> [Diagnostic] in
            guard case .decisionMenu(let menu) = node.body, menu.longestKeys > 1 else { return [] }
            return check(menu, shared)
        }
    }

    private func check(_ menu: DecisionMenu, _ shared: [MenuKey]) -> [Diagnostic] {
        let own = menu.options.compactMap { option in
            option.press.map { MenuKey($0, of: "option '\(option.name)'", at: option.location) }
        }
        let byKeys = Dictionary((own + shared).map { ($0.keys, $0) }) { first, _ in first }
        return own.flatMap { long in
            (1..<max(1, long.keys.count)).compactMap { count in
                guard let short = byKeys[long.keys.prefix(count)] else { return nil }
                let note = Diagnostic.Note("\(short.owner) has \(short.keys) here", at: short.location)
                return finding(.prefix(long, short, menu.timeout), at: long.location, notes: [note])
            }
        }
    }
}

/// A key, or several in a row, that chooses something at a menu.
private struct MenuKey {
    let keys: Substring
    let owner: String
    let location: SourceLocation

    init(_ keys: Digits, of owner: String, at location: SourceLocation) {
        self.keys = keys.unmasked[...]
        self.owner = owner
        self.location = location
    }
}

extension LintMessage {
    fileprivate static func prefix(_ long: MenuKey, _ short: MenuKey, _ timeout: Duration) -> LintMessage {
        """
        \(long.owner) is on \(long.keys), which begins with \(short.keys) of \(short.owner): whoever presses \(short.keys) \
        waits \(timeout.components.seconds) s for another key, and an impatient second press may choose \(long.keys); \
        give it keys that begin differently
        """
    }
}
