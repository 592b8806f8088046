import BotGraph
import CallEngine
import Compliance
import Telephony

/// What a caller can do where a call waits.
struct CallerActs {
    /// An act, with what it is meant as.
    struct Meant {
        enum Meaning: Hashable {
            case choice
            case silence
            case wrongAnswer
            case optOutKey
            /// A plain request to stop.
            case optOutWords
            case hangUp
        }

        let act: ExploredAct
        let meaning: Meaning

        init(_ act: ExploredAct, _ meaning: Meaning = .choice) {
            self.act = act
            self.meaning = meaning
        }
    }

    let bot: Bot
    /// Whether every phrase is said, not only the first of each choice.
    let saysAllPhrases: Bool

    static let request = "stop calling me"
    /// Leaves open whether the calls shall stop.
    static let doubtfulRequest = "how do i opt out"
    private static let wrongWords = [
        "what was that about the weather", "purple umbrellas", "seven green bottles", "mumble",
    ]
    /// The likeliest to be a wrong key first.
    private static let keys: [Key] = [
        .seven, .five, .eight, .six, .four, .three, .two, .one, .nine, .zero, .star, .pound,
    ]

    static let legEnds: [ExploredAct] = [DialStatus.completed, .busy, .noAnswer, .failed].map { .forwardEnds($0) }

    /// The plainest first: of acts that come to the same, the first stands for all.
    func acts(_ menu: DecisionMenu, _ ear: CallWalk.Ear) -> [Meant] {
        var acts: [Meant] = []
        for option in menu.options { if let press = option.press { acts.append(Meant(.press(press))) } }
        if ear.hearsSpeech { for option in menu.options { acts += said(option.say) } }
        for trigger in universals {
            if let press = trigger.press { acts.append(Meant(.press(Digits(press)))) }
            if ear.hearsSpeech { acts += said(trigger.say) }
        }
        if let key = wrongKey(at: menu, ear) { acts.append(Meant(.press(Digits(key)), .wrongAnswer)) }
        if ear.hearsSpeech { acts.append(Meant(.say(wrongWords(at: menu)), .wrongAnswer)) }
        acts.append(Meant(.silence, .silence))
        return acts + optOut(ear) + [Meant(.hangUp, .hangUp)]
    }

    /// Without the digits that are taken.
    func acts(_ capture: TouchtoneCapture, tooFew: [Digits], _ ear: CallWalk.Ear) -> [Meant] {
        var acts = tooFew.map { Meant(.press($0), .wrongAnswer) }
        if ear.hearsSpeech { acts.append(Meant(.say(CallerActs.wrongWords[0]), .wrongAnswer)) }
        acts.append(Meant(.silence, .silence))
        return acts + optOut(ear) + [Meant(.hangUp, .hangUp)]
    }

    private func optOut(_ ear: CallWalk.Ear) -> [Meant] {
        var acts: [Meant] = []
        if let press = bot.optOut?.press { acts.append(Meant(.press(Digits(press)), .optOutKey)) }
        guard ear.hearsSpeech else { return acts }
        acts.append(Meant(.say(CallerActs.request), .optOutWords))
        guard let policy = bot.optOut else { return acts }
        acts += said(policy.say)
        if policy.ask != .never { acts.append(Meant(.say(CallerActs.doubtfulRequest))) }
        return acts
    }

    private func said(_ phrases: [SpokenPhrase]) -> [Meant] {
        (saysAllPhrases ? phrases[...] : phrases.prefix(1)).map { Meant(.say($0.text)) }
    }

    private var universals: [Universals.Trigger] {
        [bot.universals.repetition, bot.universals.help, bot.universals.operator].compactMap(\.self)
    }

    private func wrongKey(at menu: DecisionMenu, _ ear: CallWalk.Ear) -> Key? {
        var taken = Set(universals.compactMap(\.press) + [bot.optOut?.press, ear.finishOnKey].compactMap(\.self))
        for option in menu.options {
            guard let press = option.press, press.count == 1, let key = press.unmasked.first else { continue }
            if let key = Key(rawValue: key) { taken.insert(key) }
        }
        return CallerActs.keys.first { !taken.contains($0) }
    }

    private func wrongWords(at menu: DecisionMenu) -> String {
        let phrases = menu.options.flatMap(\.say) + universals.flatMap(\.say) + (bot.optOut?.say ?? [])
        let free = CallerActs.wrongWords.first { words in
            let folded = SpokenWords.fold(words)
            return !phrases.contains { $0.isContained(in: folded) }
        }
        return free ?? CallerActs.wrongWords[0]
    }
}
