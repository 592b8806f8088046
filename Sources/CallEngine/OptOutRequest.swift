import BotGraph
import Compliance
import Telephony

/// A request to stop, as it was understood.
struct OptOutRequest: Hashable {
    enum Clarity: Hashable {
        /// A key, an unmistakable word alone, or a plain request.
        case certain
        /// The words were heard inside a sentence, or a word alone that may mean something else here, such as "cancel".
        case ambiguous
    }

    let clarity: Clarity
    /// Whether it was put as a sentence that can mean nothing else, such as "take me off your list".
    let isExplicit: Bool

    init(clarity: Clarity, isExplicit: Bool = false) {
        self.clarity = clarity
        self.isExplicit = isExplicit
    }

    /// Understands keys; nil when they are no request to stop.
    ///
    /// The key pressed several times in a row is an impatient caller's.
    init?(keys: Digits, bot: Bot) {
        guard let press = bot.optOut?.press, !keys.isEmpty else { return nil }
        guard keys.unmasked.allSatisfy({ $0 == press.rawValue }) else { return nil }
        self.init(clarity: .certain)
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
        let plain = SpokenWords.plain(heard)
        let understanding = OptOutWords.understand(words: plain)
        if understanding == .request {
            self.init(clarity: .certain, isExplicit: true)
            return
        }
        guard bot.optOut != nil || bot.direction == .outbound else { return nil }
        switch understanding {
        case .alone:
            self.init(clarity: OptOutRequest.mayMeanAnotherThing.isDisjoint(with: plain) ? .certain : .ambiguous)
        case .inSentence: self.init(clarity: .ambiguous)
        case .none, .request:
            let phrases = (bot.optOut?.say ?? []).filter { $0.isContained(in: words) }
            guard !phrases.isEmpty else { return nil }
            self.init(clarity: phrases.contains { $0.words.count == words.count } ? .certain : .ambiguous)
        }
    }

    /// Words that alone, in a menu, may mean the appointment or the prompt as well as the calls.
    private static let mayMeanAnotherThing: Set<String> = [
        "cancel", "end", "quit", "revoke", "cancelar", "cancela", "cancele", "terminar", "fin",
    ]
}
