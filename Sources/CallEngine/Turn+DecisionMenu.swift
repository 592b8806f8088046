import BotGraph
import Compliance
import Telephony

extension Turn {
    func listening(_ menu: DecisionMenu) -> Listening {
        let keys = menu.options.compactMap(\.press) + sharedKeys.map { Digits($0) }
        let phrases = menu.options.flatMap(\.say) + sharedPhrases
        return Listening(
            step: session.step,
            kind: phrases.isEmpty && !listensForOptOutWords ? .keys : .keysAndSpeech,
            prompts: pending,
            maxDigits: max(1, keys.map(\.count).max() ?? 1),
            finishOnKey: keys.contains { $0.unmasked.contains("#") } ? nil : .pound,
            timeoutSeconds: menu.timeout.wholeSeconds,
            language: session.language,
            hints: phrases.map(\.text) + optOutHints,
            bargeIn: menu.bargeIn
        )
    }

    mutating func take(_ reading: InputReading, at node: Node, _ menu: DecisionMenu) throws(EvaluationFault) {
        if !menu.decidesOptOut { session.lastMenu = node.id }
        let choice = MenuChoice(reading, menu: menu, bot: bot, isPending: session.optOut.isPending)
        switch choice {
        case .option, .optOut, .repetition, .help, .operator: session.failuresInRow = 0
        case .silence, .wrongAnswer: break
        }
        switch choice {
        case .option(let option): try choose(option, at: node.id)
        case .optOut(let request): takeOptOut(request, at: node)
        case .repetition:
            pass(.took(node.id, .repetition))
            if let prompt = node.prompt { try say(prompt, voice: node.voice) }
            listen(at: node)
        case .help:
            pass(.took(node.id, .help))
            if let prompt = bot.universals.helpPrompt { try say(prompt, voice: node.voice) }
            listen(at: node)
        case .operator(let target):
            pass(.took(node.id, .operator))
            walk(to: target.node)
        case .silence: try noInput(at: node, menu.noInput, exit: menu.noInputExit)
        case .wrongAnswer: try noMatch(at: node, menu.noMatch, exit: menu.noMatchExit)
        }
    }

    private mutating func choose(_ option: DecisionMenu.Option, at id: NodeID) throws(EvaluationFault) {
        // A request to stop that is settled holds, whatever becomes of the option's own values.
        pass(.took(id, .edge(.option(option.name))))
        if option.optOut == .confirmed {
            confirmOptOut()
            return
        }
        try assign(option.set)
        if option.optOut == .withdrawn {
            withdrawOptOut(to: option.go)
        } else if let go = option.go {
            walk(to: go.node)
        } else {
            endPolitely(.noExit)
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

    /// What the recogniser should expect wherever a request to stop is listened for.
    var optOutHints: [String] {
        guard listensForOptOutWords else { return [] }
        return session.language.base == "es"
            ? ["alto", "no me llamen", "quitenme de la lista"] : ["stop", "stop calling me", "take me off your list"]
    }

    /// Whether the words of an opt-out are listened for: wherever the bot calls people, or says that it takes them.
    private var listensForOptOutWords: Bool { bot.optOut != nil || bot.direction == .outbound }
}
