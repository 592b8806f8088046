import BotGraph
import BotLint
import Compliance
import Testing

struct PrintingTests {
    private static func finding(
        _ severity: Diagnostic.Severity = .error,
        line: Int = 1,
        column: Int = 6,
        length: Int = 1,
        message: String = "what is wrong",
        notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            id: "dead-end",
            severity: severity,
            message: message,
            location: SourceLocation(path: "./bots/a,b:c.yaml", line: line, column: column),
            length: length,
            notes: notes,
            fix: fix
        )
    }

    private static func report(_ findings: [Diagnostic]) -> LintReport {
        LintReport(findings: findings, sources: ["./bots/a,b:c.yaml": "bot: a\nstart: b\n"])
    }

    @Test func `GitHub gets a command a finding, with its place and what would end it escaped`() {
        let note = Diagnostic.Note("50%, here", at: SourceLocation(path: "x", line: 2, column: 1))
        let text = GitHubAnnotations.print(
            PrintingTests.report([
                PrintingTests.finding(message: "100%: a,\r\nb", notes: [note]),
                PrintingTests.finding(.warning, line: 2, column: 8),
                PrintingTests.finding(.note, length: 4),
            ])
        )
        let file = "file=bots/a%2Cb%3Ac.yaml"
        #expect(
            text == """
                ::error \(file),line=1,col=6,endColumn=7,title=dead-end::100%25: a,%0D%0Ab%0Ax:2:1: note: 50%25, here
                ::notice \(file),line=1,col=6,endLine=2,title=dead-end::what is wrong
                ::warning \(file),line=2,col=8,endColumn=9,title=dead-end::what is wrong

                """
        )
        #expect(GitHubAnnotations.print(PrintingTests.report([])).isEmpty)
    }

    @Test func `JSON has the fix, and the reason of what is kept quiet`() throws {
        let place = SourceLocation(path: "./bots/a,b:c.yaml", line: 1, column: 6)
        let fix = Fix("write b", edits: [.init(at: place, length: 1, replacement: "b")])
        let quiet = SuppressedFinding(
            finding: PrintingTests.finding(line: 2),
            reason: "it waits",
            until: CivilDate(year: 2027, month: 3, day: 1),
            location: SourceLocation(path: "./bots/a,b:c.yaml", line: 2, column: 10)
        )
        let report = LintReport(findings: [PrintingTests.finding(fix: fix)], suppressed: [quiet], sources: [:])
        let found = try JSONValue(DiagnosticJSON.print(report)).items
        try #require(found.count == 2)
        #expect(found[0]["fixable"] == .boolean(true))
        #expect(found[0]["suppressed"] == nil)
        #expect(found[0]["fix"]?["title"]?.text == "write b")
        let edit = try #require(found[0]["fix"]?["edits"]?[0])
        #expect(
            edit == (try JSONValue(#"{"column":6,"length":1,"line":1,"path":"./bots/a,b:c.yaml","replacement":"b"}"#))
        )
        #expect(found[1]["fix"] == nil)
        let reason = try JSONValue(#"{"column":10,"line":2,"reason":"it waits","until":"2027-03-01"}"#)
        #expect(found[1]["suppressed"] == reason)
    }

    @Test(arguments: [
        ([], 0, "1 bot checked, no findings"), ([Diagnostic.Severity.note], 0, "1 bot checked: 1 note"),
        ([.note, .warning], 1, "1 bot checked: 1 warning, 1 note"), ([.error], 1, "1 bot checked: 1 error"),
    ])
    func `notes alone are no reason to fail`(severities: [Diagnostic.Severity], code: Int32, summary: String) {
        let report = PrintingTests.report(severities.map { PrintingTests.finding($0) })
        #expect(report.exitCode == code)
        #expect(report.summary == summary)
    }

    @Test func `the summary says what is kept quiet and what can be mended`() {
        let place = SourceLocation(path: "a", line: 1, column: 1)
        let fix = Fix("write b", edits: [.init(at: place, length: 1, replacement: "b")])
        let finding = PrintingTests.finding(fix: fix)
        let report = LintReport(
            findings: [finding, finding],
            suppressed: [.init(finding: finding, reason: "it waits", until: nil, location: place)],
            sources: [:]
        )
        #expect(report.summary == "0 bots checked: 1 error, 1 suppressed; touchtone lint --fix mends 1 of them")
    }

    @Test func `a page shows a bot with the fault, the finding under it, and a bot without`() throws {
        let page = LintPage(try #require(LintRules.named("no-silence-exit")))
        let text = LintPageText().print(page)
        #expect(text.hasPrefix("no-silence-exit (error)\n\na menu or capture that does not say where silence leads\n"))
        #expect(text.contains("Family: input. Mended by hand."))
        #expect(text.contains("\n    bots/example.yaml:9:3: error: [no-silence-exit] "))
        #expect(text.contains("\n          greeting:\n          ^~~~~~~~\n"))
        #expect(text.contains("A bot without:"))
        #expect(!text.contains("↓"))
        #expect(!text.contains("\u{1B}"))
        #expect(LintPageText(isColoured: true).print(page).hasPrefix("\u{1B}[1mno-silence-exit\u{1B}[0m (error)"))
        let prose = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(prose.allSatisfy { $0.count <= 96 })
    }

    @Test func `every page has a summary without a full stop and an explanation with one`() {
        for page in LintPage.all {
            #expect(!page.summary.isEmpty && !page.summary.hasSuffix("."), "\(page.id)")
            #expect(page.explanation.hasSuffix(".") || page.explanation.hasSuffix("`"), "\(page.id)")
        }
        #expect(Set(LintPage.all.map(\.id)).count == LintPage.all.count)
    }

    @Test func `the reference has a section for each page, and the table all ids`() {
        let markdown = LintReference.markdown(LintPage.all, command: "make it")
        let table = LintTable.print(LintPage.all)
        for page in LintPage.all {
            #expect(markdown.contains("\n### \(page.id)\n"), "\(page.id)")
            #expect(table.contains("\(page.id) "), "\(page.id)")
        }
        #expect(markdown.contains("<!-- Written by: make it -->"))
        #expect(!markdown.contains("↓"))
    }
}
