import BotGraph
import BotLint
import Testing

/// What the examples of the rules about providers do not show.
struct ProviderRuleTests {
    /// What the family's rules find in a bot of these lines.
    private static func lint(
        _ rest: String,
        provider: ProviderName = .twilio,
        direction: String = "inbound",
        languages: String = "[en-US]"
    ) throws -> [Diagnostic] {
        let header = """
            bot: example
            title: Example
            channel: voice
            direction: \(direction)
            purpose: informational
            languages: \(languages)

            """
        let result = MarkedSource(header + rest + "\n").load()
        let bot = try #require(result.bot, "\(result.diagnostics)")
        let rules = LintRules.all.filter { $0.family == .provider }
        return Linter(rules: rules, provider: provider).lint(bot, source: result.source)
    }

    private static func menu(_ option: String, header: String = "") -> String {
        """
        \(header)
        start: main
        nodes:
          main:
            type: decision_menu
            prompt: "To end the call, press 1."
            options:
              - {name: finish, \(option), go: goodbye}
            default: goodbye
          goodbye: {type: hang_up, prompt: "Goodbye."}
        """
    }

    // MARK: Speech

    @Test(arguments: ProviderName.allCases)
    func `only Somleng cannot listen for words`(provider: ProviderName) throws {
        let findings = try ProviderRuleTests.lint(
            ProviderRuleTests.menu("press: \"1\", say: [finish]"),
            provider: provider
        )
        #expect(findings.map(\.id) == (provider == .somleng ? ["provider-cannot"] : []))
    }

    private static let bots: [(header: String, direction: String, line: Int, words: String)] = [
        ("opt_out: {press: \"9\", ask: never}", "inbound", 7, "a bot with an opt_out"),
        ("universals: {repeat: {press: \"*\", say: [again]}}", "inbound", 7, "the words of 'repeat'"),
        ("", "outbound", 10, "it cannot serve bots that call"),
    ]

    @Test(arguments: 0..<3)
    func `what holds for a whole bot is told once`(index: Int) throws {
        let (header, direction, line, words) = ProviderRuleTests.bots[index]
        let findings = try ProviderRuleTests.lint(
            ProviderRuleTests.menu("press: \"1\"", header: header),
            provider: .somleng,
            direction: direction
        )
        #expect(findings.map(\.id) == ["provider-cannot"])
        #expect(findings.first?.location.line == line)
        #expect(findings.first?.message.contains(words) == true, "\(findings)")
        #expect(findings.first?.message.contains("github.com/somleng") == true)
    }

    @Test(arguments: [
        ("[es-MX]", []), ("[de-AT]", []), ("[zh-Hans-CN]", []), ("[ht-HT]", ["unsupported-speech-language"]),
    ])
    func `a language is looked at without its region`(languages: String, ids: [String]) throws {
        let findings = try ProviderRuleTests.lint(
            ProviderRuleTests.menu("press: \"1\", say: [finish]"),
            languages: languages
        )
        #expect(findings.map(\.id) == ids)
    }

    @Test func `a language that is not recognised is no matter where only keys are taken`() throws {
        #expect(try ProviderRuleTests.lint(ProviderRuleTests.menu("press: \"1\""), languages: "[cy-GB]") == [])
    }

    @Test func `too many phrases, and too many bytes of them, are told at the menu`() throws {
        let many = (1...300).map { "phrase number \($0)" }.joined(separator: ", ")
        let long = (1...120).map { "this is the long phrase number \($0) " + String(repeating: "a", count: 60) }
        let equal = Array(repeating: "finish", count: 300).joined(separator: ", ")
        for (phrases, ids) in [
            (many, ["hints-too-many"]), (long.joined(separator: ", "), ["hints-too-many"]), (equal, []),
        ] {
            let second = phrases.replacing("phrase number", with: "words of number")
            let options = "say: [\(phrases)], go: goodbye}\n      - {name: other, say: [\(second)]"
            let findings = try ProviderRuleTests.lint(ProviderRuleTests.menu(options))
            #expect(findings.map(\.id) == ids)
            #expect(findings.allSatisfy { $0.location.line == 10 })
        }
    }

    // MARK: Voices

    private static func voice(_ voices: String, node: String = "") -> String {
        """
        voices: \(voices)
        start: end
        nodes:
          end: {type: hang_up, \(node)prompt: "Goodbye."}
        """
    }

    @Test(arguments: [
        ("en-US", "Polly.Joanna"), ("en-US", "Polly.Joanna-Neural"), ("en-US", "Polly.Matthew-Generative"),
        ("hi-IN", "Polly.Aditi"), ("en-IN", "Polly.Kajal-Neural"), ("zh-CN", "Polly.Zhiyu"), ("cmn-CN", "Polly.Zhiyu"),
        ("ar-SA", "Polly.Zeina"), ("es-US", "Google.es-US-Neural2-A"), ("fr-CA", "Polly.Chantal"),
        ("nb-NO", "Polly.Liv"),
        ("en-US", "woman"), ("en-US", "Polly.Newcomerx"), ("es-US", "Google.es-US-Chirp3-HD-Aoede"),
    ])
    func `a voice of its language is not found`(language: String, voice: String) throws {
        let findings = try ProviderRuleTests.lint(
            ProviderRuleTests.voice("{\(language): \(voice)}"),
            languages: "[\(language)]"
        )
        #expect(findings == [], "\(findings)")
    }

    private static let mismatches: [(String, String, ProviderName, Diagnostic.Severity?)] = [
        ("es-US", "Polly.Joanna", .twilio, .error), ("es-US", "Polly.Joanna", .telnyx, .error),
        ("es-US", "Google.en-US-Wavenet-A", .twilio, .error), ("es-US", "gcloud.en-US-Wavenet-A", .signalwire, .error),
        ("en-GB", "Polly.Joanna", .twilio, .warning), ("en-GB", "Polly.Joanna", .telnyx, nil),
        ("es-US", "AWS.Polly.Joanna", .telnyx, .error), ("es-MX", "Polly.Lupe", .twilio, .warning),
    ]

    @Test(arguments: mismatches.indices)
    func `a voice of another language is an error, of another region a warning where it matters`(index: Int) throws {
        let (language, voice, provider, severity) = ProviderRuleTests.mismatches[index]
        let findings = try ProviderRuleTests.lint(
            ProviderRuleTests.voice("{\(language): \(voice)}"),
            provider: provider,
            languages: "[\(language)]"
        )
        #expect(findings.map(\.severity) == (severity.map { [$0] } ?? []), "\(findings)")
        #expect(findings.allSatisfy { $0.id == "voice-language-mismatch" && $0.location.line == 7 })
        #expect(findings.allSatisfy { $0.location.column == 17 && $0.length == voice.count })
    }

    @Test func `a node's own voice is held against the languages that it speaks`() throws {
        let both = """
            voices: {en-US: Polly.Joanna, es-US: Polly.Lupe}
            start: end
            nodes:
              first: {type: message, voice: "Polly.Matthew", prompt: "Welcome.", go: end}
              end: {type: hang_up, voice: Polly.Matthew, prompt: {en-US: "Goodbye.", es-US: "Hasta luego."}}
            """
        let findings = try ProviderRuleTests.lint(
            both.replacing("start: end", with: "start: first"),
            languages: "[en-US, es-US]"
        )
        #expect(findings.map(\.id) == ["voice-language-mismatch"])
        #expect(findings.first?.location.line == 11)
        #expect(findings.first?.location.column == 31)
    }

    private static let names: [(String, ProviderName, String?)] = [
        ("Joanna", .twilio, "did you mean 'Polly.Joanna'?"), ("Polly.Johanna", .twilio, "did you mean 'Polly.Joanna'?"),
        ("gcloud.en-US-Neural2-A", .twilio, "begins with Polly. or Google."),
        ("Google.en-US-Neural2-A", .signalwire, "is no voice that SignalWire has"),
        ("gcloud.en-US-Neural2-A", .signalwire, nil),
        ("Telnyx.KokoroTTS.af", .telnyx, nil), ("anything", .somleng, nil), ("ALICE", .twilio, nil),
        ("polly.joanna", .twilio, nil),
        ("Google.Wavenet-A", .twilio, "does not name its language"),
    ]

    @Test(arguments: names.indices)
    func `a voice's name is held against what the provider has`(index: Int) throws {
        let (name, provider, message) = ProviderRuleTests.names[index]
        let findings = try ProviderRuleTests.lint(ProviderRuleTests.voice("{en-US: \(name)}"), provider: provider)
        #expect(findings.map(\.id) == (message == nil ? [] : ["unknown-voice"]), "\(findings)")
        if let message { #expect(findings.first?.message.contains(message) == true, "\(findings)") }
    }

    // MARK: Sizes and ranges

    @Test(arguments: [("120s", ProviderName.telnyx, 0), ("121s", .telnyx, 1), ("600s", .twilio, 0), ("2m", .telnyx, 0)])
    func `how long it may ring depends on the provider`(timeout: String, provider: ProviderName, count: Int) throws {
        let findings = try ProviderRuleTests.lint(
            "start: desk\nnodes:\n  desk: {type: forward_call, number: \"+12065550101\", timeout: \(timeout)}",
            provider: provider
        )
        #expect(findings.count == count)
    }

    /// A text of so many bytes, without the 128 that every piece is taken to cost.
    private static func text(_ bytes: Int) -> String { String(repeating: "words ", count: bytes / 6) }

    private static func chain(_ sizes: [Int], between: String = "") -> String {
        var nodes = ""
        for (index, size) in sizes.enumerated() {
            nodes += "  n\(index): {type: message, prompt: \"\(text(size))\", go: n\(index + 1)}\n"
        }
        return "start: n0\nnodes:\n" + nodes + between + "  n\(sizes.count): {type: hang_up, prompt: \"Goodbye.\"}"
    }

    @Test func `what is said from one ear to the next is added up`() throws {
        #expect(try ProviderRuleTests.lint(ProviderRuleTests.chain([18_000, 18_000])) == [])
        let findings = try ProviderRuleTests.lint(ProviderRuleTests.chain([18_000, 24_000]))
        #expect(findings.map(\.id) == ["document-too-large"])
        #expect(findings.first?.severity == .error)
        #expect(findings.first?.location.line == 10, "at the node that says the most")
        #expect(findings.first?.message.contains("(n0 → n1 → n2)") == true)
    }

    @Test func `an ear in between makes two documents`() throws {
        let menu = """
              n1:
                type: decision_menu
                prompt: "\(ProviderRuleTests.text(18_000))"
                options:
                  - {name: more, press: "1", go: n2}
                default: n2

            """
        let text = ProviderRuleTests.chain([18_000]).replacing(
            "  n1: {type: hang_up",
            with: menu + "  n2: {type: message"
        )
        .replacing("\"Goodbye.\"}", with: "\"\(ProviderRuleTests.text(18_000))\", go: n3}\n  n3: {type: hang_up}")
        #expect(try ProviderRuleTests.lint(text) == [])
    }

    private static func round(_ size: Int) -> String {
        """
        start: n0
        variables: {known: {type: boolean, required: true}}
        nodes:
          n0: {type: message, prompt: "\(text(24_000))", go: is-known}
          is-known:
            type: condition
            cases:
              - {when: known, go: n0}
            else: n1
          n1: {type: message, prompt: "\(text(size))", go: end}
          end: {type: hang_up}
        """
    }

    @Test func `a condition on the way leaves a doubt, a round is not gone twice`() throws {
        #expect(try ProviderRuleTests.lint(ProviderRuleTests.round(12_000)) == [])
        #expect(try ProviderRuleTests.lint(ProviderRuleTests.round(24_000)).map(\.severity) == [.warning])
    }

    @Test func `a long way of short messages is ended before it is too large`() throws {
        #expect(try ProviderRuleTests.lint(ProviderRuleTests.chain(Array(repeating: 60, count: 3_000))) == [])
    }

    @Test func `a prompt for silence is a document of its own, expressions are taken to say nothing`() throws {
        let text = ProviderRuleTests.menu("press: \"1\"").replacing(
            "default: goodbye",
            with: "default: goodbye\n    no_input: {prompts: ['\(ProviderRuleTests.text(41_000))']}"
        )
        #expect(try ProviderRuleTests.lint(text).map(\.id) == ["document-too-large"])
        let long = "{{IF(TRUE, \"\(ProviderRuleTests.text(41_000))\")}}"
        #expect(try ProviderRuleTests.lint("start: end\nnodes:\n  end: {type: hang_up, prompt: '\(long)'}") == [])
    }
}
