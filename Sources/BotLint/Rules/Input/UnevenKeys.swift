package import BotGraph
import Telephony

/// A menu whose options have keys of different lengths.
package struct UnevenKeys: LintRule {
    package let id = "uneven-keys"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a menu that mixes options of one key with options of several"
    package let explanation = """
        The provider waits for as many keys as the longest option of the menu has, `numDigits` of its Gather. So one option on \
        "23" makes every option of a single key slow: the caller presses 1 and hears nothing until the menu's timeout is over, \
        and presses again.

        Give the options keys of one length, or say that the pound key ends the choice: a menu whose prompt names it is not \
        reported. Keys of which one begins the other are the finding `prefix-key`.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.inbound(
                UnevenKeys.menu(
                    "To end the call, press 1. For the desk, press 2.",
                    "{name: desk, press: \"2\", go: desk}"
                )
            ),
            ExampleBots.inbound(
                UnevenKeys.menu(
                    "To end the call, press 1. For the desk, press 23. The pound key ends your choice.",
                    "{name: desk, press: \"23\", go: desk}"
                )
            ),
        ],
        failing: [
            ExampleBots.inbound(
                UnevenKeys.menu(
                    "To end the call, press 1. For the desk, press 23.",
                    "↓{name: desk, press: \"23\", go: desk}"
                )
            )
        ]
    )

    private static func menu(_ prompt: String, _ option: String) -> String {
        """
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "\(prompt)"
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
        return bot.nodes.compactMap { node in
            guard case .decisionMenu(let menu) = node.body, menu.longestKeys > 1 else { return nil }
            let options = menu.options.filter { $0.press != nil }
            guard let shortest = options.min(by: { $0.keyCount < $1.keyCount }),
                let longer = options.first(where: { $0.keyCount > shortest.keyCount }),
                !UnevenKeys.hasPrefix(among: options.compactMap(\.press)),
                !menu.prompt.mayName(.pound, in: bot)
            else { return nil }
            let note = Diagnostic.Note("'\(shortest.name)' has the shorter key here", at: shortest.location)
            return finding(.uneven(longer, shortest, menu.timeout), at: longer.location, notes: [note])
        }
    }

    private static func hasPrefix(among keys: [Digits]) -> Bool {
        let all = Set(keys.map { $0.unmasked[...] })
        return all.contains { long in (1..<max(1, long.count)).contains { all.contains(long.prefix($0)) } }
    }
}

extension DecisionMenu.Option {
    fileprivate var keyCount: Int { press?.count ?? 0 }
}

extension LintMessage {
    fileprivate static func uneven(
        _ longer: DecisionMenu.Option,
        _ shorter: DecisionMenu.Option,
        _ timeout: Duration
    ) -> LintMessage {
        """
        option '\(longer.name)' is on \(longer.press?.unmasked ?? ""), so whoever presses \(shorter.press?.unmasked ?? "") \
        for '\(shorter.name)' waits \(timeout.components.seconds) s; give the options keys of one length
        """
    }
}
