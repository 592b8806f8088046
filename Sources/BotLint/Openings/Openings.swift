import BotGraph
import Telephony

/// The openings of a bot that calls people, by language in the bot's order; none of a bot that is called.
struct Openings: Sendable {
    let all: [Opening]
    /// Whether the bot speaks more than one language, so that messages have to say which.
    let isMultilingual: Bool

    init(_ bot: Bot, _ graph: CallGraph, recordings: PromptCatalogue?) {
        isMultilingual = bot.languages.count > 1
        guard bot.direction == .outbound, bot.channel == .voice else {
            all = []
            return
        }
        all = bot.languages.flatMap { OpeningWalk(bot, graph, recordings: recordings, language: $0).openings() }
    }

    /// The openings of each language, in the bot's order.
    var byLanguage: [[Opening]] {
        var groups: [[Opening]] = []
        for opening in all {
            if groups.last?.first?.language == opening.language {
                groups[groups.count - 1].append(opening)
            } else {
                groups.append([opening])
            }
        }
        return groups
    }

    /// The path of an opening for a message, with its language where there are several: `greeting, in es-US`.
    func described(_ opening: Opening, from start: NodeID) -> String {
        opening.described(from: start) + (isMultilingual ? ", in \(opening.language)" : "")
    }
}
