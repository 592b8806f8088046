import Foundation
import Testing

/// The pages of the rules: one by one, as a table, and as the reference.
struct LintReferenceTests {
    private static let page = "\(CommandRun.root)/Sources/touchtone/Documentation.docc/LintRules.md"

    @Test func `the reference page is what the rules say`() throws {
        let run = try CommandRun("lint", "--reference")
        #expect(run.status == 0)
        let written = try? String(contentsOfFile: LintReferenceTests.page, encoding: .utf8)
        let isCurrent = written == run.output
        #expect(
            isCurrent,
            "write it anew: swift run touchtone lint --reference > Sources/touchtone/Documentation.docc/LintRules.md"
        )
    }

    @Test func `every id has a page, a row of the table and a section of the reference`() throws {
        let table = try CommandRun("lint", "--rules")
        #expect(table.status == 0)
        let ids = table.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids.count > 40)
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        let reference = try CommandRun("lint", "--reference").output
        for id in ids { #expect(reference.contains("\n### \(id)\n"), "\(id)") }
        for id in ["dead-end", "unknown-key", "duplicate-bot", "suppression-unused", "unused-recording"] {
            let page = try CommandRun("lint", "--explain", id)
            #expect(page.status == 0 && page.output.hasPrefix("\(id) ("), "\(id)")
            #expect(!page.output.contains("\u{1B}"))
        }
    }

    @Test func `an id that is none is near another`() throws {
        let run = try CommandRun("lint", "--explain", "suppresion-unused")
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean 'suppression-unused'?"))
    }
}
