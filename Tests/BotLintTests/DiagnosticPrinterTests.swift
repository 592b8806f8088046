import BotGraph
import BotLint
import Foundation
import Testing

struct DiagnosticPrinterTests {
    private static func finding(
        column: Int,
        length: Int = 1,
        line: Int = 1,
        severity: Diagnostic.Severity = .error,
        notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        Diagnostic(
            id: "dead-end",
            severity: severity,
            message: "what is wrong",
            location: SourceLocation(path: "a.yaml", line: line, column: column),
            length: length,
            notes: notes
        )
    }

    @Test func `a finding has its place, its line and a mark under the place`() {
        let note = Diagnostic.Note("it was here", at: SourceLocation(path: "a.yaml", line: 1, column: 1))
        let output = DiagnosticPrinter(sources: ["a.yaml": "start: main\nnodes: {}\n"])
            .print([
                DiagnosticPrinterTests.finding(column: 8, length: 4),
                DiagnosticPrinterTests.finding(column: 1, length: 5, line: 2, severity: .warning, notes: [note]),
            ])
        #expect(
            output == """
                a.yaml:1:8: error: [dead-end] what is wrong
                    start: main
                           ^~~~
                a.yaml:2:1: warning: [dead-end] what is wrong
                    nodes: {}
                    ^~~~~
                a.yaml:1:1: note: it was here
                    start: main
                    ^

                """
        )
    }

    @Test(arguments: [
        ("a: b", 4, 1, "   ^"), ("\ta: b", 5, 1, "\t   ^"), ("日本: b", 5, 1, "      ^"), ("x: 日本", 4, 2, "   ^~~~"),
        ("🦷: b", 4, 1, "    ^"), ("e\u{301}: b", 5, 1, "   ^"), ("a: b", 99, 3, "    ^"), ("", 1, 1, "^"),
        ("ab", 1, 99, "^~"),
        ("한글 b", 4, 1, "     ^"), ("a\u{200D}b", 3, 1, " ^"), ("x", 0, 1, "^"), ("x", -5, -5, "^"),
    ])
    func `the mark stands under the place whatever is before it`(line: String, column: Int, length: Int, marks: String)
    {
        let output = DiagnosticPrinter(sources: ["a.yaml": line])
            .print([DiagnosticPrinterTests.finding(column: column, length: length)])
        #expect(output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).first == "    \(marks)")
    }

    @Test func `a long line is cut to what stands around the place`() throws {
        let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
        let output = DiagnosticPrinter(sources: ["a.yaml": line])
            .print([DiagnosticPrinterTests.finding(column: 501, length: 4)])
        let lines = output.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[1].count < 180)
        #expect(lines[1].hasPrefix("    … a") && lines[1].hasSuffix("b …"))
        let place = try #require(lines[1].firstRange(of: "HERE"))
        #expect(
            lines[2].firstRange(of: "^~~~")?.lowerBound.utf16Offset(in: lines[2])
                == place.lowerBound.utf16Offset(in: lines[1])
        )
    }

    @Test func `nothing in a line reaches the terminal as a command`() {
        let output = DiagnosticPrinter(sources: ["a.yaml": "a: \u{1B}[2J\u{202E}b\u{7}"])
            .print([DiagnosticPrinterTests.finding(column: 1)])
        #expect(output.contains("    a: \u{FFFD}[2J\u{FFFD}b\u{FFFD}\n"))
    }

    @Test func `a finding without its source has one line`() {
        let printer = DiagnosticPrinter(sources: ["b.yaml": "a"])
        #expect(
            printer.print([DiagnosticPrinterTests.finding(column: 1)])
                == "a.yaml:1:1: error: [dead-end] what is wrong\n"
        )
        let short = DiagnosticPrinter(sources: ["a.yaml": "a"])
        #expect(
            short.print([DiagnosticPrinterTests.finding(column: 1, line: 7)])
                == "a.yaml:7:1: error: [dead-end] what is wrong\n"
        )
    }

    @Test func `lines end as the file has it`() {
        let output = DiagnosticPrinter(sources: ["a.yaml": "a: 1\r\nb: 2\r\n"])
            .print([DiagnosticPrinterTests.finding(column: 4, line: 2)])
        #expect(output.hasSuffix("    b: 2\n       ^\n"))
    }

    @Test func `colour is for terminals only`() {
        let findings = [DiagnosticPrinterTests.finding(column: 1)]
        #expect(!DiagnosticPrinter(sources: ["a.yaml": "a"]).print(findings).contains("\u{1B}"))
        let coloured = DiagnosticPrinter(sources: ["a.yaml": "a"], isColoured: true).print(findings)
        #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    @Test func `programs get an array of objects with stable names`() throws {
        let note = Diagnostic.Note("it was here", at: SourceLocation(path: "b/a.yaml", line: 1, column: 2))
        let output = try DiagnosticJSON.print([DiagnosticPrinterTests.finding(column: 8, length: 4, notes: [note])])
        #expect(
            output == """
                [
                  {
                    "column" : 8,
                    "fixable" : false,
                    "id" : "dead-end",
                    "length" : 4,
                    "line" : 1,
                    "message" : "what is wrong",
                    "notes" : [
                      {
                        "column" : 2,
                        "line" : 1,
                        "message" : "it was here",
                        "path" : "b/a.yaml"
                      }
                    ],
                    "path" : "a.yaml",
                    "severity" : "error"
                  }
                ]

                """
        )
        #expect(try DiagnosticJSON.print([]) == "[\n\n]\n")
    }
}
