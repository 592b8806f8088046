import BotGraph
import Simulator
import Telephony

/// One thing that a caller does, with what the bot's file makes of it.
struct Move: CustomStringConvertible {
    enum Meaning {
        case option(DecisionMenu.Option)
        /// Whether it could mean nothing else.
        case optOut(isCertain: Bool)
        case repetition
        case help
        case `operator`
        case answer
        case wrongAnswer
        case silence
        case legEnds(DialStatus)
        case hangUp
    }

    let act: CallerAct
    let meaning: Meaning

    init(_ act: CallerAct, _ meaning: Meaning) {
        self.act = act
        self.meaning = meaning
    }

    var description: String { act.sentence(.open) }
}

/// What a bot needs to be called, and what the exploration cannot read from its file.
struct SampleFacts {
    let sample: SampleBot
    /// The bot's variables at the start.
    let values: [String: String]
    /// Digits by capture: some that are taken, and some of the right length that are not.
    let digits: [String: (taken: [String], refused: [String])]

    static let all: [SampleFacts] = [
        SampleFacts(
            sample: SampleBot(name: "appointment-reminder"),
            values: ["day": "Tuesday, March third", "time": "half past nine", "actor.first_name": "Ada"],
            digits: [:]
        ),
        SampleFacts(
            sample: SampleBot(name: "debt-notice"),
            values: ["reference": "4417"],
            digits: ["reference": (taken: ["4417"], refused: ["4471"])]
        ),
        SampleFacts(
            sample: SampleBot(name: "front-desk"),
            values: [:],
            digits: ["account": (taken: ["123456", "246810", "123456#"], refused: ["000000"])]
        ),
    ]

    /// Everything that a caller can do where a call waits; once somebody was misunderstood, only what leads further.
    func moves(at place: Waiting, in bot: Bot) throws -> [Move] {
        guard let node = bot[place.node] else { throw SampleBotError.beyondTheMap("no node \(place.node)") }
        switch node.body {
        case .decisionMenu(let menu):
            let missed =
                try wrongKeys(at: menu, in: bot) + [
                    Move(.silence, .silence), Move(.say("purple elephants"), .wrongAnswer),
                ]
            return place.isFresh ? try choices(of: menu, in: bot) + missed + [Move(.hangUp, .hangUp)] : missed
        case .touchtoneCapture:
            return try moves(atCapture: place, in: bot)
        case .forwardCall:
            return DialStatus.allCases.map { Move(.forwardEnds($0), .legEnds($0)) } + [Move(.hangUp, .hangUp)]
        case .message, .condition, .set, .hangUp:
            throw SampleBotError.beyondTheMap("a call waits at \(place.node), which waits for nobody")
        }
    }

    private func choices(of menu: DecisionMenu, in bot: Bot) throws -> [Move] {
        var moves: [Move] = []
        for option in menu.options {
            if let keys = option.press { moves.append(Move(.press(keys), .option(option))) }
            moves += option.say.map { Move(.say($0.text), .option(option)) }
        }
        let universals: [(Universals.Trigger?, Move.Meaning)] = [
            (bot.universals.repetition, .repetition), (bot.universals.help, .help),
            (bot.universals.operator, .operator),
        ]
        for (trigger, meaning) in universals {
            if let key = trigger?.press { moves.append(Move(.press(Digits(key)), meaning)) }
            moves += (trigger?.say ?? []).map { Move(.say($0.text), meaning) }
        }
        if let key = bot.optOut?.press { moves.append(Move(.press(Digits(key)), .optOut(isCertain: true))) }
        for words in ["stop", "take me off your list"] + (bot.optOut?.say.map(\.text) ?? []) {
            moves.append(Move(.say(words), .optOut(isCertain: true)))
        }
        // To somebody who was asked already it is neither a yes nor a no.
        let unclear = menu.decidesOptOut ? Move.Meaning.wrongAnswer : .optOut(isCertain: false)
        return moves + [Move(.say("my wife told you people stop"), unclear)]
    }

    /// A key that means nothing at the menu; and where it means nothing, the key that ends the input, which alone is silence.
    private func wrongKeys(at menu: DecisionMenu, in bot: Bot) throws -> [Move] {
        let universals = bot.universals
        let shared = [
            universals.repetition?.press, universals.help?.press, universals.operator?.press, bot.optOut?.press,
        ]
        let used = Set(menu.options.compactMap(\.press) + shared.compactMap(\.self).map { Digits($0) })
        let free = ["8", "7", "6", "5"].compactMap { Digits($0) }.filter { !used.contains($0) }
        guard let wrong = free.first else { throw SampleBotError.beyondTheMap("every key means something") }
        let pound = Digits(.pound)
        return [Move(.press(wrong), .wrongAnswer)] + (used.contains(pound) ? [] : [Move(.press(pound), .silence)])
    }

    private func moves(atCapture place: Waiting, in bot: Bot) throws -> [Move] {
        guard let digits = digits[place.node.text] else {
            throw SampleBotError.beyondTheMap("nobody knows what to type at \(place.node)")
        }
        let missed =
            try [Move(.silence, .silence), press("#", .silence)] + digits.refused.map { try press($0, .wrongAnswer) }
        guard place.isFresh else { return missed }
        var moves = try digits.taken.map { try press($0, .answer) } + missed
        moves += [try press("12", .wrongAnswer), try press("0", .wrongAnswer), Move(.hangUp, .hangUp)]
        if let key = bot.optOut?.press { moves.append(Move(.press(Digits(key)), .optOut(isCertain: true))) }
        return moves
    }

    private func press(_ text: String, _ meaning: Move.Meaning) throws -> Move {
        guard let digits = Digits(text) else { throw SampleBotError.beyondTheMap("'\(text)' is no row of keys") }
        return Move(.press(digits), meaning)
    }
}
