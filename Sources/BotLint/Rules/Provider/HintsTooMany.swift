package import BotGraph

/// Phrases that the recogniser is not told of, because they are too long or too many.
package struct HintsTooMany: LintRule {
    package let id = "hints-too-many"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.warning
    package let summary = "phrases that are too long, or too many, to be told to the recogniser"
    package let explanation = """
        The phrases of a menu are given to the provider's recogniser as hints, which makes them heard far more surely. It takes \
        500 of them at a menu, each of up to 100 characters (https://www.twilio.com/docs/voice/twiml/gather#hints), and \
        Touchtone leaves room for 10,000 bytes of them in a document. What is more is left out: the phrase still counts when it \
        is heard, and is heard less often.

        Shorten the phrase; the words that matter are enough, since a phrase is found inside what is said. Options, universals \
        and the opt-out count together.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(HintsTooMany.bot("finish the call"))],
        failing: [
            ExampleBots.inbound(
                HintsTooMany.bot(
                    "\"año 🦷 uno\", ↓i would like you to end this call now because i have heard all that i needed to hear from you today and thank you very much"
                )
            )
        ]
    )

    private static func bot(_ phrases: String) -> String {
        """
        start: greeting
        nodes:
          greeting:
            type: decision_menu
            prompt: "To end the call, press 1."
            options:
              - {name: finish, press: "1", say: [\(phrases)], go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    static let maximumHints = 500
    static let maximumCharacters = 100
    static let maximumBytes = 10_000

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let shared = bot.sharedPhrases
        var findings = shared.filter(\.isTooLong).map { tooLong($0) }
        let sharedCount = shared.count + (bot.listensForOptOutWords ? 3 : 0)
        let sharedBytes = shared.reduce(0) { $0 + $1.text.utf8.count + 1 }
        for node in bot.nodes {
            guard case .decisionMenu(let menu) = node.body else { continue }
            var count = sharedCount
            var bytes = sharedBytes
            for phrase in menu.options.lazy.flatMap(\.say) {
                count += 1
                bytes += phrase.text.utf8.count + 1
                if phrase.isTooLong { findings.append(tooLong(phrase)) }
            }
            guard count > HintsTooMany.maximumHints || bytes > HintsTooMany.maximumBytes else { continue }
            // Only now is it worth telling equal ones apart.
            let different = Set((shared + menu.options.flatMap(\.say)).map(\.text))
            let size = different.reduce(0) { $0 + $1.utf8.count + 1 }
            guard different.count > HintsTooMany.maximumHints || size > HintsTooMany.maximumBytes else { continue }
            findings.append(finding(.tooMany(node.id, different.count, size), at: node))
        }
        return findings
    }

    private func tooLong(_ phrase: SpokenPhrase) -> Diagnostic {
        finding(
            .tooLong(phrase.text.utf16.count),
            at: phrase.location,
            length: phrase.text.unicodeScalars.count
        )
    }
}

extension SpokenPhrase {
    fileprivate var isTooLong: Bool {
        text.utf8.count > HintsTooMany.maximumCharacters && text.utf16.count > HintsTooMany.maximumCharacters
    }
}

extension LintMessage {
    fileprivate static func tooLong(_ count: Int) -> LintMessage {
        "the phrase has \(count) characters, and the recogniser is told of \(HintsTooMany.maximumCharacters) at most; shorten it"
    }

    fileprivate static func tooMany(_ node: NodeID, _ count: Int, _ bytes: Int) -> LintMessage {
        """
        '\(node)' listens for \(count) phrases of \(bytes) bytes together, and the recogniser is told of \
        \(HintsTooMany.maximumHints) in \(HintsTooMany.maximumBytes) bytes; leave out the least likely
        """
    }
}
