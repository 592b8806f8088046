import Airscript
import BotGraph
import Telephony

/// What a caller hears from the answer until the bot first waits, in one language and by one path.
///
/// It ends with the prompt of the first node that listens and, for a caller who says nothing, that node's prompts for
/// silence; or with a `hang_up` or a `forward_call`.
struct Opening: Sendable {
    let language: LanguageTag
    /// The ways from the start to the node at the end.
    let path: [CallGraph.Way]
    let end: Node
    let passages: [Passage]
    /// When the parts of the intent are over; nil in a bot without one.
    let timing: IntentTiming?

    /// One piece of a prompt, with when it is spoken.
    struct Passage: Sendable {
        /// The words as they are spoken, with sample values in place of what only a call knows; nil for a recording.
        let text: String?
        /// What the words were made of.
        let template: Template?
        let location: SourceLocation
        /// In milliseconds from the answer.
        let startsAt: Int64
        let endsAt: Int64
        /// The expressions whose values are not known, as written.
        let guesses: [String]
        /// Whether a silence of the caller came before it.
        let isAfterSilence: Bool

        var isRecording: Bool { text == nil }
    }
}

extension Opening {
    /// Whether a recording is played in it, in which anything may be said.
    var hasRecording: Bool { passages.contains(where: \.isRecording) }

    /// Whether a recording begins before a moment.
    func hasRecording(before moment: Int64) -> Bool {
        passages.contains { $0.isRecording && $0.startsAt < moment }
    }

    /// Whether anything is spoken before the bot first waits or lets go.
    var isSilent: Bool { !passages.contains { !$0.isAfterSilence } }

    /// The path in words.
    func described(from start: NodeID) -> String { path.described(from: start) }

    /// The expressions that are spoken before a moment and whose values are not known, each once.
    func guesses(before moment: Int64) -> [String] {
        var seen: Set<String> = []
        return passages.filter { $0.startsAt < moment }.flatMap(\.guesses).filter { seen.insert($0).inserted }
    }

    /// The passage that is spoken at a moment, its end included.
    func passage(at moment: Int64) -> Passage? {
        passages.first { $0.startsAt < moment && moment <= $0.endsAt }
    }
}

extension Opening.Passage {
    /// When a scalar of the text is spoken, counted from 0.
    func moment(ofScalar index: Int) -> Int64 {
        guard let text else { return startsAt }
        return min(endsAt, startsAt + SpokenLength.milliseconds(upTo: text.prefix(scalars: index)))
    }

    /// Where the first of some words in a row is written; where the piece starts if it cannot be told.
    func place(of phrase: [String], in subject: LintSubject) -> (location: SourceLocation, length: Int) {
        guard let template else { return (location, 1) }
        let words = PlacedWord.words(of: template.source)
        guard let range = PlacedWord.range(of: phrase, in: words), let last = words[range].last else {
            return (location, 1)
        }
        return subject.place(
            of: words[range.lowerBound].range.lowerBound..<last.range.upperBound,
            in: template.source,
            at: location
        )
    }
}

extension Opening.Passage {
    /// Where a scalar of the spoken text is written; where the piece starts if an expression stands before it.
    func place(ofScalar index: Int, in subject: LintSubject) -> SourceLocation {
        guard let template, template.constant == template.source, index < template.source.unicodeScalars.count else {
            return location
        }
        return subject.place(of: index..<(index + 1), in: template.source, at: location).location
    }
}

extension Opening {
    /// When a telephone number to call has been spoken; nil when none is.
    func numberEnd(in bot: Bot) -> Int64? {
        for passage in passages {
            guard let template = passage.template else { continue }
            // The sample value of an expression may look like a number, and be the person's own.
            if let number = SpokenPhoneNumber.all(in: template.source).first {
                return template.constant == template.source
                    ? passage.moment(ofScalar: number.range.upperBound) : passage.endsAt
            }
            if template.speaksNumber(in: bot) { return passage.endsAt }
        }
        return nil
    }
}

extension LintMessage {
    /// What a measured length takes for granted: `, taking {{day}} for a long value`.
    static func taking(_ guesses: [String]) -> String {
        guard let first = guesses.first else { return "" }
        let more = guesses.count > 1 ? " and \(guesses.count - 1) more" : ""
        return ", taking {{\(first)}}\(more) for long values"
    }
}
