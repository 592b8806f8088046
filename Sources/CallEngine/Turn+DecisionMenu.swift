import BotGraph
import Compliance
import Telephony

extension Turn {
    mutating func enter(_ menu: DecisionMenu, of node: Node) throws(EvaluationFault) -> NodeID? {
        if menu.decidesOptOut, !session.optOut.isPending {
            // The file leads here by an edge of its own. Choosing it is a request to stop, and counts from now.
            suppress(returnTo: session.lastMenu ?? bot.start)
        }
        listen(at: node, menu)
        return nil
    }

    mutating func listen(at node: Node, _ menu: DecisionMenu) {
        let keys = menu.options.compactMap(\.press) + sharedKeys.map { Digits($0) }
        let phrases = menu.options.flatMap(\.say) + sharedPhrases
        serve(
            Listening(
                step: session.step,
                kind: phrases.isEmpty && !listensForOptOutWords ? .keys : .keysAndSpeech,
                prompts: pending,
                maxDigits: max(1, keys.map(\.count).max() ?? 1),
                finishOnKey: keys.contains { $0.unmasked.contains("#") } ? nil : .pound,
                timeoutSeconds: menu.timeout.wholeSeconds,
                language: session.language,
                hints: phrases.map(\.text),
                bargeIn: menu.bargeIn
            ),
            at: node
        )
    }

    mutating func take(_ reading: InputReading, at node: Node, _ menu: DecisionMenu) throws(EvaluationFault) {
        if !menu.decidesOptOut { session.lastMenu = node.id }
        switch MenuChoice(reading, menu: menu, bot: bot, isPending: session.optOut.isPending) {
        case .option(let option): try choose(option, at: node)
        case .optOut(let request): takeOptOut(request, at: node)
        case .repetition:
            if let prompt = node.prompt { try say(prompt, voice: node.voice) }
            listen(at: node, menu)
        case .help:
            if let prompt = bot.universals.helpPrompt { try say(prompt, voice: node.voice) }
            listen(at: node, menu)
        case .operator(let target): walk(to: target.node)
        case .silence: try noInput(at: node, menu.noInput, exit: menu.noInputExit)
        case .wrongAnswer: try noMatch(at: node, menu.noMatch, exit: menu.noMatchExit)
        }
    }

    private mutating func choose(_ option: DecisionMenu.Option, at node: Node) throws(EvaluationFault) {
        try assign(option.set)
        switch option.optOut {
        case .confirmed: confirmOptOut()
        case .withdrawn: withdrawOptOut(to: option.go)
        case nil:
            guard let go = option.go else {
                endPolitely(.noExit)
                return
            }
            walk(to: go.node)
        }
    }

    /// The keys that hold at every menu of the bot.
    private var sharedKeys: [Key] {
        let universals = bot.universals
        return [bot.optOut?.press, universals.repetition?.press, universals.help?.press, universals.operator?.press]
            .compactMap(\.self)
    }

    /// The phrases that hold at every menu of the bot.
    private var sharedPhrases: [SpokenPhrase] {
        let universals = bot.universals
        return [universals.repetition, universals.help, universals.operator].flatMap { $0?.say ?? [] }
            + (bot.optOut?.say ?? [])
    }

    /// Whether the words of an opt-out are listened for: wherever the bot calls people, or says that it takes them.
    private var listensForOptOutWords: Bool { bot.optOut != nil || bot.direction == .outbound }
}
