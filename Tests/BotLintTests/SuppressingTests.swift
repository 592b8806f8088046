import BotGraph
import BotLint
import Compliance
import Testing

struct SuppressingTests {
    private static let path = "bots/a.yaml"

    /// A bot with one menu that has no way for silence, in line 7 behind `\(before)`.
    private static func bot(head: String = "", before: String = "", after: String = "") -> String {
        """
        \(head)bot: a
        title: A
        start: main
        nodes:
        \(before)  main:\(after)
            type: decision_menu
            prompt: "Press 1. # touchtone:ignore dead-end -- no comment"
            options: [{name: one, press: "1", go: bye}]
            no_match: {then: bye}
          bye: {type: hang_up}

        """
    }

    private static func judge(
        _ text: String,
        selection: Set<String>? = nil,
        configuration: String = "",
        today: String = "2026-11-26"
    ) throws -> LintPolicy.Verdict {
        let loaded = BotLoader.load(text, path: path, version: BotVersion("x"), recordings: nil)
        let (configuration, findings) = LintConfiguration.read(configuration, path: "c.yaml")
        #expect(findings == [])
        let policy = LintPolicy(
            configuration,
            for: path,
            selection: selection,
            today: try #require(CivilDate(today)),
            rules: LintRules.all.filter { ["no-silence-exit", "dead-end"].contains($0.id) }
        )
        return policy.judge(loaded)
    }

    private static func ids(_ verdict: LintPolicy.Verdict) -> [String] { verdict.findings.map(\.id) }

    @Test func `without a comment the finding counts`() throws {
        let verdict = try SuppressingTests.judge(SuppressingTests.bot())
        #expect(SuppressingTests.ids(verdict) == ["no-silence-exit"])
        #expect(verdict.suppressed.isEmpty)
    }

    @Test(arguments: [
        ("", "  # touchtone:ignore no-silence-exit -- it waits\n", ""),
        ("", "", "  # touchtone:ignore no-silence-exit -- it waits"),
        ("", "  #touchtone:ignore no-silence-exit -- it waits\n\n  # another word\n", ""),
        ("# touchtone:ignore-file no-silence-exit -- it waits\n", "", ""),
        ("# The desk.\n\n# touchtone:ignore-file no-silence-exit until 2026-11-26 -- it waits\n", "", ""),
        ("", "  # touchtone:ignore no-silence-exit until 2027-03-01 -- it waits\n", ""),
    ])
    func `a comment keeps a finding quiet, with its reason`(head: String, before: String, after: String) throws {
        let verdict = try SuppressingTests.judge(SuppressingTests.bot(head: head, before: before, after: after))
        #expect(verdict.findings == [])
        #expect(verdict.suppressed.map(\.finding.id) == ["no-silence-exit"])
        #expect(verdict.suppressed.first?.reason == "it waits")
    }

    @Test func `a reason is taken as it is written`() throws {
        let comment = "  # touchtone:ignore no-silence-exit --  Grüße -- 🦷, until 5  \n"
        let verdict = try SuppressingTests.judge(SuppressingTests.bot(before: comment))
        #expect(verdict.suppressed.first?.reason == "Grüße -- 🦷, until 5")
    }

    @Test(arguments: [
        ("# touchtone:ignore no-silence-exit", "5:3 suppression-without-reason"),
        ("# touchtone:ignore no-silence-exit --", "5:3 suppression-without-reason"),
        ("# touchtone:ignore no-silence-exit -- ...", "5:3 suppression-without-reason"),
        ("# touchtone:ignore no-silence-exit until 2026-11-25 -- it waits", "5:44 suppression-expired"),
        ("# touchtone:ignore no-silence-exit until tomorrow -- it waits", "5:44 suppression-malformed"),
        ("# touchtone:ignore no-silence-exit until 2026-02-30 -- it waits", "5:44 suppression-malformed"),
        ("# touchtone:ignore no-silence-exit until -- it waits", "5:38 suppression-malformed"),
        ("# touchtone:ignore no-silence-exit until 2027-01-01 it waits", "5:55 suppression-malformed"),
        ("# touchtone:ignore no-silence-exit: it waits", "5:22 suppression-malformed"),
        ("# touchtone:ignore -- it waits", "5:5 suppression-malformed"),
        ("# touchtone:ignor no-silence-exit -- it waits", "5:5 suppression-malformed"),
        ("# touchtone: ignore no-silence-exit -- it waits", "5:5 suppression-malformed"),
        ("# touchtone:ignore-file no-silence-exit -- it waits", "5:5 suppression-malformed"),
        ("# touchtone:ignore no-silence-exitt -- it waits", "5:22 suppression-unknown"),
        ("# touchtone:ignore undefined-target -- it waits", "5:22 suppression-forbidden"),
        ("# touchtone:ignore suppression-unused -- it waits", "5:22 suppression-forbidden"),
        ("# touchtone:ignore dead-end -- it waits", "5:3 suppression-unused"),
    ])
    func `a suppression with a fault is told and keeps nothing quiet`(comment: String, fault: String) throws {
        let verdict = try SuppressingTests.judge(SuppressingTests.bot(before: "  \(comment)\n"))
        let found = verdict.findings.map { "\($0.location.line):\($0.location.column) \($0.id)" }
        #expect(found == [fault, "6:3 no-silence-exit"])
        #expect(verdict.suppressed.isEmpty)
    }

    @Test func `a name that is near is suggested`() throws {
        let text = SuppressingTests.bot(before: "  # touchtone:ignore no-silence-exitt -- it waits\n")
        let message = try SuppressingTests.judge(text).findings.first?.message
        #expect(message == "there is no rule 'no-silence-exitt'; did you mean 'no-silence-exit'?")
    }

    @Test func `one comment names several rules, and an idle one is told by itself`() throws {
        let text = SuppressingTests.bot(before: "  # touchtone:ignore dead-end, no-silence-exit -- it waits\n")
        let verdict = try SuppressingTests.judge(text)
        #expect(SuppressingTests.ids(verdict) == ["suppression-unused"])
        #expect(verdict.findings.first?.location.column == 22)
        #expect(verdict.suppressed.count == 1)
    }

    @Test func `a comment speaks of its own place only`() throws {
        let text = SuppressingTests.bot() + "  # touchtone:ignore no-silence-exit -- it waits\n  z: {type: hang_up}\n"
        #expect(SuppressingTests.ids(try SuppressingTests.judge(text)) == ["no-silence-exit", "suppression-unused"])
        let last = SuppressingTests.bot() + "# touchtone:ignore no-silence-exit -- it waits\n"
        #expect(SuppressingTests.ids(try SuppressingTests.judge(last)) == ["no-silence-exit", "suppression-malformed"])
    }

    @Test func `a hash in quotes or in a block of text begins no comment`() throws {
        let hash = "# touchtone:ignore dead-end -- no comment"
        for prompt in [
            "\"a\n      \(hash)\n      b \\\" \(hash)\"", "'it''s \(hash)'", "|\n      \(hash)\n      b",
            ">-\n\n      a\n       \(hash)",
            "|1\n       a\n     \(hash)\n", "a\(hash)", "&p \"\(hash)\"",
        ] {
            let text = """
                bot: a
                start: main
                nodes:
                  main:
                    type: hang_up
                    prompt: \(prompt)
                """
            let loaded = BotLoader.load(text, path: SuppressingTests.path, version: BotVersion("x"), recordings: nil)
            #expect(loaded.bot != nil, "\(loaded.diagnostics)")
            #expect(loaded.source?.comments == [], "\(prompt)")
        }
    }

    @Test func `a comment at a text of several lines speaks of all of them`() throws {
        let text = """
            a: "one
              two"  # first
            # second
            b: |  # third
              one
              two
            # fourth
            c: plain
              goes on # fifth
            'd # no': [x, # sixth
              y]
            """
        let comments = BotText(text, path: "a.yaml").comments
        #expect(comments.map(\.text) == [" first", " second", " third", " fourth", " fifth", " sixth"])
        #expect(comments.map(\.lines) == [1...2, 4...6, 4...6, 8...9, 8...9, 10...10])
        #expect(comments.map(\.standsAlone) == [false, true, false, true, false, false])
        #expect(comments.map(\.standsAtHead) == [false, false, false, false, false, false])
    }

    @Test(arguments: ["\r\n", "\n", "\r"])
    func `comments are found whatever ends a line, behind a byte order mark too`(lineEnd: String) {
        let text = "\u{FEFF}# 🦷 head\n\na: 1 # é one\n  # two".replacing("\n", with: lineEnd)
        let comments = BotText(text, path: "a.yaml").comments
        #expect(comments.map(\.text) == [" 🦷 head", " é one", " two"])
        #expect(comments.map(\.location.description) == ["a.yaml:1:1", "a.yaml:3:6", "a.yaml:4:3"])
        #expect(comments.map(\.lines) == [3...3, 3...3, nil])
        #expect(comments.first?.standsAtHead == true)
    }

    @Test func `a rule that is asked for is the only one whose suppressions can be idle`() throws {
        let text = SuppressingTests.bot(before: "  # touchtone:ignore dead-end -- it waits\n")
        #expect(
            SuppressingTests.ids(try SuppressingTests.judge(text, selection: ["no-silence-exit"])) == [
                "no-silence-exit"
            ]
        )
        #expect(
            SuppressingTests.ids(try SuppressingTests.judge(text, selection: ["dead-end"])) == ["suppression-unused"]
        )
        let unused = try SuppressingTests.judge(text, selection: ["suppression-unused"])
        #expect(SuppressingTests.ids(unused) == ["suppression-unused"])
        let off = try SuppressingTests.judge(text, configuration: "rules: {dead-end: off}")
        #expect(SuppressingTests.ids(off) == ["no-silence-exit"])
    }

    @Test func `a file that holds no bot has no idle suppressions, and what is wrong with it cannot be hidden`() throws
    {
        let text = SuppressingTests.bot(before: "  # touchtone:ignore dead-end -- it waits\n")
            .replacing("then: bye", with: "then: by")
        #expect(SuppressingTests.ids(try SuppressingTests.judge(text)) == ["undefined-target"])
        let hidden = SuppressingTests.bot().replacing(
            "no_match: {then: bye}",
            with: "no_match: {then: by} # touchtone:ignore undefined-target -- it waits"
        )
        let verdict = try SuppressingTests.judge(hidden)
        #expect(SuppressingTests.ids(verdict) == ["undefined-target", "suppression-forbidden"])
    }

    @Test func `a configuration changes how grave findings are, or leaves them out`() throws {
        let text = SuppressingTests.bot()
        let levels = ["note": Diagnostic.Severity.note, "warning": .warning, "error": .error, "off": nil]
        for (level, severity) in levels {
            let verdict = try SuppressingTests.judge(text, configuration: "rules: {no-silence-exit: \(level)}")
            #expect(verdict.findings.map(\.severity) == [severity].compactMap { $0 })
        }
        let excluded = try SuppressingTests.judge(text, configuration: "exclude: [bots/a.yaml]")
        #expect(excluded.findings == [])
        let other = try SuppressingTests.judge(text, configuration: "exclude: [bots/b.yaml]")
        #expect(SuppressingTests.ids(other) == ["no-silence-exit"])
    }
}
