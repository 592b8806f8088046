import BotGraph
import BotLint
import Compliance
import Testing

struct FixingTests {
    private static let path = "bots/a.yaml"

    private static func edit(_ line: Int, _ column: Int, _ length: Int, _ replacement: String) -> Fix.Edit {
        .init(at: SourceLocation(path: path, line: line, column: column), length: length, replacement: replacement)
    }

    private static func apply(_ edits: [[Fix.Edit]], to text: String) -> (text: String, count: Int) {
        let round = FixRound(edits.map { Fix("x", edits: $0) }, in: text, path: path)
        return (round.text, round.applied.count)
    }

    @Test func `edits change what they name and nothing else`() {
        let text = "\u{FEFF}a: 🦷é  # x\r\nb: 2\r\n\r\nc: 3"
        let (mended, count) = FixingTests.apply(
            [[FixingTests.edit(2, 4, 1, "two")], [FixingTests.edit(1, 4, 1, "\""), FixingTests.edit(4, 5, 0, "\n")]],
            to: text
        )
        #expect(count == 2)
        #expect(mended.unicodeScalars.elementsEqual("\u{FEFF}a: \"é  # x\r\nb: two\r\n\r\nc: 3\n".unicodeScalars))
    }

    @Test func `an edit goes over lines by counting their breaks`() {
        #expect(FixingTests.apply([[FixingTests.edit(1, 2, 4, "")]], to: "ab\r\ncd\r\n").text == "ad\r\n")
    }

    @Test func `of fixes that meet the first is applied, and a fix is applied whole or not at all`() {
        let first = [FixingTests.edit(1, 1, 2, "X"), FixingTests.edit(1, 5, 1, "Y")]
        let meeting = [FixingTests.edit(1, 2, 1, "Z"), FixingTests.edit(1, 7, 1, "Z")]
        let beside = [FixingTests.edit(1, 3, 2, "W")]
        let (text, count) = FixingTests.apply([first, meeting, beside], to: "abcdefgh")
        #expect(text == "XWYfgh")
        #expect(count == 2)
        #expect(
            FixingTests.apply([[FixingTests.edit(1, 2, 0, "1")], [FixingTests.edit(1, 2, 0, "2")]], to: "ab").count == 1
        )
        #expect(
            FixingTests.apply([[FixingTests.edit(1, 1, 4, "")], [FixingTests.edit(1, 3, 0, "2")]], to: "abcd").text
                == ""
        )
    }

    @Test func `a fix for another file or another text is left out`() {
        let other = Fix.Edit(at: SourceLocation(path: "b.yaml", line: 1, column: 1), length: 1, replacement: "x")
        for edits in [[other], [FixingTests.edit(9, 1, 1, "x")], [FixingTests.edit(1, 1, 9, "x")], []] {
            let (text, count) = FixingTests.apply([edits], to: "abc")
            #expect(text == "abc" && count == 0)
        }
    }

    /// Mends with the loader and the rules, as the command does.
    private static func mend(_ text: String) throws -> MendedText {
        let policy = LintPolicy(today: try #require(CivilDate("2026-11-26")))
        return MendedText(text, path: path) { text in
            let loaded = BotLoader.load(text, path: path, version: BotVersion("x"), recordings: nil)
            return .init(loaded, findings: policy.judge(loaded).findings)
        }
    }

    @Test func `keys without quotes get them, and what is left is as it was`() throws {
        let text = """
            # The desk. 🦷
            bot: a
            languages: [en-us]   # one
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: 'Press 1, or 012.'
                options:
                  - {name: one, press: 1, go: bye}     # a comment
                  - name: two
                    press:   012
                    go: bye
                default: bye
              bye: {type: hang_up, prompt: 5}
            """
        let mended = try FixingTests.mend(text.replacing("\n", with: "\r\n"))
        let expected = text.replacing("press: 1,", with: "press: \"1\",").replacing("  012", with: "  \"012\"")
            .replacing("en-us", with: "en-US").replacing("prompt: 5", with: "prompt: \"5\"")
        #expect(mended.text == expected.replacing("\n", with: "\r\n"))
        #expect(mended.applied.count == 4)
    }

    @Test(arguments: ["press: -1", "press: 1.5", "press: 0x1", "press: &k 1", "press: true", "press: #"])
    func `what was meant by other keys is not guessed`(press: String) throws {
        let text = """
            bot: a
            start: main
            nodes:
              main:
                type: decision_menu
                prompt: Press 1.
                options:
                  - name: one
                    \(press)
                    go: bye
                default: bye
              bye: {type: hang_up}
            """
        let mended = try FixingTests.mend(text)
        #expect(mended.applied.isEmpty)
        #expect(mended.text == text)
    }

    @Test func `idle suppressions are deleted, with their lines and out of lists`() throws {
        let text = """
            # touchtone:ignore-file silent-loop -- never
            bot: a
            start: main  # touchtone:ignore dead-end -- never
            nodes:
              # touchtone:ignore dead-end, no-silence-exit, silent-loop until 2027-03-01 -- it waits
              main:
                type: decision_menu
                prompt: Press 1.
                options: [{name: one, press: "1", go: bye}]
                no_match: {then: bye}
              bye: {type: hang_up}
            """
        let mended = try FixingTests.mend(text)
        let lines = text.split(separator: "\n").dropFirst().joined(separator: "\n")
        let expected = lines.replacing("main  # touchtone:ignore dead-end -- never", with: "main")
            .replacing("dead-end, no-silence-exit, silent-loop", with: "no-silence-exit")
        #expect(mended.text == expected)
    }

    @Test func `a change that brings an error is taken back, and the others are made`() {
        let finding = { (edit: Fix.Edit, id: String, fix: Bool) in
            Diagnostic(
                id: id,
                severity: .error,
                message: "x",
                location: edit.location,
                fix: fix ? Fix("x", edits: [edit]) : nil
            )
        }
        let judge = { (text: String) -> MendedText.Judgement in
            let loaded = BotLoader.load(
                "bot: \(text)\nstart: b\nnodes: {b: {type: hang_up}}\n",
                path: FixingTests.path,
                version: BotVersion("x"),
                recordings: nil
            )
            var findings: [Diagnostic] = []
            if text.hasPrefix("a") { findings.append(finding(FixingTests.edit(1, 1, 1, "x"), "good", true)) }
            if text.contains("b") { findings.append(finding(FixingTests.edit(1, 2, 1, "X"), "bad", true)) }
            if text.contains("X") { findings += [finding(FixingTests.edit(1, 1, 1, ""), "new", false)] }
            return .init(loaded, findings: findings)
        }
        let mended = MendedText("ab", path: FixingTests.path, judge: judge)
        #expect(mended.text == "xb")
        #expect(mended.applied.count == 1)
    }

    @Test func `mending ends where fixes go round in circles`() {
        let judge = { (text: String) -> MendedText.Judgement in
            let edit = FixingTests.edit(1, 1, 1, text == "a" ? "b" : "a")
            let loaded = BotLoader.load("", path: FixingTests.path, version: BotVersion("x"), recordings: nil)
            let finding = Diagnostic(
                id: "x",
                severity: .warning,
                message: "x",
                location: edit.location,
                fix: Fix("x", edits: [edit])
            )
            return .init(loaded, findings: [finding])
        }
        let mended = MendedText("a", path: FixingTests.path, judge: judge)
        #expect(mended.applied.count == 10)
    }

    @Test func `the checks that say they can be mended are`() {
        let fixable = LoaderCheck.allCases.filter(\.canBeFixed).map(\.rawValue)
        #expect(fixable == ["bad-key", "bad-language", "wrong-type"])
    }
}
