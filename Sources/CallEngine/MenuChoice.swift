import BotGraph
import Compliance
import Telephony

/// What a reading means at a menu.
///
/// Keys: the opt-out key comes first, then options, then universals; in the confirming menu its options come before the
/// opt-out key, which there says it again.
///
/// Speech: a request to stop comes first, so that no option can hide it. Otherwise the longest phrase found in what was
/// said wins; of two equally long ones an option's before a universal's, and the earlier in the file.
///
/// In the confirming menu a request made again settles it, and "no" takes the request back only when it is all that was
/// said: "no more", "no, stop" and "I said no" do not say that the calls may go on.
enum MenuChoice: Hashable {
    case option(DecisionMenu.Option)
    case optOut(OptOutRequest)
    case repetition
    case help
    case `operator`(Target)
    case silence
    case wrongAnswer

    init(_ reading: InputReading, menu: DecisionMenu, bot: Bot, isPending: Bool) {
        let isConfirming = isPending && menu.decidesOptOut
        switch reading {
        case .silence: self = .silence
        case .unreadable: self = .wrongAnswer
        case .keys(let digits): self = MenuChoice(keys: digits, menu: menu, bot: bot, isConfirming: isConfirming)
        case .speech(let heard, let words):
            let request = OptOutRequest(heard: heard, words: words, bot: bot)
            self =
                isConfirming
                ? MenuChoice(confirming: words, request: request, menu: menu, bot: bot)
                : request.map { .optOut($0) } ?? MenuChoice(words: words, options: menu.options, bot: bot)
        }
    }

    private init(keys: Digits, menu: DecisionMenu, bot: Bot, isConfirming: Bool) {
        let option = menu.options.first { $0.press == keys }
        let hasPrecedence = isConfirming || keys.count > 1
        if let request = OptOutRequest(keys: keys, bot: bot), !(hasPrecedence && option != nil) {
            self = .optOut(request)
        } else if let option {
            self = .option(option)
        } else {
            self =
                MenuChoice.universals(in: bot).first { $0.trigger.press.map { Digits($0) } == keys }?.choice
                ?? .wrongAnswer
        }
    }

    private init(words: [String], options: [DecisionMenu.Option], bot: Bot) {
        let option = MenuChoice.longest(words, options) { $0.say }
        let universal = MenuChoice.longest(words, MenuChoice.universals(in: bot)) { $0.trigger.say }
        switch (option, universal) {
        case (let option?, let universal?) where universal.length > option.length: self = universal.item.choice
        case (let option?, _): self = .option(option.item)
        case (nil, let universal?): self = universal.item.choice
        case (nil, nil): self = .wrongAnswer
        }
    }

    private init(confirming words: [String], request: OptOutRequest?, menu: DecisionMenu, bot: Bot) {
        let confirmed = menu.options.filter { $0.optOut == .confirmed }
        if let request, request.isExplicit || request.clarity == .certain {
            self = .optOut(request)
            return
        }
        let choice = MenuChoice(words: words, options: menu.options, bot: bot)
        guard case .option(let option) = choice, option.optOut == .withdrawn else {
            // A sentence that may ask to stop is no answer to another question of the menu.
            self = request == nil || confirmed.contains { MenuChoice.option($0) == choice } ? choice : .wrongAnswer
            return
        }
        self = request == nil && MenuChoice.isWhole(words, of: option.say) ? choice : .wrongAnswer
    }

    /// Whether the phrases are all that was said: they cover every word, or one of several words stands among words that
    /// turn nothing round.
    private static func isWhole(_ words: [String], of phrases: [SpokenPhrase]) -> Bool {
        var rest = words[...]
        var isLong = false
        let longestFirst = phrases.sorted { $0.words.count > $1.words.count }
        var left: [String] = []
        while let word = rest.first {
            if let phrase = longestFirst.first(where: { rest.starts(with: $0.words) }) {
                isLong = isLong || phrase.words.count > 1
                rest = rest.dropFirst(phrase.words.count)
            } else {
                left.append(word)
                rest = rest.dropFirst()
            }
        }
        return left.isEmpty || isLong && turning.isDisjoint(with: left)
    }

    /// Words beside "keep calling me" that may turn it into its opposite.
    private static let turning: Set<String> = [
        "no", "not", "dont", "do", "never", "stop", "quit", "end", "enough", "more", "remove", "off", "if", "unless",
        "why", "cancel",
        "mas", "basta", "nunca", "deje", "dejen", "ni",
    ]

    /// The item with the longest phrase in the words; the first of equals.
    private static func longest<Item>(
        _ words: [String],
        _ items: [Item],
        phrases: (Item) -> [SpokenPhrase]
    ) -> (item: Item, length: Int)? {
        var best: (item: Item, length: Int)?
        for item in items {
            for phrase in phrases(item) where phrase.isContained(in: words) && phrase.words.count > best?.length ?? 0 {
                best = (item, phrase.words.count)
            }
        }
        return best
    }

    private static func universals(in bot: Bot) -> [(trigger: Universals.Trigger, choice: MenuChoice)] {
        var universals: [(trigger: Universals.Trigger, choice: MenuChoice)] = []
        if let repetition = bot.universals.repetition { universals.append((repetition, .repetition)) }
        if let help = bot.universals.help { universals.append((help, .help)) }
        if let `operator` = bot.universals.operator, let target = bot.universals.operatorTarget {
            universals.append((`operator`, .operator(target)))
        }
        return universals
    }
}
