/// Why a document was not made.
///
/// A case carries the value that was refused; no case carries a phone number, a key that was pressed, or speech.
package enum TwiMLError: Error, Hashable {
    /// A Say without a word is the provider's error 13520.
    case emptySpeech
    /// The text of one Say is over the provider's limits; `SpeechSplitter` makes several of it.
    case speechTooLong(characters: Int)
    case unusableVoice(String)
    /// An address that is not `http` or `https` with a host, or holds a character that an address may not.
    case notAbsolute(url: String)
    /// A recording's path that would need escaping, or that leaves the prompts folder.
    case unusablePath(String)
    case digitLimit(Int)
    case gatherTimeout(Int)
    case speechTimeout(Int)
    case tooManyHints(Int)
    case unusableHint(String)
    case pauseLength(Int)
    case dialTimeout(Int)
    case numberCount(Int)
    /// A verb that the provider can never reach, because the one before it hands the call on or ends it.
    case unreachable(verb: String, after: String)
    /// A Gather with nothing after it: where the provider does not report an empty result, the call would end.
    case gatherWithoutRedirect
    /// A Reject that is not the document's only verb would answer the call first.
    case rejectNotAlone
    case unsupported(ProviderCapabilities.Feature, provider: String)
    case tooLarge(bytes: Int)
    /// A call into libxml2 failed, which it does when memory is short.
    case writer(function: String)
}

extension TwiMLError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .emptySpeech:
            "A Say holds no text; leave it out."
        case .speechTooLong(let characters):
            "A Say of \(characters) characters is over the provider's limit; split it at \(SpeechSplitter.maximumCharacters)."
        case .unusableVoice(let voice):
            "'\(voice)' is not a voice's name; use letters, digits and .-_: as in 'Polly.Joanna'."
        case .notAbsolute(let url):
            "'\(url)' is not an absolute address; write it as https://host/path without spaces."
        case .unusablePath(let path):
            "The recording '\(path)' cannot be served; name it with letters, digits and -_.~ below the prompts folder."
        case .digitLimit(let count):
            "A Gather cannot take \(count) digits; ask for 1 or more."
        case .gatherTimeout(let seconds):
            "A Gather cannot wait \(seconds) s; wait 1 s or more."
        case .speechTimeout(let seconds):
            "Speech cannot end after \(seconds) s of silence; wait 1 s or more."
        case .tooManyHints(let count):
            "A Gather takes \(Gather.Speech.maximumHints) hints and got \(count); leave some out."
        case .unusableHint(let hint):
            "'\(hint)' is not a hint; write 1 to \(Gather.Speech.maximumHintCharacters) characters without a comma."
        case .pauseLength(let seconds):
            "A Pause cannot last \(seconds) s; pause for 1 s or more."
        case .dialTimeout(let seconds):
            "A Dial cannot ring for \(seconds) s; ring from 5 to 600 s."
        case .numberCount(let count):
            "A Dial cannot ring \(count) numbers; name 1 to \(Dial.maximumNumbers)."
        case .unreachable(let verb, let after):
            "A \(verb) after a \(after) is never reached; end the document at the \(after)."
        case .gatherWithoutRedirect:
            "A Gather is not followed by a Redirect; add one to the turn that handles silence."
        case .rejectNotAlone:
            "A Reject stands beside other verbs; make it the document's only one."
        case .unsupported(let feature, let provider):
            "\(provider) does not support \(feature.rawValue); choose another provider or leave it out of the bot."
        case .tooLarge(let bytes):
            "The document has \(bytes) bytes and the provider refuses it; say less in one turn."
        case .writer(let function):
            "libxml2 could not write the document: \(function) failed; check the memory that is left."
        }
    }
}
