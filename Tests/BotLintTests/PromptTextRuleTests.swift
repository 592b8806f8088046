import BotGraph
import BotLint
import Telephony
import Testing

/// What the examples of the rules about a prompt's words and recordings do not show.
struct PromptTextRuleTests {
    private static func ids(_ prompt: String, extra: String = "", recordings: PromptCatalogue? = nil) throws -> [String]
    {
        try PromptRuleTests.lint(
            PromptRuleTests.bot("main: {type: message, prompt: \(prompt), go: goodbye}", extra: extra),
            recordings: recordings
        ).map(\.id)
    }

    private static func apply(_ finding: Diagnostic, to text: String) throws -> String {
        var scalars = Array(text.unicodeScalars)
        let fix = try #require(finding.fix)
        let source = BotText(text, path: MarkedSource.path)
        for edit in fix.edits {
            let index = try #require(source.index(of: edit.location))
            scalars.replaceSubrange(index..<(index + edit.length), with: edit.replacement.unicodeScalars)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test(arguments: [
        ("\"Call 2065550100 now.\"", "\"Call 2 0 6, 5 5 5, 0 1 0 0 now.\""),
        ("\"Call +12065550100.\"", "\"Call 1, 2 0 6, 5 5 5, 0 1 0 0.\""),
        ("'Call 5550100.'", "'Call 5 5 5, 0 1 0 0.'"),
        ("\"Número 40711.\"", "\"Número 4 0 7 1 1.\""),
        ("Call 2065550100 now.", "Call 2 0 6 5 5 5 0 1 0 0 now."),
    ])
    func `digits that run together are put apart`(prompt: String, mended: String) throws {
        let text = PromptRuleTests.bot("main: {type: message, prompt: \(prompt), go: goodbye}")
        let findings = try PromptRuleTests.lint(text)
        #expect(findings.map(\.id) == ["digits-run-together"])
        let finding = try #require(findings.first)
        let result = try PromptTextRuleTests.apply(finding, to: text)
        #expect(result == text.replacing(prompt, with: mended))
        #expect(try PromptRuleTests.lint(result) == [])
    }

    @Test(arguments: [
        "We moved in 2024.", "It costs $12345.", "It costs 12345 dollars.", "Over 12345 people came.",
        "More than 12345.",
        "Some 25000 homes.", "It is 12345.5 miles.", "Case AB12345.", "Room 1204.", "At 10:30, 1,234,567 of them.",
        "Write to a12345@example.com.", "Casi 12345 personas.", "{{RIGHT}} 1 2 3 4 5.",
    ])
    func `years, amounts and longer words are left alone`(prompt: String) throws {
        let text = prompt.replacing("{{RIGHT}}", with: "{{12345 + 1}}")
        #expect(try PromptTextRuleTests.ids("\"\(text)\"") == [])
    }

    @Test(arguments: ["actor.phone", "call.from", "mobile"])
    func `a telephone number is not spoken as it is`(name: String) throws {
        let mobile = name == "mobile" ? "mobile: {type: phone, required: true}, " : ""
        let extra = "variables: {\(mobile)tail: {type: text, required: true}}"
        let spoken = try PromptRuleTests.lint(
            PromptRuleTests.bot(
                "main: {type: message, prompt: \"You are {{\(name)}}. Yes, {{tail}}.\", go: goodbye}",
                extra: extra
            )
        )
        #expect(spoken.map(\.id) == ["digits-run-together"])
        #expect(spoken.first?.fix == nil)
    }

    @Test(arguments: [
        ("\"It is **open** now.\"", 1), ("\"Open `now`.\"", 1), ("\"Tom &amp; Sue, 5 &lt; 6.\"", 2),
        ("\"A & B; C\"", 0),
        ("\"Press * twice.\"", 0), ("\"The # key.\"", 0), ("\"Wait\\u200B here.\"", 1),
        ("\"Zero\\u00A0break — “quotes” 日本語 ñ\"", 0),
        ("\"See http://example.com.\"", 1), ("\"See WWW.example.com, or www.example.org.\"", 2),
        ("\"Awww. Sweet.\"", 0),
        ("\"Hi {first_name}.\"", 1), ("\"Hi {{actor.first_name}}.\"", 0), ("\"Hi name}}.\"", 1),
        ("\"A \\uFFFD here.\"", 1),
        ("\"Love ❤️ it.\"", 1), ("\"Terms ™ © ® 5°.\"", 0), ("\"5 × 3 – 2 = ½.\"", 0), ("\"a_b __init__ x.\"", 1),
        ("\"We have a 24/7 line and/or desk.\"", 0), ("\"{ braces } alone\"", 0),
    ])
    func `signs that no voice says are found, usual ones are not`(prompt: String, count: Int) throws {
        #expect(try PromptTextRuleTests.ids(prompt).filter { $0 == "unspeakable-text" }.count == count, "\(prompt)")
    }

    @Test func `a single pair of braces round a variable's name becomes an expression`() throws {
        let text = PromptRuleTests.bot(
            "main: {type: message, prompt: \"Año: {{day}}, {day}, {other}.\", go: goodbye}",
            extra: "variables: {day: {type: text, required: true}}"
        )
        let findings = try PromptRuleTests.lint(text)
        #expect(findings.map { $0.fix == nil } == [false, true])
        let first = try #require(findings.first)
        #expect(try PromptTextRuleTests.apply(first, to: text) == text.replacing(" {day},", with: " {{day}},"))
    }

    @Test(arguments: [
        ("Say \\\"<break time='1s'/>\\\" now.", ["ssml-in-prompt"]), ("5 < 6 and 7 > 3.", []), ("I <3 you.", []),
        ("A <b>bold</b> offer.", ["ssml-in-prompt"]), ("If x <y> z.", []), ("TBD.", ["placeholder-text"]),
        ("FIXME later.", ["placeholder-text"]), ("ESTO ES TODO LO QUE HAY.", []), ("Todo bien.", []),
        ("Write [NAME HERE] now.", ["placeholder-text"]), ("Part [A] of it.", []), ("Rate us XXL.", []),
        ("Lorem is a name.", []),
    ])
    func `markup and words that wait are found`(prompt: String, ids: [String]) throws {
        #expect(try PromptTextRuleTests.ids("\"\(prompt)\"").filter { $0 != "promised-phrase" } == ids)
    }

    @Test func `a prompt is as long as its text and its recordings`() throws {
        let menu = """
            main:
              type: decision_menu
              prompt: [{recording: intro}, "For hours, press 1."]
              options: [{name: hours, press: "1", go: goodbye}]
              default: goodbye
            """
        let name = try #require(RecordingName("intro"))
        for (seconds, count) in [(20, 0), (31, 1)] {
            var catalogue = PromptCatalogue()
            catalogue[name, .americanEnglish] = .init(path: "en-US/intro.wav", duration: .seconds(seconds))
            let found = try PromptRuleTests.lint(PromptRuleTests.bot(menu), recordings: catalogue)
            #expect(found.filter { $0.id == "long-prompt" }.count == count)
        }
        let sentence = String(repeating: "We care for the whole family. ", count: 20)
        #expect(try PromptTextRuleTests.ids("\"\(sentence)\"") == [])
        #expect(try PromptTextRuleTests.ids("\"\(sentence)\(sentence)\(sentence)\(sentence)\"") == ["long-prompt"])
    }

    private static func recording(
        _ path: String,
        _ format: AudioFormat,
        duration: Duration? = .seconds(2)
    ) throws -> [Diagnostic] {
        let name = try #require(RecordingName("bye"))
        var catalogue = PromptCatalogue()
        catalogue[name, .americanEnglish] = .init(path: path, duration: duration, format: format)
        return try PromptRuleTests.lint(
            PromptRuleTests.bot("main: {type: message, prompt: {recording: bye}, go: goodbye}"),
            recordings: catalogue
        )
    }

    @Test func `recordings that a line can carry are left alone`() throws {
        for (path, format) in [
            (
                "en-US/bye.wav",
                AudioFormat(
                    container: .wave,
                    encoding: .pcm,
                    sampleRate: 8_000,
                    channels: 1,
                    bitsPerSample: 16,
                    bytes: 9
                )
            ),
            (
                "en-US/bye.wav",
                AudioFormat(
                    container: .wave,
                    encoding: .muLaw,
                    sampleRate: 8_000,
                    channels: 1,
                    bitsPerSample: 8,
                    bytes: 9
                )
            ),
            (
                "en-US/bye.wav",
                AudioFormat(
                    container: .wave,
                    encoding: .pcm,
                    sampleRate: 44_100,
                    channels: 1,
                    bitsPerSample: 16,
                    bytes: 9
                )
            ),
            ("en-US/bye.mp3", AudioFormat(container: .mp3, encoding: .mpeg, sampleRate: 22_050, channels: 1, bytes: 9)),
            ("en-US/bye.ulaw", AudioFormat(container: .unknown, bytes: 9)),
            (
                "en-US/bye.AIF",
                AudioFormat(
                    container: .aiff,
                    encoding: .pcm,
                    sampleRate: 8_000,
                    channels: 1,
                    bitsPerSample: 16,
                    bytes: 9
                )
            ),
        ] {
            #expect(try PromptTextRuleTests.recording(path, format) == [], "\(path)")
        }
    }

    @Test func `what a line cannot carry, or a provider may refuse, is told`() throws {
        let wave = { (encoding: AudioFormat.Encoding, rate: Int, channels: Int, bits: Int) in
            AudioFormat(
                container: .wave,
                encoding: encoding,
                sampleRate: rate,
                channels: channels,
                bitsPerSample: bits,
                bytes: 9
            )
        }
        let cases: [(String, AudioFormat, Duration?, String)] = [
            ("en-US/bye.wav", wave(.pcm, 6_000, 1, 16), .seconds(1), "6000 samples"),
            ("en-US/bye.wav", wave(.pcm, 8_000, 2, 16), .seconds(1), "2 channels"),
            ("en-US/bye.wav", wave(.pcm, 8_000, 1, 24), .seconds(1), "24 bits"),
            ("en-US/bye.wav", wave(.floatingPoint, 8_000, 1, 32), .seconds(1), "floating-point"),
            ("en-US/bye.wav", wave(.other("2"), 8_000, 1, 4), .seconds(1), "format 2"),
            ("en-US/bye.wav", wave(.pcm, 8_000, 1, 16), .seconds(2_500), "41 minutes"),
            ("en-US/bye.wav", wave(.pcm, 8_000, 1, 16), .zero, "no sound"),
            ("en-US/bye.wav", AudioFormat(container: .unknown, bytes: 0), nil, "no sound"),
            ("en-US/bye.wav", AudioFormat(container: .unknown, bytes: 9), nil, "no WAV file"),
            ("en-US/bye.mp3", wave(.pcm, 8_000, 1, 16), .seconds(1), "a WAV file by its bytes"),
        ]
        for (path, format, duration, words) in cases {
            let found = try PromptTextRuleTests.recording(path, format, duration: duration)
                .filter { $0.id == "unfit-recording" }
            #expect(found.count == 1)
            #expect(found.first?.message.contains(words) == true, "\(words): \(found)")
        }
    }

    @Test func `texts by language are compared with their keys`() throws {
        func found(_ spanish: String) throws -> [String] {
            try PromptRuleTests.lint(
                PromptRuleTests.bot(
                    "main: {type: message, prompt: {en-US: \"Thank you for calling us.\", es-US: \"\(spanish)\"}, go: goodbye}",
                    languages: "en-US, es-US"
                )
            ).map(\.id)
        }
        #expect(try found("Thank you for calling us.") == ["wrong-language"])
        #expect(try found("Merci de votre appel, nous vous appelons.") == ["wrong-language"])
        for quiet in [
            "Gracias por llamarnos.", "Riverside Dental.", "Thank you, gracias por llamar.", "OK.", "No, no.", "Taxi.",
        ] {
            #expect(try found(quiet) == [], "\(quiet)")
        }
    }

    @Test func `a gap in a language is told once a prompt`() throws {
        let text = PromptRuleTests.bot(
            """
            main:
              type: decision_menu
              prompt: {en-US: "For hours, press 1.", es-US: "Para el horario, oprima 1."}
              options: [{name: hours, press: "1", go: goodbye}]
              no_input: {prompts: ["Please press 1 for our hours."], then: goodbye}
              no_match: {then: goodbye}
            """,
            extra: """
                apology: "We are sorry, something went wrong."
                voices: {en-US: Polly.Joanna, fr-CA: Polly.Chantal}
                """,
            languages: "en-US, es-US, fr-CA, en-GB"
        )
        let found = try PromptRuleTests.lint(text)
        let gaps = found.filter { $0.id == "missing-translation" }
        #expect(gaps.count == 4)
        #expect(gaps.contains { $0.message.hasPrefix("callers in es-US and fr-CA hear this in en-US") })
        #expect(gaps.contains { $0.message.hasPrefix("callers in fr-CA hear this in en-US") })
        #expect(gaps.contains { $0.message.contains("the standard `opt_out.goodbye` in English") })
        #expect(found.filter { $0.id == "missing-voice" }.map(\.message).first?.contains("es-US and en-GB") == true)
    }

    @Test func `an intent's phrases are translated, a name need not be`() throws {
        func gaps(_ intent: String) throws -> [String] {
            let prompt =
                "{en-US: \"Riverside Dental about your visit. Press 9.\", es-US: \"Riverside Dental sobre su cita. Oprima 9.\"}"
            let text = PromptRuleTests.bot(
                """
                main: {type: decision_menu, prompt: \(prompt), options: [{name: a, say: [b], go: goodbye}], default: goodbye}
                """,
                extra: "intent: \(intent)\nopt_out: {press: \"9\", ask: never}",
                direction: "outbound",
                languages: "en-US, es-US"
            )
            return try PromptRuleTests.lint(text).filter { $0.id == "missing-translation" }.map(\.message)
        }
        let whole =
            "{caller: Riverside Dental, purpose: {en-US: your visit, es-US: su cita}, opt_out: {en-US: press 9, es-US: oprima 9}}"
        #expect(try gaps(whole) == [])
        let partly = try gaps(
            "{caller: Riverside Dental, purpose: your visit, opt_out: {en-US: press 9, es-US: oprima 9}}"
        )
        #expect(partly.count == 1)
        #expect(partly.first?.hasPrefix("`purpose` of the intent has nothing for es-US") == true)
    }

    @Test func `a recording that no bot plays is found when all bots are known`() throws {
        let text = PromptRuleTests.bot("main: {type: message, prompt: {recording: hello}, go: goodbye}")
        let bot = try #require(MarkedSource(text).load().bot)
        let spanish = try #require(LanguageTag("es-US"))
        var catalogue = PromptCatalogue()
        for (name, language) in [("hello", LanguageTag.americanEnglish), ("old", .americanEnglish), ("hello", spanish)]
        {
            let recording = try #require(RecordingName(name))
            catalogue[recording, language] = .init(path: "\(language)/\(name).wav", duration: nil)
        }
        func found(isComplete: Bool) -> [String] {
            LintProject(bots: [bot], recordings: catalogue, recordingsFolder: "prompts", isComplete: isComplete)
                .lint().map { "\($0.location) \($0.id)" }
        }
        #expect(found(isComplete: false) == [])
        #expect(
            found(isComplete: true)
                == ["prompts/en-US/old.wav:1:1 unused-recording", "prompts/es-US/hello.wav:1:1 unused-recording"]
        )
        #expect(ProjectRules.named("unused-recording") != nil)
        #expect(Set(ProjectRules.all.map(\.id)).isDisjoint(with: LintRules.all.map(\.id)))
    }

    @Test(arguments: [
        "and press x ", "and press 8 ", "say a, b, ", "<b ", "[AAAA ", "**a ", "20655 ", "{a} ", "press 1 1 1 1 1 ",
        "{{1}} ", "¿ñ ",
    ])
    func `a prompt of tens of thousands of letters is read without trouble`(words: String) throws {
        let text = String(repeating: words, count: 40_000 / words.utf8.count)
        #expect(try PromptTextRuleTests.ids("\"\(text)\"").count <= 300)
    }
}
