package import BotGraph
import Telephony

/// A bot that calls people who cannot ask it to stop.
package struct OptOutNotReachable: LintRule {
    package let id = "opt-out-not-reachable"
    package let family = LintFamily.compliance
    package let severity = Diagnostic.Severity.error
    package let summary = "an outbound bot whose call can end without a place to ask it to stop"
    package let explanation = """
        An automated call has to offer a way to stop such calls, by voice or key: 47 CFR 64.1200(b)(3) for telemarketing and \
        for the exempted calls to residential lines. Whoever can be called can revoke consent, 64.1200(a)(10).

        Found are an outbound bot without `opt_out`; one whose `opt_out` has neither `press` nor `say`, so that the caller can \
        be told no key; and a call that speaks and comes to a `hang_up` without passing a menu, where the request would be \
        heard. That last one is an error for telemarketing, else a warning.

        Give the bot an `opt_out`, and let every call pass a menu.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.outbound(
                """
                opt_out: {press: "9", ask: never}
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "Riverside Dental about your visit. To stop these calls, press 9. To confirm, press 1."
                    options:
                      - {name: confirm, press: "1", go: goodbye}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            )
        ],
        failing: [
            ExampleBots.outbound(
                """
                start: ↓greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "Riverside Dental about your visit. To confirm, press 1."
                    options:
                      - {name: confirm, press: "1", go: goodbye}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
            ExampleBots.outbound(
                """
                ↓opt_out: {ask: never}
                start: greeting
                nodes:
                  greeting:
                    type: decision_menu
                    prompt: "Riverside Dental about your visit. To confirm, press 1."
                    options:
                      - {name: confirm, press: "1", go: goodbye}
                    default: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
            ExampleBots.outbound(
                """
                opt_out: {press: "9", ask: never}
                start: greeting
                nodes:
                  ↓greeting: {type: message, prompt: "Riverside Dental about your visit tomorrow at nine.", go: goodbye}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let graph = subject.graph
        guard bot.direction == .outbound, bot.channel == .voice else { return [] }
        guard let policy = bot.optOut else {
            let length = bot.start.text.unicodeScalars.count
            return [finding(.noOptOut(bot.name), at: bot.startLocation, length: length)]
        }
        var findings: [Diagnostic] = []
        if policy.press == nil, policy.say.isEmpty {
            findings.append(finding(.noTrigger, at: policy.location, length: "opt_out".count))
        }
        if let speaker = speaksWithoutMenu(bot, graph) { findings.append(speaker) }
        return findings
    }

    /// A node that speaks on a path to a `hang_up` that passes no place to ask.
    private func speaksWithoutMenu(_ bot: Bot, _ graph: CallGraph) -> Diagnostic? {
        let isDeaf = { (node: Node) in !node.takesOptOut(in: bot) }
        let deafIDs = Set(bot.nodes.filter(isDeaf).map(\.id))
        let hangUps = bot.nodes.filter { if case .hangUp = $0.body { true } else { false } }.map(\.id)
        let leading = graph.nodes(leadingTo: Set(hangUps)) { deafIDs.contains($0.from) && deafIDs.contains($0.to) }
        let speaks = { (node: Node) in leading.contains(node.id) && node.prompt?.isEmpty == false }
        guard let before = graph.path(from: bot.start, toFirst: speaks, through: isDeaf),
            let speaker = bot[before.last?.to ?? bot.start],
            let after = graph.path(from: speaker.id, toFirst: { hangUps.contains($0.id) }, through: isDeaf)
        else { return nil }
        let path = (before + after).described(from: bot.start)
        let severity = bot.purpose == .telemarketing ? Diagnostic.Severity.error : .warning
        return finding(.noMenu(path: path), at: speaker, severity: severity)
    }
}

extension LintMessage {
    fileprivate static func noOptOut(_ bot: BotName) -> LintMessage {
        "'\(bot)' calls people and has no `opt_out`, so nobody can be told how to stop its calls (47 CFR 64.1200(b)(3)); add one"
    }

    fileprivate static let noTrigger: LintMessage = """
        `opt_out` has neither `press` nor `say`, so there is no key to offer and a caller has to guess the words; give it a key
        """

    fileprivate static func noMenu(path: String) -> LintMessage {
        "a call can speak and end without a place to ask it to stop (\(path)); let it pass a menu (47 CFR 64.1200(b)(3))"
    }
}
