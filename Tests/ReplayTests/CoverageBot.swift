import BotGraph
import CallEngine
import Replay
import Telephony
import Testing

/// Bots to be covered, and calls through them.
enum CoverageBot {
    static func load(_ source: String, path: String = "bots/tiny/bot.yaml") throws -> Bot {
        let result = BotLoader.load(source, path: path, version: BotVersion("0"), recordings: nil)
        return try #require(result.bot, "\(result.diagnostics)")
    }

    /// What a call passes in which the caller does this, one after the other.
    static func passages(of bot: Bot, _ inputs: [CallerInput]) throws -> [Passage] {
        let person = try #require(PhoneNumber("+12065550101"))
        let own = try #require(PhoneNumber("+12065550199"))
        let start = CallStart(
            call: CallID(high: 1, low: 2),
            direction: bot.direction,
            person: .number(person),
            ownNumber: .number(own),
            status: .ringing
        )
        let events = [CallEvent.started(start)] + inputs.enumerated().map { .input(step: $0, $1) }
        let timed = events.enumerated().map { index, event in
            (event: event, at: Instant(milliseconds: Int64(index) * 10_000))
        }
        return CoverageTrace.passages(of: timed, bot: bot, recordings: PromptCatalogue())
    }

    static func coverage(of bot: Bot, _ calls: [CallerInput]...) throws -> Coverage {
        var coverage = Coverage(of: bot)
        for inputs in calls { coverage.add(try passages(of: bot, inputs)) }
        return coverage
    }

    static func press(_ keys: String) -> CallerInput { CallerInput(digits: Digits(keys)) }

    static let tiny = """
        bot: tiny
        title: Tiny
        start: menu
        nodes:
          menu:
            type: decision_menu
            prompt: "Press 1 or 2."
            options:
              - {name: one, press: "1", go: bye}
              - {name: two, press: "2", go: bye}
            no_input: {prompts: ["Still there?"], then: bye}
            no_match: {then: bye}
          bye: {type: hang_up, prompt: "Goodbye."}
        """

    /// Everything that a point can be of.
    static let whole = """
        bot: whole
        title: Whole
        languages: [en-US, es-US]
        variables: {account: text}
        opt_out: {press: "9", confirm: sure, ask: always, goodbye: "No more calls."}
        universals:
          repeat: {press: "*"}
          help: {press: "5", prompt: "Press a key."}
          operator: {press: "0", go: desk}
        start: menu
        nodes:
          menu:
            type: decision_menu
            prompt: {en-US: "Press 1.", es-US: "Oprima 1."}
            options:
              - {name: account, press: "1", go: account}
            no_input: {prompts: ["Still there?", "Hello?"], then: desk}
            no_match: {prompts: ["Pardon?"]}
            default: desk
          account:
            type: touchtone_capture
            prompt: "Type it."
            variable: account
            digits: 4
            no_input: {then: desk}
            no_match: {prompts: ["Again."], then: desk}
            go: kind
          kind:
            type: condition
            cases:
              - {when: 'account = "1234"', go: bye}
            else: desk
          desk:
            type: forward_call
            number: "+12065550110"
            busy: bye
            go: bye
          sure:
            type: decision_menu
            prompt: "Shall the calls stop?"
            options:
              - {name: stop, press: "1", opt_out: confirmed}
              - {name: keep, press: "2", opt_out: withdrawn}
          bye: {type: hang_up, prompt: "Goodbye."}
        """
}
