import Airscript
import Telephony

/// What a bot says where its file has no words of its own.
enum StandardPrompt {
    case apology
    case optOutGoodbye

    fileprivate var english: String {
        switch self {
        case .apology: "We are sorry, something went wrong. Goodbye."
        case .optOutGoodbye: "You will not be called again. Goodbye."
        }
    }

    fileprivate var spanish: String {
        switch self {
        case .apology: "Lo sentimos, algo ha fallado. Adiós."
        case .optOutGoodbye: "No le volveremos a llamar. Adiós."
        }
    }
}

extension BotReading {
    /// A standard prompt in each of the bot's languages that there are words for; English stands in for the others.
    func standardPrompt(_ standard: StandardPrompt, at location: SourceLocation) -> Prompt {
        let spanish = pieces(standard.spanish, at: location)
        let english = pieces(standard.english, at: location)
        let isSpanish = languages.filter { $0.base == "es" }
        return Prompt(
            fallback: languages.first?.base == "es" ? spanish : english,
            byLanguage: Dictionary(uniqueKeysWithValues: isSpanish.map { ($0, spanish) })
                .merging(languages.filter { $0.base == "en" }.map { ($0, english) }) { first, _ in first },
            location: location
        )
    }

    private func pieces(_ text: String, at location: SourceLocation) -> [Prompt.Piece] {
        // The texts above have no expression in them, so they always parse.
        guard let template = try? Template.parse(text) else { return [] }
        return [.text(template, location)]
    }
}
