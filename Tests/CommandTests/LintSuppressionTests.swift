import Foundation
import Testing

/// Findings that a comment keeps quiet, as the command shows them.
struct LintSuppressionTests {
    private static func lint(_ comment: String, _ more: String...) throws -> CommandRun {
        let folder = try ScratchFolder()
        try folder.write(
            LintFormatTests.silent.replacing("  main:", with: "  # \(comment)\n  main:"),
            to: "bots/a.yaml"
        )
        return try CommandRun(list: ["lint", "--rule", "no-silence-exit"] + more, in: folder.path)
    }

    @Test func `a finding that is kept quiet does not count`() throws {
        let run = try LintSuppressionTests.lint(
            "touchtone:ignore no-silence-exit until 9999-12-31 -- it waits",
            "--strict"
        )
        #expect(run.status == 0)
        #expect(run.output == "1 bot checked, no findings, 1 suppressed\n")
    }

    @Test func `programs get it with its reason`() throws {
        let comment = "touchtone:ignore no-silence-exit -- it waits"
        let json = try LintSuppressionTests.lint(comment, "--format", "json")
        #expect(json.status == 0)
        #expect(json.output.contains("\"reason\" : \"it waits\""))
        let sarif = try LintSuppressionTests.lint(comment, "--format", "sarif")
        #expect(sarif.status == 0)
        #expect(sarif.output.contains("\"justification\" : \"it waits\""))
        #expect(try LintSuppressionTests.lint(comment, "--format", "github").output.isEmpty)
        #expect(
            try LintSuppressionTests.lint(comment, "--format", "junit").output.contains(
                "<skipped message=\"it waits\"/>"
            )
        )
    }

    @Test(arguments: [
        ("touchtone:ignore no-silence-exit", "suppression-without-reason"),
        ("touchtone:ignore no-silence-exit until 2020-01-01 -- it waits", "suppression-expired"),
        ("touchtone:ignore no-silence-exitt -- it waits", "did you mean 'no-silence-exit'?"),
        ("touchtone:ignore unknown-key -- it waits", "such a bot is not served"),
        ("touchtone:ignore duplicate-bot -- it waits", "suppression-forbidden"),
    ])
    func `a suppression with a fault is a finding, and the other one stands`(comment: String, message: String) throws {
        let faults = ["without-reason", "expired", "unknown", "forbidden"].flatMap { ["--rule", "suppression-\($0)"] }
        let folder = try ScratchFolder()
        try folder.write(
            LintFormatTests.silent.replacing("  main:", with: "  # \(comment)\n  main:"),
            to: "bots/a.yaml"
        )
        let run = try CommandRun(list: ["lint", "--rule", "no-silence-exit"] + faults, in: folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains(message), "\(run.output)")
        #expect(run.output.contains("a.yaml:5:3: error: [no-silence-exit]"))
    }

    @Test func `an idle suppression is told where its rule was asked for`() throws {
        let folder = try ScratchFolder()
        let text = LintFormatTests.silent.replacing(
            "  main:",
            with: "  # touchtone:ignore dead-end -- it waits\n  main:"
        )
        try folder.write(text, to: "bots/a.yaml")
        let other = try CommandRun("lint", "--rule", "no-silence-exit", in: folder.path)
        #expect(!other.output.contains("suppression-unused"))
        let run = try CommandRun("lint", "--rule", "dead-end", in: folder.path)
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "bots/a.yaml:4:3: warning: [suppression-unused] 'dead-end' finds nothing here; delete it"
            )
        )
        #expect(run.output.contains("touchtone lint --fix mends 1 of them"))
    }
}
