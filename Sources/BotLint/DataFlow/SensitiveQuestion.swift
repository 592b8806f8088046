import Airscript
import BotGraph

/// A prompt's request for something that must not be kept in the clear.
struct SensitiveQuestion {
    enum Kind: Hashable {
        case cardNumber
        case securityCode
        case pin
        case cardExpiry
        case socialSecurity
        case taxNumber
        case bankAccount
        case password

        var title: String {
            switch self {
            case .cardNumber: "a card number"
            case .securityCode: "a card's security code"
            case .pin: "a PIN"
            case .cardExpiry: "a card's expiry date"
            case .socialSecurity: "a social security number"
            case .taxNumber: "a tax number"
            case .bankAccount: "a bank account"
            case .password: "a password"
            }
        }
    }

    let kind: Kind
    /// Whether nothing else can be meant, and all of it is asked for.
    let isCertain: Bool
    /// The words, in scalars from the start of the prompt's text.
    let range: Range<Int>

    /// The first such request in a prompt, one that is certain before one that is not.
    ///
    /// - Parameters:
    ///   - template: The prompt's text.
    ///   - maxDigits: How many digits are taken at most.
    /// - Returns: Nil where nothing of the kind is asked for.
    static func first(in template: Template, maxDigits: Int) -> SensitiveQuestion? {
        let bytes = FoldedPrompt(template).bytes
        guard SensitiveWords.mayBeNamed(in: bytes) else { return nil }
        let found = PromptSentence.sentences(of: bytes).flatMap { sentence in
            sentence.asks ? questions(in: sentence, maxDigits) : []
        }
        return found.first(where: \.isCertain) ?? found.first
    }

    private static func questions(in sentence: PromptSentence, _ maxDigits: Int) -> [SensitiveQuestion] {
        sentence.words.indices.compactMap { index in
            guard let (kind, count) = SensitiveWords.term(in: sentence.words, at: index) else { return nil }
            guard !sentence.turnsRound(before: index) else { return nil }
            guard let isCertain = certainty(of: kind, in: sentence, index..<(index + count), maxDigits) else {
                return nil
            }
            let range = sentence.words[index].range.lowerBound..<sentence.words[index + count - 1].range.upperBound
            return SensitiveQuestion(kind: kind, isCertain: isCertain, range: range)
        }
    }

    /// Whether the words surely mean it; nil where they mean something else.
    private static func certainty(
        of kind: Kind,
        in sentence: PromptSentence,
        _ place: Range<Int>,
        _ maxDigits: Int
    ) -> Bool? {
        let isPart = sentence.contains(["last", "ultimos", "ultimas"])
        let isOfCard = sentence.contains(["card", "tarjeta"])
        let before = place.lowerBound > 0 ? sentence.words[place.lowerBound - 1].text : ""
        let after = sentence.words[place.upperBound...].prefix(2).map(\.text)
        switch kind {
        case .cardNumber:
            // The last four digits may be kept: PCI DSS 3.4.1 lets them be shown.
            if isPart && maxDigits <= 6 { return nil }
            if SensitiveWords.otherCards.contains(before) || !SensitiveWords.otherCards.isDisjoint(with: after) {
                return nil
            }
            return maxDigits >= 12
        case .securityCode:
            if sentence.words[place.lowerBound].text.hasPrefix("cv") { return true }
            // A code that was sent is used once.
            return sentence.contains(SensitiveWords.sending) ? nil : isOfCard
        case .pin:
            return SensitiveWords.sharedPins.contains(before) ? nil : true
        case .cardExpiry: return isOfCard ? false : nil
        case .socialSecurity: return maxDigits >= 9 && !isPart
        case .taxNumber, .bankAccount, .password: return false
        }
    }
}
