import BotGraph
import BotLint
import Testing

/// Bots for the tests of the rules about input.
enum InputBots {
    private static let linter = Linter(rules: LintRules.all.filter { $0.family == .input })

    /// What the rules about input find in a bot file, which has to load; other families have tests of their own.
    static func lint(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> [Diagnostic] {
        let result = MarkedSource(text).load()
        let bot = try #require(result.bot, "\(result.diagnostics)", sourceLocation: sourceLocation)
        return linter.lint(bot, source: result.source)
    }

    /// A bot that is called or calls, with the lines after its header.
    static func bot(_ rest: String, languages: String = "en-US", direction: String = "inbound") -> String {
        """
        bot: example
        title: Example
        channel: voice
        direction: \(direction)
        purpose: informational
        languages: [\(languages)]

        """ + rest + "\n"
    }

    /// A bot of one menu of two options.
    static func menu(
        _ first: String,
        _ second: String,
        prompt: String = "Press 1.",
        header: String = "",
        languages: String = "en-US"
    ) -> String {
        bot(
            header + """
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "\(prompt)"
                    options:
                      - {name: first, \(first), go: desk}
                      - {name: second, \(second), go: goodbye}
                    default: goodbye
                  desk: {type: forward_call, number: "+12065550101"}
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """,
            languages: languages
        )
    }

    /// A bot of one capture.
    static func capture(
        _ lines: String,
        prompt: String,
        header: String = "",
        languages: String = "en-US",
        direction: String = "inbound"
    ) -> String {
        bot(
            header + """
                variables:
                  code: {type: text}
                  words: {type: text}
                start: intro
                nodes:
                  intro:
                    type: decision_menu
                    prompt: "To type your code, press 1. To stop these calls, press 9."
                    options:
                      - {name: type, press: "1", go: code}
                    default: goodbye
                  code:
                    type: touchtone_capture
                    prompt: \(prompt)
                    variable: code
                    \(lines)
                    no_input: {then: goodbye}
                    no_match: {then: goodbye}
                    go: goodbye
                  goodbye: {type: hang_up, prompt: "Goodbye."}
                """,
            languages: languages,
            direction: direction
        )
    }
}

extension [Diagnostic] {
    /// The findings of one rule.
    func of(_ rule: String) -> [Diagnostic] { filter { $0.id == rule } }
}
