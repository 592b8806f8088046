import Airscript
package import BotGraph
import Compliance
import Telephony

/// A prompt that a caller has to sit through for too long.
package struct LongPrompt: LintRule {
    package let id = "long-prompt"
    package let family = LintFamily.prompts
    package let severity = Diagnostic.Severity.warning
    package let summary = "a prompt that a caller has to sit through for too long"
    package let explanation = """
        A menu's or capture's prompt of more than 30 seconds: the caller has forgotten the first choice before the last is \
        read. Guides for prompts want instructions within 20 seconds \
        (<https://www.plumvoice.com/blog/ivr-prompt-guidelines>); the limit here is half as much again, because the length is \
        estimated, for a voice of common speed. A message, which asks for nothing, may take 120 seconds, some 300 words.

        The length is that of the text as the intent clock measures it, and of the recordings whose headers tell theirs. \
        What expressions add is not counted, so the prompt is at least as long as is said.

        Say the commonest choice first, and put the others into a second menu.
        """
    package let examples = LintExamples(
        passing: [LongPrompt.bot(sentences: 5, mark: "")],
        failing: [LongPrompt.bot(sentences: 14, mark: "↓")]
    )

    private static func bot(sentences: Int, mark: String) -> String {
        let prompt = (0..<sentences).map { _ in "We offer many kinds of care for the whole family. " }.joined()
        return ExampleBots.inbound(
            """
            start: greeting
            nodes:
              greeting:
                type: decision_menu
                prompt: \(mark)"\(prompt)For opening hours, press 1."
                options:
                  - {name: hours, press: "1", go: hours}
                default: goodbye
              hours: {type: message, prompt: "We are open from nine to five.", go: goodbye}
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
        )
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        return subject.speech.prompts.flatMap { prompt -> [Diagnostic] in
            let limit: Int64
            switch prompt.place {
            case .node(let index), .retry(let index): limit = bot.nodes[index].listens ? 30 : 120
            case .help: limit = 30
            case .apology, .optOutGoodbye: limit = 120
            }
            return prompt.versions.compactMap { version in
                let recordings = milliseconds(ofRecordingsIn: prompt.prompt, version.language, subject)
                let most = version.texts.reduce(recordings) { $0 + $1.hints.longestLength }
                guard most > limit * 1_000 else { return nil }
                let length = version.texts.reduce(recordings) {
                    $0 + SpeechLength.milliseconds(of: LongPrompt.spoken($1))
                }
                guard length > limit * 1_000 else { return nil }
                let place = version.texts.first?.location ?? prompt.prompt.location
                return finding(.long(length / 1_000, limit, version.language), at: place)
            }
        }
    }

    /// The text without its expressions, and no more of it than is too long already.
    private static func spoken(_ text: SpokenText) -> String {
        let literal = LiteralText(text.template)
        return String(String.UnicodeScalarView(literal.scalars.prefix(8_000).filter { $0 != LiteralText.expression }))
    }

    private func milliseconds(
        ofRecordingsIn prompt: Prompt,
        _ language: LanguageTag?,
        _ subject: LintSubject
    ) -> Int64 {
        guard let recordings = subject.recordings else { return 0 }
        let spoken = language ?? subject.bot.defaultLanguage
        return prompt.pieces(in: spoken).reduce(0) { sum, piece in
            guard case .recording(let name, _) = piece, let duration = recordings[name, spoken]?.duration else {
                return sum
            }
            let (seconds, attoseconds) = duration.components
            return sum + seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        }
    }
}

extension LintMessage {
    fileprivate static func long(_ seconds: Int64, _ limit: Int64, _ language: LanguageTag?) -> LintMessage {
        let spoken = language.map { " in \($0)" } ?? ""
        return
            "the prompt takes at least \(seconds) s to speak\(spoken), and a caller listens for \(limit) s at most; shorten it, or divide it"
    }
}
