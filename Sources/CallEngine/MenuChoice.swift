import BotGraph
import Compliance
import Telephony

/// What a reading means at a menu.
///
/// Keys: in the confirming menu its options come first, everywhere else the opt-out key does; then options, then universals.
///
/// Speech: a request to stop comes first, so that no option can hide it. Otherwise the longest phrase found in what was
/// said wins, whoever it belongs to; of two equally long ones the opt-out's, then the first option's in the file, then a
/// universal's. In the confirming menu its options come first, unless the request was repeated in so many words.
enum MenuChoice: Hashable {
    case option(DecisionMenu.Option)
    case optOut(OptOutRequest)
    case repetition
    case help
    case `operator`(Target)
    case silence
    case wrongAnswer

    init(_ reading: InputReading, menu: DecisionMenu, bot: Bot, isPending: Bool) {
        switch reading {
        case .silence: self = .silence
        case .unreadable: self = .wrongAnswer
        case .keys(let digits): self = MenuChoice(keys: digits, menu: menu, bot: bot, isPending: isPending)
        case .speech(let heard, let words):
            let request = OptOutRequest(heard: heard, words: words, bot: bot)
            self = MenuChoice(words: words, request: request, menu: menu, bot: bot, isPending: isPending)
        }
    }

    private init(keys: Digits, menu: DecisionMenu, bot: Bot, isPending: Bool) {
        let confirming = isPending && menu.decidesOptOut
        let option = menu.options.first { $0.press == keys }
        let isOptOut = bot.optOut?.press.map { Digits($0) } == keys
        if isOptOut, !(confirming && option != nil) {
            self = .optOut(OptOutRequest(clarity: .certain))
        } else if let option {
            self = .option(option)
        } else {
            self = MenuChoice.universal(in: bot) { $0.press.map { Digits($0) } == keys } ?? .wrongAnswer
        }
    }

    private init(words: [String], request: OptOutRequest?, menu: DecisionMenu, bot: Bot, isPending: Bool) {
        let confirming = isPending && menu.decidesOptOut
        let option = MenuChoice.longest(words, menu.options) { $0.say }
        if let request, !confirming || request.clarity == .certain && option == nil || request.isExplicit {
            self = .optOut(request)
            return
        }
        let universal = MenuChoice.longestUniversal(words, bot: bot)
        switch (option, universal) {
        case (let option?, let universal?) where universal.length > option.length: self = universal.choice
        case (let option?, _): self = .option(option.item)
        case (nil, let universal?): self = universal.choice
        case (nil, nil): self = .wrongAnswer
        }
    }

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

    private static func longestUniversal(_ words: [String], bot: Bot) -> (choice: MenuChoice, length: Int)? {
        let found = longest(words, universals(in: bot)) { $0.trigger.say }
        return found.map { ($0.item.choice, $0.length) }
    }

    private static func universal(in bot: Bot, where isMeant: (Universals.Trigger) -> Bool) -> MenuChoice? {
        universals(in: bot).first { isMeant($0.trigger) }?.choice
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
