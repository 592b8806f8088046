import Compliance
import Testing

struct RuleTablesTests {
    /// A state's record with one thing wrong, and the finding after `states:LINE:`.
    static let faults: [(record: String, finding: String)] = [
        (
            "TX,09:00,08:00,08:00,21:00,,,no,,x,high,federal,,",
            "10: error: [rule-window] the weekday window ends at 08:00, not after its start at 09:00"
        ),
        (
            "TX,09:00,09:00,08:00,21:00,,,no,,x,high,federal,,",
            "10: error: [rule-window] the weekday window ends at 09:00, not after its start at 09:00"
        ),
        (
            "TX,09:00,,08:00,21:00,,,no,,x,high,federal,,",
            "10: error: [rule-time] an end of the weekday window is missing; give both ends or neither"
        ),
        (
            "TX,9:00,21:00,08:00,21:00,,,no,,x,high,federal,,",
            "4: error: [rule-time] an end of the weekday window '9:00' is not like 08:00"
        ),
        (
            "TX,09:00,25:00,08:00,21:00,,,no,,x,high,federal,,",
            "10: error: [rule-time] an end of the weekday window '25:00' is not like 08:00"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,TX-list,,x,high,federal,,",
            "30: error: [rule-holidays] unknown holiday list 'TX-list'; expected no or one of: federal, AL-list, RI-list, UT-list, PA-list, LA-list, NE-list, BC statutory holidays"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,,,x,high,federal,,",
            "30: error: [rule-holidays] unknown holiday list ''; expected no or one of: federal, AL-list, RI-list, UT-list, PA-list, LA-list, NE-list, BC statutory holidays"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,n/a,,x,high,federal,,",
            "30: error: [rule-holidays] unknown holiday list 'n/a'; expected no or one of: federal, AL-list, RI-list, UT-list, PA-list, LA-list, NE-list, BC statutory holidays"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,window 21:00-13:00,,x,high,federal,,",
            "30: error: [rule-holidays] 'window 21:00-13:00' is not like 'window 13:00-21:00'"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,often,x,high,federal,,",
            "33: error: [rule-cap] the cap 'often' is not like '3/24h same subject' or '1 per 8h'"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,,high,federal,,",
            "34: error: [rule-citation] a rule has a citation; none is given"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,x,sure,federal,,",
            "36: error: [rule-confidence] the confidence 'sure' is none of high, medium, low"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,x,high,,,",
            "41: error: [rule-texts] texts is federal, yes or contested, not ''"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,x,high,yes,soon,",
            "45: error: [rule-date] 'soon' is not like 2026-01-01 or '2026-01-01 for texts'"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,x,high,yes,2026-02-30,",
            "45: error: [rule-date] '2026-02-30' is not like 2026-01-01 or '2026-01-01 for texts'"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,x,high,federal,2026-01-01 for texts,",
            "49: error: [rule-date] '2026-01-01 for texts' dates texts, which the row does not reach"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,x,high,federal,2026-01-01,",
            "1: error: [rule-gap] no row for TX holds before 2026-01-01; give the earlier one"
        ),
        ("TX,08:00,21:00,08:00", "1: error: [csv-cells] the record has 4 cells, the header 14"),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,a \"b\" c,high,federal,,",
            "36: error: [csv-quote] a quote inside a bare cell; quote the whole cell"
        ),
        (
            "TX,08:00,21:00,08:00,21:00,,,no,,\"a\"b,high,federal,,",
            "37: error: [csv-quote] after the closing quote stands more than a comma"
        ),
    ]

    @Test(arguments: faults)
    func `a malformed cell is found where it stands and makes no book`(record: String, finding: String) throws {
        var tables = RuleTestTables()
        tables.states["TX"] = record
        let line = RuleTestTables.line(of: "TX", in: .unitedStates)
        let findings = tables.findings()
        #expect(findings.contains("states:\(line):\(finding)"), "\(findings)")
    }

    @Test func `one fault is one finding`() {
        var tables = RuleTestTables()
        tables.states["TX"] = "TX,09:00,08:00,08:00,21:00,,,no,,x,high,federal,,"
        #expect(tables.findings().count == 1)
    }

    @Test func `small tables that hold together make a book`() {
        #expect(RuleTestTables().findings().isEmpty)
    }

    @Test func `an unknown region and the one that is missing for it are both found`() {
        var tables = RuleTestTables()
        tables.states["TX"] = "XT,08:00,21:00,08:00,21:00,,,no,,x,high,federal,,"
        let line = RuleTestTables.line(of: "TX", in: .unitedStates)
        #expect(
            tables.findings() == [
                "states:1:1: error: [rule-missing] there is no row for TX, Texas",
                "states:\(line):1: error: [rule-region] unknown region 'XT'; expected a state's code, such as TX",
            ]
        )
    }

    @Test func `a province among the states is unknown there`() {
        var tables = RuleTestTables()
        tables.states["TX"] = "ON,08:00,21:00,08:00,21:00,,,no,,x,high,federal,,"
        #expect(tables.findings().contains { $0.contains("unknown region 'ON'") })
    }

    @Test func `two rows for one region and date contradict each other`() {
        var tables = RuleTestTables()
        tables.states["TX"] = "CA,08:00,21:00,08:00,21:00,,,no,,x,high,federal,,"
        #expect(tables.findings().contains { $0.contains("[rule-overlap] two rows for CA hold on 0001-01-01") })
        #expect(tables.findings().contains { $0.contains("there is no row for TX") })
    }

    @Test func `an earlier row must end as the later one starts`() {
        var tables = RuleTestTables()
        tables.states["OR"] = "OR,08:00,20:00,08:00,20:00,,,no,,x,high,yes,2026-01-01,"
        let old = "OR,08:00,21:00,08:00,21:00,08:00,21:00,no,,x,low,federal,,"
        tables.earlier = [old + "2026-01-01,"]
        #expect(tables.findings().isEmpty)
        tables.earlier = [old + "2025-12-31,"]
        let line = RuleTestTables.line(of: "OR", in: .unitedStates)
        #expect(
            tables.findings() == [
                "states:\(line):1: error: [rule-gap] no row for OR holds before 2026-01-01; give the earlier one"
            ]
        )
        tables.earlier = [old + "2026-01-02,"]
        #expect(
            tables.findings() == [
                "states:\(line):1: error: [rule-overlap] two rows for OR hold on 2026-01-01; one must end first"
            ]
        )
        tables.earlier = [old + ","]
        #expect(tables.findings().contains { $0.hasPrefix("earlier:2:") && $0.contains("the date on which it ended") })
    }

    @Test func `a row that ends before it starts is no row`() {
        var tables = RuleTestTables()
        tables.earlier = ["OR,08:00,21:00,08:00,21:00,,,no,,x,low,federal,2026-01-01,2025-01-01,"]
        #expect(
            tables.findings() == [
                "earlier:2:59: error: [rule-date] the row ends on 2025-01-01, not after its start on 2026-01-01"
            ]
        )
    }

    @Test func `an unknown exception is no exception`() {
        var tables = RuleTestTables()
        tables.exceptions = ["MS,fixed-offset,-6,x", "MS,lunar,1,x", "XX,emergency,a,x", "LA,emergency,,x"]
        #expect(
            tables.findings().map { $0.prefix { $0 != " " } } == [
                "exceptions:2:17:", "exceptions:3:4:", "exceptions:4:1:", "exceptions:5:14:",
            ]
        )
    }

    @Test func `a table without a federal row makes no book`() {
        var tables = RuleTestTables()
        tables.federal = "TX,08:00,21:00,08:00,21:00,08:00,21:00,no,,x,high,"
        #expect(
            tables.findings() == [
                "federal:2:1: error: [rule-region] unknown region 'TX'; expected US",
                "states:1:1: error: [rule-missing] there is no row for US, the federal rule",
            ]
        )
    }

    @Test func `missing and unknown columns and blank lines are found`() {
        let header = "region,hours\n\nTX,1\n"
        let tables = RuleTables.Source(header, file: "t")
        let whole = RuleTables(
            federal: tables,
            states: tables,
            earlier: tables,
            automated: tables,
            canada: tables,
            exceptions: tables,
            disclosures: tables,
            exemptions: RuleTables.Source("", file: "empty")
        )
        guard case .failure(let faults) = whole.book(version: RuleVersion(date: .earliest, digest: "")) else {
            Issue.record("a table without its columns made a book")
            return
        }
        let findings = faults.findings.map(\.description)
        #expect(findings.contains("empty:1:1: error: [csv-empty] the table has no header"))
        #expect(findings.contains("t:2:1: error: [csv-blank] a blank line is no record; remove it"))
        #expect(findings.contains("t:1:1: error: [csv-column] the table has no column 'weekday_start'"))
        #expect(findings.contains { $0.hasPrefix("t:1:8: error: [csv-column] unknown column 'hours'") })
    }

    @Test func `quoted cells hold commas, quotes and line ends`() throws {
        var tables = RuleTestTables()
        tables.states["TX"] = "TX,08:00,21:00,08:00,21:00,,,no,,\"a, \"\"b\"\"\nc\",high,federal,,\r"
        let book = try tables.book().get()
        let region = try #require(Region("TX"))
        #expect(
            book.rows(for: region, kind: .live, on: .earliest).map(\.citation) == [
                "47 CFR 64.1200(c)(1)", "a, \"b\"\nc",
            ]
        )
    }

    @Test func `a quote that is never closed is found`() {
        var tables = RuleTestTables()
        tables.states["WY"] = "WY,08:00,21:00,08:00,21:00,,,no,,\"a,high,federal,,"
        let line = RuleTestTables.line(of: "WY", in: .unitedStates)
        #expect(tables.findings().contains("states:\(line):34: error: [csv-quote] the quote is never closed"))
    }
}
