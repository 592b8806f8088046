package import BotGraph
import Telephony

/// Something that the chosen provider's dialect cannot express.
package struct ProviderCannot: LintRule {
    package let id = "provider-cannot"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.error
    package let summary = "something that the chosen provider cannot do"
    package let explanation = """
        Somleng's Gather takes keys and no speech. A menu that listens for words cannot be written for it, so a call that gets \
        there would end with the bot's apology. A bot listens for words where an option or a universal has `say`, at every menu \
        where it has an `opt_out`, and at every menu and capture where it calls people: whoever is called may say stop.

        Serve the bot by another provider, or take the words out and leave the keys. See \
        https://github.com/somleng/somleng-switch.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(ProviderCannot.bot("press: \"1\""))],
        failing: [ExampleBots.inbound(ProviderCannot.bot("press: \"1\", say: [\"año 🦷 uno\", finish]", mark: "↓"))],
        provider: .somleng
    )

    private static func bot(_ trigger: String, mark: String = "") -> String {
        """
        start: greeting
        nodes:
          \(mark)greeting:
            type: decision_menu
            prompt: "To end the call, press 1."
            options:
              - {name: finish, \(trigger), go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let provider = subject.provider.capabilities
        guard !provider.hearsSpeech, let first = bot.nodes.first(where: bot.hearsSpeech) else { return [] }
        // What holds for the whole bot is told once.
        if bot.direction == .outbound {
            return [finding(.outbound(provider), at: first)]
        }
        if let policy = bot.optOut {
            return [finding(.optOut(provider), at: policy.location)]
        }
        if !bot.sharedPhrases.isEmpty {
            let triggers = bot.universals.named.filter { !$0.trigger.say.isEmpty }
            return triggers.map { finding(.universal($0.name, provider), at: $0.trigger.location) }
        }
        return bot.nodes.filter(bot.hearsSpeech).map { finding(.menu($0.id, provider), at: $0) }
    }
}

extension LintMessage {
    fileprivate static func outbound(_ provider: ProviderName.Capabilities) -> LintMessage {
        """
        \(provider.title) takes keys and no speech (\(provider.page)), and whoever a bot calls may say stop: \
        it cannot serve bots that call; choose another provider
        """
    }

    fileprivate static func optOut(_ provider: ProviderName.Capabilities) -> LintMessage {
        """
        \(provider.title) takes keys and no speech (\(provider.page)), and a bot with an opt_out listens for its words; \
        choose another provider
        """
    }

    fileprivate static func universal(_ name: String, _ provider: ProviderName.Capabilities) -> LintMessage {
        """
        \(provider.title) takes keys and no speech (\(provider.page)), so no menu can listen for the words of '\(name)'; \
        leave its key, or choose another provider
        """
    }

    fileprivate static func menu(_ node: NodeID, _ provider: ProviderName.Capabilities) -> LintMessage {
        """
        \(provider.title) takes keys and no speech (\(provider.page)), so '\(node)' cannot listen for words; \
        leave its keys, or choose another provider
        """
    }
}
