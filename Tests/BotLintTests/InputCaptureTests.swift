import BotGraph
import Testing

/// How captures end, and what their prompts say of it.
struct InputCaptureTests {
    private static let open = "max_digits: 8"

    @Test(arguments: [
        "then press pound", "then press the Pound key", "and hit hash", "then the number sign", "then press #",
        "{{IF(code = NULL, \\\"then press pound\\\", \\\"\\\")}}", "{{words}}",
    ])
    func `a prompt that may name the key is quiet`(words: String) throws {
        let prompt = words.hasPrefix("{{words") ? "\"\(words)\"" : "\"Type your code, \(words).\""
        #expect(try InputBots.lint(InputBots.capture(InputCaptureTests.open, prompt: prompt)) == [])
    }

    @Test(arguments: ["and wait", "then press star", "then press zero", "{{words}}"])
    func `a prompt that names another key or none is told`(words: String) throws {
        let bot = InputBots.capture(InputCaptureTests.open, prompt: "\"Type your code, \(words).\"")
        let findings = try InputBots.lint(bot)
        #expect(findings.map(\.id) == ["finish-key-unmentioned"])
        #expect(
            findings.first?.message == "'code' does not say that # finishes the input, so a caller with fewer digits "
                + "waits 5 s; say it, or write `digits`"
        )
    }

    @Test func `each language says it in its own words`() throws {
        func lint(english: String, spanish: String) throws -> [Diagnostic] {
            let prompt = "{en-US: \"Your code, then \(english).\", es-US: \"Su código y la tecla \(spanish).\"}"
            let bot = InputBots.capture(InputCaptureTests.open, prompt: prompt, languages: "en-US, es-US")
            return try InputBots.lint(bot).of("finish-key-unmentioned")
        }
        for name in ["numeral", "gato", "almohadilla"] {
            #expect(try lint(english: "pound", spanish: name) == [])
        }
        let findings = try lint(english: "hash", spanish: "pound")
        #expect(findings.map(\.message).allSatisfy { $0.contains("in es-US") })
        #expect(findings.count == 1)
        #expect(try lint(english: "nothing", spanish: "asterisco").count == 2)
    }

    @Test func `a language without a prompt of its own hears the default's, which is told once`() throws {
        let bot = InputBots.capture(InputCaptureTests.open, prompt: "\"Your code.\"", languages: "es-US, en-US")
        #expect(try InputBots.lint(bot).of("finish-key-unmentioned").count == 1)
        let spanish = InputBots.capture(
            InputCaptureTests.open,
            prompt: "\"Su código y la tecla de numeral.\"",
            languages: "es-US, en-US"
        )
        #expect(try InputBots.lint(spanish).of("finish-key-unmentioned") == [])
    }

    @Test func `a language whose names of keys are not known is quiet`() throws {
        let bot = InputBots.capture(InputCaptureTests.open, prompt: "\"Koodi, kiitos.\"", languages: "fi-FI")
        #expect(try InputBots.lint(bot).of("finish-key-unmentioned") == [])
    }

    @Test func `the message just before may have said it`() throws {
        let bot = InputBots.capture(InputCaptureTests.open, prompt: "\"Your code, please.\"")
            .replacing("go: code}", with: "go: how}")
            .replacing("  code:\n", with: "  how: {type: message, prompt: \"Finish with pound.\", go: code}\n  code:\n")
        #expect(try InputBots.lint(bot) == [])
    }

    @Test(arguments: ["digits: 5", "digits: 5\n    finish_on_key: none", "min_digits: 5\n    max_digits: 5"])
    func `a capture of a fixed length needs no finish key`(lines: String) throws {
        #expect(try InputBots.lint(InputBots.capture(lines, prompt: "\"Type your code.\"")) == [])
    }

    @Test(arguments: [
        ("min_digits: 2", "takes up to 64 digits"),
        ("max_digits: 64", "takes up to 64 digits"),
        ("min_digits: 2\n    max_digits: 6\n    finish_on_key: none", "has no finish key"),
        ("min_digits: 2\n    max_digits: 6\n    finish_on_key: \"*\"", "finishes on the opt-out's key"),
    ])
    func `a capture that nothing ends is told`(lines: String, words: String) throws {
        let bot = InputBots.capture(
            lines,
            prompt: "\"Type your code, then press pound.\"",
            header: "opt_out: {press: \"*\", ask: never}\n"
        )
        let findings = try InputBots.lint(bot)
        #expect(findings.map(\.id) == ["unlimited-capture"])
        #expect(findings.first?.message.contains(words) == true)
    }

    @Test func `a finish key that is the opt-out's keeps it from being an answer`() throws {
        func lint(_ lines: String, press: String = "9") throws -> [Diagnostic] {
            try InputBots.lint(
                InputBots.capture(
                    lines,
                    prompt: "\"Rate us from 1 to 5. To stop these calls, press \(press).\"",
                    header: "opt_out: {press: \"\(press)\", ask: never}\n",
                    direction: "outbound"
                )
            ).filter { $0.id != "opt-out-not-reachable" }
        }
        #expect(try lint("digits: 1").map(\.id) == ["opt-out-swallowed"])
        #expect(try lint("digits: 1\n    finish_on_key: \"9\"") == [])
        #expect(try lint("digits: 2") == [])
        #expect(try lint("digits: 2\n    finish_on_key: \"9\"").map(\.id) == ["finish-key-is-digit"])
    }

    @Test func `a capture of a bot that is called may take a single digit`() throws {
        let bot = InputBots.capture(
            "digits: 1",
            prompt: "\"Rate us.\"",
            header: "opt_out: {press: \"9\", ask: never}\n"
        )
        #expect(try InputBots.lint(bot).of("opt-out-swallowed") == [])
    }
}
