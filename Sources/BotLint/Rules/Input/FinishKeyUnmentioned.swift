package import BotGraph
import Telephony

/// A capture of no fixed length that does not say how to finish.
package struct FinishKeyUnmentioned: LintRule {
    package let id = "finish-key-unmentioned"
    package let family = LintFamily.input
    package let severity = Diagnostic.Severity.warning
    package let summary = "a capture of no fixed length whose prompt does not say which key finishes it"
    package let explanation = """
        Where an answer may be shorter than `max_digits`, the caller who does not know of the finish key waits in silence until \
        the timeout is over, thinks that nothing was heard, and types it all again, which is then too long.

        Say it: "followed by the pound key". The key's usual names are known in English (pound, hash, number sign; star, \
        asterisk), Spanish (numeral, gato, almohadilla; asterisco, estrella), French, German, Italian and Portuguese. Each \
        language's prompt is looked at by itself, with the message just before it. Recordings, prompts that are one expression, \
        and other languages are not looked at.
        """
    package let examples = LintExamples(
        passing: [
            ExampleBots.capture(
                prompt: "\"Please type your account number, followed by the pound key.\"",
                "max_digits: 8"
            ),
            ExampleBots.capture(prompt: "\"Please type your five digit account number.\"", "digits: 5"),
        ],
        failing: [
            ExampleBots.capture(prompt: "↓\"Please type your account number.\"", "max_digits: 8"),
            ExampleBots.capture(
                prompt: "[\"Your account.\", ↓\"Type its number, then the pound key.\"]",
                "max_digits: 8\n    finish_on_key: \"*\""
            ),
        ]
    )

    package init() {}

    package func check(_ subject: LintSubject) -> [Diagnostic] {
        let bot = subject.bot
        let silent = bot.nodes.flatMap { node in silences(of: node, in: bot).map { (node: node, silence: $0) } }
        guard !silent.isEmpty else { return [] }
        let messages = FinishKeyUnmentioned.messages(leadingTo: Set(silent.map(\.node.id)), in: bot)
        return silent.compactMap { node, silence in
            let isSaidBefore = (messages[node.id] ?? []).contains { prompt in
                prompt.pieces(in: silence.language).mayName(silence.key, base: silence.language.base)
            }
            guard !isSaidBefore else { return nil }
            let isOne = bot.languages.count == 1
            return finding(.unmentioned(node.id, silence, isOne: isOne), at: silence.location)
        }
    }

    /// The languages in which a capture does not name its finish key.
    private func silences(of node: Node, in bot: Bot) -> [Silence] {
        guard case .touchtoneCapture(let capture) = node.body, capture.minDigits < capture.maxDigits,
            let key = capture.finishOnKey, key == .pound || key == .star, key != bot.optOut?.press
        else { return [] }
        return capture.prompt.heard(in: bot).compactMap { language, pieces in
            guard case .text(_, let location) = pieces.last, !pieces.mayName(key, base: language.base) else {
                return nil
            }
            return Silence(language: language, key: key, location: location, timeout: capture.timeout)
        }
    }

    /// The prompts of the messages from which a call goes straight to one of the nodes.
    private static func messages(leadingTo nodes: Set<NodeID>, in bot: Bot) -> [NodeID: [Prompt]] {
        var prompts: [NodeID: [Prompt]] = [:]
        for node in bot.nodes {
            guard case .message(let message) = node.body, nodes.contains(message.go.node) else { continue }
            prompts[message.go.node, default: []].append(message.prompt)
        }
        return prompts
    }
}

/// A language in which a capture does not say how to finish.
private struct Silence {
    let language: LanguageTag
    let key: Key
    let location: SourceLocation
    let timeout: Duration
}

extension LintMessage {
    fileprivate static func unmentioned(_ node: NodeID, _ silence: Silence, isOne: Bool) -> LintMessage {
        """
        '\(node)' does not say\(isOne ? "" : " in \(silence.language)") that \(silence.key.rawValue) finishes the input, so a \
        caller with fewer digits waits \(silence.timeout.components.seconds) s; say it, or write `digits`
        """
    }
}
