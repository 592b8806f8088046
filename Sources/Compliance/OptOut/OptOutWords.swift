/// What a caller's words say about being contacted again.
package enum OptOutUnderstanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing.
    case none
    /// The utterance is a word to stop and nothing else.
    case alone
    /// The words leave a doubt: a word to stop inside a sentence, a question how to stop, a complaint.
    case inSentence
    /// A plain request to stop.
    case request
}

/// Understands a request to stop in words that were folded already, as a call's machine has them.
///
/// The rules are ``OptOutClassifier``'s for speech.
package enum OptOutWords {
    private static let classifier = OptOutClassifier()

    /// Reads folded words: lower case, no punctuation, no diacritics, and no apostrophes ("don't" is `dont`).
    ///
    /// Folding may have dropped an opening such as "i want to" already; "i want to stop" is then a word alone, and as certain.
    package static func understand(words: [String]) -> OptOutUnderstanding {
        let reading = classifier.read(words: words, channel: .voice)
        switch reading.verdict {
        case .optOut: return .request
        case .confirm: return reading.rule == .wordSpoken ? .alone : .inSentence
        case .none: return .none
        }
    }
}
