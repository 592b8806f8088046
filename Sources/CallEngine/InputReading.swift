import BotGraph
import Compliance
import Telephony

/// What an input comes down to, before it is held against a node.
///
/// | keys | speech | reading |
/// |---|---|---|
/// | some, or something that is no key | a plain request to stop | the speech: a request is not a choice, 47 CFR 64.1200(a)(10) |
/// | some | anything else | the keys: they win, being the surer of the two |
/// | something that is no key | some | the speech |
/// | something that is no key | none | unreadable: a wrong answer |
/// | none or empty | some | the speech |
/// | none or empty | none, empty, or punctuation alone | silence |
///
/// The finish key alone arrives as empty digits, and so is silence. The confidence is not looked at.
enum InputReading: Hashable {
    case keys(Digits)
    /// What was heard, and its folded words.
    case speech(String, words: [String])
    case silence
    case unreadable

    init(_ input: CallerInput, limits: EngineLimits) {
        let speech = InputReading.speech(in: input, limits: limits)
        if let digits = input.digits, !digits.isEmpty {
            self =
                speech.flatMap { InputReading.isPlainRequest($0.heard) ? .speech($0.heard, words: $0.words) : nil }
                ?? .keys(digits)
        } else if let speech {
            self = .speech(speech.heard, words: speech.words)
        } else {
            self = input.isUnreadable ? .unreadable : .silence
        }
    }

    private static func speech(in input: CallerInput, limits: EngineLimits) -> (heard: String, words: [String])? {
        guard let speech = input.speech else { return nil }
        let heard = String(speech.unicodeScalars.prefix(limits.speechScalars))
        let words = SpokenWords.fold(heard)
        return words.isEmpty ? nil : (heard, words)
    }

    private static func isPlainRequest(_ heard: String) -> Bool {
        OptOutWords.understand(words: SpokenWords.plain(heard)) == .request
    }
}

extension InputReading: CustomStringConvertible, CustomReflectable {
    /// What kind of input it was; what was pressed or said is personal and does not print.
    var description: String {
        switch self {
        case .keys(let digits): "\(digits.count) keys"
        case .speech(_, let words): "\(words.count) words"
        case .silence: "silence"
        case .unreadable: "unreadable keys"
        }
    }

    var customMirror: Mirror { Mirror(reflecting: description) }
}
