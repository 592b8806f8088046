import Airscript
import BotGraph
import Telephony

/// One text of a prompt, with what it tells the caller to do.
///
/// These are classes because every rule walks over all of them, and a struct of so many parts is dear to copy.
final class SpokenText: Sendable {
    let template: Template
    let location: SourceLocation
    let promises: PromptPromises
    let hints: PromptHints
    let hasExpression: Bool

    init(_ template: Template, at location: SourceLocation) {
        self.template = template
        self.location = location
        let folded = FoldedPrompt(template)
        promises = PromptReader.read(folded)
        hints = folded.hints
        hasExpression = !template.expressions.isEmpty
    }

    /// Whether an expression is all of it.
    var isExpression: Bool { promises.wordCount == 0 && hasExpression }
}

/// A prompt of a bot, with where it is heard.
final class SpokenPrompt: Sendable {
    enum Place: Hashable, Sendable {
        /// When the node is entered.
        case node(Int)
        /// At a silence or wrong answer at the node.
        case retry(Int)
        /// At every menu, for whoever asks.
        case help
        /// Before the call ends.
        case apology
        case optOutGoodbye
    }

    /// What is said in one language; nil where one text serves every language.
    final class Version: Sendable {
        let language: LanguageTag?
        let texts: [SpokenText]
        let hasRecording: Bool
        /// The keys that the texts mention.
        let mentioned: KeySet

        init(_ language: LanguageTag?, _ texts: [SpokenText], hasRecording: Bool) {
            self.language = language
            self.texts = texts
            self.hasRecording = hasRecording
            mentioned = texts.reduce(into: KeySet()) { $0.formUnion($1.promises.mentioned) }
        }

        var wordCount: Int { texts.reduce(0) { $0 + $1.promises.wordCount } }
        var hits: LanguageHits { texts.reduce(LanguageHits()) { $0 + $1.promises.hits } }
    }

    let place: Place
    let prompt: Prompt
    /// By language, sorted, or a single one for all.
    let versions: [Version]
    /// Whether the words are the file's own, not the standard ones.
    let isWritten: Bool

    init(_ prompt: Prompt, at place: Place, isWritten: Bool = true) {
        self.place = place
        self.prompt = prompt
        self.isWritten = isWritten
        versions =
            prompt.byLanguage.isEmpty
            ? [SpokenPrompt.version(nil, prompt.fallback)]
            : prompt.byLanguage.sorted { $0.key.text < $1.key.text }.map { SpokenPrompt.version($0, $1) }
    }

    /// What a caller of the language hears.
    func version(in language: LanguageTag, default defaultLanguage: LanguageTag) -> Version? {
        versions.first { $0.language == language || $0.language == nil }
            ?? versions.first { $0.language == defaultLanguage }
    }

    private static func version(_ language: LanguageTag?, _ pieces: [Prompt.Piece]) -> Version {
        var texts: [SpokenText] = []
        var hasRecording = false
        for piece in pieces {
            switch piece {
            case .text(let template, let location):
                texts.append(SpokenText(template, at: location))
            case .recording: hasRecording = true
            }
        }
        return Version(language, texts, hasRecording: hasRecording)
    }
}

/// Everything that a bot says, read once for all the rules that look at it.
package struct BotSpeech: Sendable {
    /// Every prompt, the nodes' in the order of the file.
    let prompts: [SpokenPrompt]
    /// What each node says when it is entered and at a silence or wrong answer, by the node's place in the file.
    let ofNode: [[SpokenPrompt]]
    /// The texts of all prompts, in their order.
    let texts: [SpokenText]
    /// The keys that are told for the whole call: "press star at any time".
    let keysForAnyTime: KeySet
    /// Where what the prompts promise can be kept.
    let ears: Ears

    init(_ bot: Bot) {
        ofNode = bot.nodes.enumerated().map { index, node in
            let retries: [Retries?] =
                switch node.body {
                case .decisionMenu(let menu): [menu.noInput, menu.noMatch]
                case .touchtoneCapture(let capture): [capture.noInput, capture.noMatch]
                case .message, .condition, .set, .forwardCall, .hangUp: []
                }
            let own = node.prompt.map { [SpokenPrompt($0, at: .node(index))] } ?? []
            return own + retries.flatMap { $0?.prompts ?? [] }.map { SpokenPrompt($0, at: .retry(index)) }
        }
        var others: [SpokenPrompt] = []
        if let help = bot.universals.helpPrompt { others.append(SpokenPrompt(help, at: .help)) }
        others.append(SpokenPrompt(bot.apology, at: .apology, isWritten: bot.apology.location != bot.location))
        let standardPlaces = [bot.location, bot.optOut?.location]
        let isOwn = !standardPlaces.contains(bot.optOutGoodbye.location)
        others.append(SpokenPrompt(bot.optOutGoodbye, at: .optOutGoodbye, isWritten: isOwn))
        prompts = ofNode.flatMap(\.self) + others
        texts = prompts.flatMap { $0.versions.flatMap(\.texts) }
        keysForAnyTime = texts.reduce(into: KeySet()) { keys, text in
            if text.promises.isForAnyTime { keys.formUnion(text.promises.mentioned) }
        }
        ears = Ears(bot)
    }
}
