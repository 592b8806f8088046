import BotGraph
import BotLint
import Compliance
import Foundation
import Testing

struct SARIFTests {
    private static let path = "./bots/año 1.yaml"
    /// A file with scalars of several bytes before the places.
    private static let text = "bot: a\n# 🦷 日本\nstart: grüß\nnodes: {}\n"

    private static func finding(
        _ id: String = "dead-end",
        line: Int = 3,
        column: Int = 8,
        length: Int = 4,
        message: String = "give it `{then: x}`",
        fix: Fix? = nil
    ) -> Diagnostic {
        let place = SourceLocation(path: path, line: line, column: column)
        return Diagnostic(
            id: id,
            severity: .error,
            message: message,
            location: place,
            length: length,
            notes: [.init("it begins here", at: SourceLocation(path: path, line: 1, column: 1))],
            fix: fix
        )
    }

    private static func log(_ report: LintReport) throws -> JSONValue {
        try JSONValue(SARIFReport(version: "0.1.0").print(report))
    }

    private static func report(
        _ findings: [Diagnostic],
        suppressed: [SuppressedFinding] = [],
        text: String = SARIFTests.text,
        unreadable: Set<String> = []
    ) -> LintReport {
        LintReport(findings: findings, suppressed: suppressed, sources: [path: text], unreadable: unreadable)
    }

    /// The schema of the OASIS standard with errata 01, kept here as it was published.
    private static func schema() throws -> JSONSchema {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/sarif-schema-2.1.0.json")
        return JSONSchema(try JSONValue(String(decoding: try Data(contentsOf: url), as: UTF8.self)))
    }

    /// One report with everything that a log can hold.
    private static func full() -> LintReport {
        let place = SourceLocation(path: path, line: 3, column: 8)
        let fix = Fix(
            "write {x}",
            edits: [.init(at: place, length: 4, replacement: "y"), .init(at: place, length: 0, replacement: "\"")]
        )
        let unread = Diagnostic(
            id: "unreadable-file",
            severity: .error,
            message: "there is none",
            location: SourceLocation(path: "/no/where:1", line: 1, column: 1)
        )
        let quiet = SuppressedFinding(
            finding: finding("silent-loop"),
            reason: "it {waits}",
            until: CivilDate(year: 2027, month: 3, day: 1),
            location: SourceLocation(path: path, line: 2, column: 1)
        )
        return report(
            [finding(fix: fix), unread, finding("not-a-rule")],
            suppressed: [quiet],
            unreadable: ["/no/where:1"]
        )
    }

    @Test func `a log with everything in it is valid by the standard's schema`() throws {
        let schema = try SARIFTests.schema()
        #expect(schema.complaints(about: try SARIFTests.log(SARIFTests.full())) == [])
        #expect(schema.complaints(about: try SARIFTests.log(SARIFTests.report([]))) == [])
    }

    @Test(arguments: [
        ("\"version\" : \"2.1.0\"", "\"version\" : \"2.2.0\""), ("\"level\" : \"error\"", "\"level\" : \"fatal\""),
        ("\"startLine\" : 3", "\"startLine\" : 0"), ("\"ruleId\"", "\"rule\""),
        ("\"text\" : \"write", "\"txt\" : \"write"),
    ])
    func `the check by the schema finds what is wrong`(right: String, wrong: String) throws {
        let text = try SARIFReport(version: "0.1.0").print(SARIFTests.full())
        #expect(text.contains(right))
        #expect(try !SARIFTests.schema().complaints(about: JSONValue(text.replacing(right, with: wrong))).isEmpty)
    }

    @Test func `a result has its rule, its level and its place in code points`() throws {
        let run = try #require(try SARIFTests.log(SARIFTests.report([SARIFTests.finding()]))["runs"]?[0])
        let result = try #require(run["results"]?[0])
        #expect(run["columnKind"]?.text == "unicodeCodePoints")
        #expect(result["level"]?.text == "error")
        let index = try #require(result["ruleIndex"]?.integer)
        #expect(run["tool"]?["driver"]?["rules"]?[index]?["id"]?.text == "dead-end")
        let place = try #require(result["locations"]?[0]?["physicalLocation"])
        #expect(place["artifactLocation"]?["uri"]?.text == "bots/a%C3%B1o%201.yaml")
        let region = try #require(place["region"])
        let numbers = ["startLine", "startColumn", "endLine", "endColumn"].map { region[$0]?.integer }
        #expect(numbers == [3, 8, 3, 12])
        #expect(result["relatedLocations"]?[0]?["message"]?["text"]?.text == "it begins here")
        #expect(result["suppressions"]?.items.isEmpty == true)
    }

    @Test func `braces of a message are no placeholders`() throws {
        let result = try SARIFTests.log(SARIFTests.report([SARIFTests.finding()]))["runs"]?[0]?["results"]?[0]
        #expect(result?["message"]?["text"]?.text == "give it `{{then: x}}`")
    }

    @Test func `a place that goes on over lines ends on another one`() throws {
        let finding = SARIFTests.finding(line: 1, column: 6, length: 3)
        let report = SARIFTests.report([finding], text: "bot: a\r\nstart: b\r\n")
        let result = try SARIFTests.log(report)["runs"]?[0]?["results"]?[0]
        let region = try #require(result?["locations"]?[0]?["physicalLocation"]?["region"])
        #expect([region["endLine"]?.integer, region["endColumn"]?.integer] == [2, 1])
    }

    @Test func `a fix has what goes and what comes`() throws {
        let place = SourceLocation(path: SARIFTests.path, line: 3, column: 8)
        let edits = [
            Fix.Edit(at: place, length: 4, replacement: "hello"), .init(at: place, length: 0, replacement: "\""),
        ]
        let report = SARIFTests.report([SARIFTests.finding(fix: Fix("greet", edits: edits))])
        let fix = try #require(try SARIFTests.log(report)["runs"]?[0]?["results"]?[0]?["fixes"]?[0])
        #expect(fix["description"]?["text"]?.text == "greet")
        let replacements = try #require(fix["artifactChanges"]?[0]?["replacements"])
        #expect(replacements[0]?["insertedContent"]?["text"]?.text == "hello")
        #expect(replacements[0]?["deletedRegion"]?["endColumn"]?.integer == 12)
        #expect(replacements[1]?["deletedRegion"]?["endColumn"]?.integer == 8)
    }

    @Test func `a suppressed finding is a result that says why it is quiet`() throws {
        let run = try #require(try SARIFTests.log(SARIFTests.full())["runs"]?[0])
        let result = try #require(run["results"]?.items.first { $0["ruleId"]?.text == "silent-loop" })
        let suppression = try #require(result["suppressions"]?[0])
        #expect(suppression["kind"]?.text == "inSource")
        #expect(suppression["justification"]?.text == "it {waits} (until 2027-03-01)")
    }

    @Test func `what could not be read makes the run unsuccessful`() throws {
        let run = try #require(try SARIFTests.log(SARIFTests.full())["runs"]?[0])
        let invocation = try #require(run["invocations"]?[0])
        #expect(invocation["executionSuccessful"] == .boolean(false))
        #expect(invocation["exitCode"]?.integer == 3)
        #expect(invocation["toolExecutionNotifications"]?.items.count == 1)
        let result = try #require(run["results"]?.items.first { $0["ruleId"]?.text == "unreadable-file" })
        let place = try #require(result["locations"]?[0]?["physicalLocation"])
        #expect(place["artifactLocation"]?["uri"]?.text == "file:///no/where%3A1")
        #expect(place["region"] == nil)
        let clean = try SARIFTests.log(SARIFTests.report([]))["runs"]?[0]?["invocations"]?[0]
        #expect(clean?["executionSuccessful"] == .boolean(true))
    }

    private static func fingerprints(_ report: LintReport) throws -> [String] {
        let results = try log(report)["runs"]?[0]?["results"]?.items ?? []
        return results.compactMap { $0["partialFingerprints"]?["touchtoneFinding/v1"]?.text }
    }

    @Test func `a finding is known again when lines have moved, and two of a kind are told apart`() throws {
        let before = try SARIFTests.fingerprints(
            SARIFTests.report([SARIFTests.finding(), SARIFTests.finding(column: 9)])
        )
        let after = try SARIFTests.fingerprints(
            SARIFTests.report(
                [SARIFTests.finding(line: 5), SARIFTests.finding(line: 5, column: 9)],
                text: "# new\n# lines\n" + SARIFTests.text.replacing("start: ", with: "start:  ")
            )
        )
        #expect(Set(before).count == 2)
        #expect(before == after)
        let other = try SARIFTests.fingerprints(SARIFTests.report([SARIFTests.finding(line: 1)]))
        #expect(Set(before).isDisjoint(with: other))
    }

    @Test func `every rule has its page in the log`() throws {
        let rules = try SARIFTests.log(SARIFTests.report([]))["runs"]?[0]?["tool"]?["driver"]?["rules"]?.items ?? []
        #expect(rules.compactMap { $0["id"]?.text } == LintPage.all.map(\.id))
        for rule in rules {
            #expect(rule["shortDescription"]?["text"]?.text?.isEmpty == false)
            #expect(rule["help"]?["markdown"]?.text?.isEmpty == false)
            #expect(rule["properties"]?["tags"]?.items.count == 1)
        }
        let rule = try #require(rules.first { $0["id"]?.text == "dead-end" })
        #expect(rule["help"]?["markdown"]?.text?.contains("```yaml\n") == true)
        #expect(rule["defaultConfiguration"]?["level"]?.text == LintRules.named("dead-end")?.severity.rawValue)
    }
}
