import BotGraph
import Telephony

/// What an input comes down to, before it is held against a node.
///
/// | keys | speech | reading |
/// |---|---|---|
/// | some | anything | the keys: they win, being the surer of the two |
/// | none or empty | some | the speech |
/// | none or empty | none, empty, or punctuation alone | silence |
/// | something that is no key | anything | unreadable: a wrong answer |
///
/// The finish key alone arrives as empty digits, and so is silence. The confidence is not looked at.
enum InputReading: Hashable {
    case keys(Digits)
    /// What was heard, and its folded words.
    case speech(String, words: [String])
    case silence
    case unreadable

    init(_ input: CallerInput, limits: EngineLimits) {
        if input.isUnreadable {
            self = .unreadable
        } else if let digits = input.digits, !digits.isEmpty {
            self = .keys(digits)
        } else if let speech = input.speech {
            let heard = String(speech.prefix(limits.speechCharacters))
            let words = SpokenWords.fold(heard)
            self = words.isEmpty ? .silence : .speech(heard, words: words)
        } else {
            self = .silence
        }
    }
}
