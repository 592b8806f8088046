package import BotGraph
import Telephony

/// A reply that says more than a document holds.
package struct DocumentTooLarge: LintRule {
    package let id = "document-too-large"
    package let family = LintFamily.provider
    package let severity = Diagnostic.Severity.error
    package let summary = "a reply that says more than the provider takes in one document"
    package let explanation = """
        The provider refuses a document of more than 64 kB (https://www.twilio.com/docs/api/errors/11750). Touchtone lets one \
        speak up to 40,000 bytes, with a share for the tags around each piece, and ends the call with the bot's apology where it \
        would be more. All that is said from one menu, capture or forwarded call to the next is one document; so is each prompt \
        for a silence or a wrong answer.

        The sizes are what is certain: an expression is taken to say nothing. It is an error where a call that gets there always \
        breaks, and a warning where a condition on the way may keep calls from it, or where the language is not the bot's first. \
        The finding stands at the node that says the most. Half an hour of speech is nothing to listen to: play a recording, or \
        ask between the parts whether to go on.
        """
    package let examples = LintExamples(
        passing: [ExampleBots.inbound(DocumentTooLarge.bot(count: 4, mark: ""))],
        failing: [ExampleBots.inbound(DocumentTooLarge.bot(count: 80, mark: "↓"))]
    )

    private static func bot(count: Int, mark: String) -> String {
        let lines = stride(from: 0, to: count, by: 10).map { first in
            "      " + Array(repeating: "*terms", count: min(10, count - first)).joined(separator: ", ")
        }
        return """
            universals:
              help:
                say: [help]
                prompt: &terms
                  ¡Año! These are the terms of the plan, which you have asked us to read to you. Every payment falls due on the
                  first of the month. What is paid early counts for the month after. What is paid late costs nothing more for a
                  week, and five dollars after that. You may end the plan at any time, by letter or by telephone. What is owed
                  then falls due within a month, and nothing is added to it. We write to you before we change any of this.
            start: terms
            nodes:
              \(mark)terms:
                type: message
                prompt: [
            \(lines.joined(separator: ",\n"))
                ]
                go: goodbye
              goodbye: {type: hang_up, prompt: "Goodbye."}
            """
    }

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        var findings: [Diagnostic] = []
        for language in bot.languages {
            let isFirst = language == bot.defaultLanguage
            for reply in LongestReplies.over(WrittenSize.maximum, in: bot, subject.graph, language: language) {
                guard let first = reply.path.first, subject.graph.isReachable(first.id) else { continue }
                let sized = reply.path.map { node in
                    (node: node, bytes: node.prompt.map { WrittenSize.bytes(of: $0, in: language) } ?? 0)
                }
                guard let largest = sized.max(by: { $0.bytes < $1.bytes }) else { continue }
                let isCertain =
                    isFirst && (largest.bytes > WrittenSize.maximum || !reply.path.contains(where: \.branches))
                let path = reply.path.map(\.id.text).joined(separator: " → ")
                findings.append(
                    finding(
                        .reply(path, reply.bytes, isFirst ? nil : language),
                        at: largest.node,
                        severity: isCertain ? .error : .warning
                    )
                )
            }
            findings += bot.loosePrompts.compactMap { prompt in
                let bytes = WrittenSize.bytes(of: prompt, in: language)
                guard bytes > WrittenSize.maximum else { return nil }
                return finding(
                    .prompt(bytes, isFirst ? nil : language),
                    at: prompt.location,
                    severity: isFirst ? .error : .warning
                )
            }
        }
        // One node may say the most in several languages and replies.
        return Dictionary(grouping: findings, by: \.location).values.compactMap { $0.max { $0.severity < $1.severity } }
    }
}

extension Bot {
    /// The prompts that are spoken without their node's own.
    fileprivate var loosePrompts: [Prompt] {
        let retries = nodes.flatMap { node -> [Retries?] in
            switch node.body {
            case .decisionMenu(let menu): [menu.noInput, menu.noMatch]
            case .touchtoneCapture(let capture): [capture.noInput, capture.noMatch]
            case .message, .condition, .set, .forwardCall, .hangUp: []
            }
        }
        return retries.flatMap { $0?.prompts ?? [] }
            + [universals.helpPrompt, apology, optOutGoodbye].compactMap(\.self)
    }
}

extension Node {
    /// Whether what is known of the variables may keep a call from the way.
    fileprivate var branches: Bool {
        if case .condition = body { true } else { false }
    }
}

extension LintMessage {
    fileprivate static func reply(_ path: String, _ bytes: Int, _ language: LanguageTag?) -> LintMessage {
        """
        one reply\(language.map { " in \($0)" } ?? "") speaks \(bytes) bytes at least (\(path)), and a document holds \
        \(WrittenSize.maximum); say less, play a recording, or ask in between
        """
    }

    fileprivate static func prompt(_ bytes: Int, _ language: LanguageTag?) -> LintMessage {
        """
        this prompt\(language.map { " in \($0)" } ?? "") speaks \(bytes) bytes at least, and a document holds \
        \(WrittenSize.maximum); say less, or play a recording
        """
    }
}
