import BotGraph
import Testing

/// What the examples of the rules about keys and phrases do not show.
struct InputRuleTests {
    // MARK: Keys

    @Test func `a key that begins another is told with what the caller waits for`() throws {
        let findings = try InputBots.lint(InputBots.menu("press: \"1\"", "press: \"12\""))
        #expect(findings.map(\.id) == ["prefix-key"])
        #expect(
            findings.first?.message
                == "option 'second' is on 12, which begins with 1 of option 'first': whoever presses 1 "
                + "waits 5 s for another key, and an impatient second press may choose 12; "
                + "give it keys that begin differently"
        )
    }

    @Test func `the opt-out's key pressed twice is a key that begins another`() throws {
        let findings = try InputBots.lint(
            InputBots.menu("press: \"11\"", "press: \"99\"", header: "opt_out: {press: \"9\", ask: never}\n")
        )
        #expect(findings.map(\.id) == ["prefix-key"])
        #expect(findings.first?.message.contains("9 of the opt-out") == true)
    }

    @Test(arguments: [("1", "2"), ("11", "12"), ("1*", "2#")])
    func `keys of one length that differ are quiet`(first: String, second: String) throws {
        #expect(try InputBots.lint(InputBots.menu("press: \"\(first)\"", "press: \"\(second)\"")) == [])
    }

    @Test func `each key that begins a longer one is told`() throws {
        let findings = try InputBots.lint(
            InputBots.menu("press: \"1\"", "press: \"123\"", header: "universals: {repeat: {press: \"1\"}}\n")
        )
        #expect(findings.map(\.id) == ["clashing-key", "prefix-key"])
    }

    @Test func `keys of several lengths are told once a menu, and not where the pound key is named`() throws {
        let findings = try InputBots.lint(InputBots.menu("press: \"1\"", "press: \"234\""))
        #expect(findings.map(\.id) == ["uneven-keys"])
        #expect(findings.first?.message.contains("waits 5 s") == true)
        let named = InputBots.menu("press: \"1\"", "press: \"234\"", prompt: "Press 1, or 2 3 4. Then press pound.")
        #expect(try InputBots.lint(named) == [])
    }

    @Test func `the number of a neighbour's key is told, that of nobody's is not`() throws {
        let crossed = InputBots.menu("press: \"1\", say: [two]", "press: \"2\", say: [one]")
        #expect(try InputBots.lint(crossed).map(\.id) == ["crossed-number", "crossed-number"])
        let own = InputBots.menu("press: \"1\", say: [one]", "press: \"2\", say: [three, twenty one]")
        #expect(try InputBots.lint(own) == [])
        let inside = InputBots.menu("press: \"1\", say: [two parts]", "press: \"2\", say: [the other]")
        #expect(try InputBots.lint(inside) == [])
    }

    // MARK: Phrases

    @Test(arguments: ["me", "you", "no", "yes", "B", "in", "up", "the other one", "al"])
    func `a word that answers alone is quiet`(phrase: String) throws {
        #expect(try InputBots.lint(InputBots.menu("say: [\"\(phrase)\"]", "say: [something]")) == [])
    }

    @Test func `a word that is common in another language is quiet`() throws {
        let spanish = InputBots.menu("say: [el]", "say: [otra]", languages: "es-US")
        #expect(try InputBots.lint(spanish).map(\.id) == ["common-word-phrase"])
        #expect(try InputBots.lint(spanish.replacing("es-US", with: "en-US")) == [])
    }

    @Test(arguments: ["no more of this", "not interested", "leave me alone", "wrong number"])
    func `an opt-out's phrase of several words is quiet`(phrase: String) throws {
        let bot = InputBots.menu("say: [first]", "say: [other]", header: "opt_out: {say: [\(phrase)], ask: never}\n")
        #expect(try InputBots.lint(bot).of("opt-out-say-too-wide") == [])
    }

    @Test(arguments: ["no thank you", "Sí", "okay please", "um no", "9"])
    func `an opt-out's phrase is looked at as it is matched`(phrase: String) throws {
        let bot = InputBots.menu(
            "say: [first]",
            "say: [other]",
            header: "opt_out: {say: [\"\(phrase)\"], ask: never}\n"
        )
        #expect(try InputBots.lint(bot).map(\.id) == ["opt-out-say-too-wide"])
    }

    // MARK: Confirming an opt-out

    private static func confirming(_ header: String = "", silence: String = "goodbye", keep: String) -> String {
        InputBots.bot(
            header + """
                opt_out: {press: "9", confirm: sure}
                variables:
                  seen: {type: number, default: 0}
                start: main
                nodes:
                  main:
                    type: decision_menu
                    prompt: "To stop these calls, press 9. To be connected, press 1. To have us stop, press 3."
                    options:
                      - {name: connect, press: "1", go: desk}
                      - {name: stop, press: "3", go: sure}
                    no_input: {then: \(silence)}
                    no_match: {then: goodbye}
                  count: {type: set, values: {seen: seen + 1}, go: said}
                  said: {type: message, prompt: "As you wish.", go: sure}
                  asked: {type: condition, cases: [{when: seen > 2, go: sure}], else: goodbye}
                  sure:
                    type: decision_menu
                    prompt: "To stop these calls, press 1. To keep them, press 2."
                    options:
                      - {name: stop, press: "1", opt_out: confirmed}
                      - {name: keep, \(keep), opt_out: withdrawn}
                    default: sure
                  desk: {type: forward_call, number: "+12065550101", busy: count, go: asked}
                  goodbye: {type: hang_up}
                """,
            direction: "outbound"
        )
    }

    @Test func `an option that leads to the confirming menu, and its own default, are quiet`() throws {
        let findings = try InputBots.lint(InputRuleTests.confirming(keep: "press: \"2\""))
        #expect(findings.of("confirm-menu-misused") == [])
    }

    @Test(arguments: [("sure", "'sure'"), ("said", "'sure' by 'said'"), ("count", "'sure' by 'count'")])
    func `silence that leads to the confirming menu is told through whatever it passes`(
        silence: String,
        name: String
    )
        throws
    {
        let bot = InputRuleTests.confirming(silence: silence, keep: "press: \"2\"")
        let findings = try InputBots.lint(bot).of("confirm-menu-misused")
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains("leads to \(name), which asks") == true)
        #expect(findings.first?.length == silence.count)
    }

    @Test func `a condition may know better`() throws {
        let bot = InputRuleTests.confirming(silence: "asked", keep: "press: \"2\"")
        #expect(try InputBots.lint(bot).of("confirm-menu-misused") == [])
    }

    @Test func `an operator that leads to the confirming menu is told at its target`() throws {
        let operators = "universals: {operator: {press: \"0\", go: sure}}\n"
        let findings = try InputBots.lint(InputRuleTests.confirming(operators, keep: "press: \"2\""))
        #expect(findings.of("confirm-menu-misused").map(\.location.line) == [7])
    }

    @Test(arguments: ["\"no\"", "keep calling me", "keep the calls", "go on", "\"no, keep them\"", "continue"])
    func `words that keep the calls are quiet`(phrase: String) throws {
        let bot = InputRuleTests.confirming(keep: "press: \"2\", say: [\(phrase)]")
        #expect(try InputBots.lint(bot).of("withdrawal-asks-to-stop") == [])
    }

    @Test(arguments: ["stop", "do not call me", "take me off your list"])
    func `words that ask to stop take nothing back`(phrase: String) throws {
        let bot = InputRuleTests.confirming(keep: "press: \"2\", say: [\(phrase)]")
        #expect(try InputBots.lint(bot).of("withdrawal-asks-to-stop").count == 1)
    }

    // MARK: Retries and time

    @Test func `ten prompts of a capture are too many, nine of each kind are not`() throws {
        let prompts = Array(repeating: "\"Please type.\"", count: 9).joined(separator: ", ")
        let bot = InputBots.capture("digits: 4", prompt: "\"Please type.\"")
        let nine = bot.replacing("no_input: {then", with: "no_input: {prompts: [\(prompts)], then")
        #expect(try InputBots.lint(nine).of("many-retries") == [])
        let ten = nine.replacing("prompts: [", with: "prompts: [\"Type!\", ")
        let findings = try InputBots.lint(ten).of("many-retries")
        #expect(findings.count == 1)
        #expect(findings.first?.length == 8)
    }

    @Test(arguments: [(1, 1), (2, 1), (3, 0), (60, 0)])
    func `a wait under three seconds is short`(seconds: Int, count: Int) throws {
        let bot = InputBots.capture("digits: 4\n    timeout: \(seconds)s", prompt: "\"Please type.\"")
        #expect(try InputBots.lint(bot).of("too-short-timeout").count == count)
    }
}
