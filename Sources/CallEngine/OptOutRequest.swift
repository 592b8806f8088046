import BotGraph
import Compliance
import Telephony

/// A request to stop, as it was understood.
struct OptOutRequest: Hashable {
    enum Clarity: Hashable {
        /// A key, the words alone, or a plain request.
        case certain
        /// The words were heard inside a sentence.
        case ambiguous
    }

    let clarity: Clarity
    /// Whether it was put as a sentence that can mean nothing else, such as "take me off your list".
    let isExplicit: Bool

    init(clarity: Clarity, isExplicit: Bool = false) {
        self.clarity = clarity
        self.isExplicit = isExplicit
    }

    /// Understands what was said; nil when it is no request to stop.
    ///
    /// A bot that is called, and says nothing of stopping, takes a plain request only: "stop" at a front desk may mean
    /// anything, "take me off your list" may not.
    ///
    /// - Parameters:
    ///   - heard: What the recogniser heard. The words of a request are looked for in all of it, fillers included: "I need
    ///     to cancel" is not "cancel" alone.
    ///   - words: The same, folded as the bot's own phrases are.
    ///   - bot: Whose policy holds.
    init?(heard: String, words: [String], bot: Bot) {
        let understanding = OptOutWords.understand(words: SpokenWords.plain(heard))
        if understanding == .request {
            self.init(clarity: .certain, isExplicit: true)
            return
        }
        guard bot.optOut != nil || bot.direction == .outbound else { return nil }
        switch understanding {
        case .alone: self.init(clarity: .certain)
        case .inSentence: self.init(clarity: .ambiguous)
        case .none, .request:
            guard let phrase = bot.optOut?.say.first(where: { $0.isContained(in: words) }) else { return nil }
            self.init(clarity: phrase.words.count == words.count ? .certain : .ambiguous)
        }
    }
}
