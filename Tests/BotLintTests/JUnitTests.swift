import BotGraph
import BotLint
import Testing

struct JUnitTests {
    private static func finding(
        _ path: String = "bots/a.yaml",
        severity: Diagnostic.Severity = .error,
        message: String = "what is wrong"
    ) -> Diagnostic {
        Diagnostic(
            id: "dead-end",
            severity: severity,
            message: message,
            location: SourceLocation(path: path, line: 1, column: 6)
        )
    }

    @Test func `a file is a suite, a finding a case that fails, a file without one a case that passes`() {
        let report = LintReport(
            findings: [JUnitTests.finding()],
            sources: ["bots/a.yaml": "bot: a <b>\n", "bots/b.yaml": "bot: b\n"]
        )
        #expect(
            JUnitReport.print(report) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="touchtone lint" tests="2" failures="1" errors="0" skipped="0">
                  <testsuite name="bots/a.yaml" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="bots/a.yaml" name="dead-end at 1:6">
                      <failure message="what is wrong" type="error">bots/a.yaml:1:6: error: [dead-end] what is wrong
                    bot: a &lt;b&gt;
                         ^
                </failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="bots/b.yaml" tests="1" failures="0" errors="0" skipped="0">
                    <testcase classname="bots/b.yaml" name="no findings"/>
                  </testsuite>
                </testsuites>

                """
        )
    }

    @Test func `a note passes, a suppressed finding is skipped with its reason, an unreadable file is broken`() {
        let place = SourceLocation(path: "bots/a.yaml", line: 1, column: 1)
        let unread = Diagnostic(
            id: "unreadable-file",
            severity: .error,
            message: "there is none",
            location: SourceLocation(path: "nowhere", line: 1, column: 1)
        )
        let text = JUnitReport.print(
            LintReport(
                findings: [JUnitTests.finding(severity: .note), unread],
                suppressed: [.init(finding: JUnitTests.finding(), reason: "it \"waits\"", until: nil, location: place)],
                sources: ["bots/a.yaml": "bot: a\n"],
                unreadable: ["nowhere"]
            )
        )
        #expect(text.contains("tests=\"3\" failures=\"0\" errors=\"1\" skipped=\"1\""))
        #expect(text.contains("<skipped message=\"it &quot;waits&quot;\"/>"))
        #expect(text.contains("<system-out>bots/a.yaml:1:6: note: "))
        #expect(text.contains("<error message=\"there is none\" type=\"error\">"))
    }

    @Test func `what XML cannot hold is replaced, and breaks in attributes are kept`() {
        let report = LintReport(
            findings: [JUnitTests.finding(message: "a\u{0}\u{8}\u{1B}b\n\tc\u{FFFE}'&\u{1F9B7}")],
            sources: [:]
        )
        #expect(
            JUnitReport.print(report).contains(
                "message=\"a\u{FFFD}\u{FFFD}\u{FFFD}b&#10;&#9;c\u{FFFD}'&amp;\u{1F9B7}\""
            )
        )
    }
}
