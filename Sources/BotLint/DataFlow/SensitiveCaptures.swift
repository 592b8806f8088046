import Airscript
import BotGraph
import Telephony

/// The captures of a bot that ask for something that must not be kept in the clear.
enum SensitiveCaptures {
    /// A capture with the question and the place of its words.
    struct Found {
        let node: Node
        let variable: String
        let question: SensitiveQuestion
        let template: Template
        let location: SourceLocation
    }

    /// The captures, or those of them that fill one of the variables.
    static func all(of bot: Bot, filling variables: Set<String>? = nil) -> [Found] {
        bot.nodes.compactMap { node in
            guard case .touchtoneCapture(let capture) = node.body else { return nil }
            guard variables?.contains(capture.variable) ?? true else { return nil }
            return found(at: node, capture, in: bot)
        }
    }

    /// The gravest question of a capture's prompts, in every language.
    private static func found(at node: Node, _ capture: TouchtoneCapture, in bot: Bot) -> Found? {
        let retries = (capture.noInput?.prompts ?? []) + (capture.noMatch?.prompts ?? [])
        var first: Found?
        for prompt in [capture.prompt] + retries {
            for language in bot.languages {
                for case .text(let template, let location) in prompt.pieces(in: language) {
                    let question = SensitiveQuestion.first(in: template, maxDigits: capture.maxDigits)
                    guard let question else { continue }
                    let found = Found(
                        node: node,
                        variable: capture.variable,
                        question: question,
                        template: template,
                        location: location
                    )
                    if question.isCertain { return found }
                    if first == nil { first = found }
                }
            }
        }
        return first
    }
}
