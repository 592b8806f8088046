import BotGraph
import BotLint
import Testing

/// Bots for the tests of drawings.
enum DrawnBots {
    static func bot(_ source: String) throws -> Bot {
        let result = load(source)
        return try #require(result.bot, "\(result.diagnostics)")
    }

    /// A drawing of a bot with everything that the linter finds in it.
    static func drawing(_ source: String) throws -> BotDrawing {
        BotDrawing(try bot(source), findings: Linter.lint(load(source)))
    }

    static func load(_ source: String) -> BotLoader.Result {
        BotLoader.load(source, path: "bot.yaml", version: BotVersion("0"), recordings: nil)
    }

    static var frontDesk: Bot { get throws { try bot(frontDeskSource) } }

    static let frontDeskSource = """
        bot: front-desk
        title: Front desk
        variables: {account: text}
        opt_out: {press: "9", confirm: sure, ask: always}
        universals:
          repeat: {press: "*"}
          help: {say: [help, what can I say], prompt: "Press a key."}
          operator: {press: "0", go: desk}
        start: welcome
        nodes:
          welcome:
            type: decision_menu
            prompt: "For your account, press 1. To end the call, press 2."
            options:
              - {name: account, press: "1", say: [account, my account], go: account}
              - {name: done, press: "2", go: goodbye}
            no_input: {prompts: ["Press 1 or 2.", "Please press 1 or 2."], then: desk}
            no_match: {then: desk}
          account:
            type: touchtone_capture
            prompt: "Type your account number."
            variable: account
            min_digits: 4
            max_digits: 6
            no_input: {prompts: ["Please type it."], then: desk}
            no_match: {prompts: ["Please type it again."], then: desk}
            go: kind
          kind: {type: condition, cases: [{when: 'account = "1234"', go: goodbye}], else: desk}
          desk: {type: forward_call, number: "+12065550110", busy: welcome, no_answer: welcome}
          sure:
            type: decision_menu
            prompt: "Shall the calls stop? Press 1 to stop them, or 2 to keep them."
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - {name: keep, press: "2", opt_out: withdrawn}
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
}
