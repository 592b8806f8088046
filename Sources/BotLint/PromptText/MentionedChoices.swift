import Airscript
import BotGraph
import Telephony

/// What the callers of one language are told at a menu before they have to choose: by its own prompt and the messages right
/// before it.
///
/// The prompts for silence and wrong answers count only where the menu's own asks an open question: who answers at once never
/// hears them.
struct MentionedChoices {
    private var keys = KeySet()
    /// Several keys in a row, which few bots have.
    private var longKeys: Set<String> = []
    /// Whether it may tell more than can be read: a recording, or an expression that names a key.
    private(set) var isUnknown = false
    /// Whether it asks a question, which yes and no answer without being mentioned.
    private(set) var asks = false
    /// Whether it lists choices at all.
    private(set) var lists = false
    private var texts: [SpokenText] = []

    /// Takes what a menu's own prompts say.
    init(at index: Int, in language: LanguageTag, _ speech: BotSpeech, _ bot: Bot) {
        let prompts = speech.ofNode[index]
        add(prompts.filter(\.isOwn), in: language, bot)
        if asks, !lists { add(prompts.filter { !$0.isOwn }, in: language, bot) }
    }

    /// Takes other prompts in as well.
    mutating func add(_ prompts: [SpokenPrompt], in language: LanguageTag, _ bot: Bot) {
        for prompt in prompts {
            guard let version = prompt.version(in: language, default: bot.defaultLanguage) else { continue }
            // Recordings are not read; neither is a prompt for a silence needed then.
            if version.hasRecording, case .node = prompt.place { isUnknown = true }
            for text in version.texts { add(text) }
        }
    }

    private mutating func add(_ text: SpokenText) {
        texts.append(text)
        let promises = text.promises
        keys.formUnion(promises.mentioned)
        for promise in promises.keys where promise.keys.utf8.count > 1 { longKeys.insert(promise.keys) }
        for promise in promises.keys { keys.insert(promise.keys) }
        if promises.hasUnknownKey { isUnknown = true }
        if promises.asks { asks = true }
        if !promises.isEmpty { lists = true }
        guard !isUnknown, text.hasExpression else { return }
        isUnknown =
            text.isExpression
            || text.template.expressions.contains { MentionedChoices.speaksOfKeys($0.expression.source) }
    }

    func mentions(keys: Digits) -> Bool {
        self.keys.contains(keys.unmasked) || longKeys.contains(keys.unmasked)
    }

    /// Whether the prompts have the words of one of the phrases.
    func mentions(anyOf say: [SpokenPhrase]) -> Bool {
        guard !say.isEmpty else { return false }
        return texts.contains { text in
            let words = SpokenWords.fold(text.template.source)
            return say.contains { $0.isContained(in: words) }
        }
    }

    /// Whether an expression has a text about keys in it.
    private static func speaksOfKeys(_ expression: String) -> Bool {
        guard expression.utf8.contains(UInt8(ascii: "\"")) else { return false }
        return SpokenWords.plain(expression).contains { word in
            guard let meaning = PromptWord.table[WordKey(word)] else { return false }
            return meaning.has(.press) || meaning.has(.say)
        }
    }
}

extension SpokenPrompt {
    /// Whether it is heard when the call comes to the node.
    fileprivate var isOwn: Bool {
        if case .node = place { true } else { false }
    }
}

/// An option that no prompt tells of.
struct UntoldOption {
    let node: Node
    let option: DecisionMenu.Option
    /// The languages in which it is not told; nil for all of the bot's.
    let languages: [LanguageTag]?
}

extension LintSubject {
    /// The options that callers of a language are not told of.
    ///
    /// - Parameters:
    ///   - isCandidate: Whether an option is looked at.
    ///   - isTold: Whether the choices mention it.
    /// - Returns: The options in the order of the file.
    func untoldOptions(
        where isCandidate: (DecisionMenu.Option) -> Bool,
        unless isTold: (DecisionMenu.Option, MentionedChoices) -> Bool
    ) -> [UntoldOption] {
        var before: Before?
        var untold: [UntoldOption] = []
        for (index, node) in bot.nodes.enumerated() {
            let wanted = speech.ears.wanted[index]
            guard node.listens, !wanted.isAll || !tells(wanted.keys, at: index) else { continue }
            guard case .decisionMenu(let menu) = node.body else { continue }
            let candidates = menu.options.filter(isCandidate)
            guard !candidates.isEmpty else { continue }
            var missing: [[LanguageTag]] = Array(repeating: [], count: candidates.count)
            for language in bot.languages {
                var choices = MentionedChoices(at: index, in: language, speech, bot)
                var left = candidates.indices.filter { !isTold(candidates[$0], choices) }
                guard !left.isEmpty else { continue }
                let sources = before ?? Before(bot)
                before = sources
                guard let speaking = sources.speaking(before: index) else { continue }
                choices.add(speaking.flatMap { speech.ofNode[$0] }, in: language, bot)
                left = left.filter { place in
                    let isForAnyTime = candidates[place].press.map { speech.keysForAnyTime.contains($0.unmasked) }
                    return isForAnyTime != true && !isTold(candidates[place], choices)
                }
                for place in left { missing[place].append(language) }
            }
            for (option, languages) in zip(candidates, missing) where !languages.isEmpty {
                let isAll = languages.count == bot.languages.count
                untold.append(UntoldOption(node: node, option: option, languages: isAll ? nil : languages))
            }
        }
        return untold
    }
    /// Whether a node's own prompts mention all of these keys in every language, as they mostly do.
    private func tells(_ keys: KeySet, at index: Int) -> Bool {
        bot.languages.allSatisfy { language in
            var mentioned = KeySet()
            for prompt in speech.ofNode[index] where prompt.isOwn {
                if let version = prompt.version(in: language, default: bot.defaultLanguage) {
                    mentioned.formUnion(version.mentioned)
                }
            }
            return keys.isSubset(of: mentioned)
        }
    }
}
