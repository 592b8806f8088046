import Foundation
import Testing
import TwiML

/// What `lint` prints for programs.
struct LintFormatTests {
    /// A bot with one finding of the rule that is asked for, and text that every format has to escape.
    static let silent = """
        bot: silent
        start: main
        nodes:
          main:  # "<& 🦷>"
            type: decision_menu
            prompt: "Press 1."
            options: [{name: one, press: "1", go: bye}]
            no_match: {then: bye}
          bye: {type: hang_up}

        """

    private static func lint(_ format: String, _ more: String..., text: String = silent) throws -> CommandRun {
        let folder = try ScratchFolder()
        try folder.write(text, to: "bots/año <1>.yaml")
        try folder.write(text.replacing("bot: silent", with: "bot: quiet"), to: "bots/b.yaml")
        return try CommandRun(list: ["lint", "--format", format, "--rule", "no-silence-exit"] + more, in: folder.path)
    }

    @Test(arguments: ["text", "json", "sarif", "github", "junit"])
    func `every format says the same each time and gives the same status`(format: String) throws {
        let run = try LintFormatTests.lint(format)
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("no-silence-exit"))
        #expect(run.output.hasSuffix("\n") && !run.output.hasSuffix("\n\n"))
        #expect(try LintFormatTests.lint(format).output == run.output)
    }

    @Test func `a JUnit report is read by an XML parser`() throws {
        let root = try XMLElement.parse(Array(try LintFormatTests.lint("junit").output.utf8))
        #expect(root.name == "testsuites")
        #expect(root[attribute: "failures"] == "2")
        #expect(root.elements.map { $0[attribute: "name"] } == ["bots/año <1>.yaml", "bots/b.yaml"])
        let failure = try #require(root.elements.first?.elements.first?.elements.first)
        #expect(failure.name == "failure")
        guard case .text(let text)? = failure.children.first else {
            Issue.record("no text")
            return
        }
        #expect(text.contains("\n      main:  # \"<& 🦷>\"\n      ^~~~\n"))
    }

    @Test func `a SARIF log has a rule for each finding and says how the command ended`() throws {
        let output = try LintFormatTests.lint("sarif").output
        let log = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect((run["results"] as? [[String: Any]])?.count == 2)
        #expect(((run["invocations"] as? [[String: Any]])?.first)?["exitCode"] as? Int == 1)
        #expect(output.contains("\"uri\" : \"bots/a%C3%B1o%20%3C1%3E.yaml\""))
        #expect(output.contains("\"id\" : \"duplicate-bot\""))
    }

    @Test func `a GitHub annotation stands at the place`() throws {
        let lines = try LintFormatTests.lint("github").output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.first?.hasPrefix(
                "::error file=bots/año <1>.yaml,line=4,col=3,endColumn=7,title=no-silence-exit::'main' does not say"
            ) == true
        )
    }

    @Test(arguments: ["json", "sarif", "github", "junit"])
    func `what cannot be read is among the findings of every format, and gives status 3`(format: String) throws {
        let folder = try ScratchFolder()
        let run = try CommandRun("lint", "nowhere", "--format", format, in: folder.path)
        #expect(run.status == 3)
        #expect(run.output.contains("unreadable-file"))
        #expect(run.errors.contains("nowhere:1:1: error: [unreadable-file]"))
    }

    @Test func `a note alone is no reason to fail, unless it is to be strict`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintFormatTests.silent, to: "bots/a.yaml")
        try folder.write("rules: {no-silence-exit: note}\n", to: ".touchtone-lint.yaml")
        let words = ["lint", "--rule", "no-silence-exit"]
        let run = try CommandRun(list: words, in: folder.path)
        #expect(run.status == 0)
        #expect(run.output.contains("bots/a.yaml:4:3: note: [no-silence-exit]"))
        #expect(run.output.hasSuffix("1 bot checked: 1 note\n"))
        let strict = try CommandRun(list: words + ["--strict"], in: folder.path)
        #expect(strict.status == 1)
        #expect(strict.output.contains("bots/a.yaml:4:3: error: [no-silence-exit]"))
    }
}
