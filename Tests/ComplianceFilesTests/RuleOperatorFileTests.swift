import BotGraph
import Compliance
import ComplianceFiles
import Testing

struct RuleOperatorFileTests {
    private func read(_ text: String) throws -> Result<OperatorRules, OperatorFileFaults> {
        OperatorFile.read(text, path: "rules.yaml", over: try RuleFiles.loaded().book) { $0.text.hasPrefix("America/") }
    }

    private func findings(_ text: String) throws -> [String] {
        switch try read(text) {
        case .success: []
        case .failure(let faults): faults.diagnostics.map(\.description)
        }
    }

    static let whole = """
        version: 2026-11-25 house rules
        texts: federal
        exemptions: [healthcare-provider, bank-fraud]
        windows:
          - regions: [FL, GA, Canada]
            kinds: [automated, text]
            mode: also
            weekdays: 09:00-18:00
            saturday: 10:00-17:00
            sunday: barred
            holidays: [federal]
            cap: 2/24h
            from: 2026-12-01
            until: 2027-01-01
            why: our own policy
        holidays:
          - {date: 2026-12-24, name: Christmas Eve, regions: all}
          - {date: 2027-02-08, through: 2027-02-09, name: Mardi Gras, regions: [LA]}
        emergencies:
          - {switch: LA-psc-emergency, from: 2026-09-01, through: 2026-09-05}
        area_codes:
          - {code: "227", regions: [MD], zones: [America/New_York]}
        """

    @Test func `a whole file is read`() throws {
        let rules = try read(Self.whole).get()
        #expect(rules.version == "2026-11-25 house rules")
        #expect(rules.texts == .federal)
        #expect(rules.exemptions == [.healthcareProvider, .bankFraud])
        #expect(rules.windows.count == 1)
        #expect(rules.windows.first?.places.map(\.description) == ["FL", "GA", "Canada"])
        #expect(rules.windows.first?.windows.description == "Mon-Fri 09:00-18:00, Sat 10:00-17:00, no Sun")
        #expect(rules.closures.map(\.closure.name) == ["Christmas Eve", "Mardi Gras", "emergency LA-psc-emergency"])
        #expect(rules.areaCodes.map(\.code.number) == [227])
    }

    @Test func `the file changes decisions and shows in the version`() throws {
        let book = try RuleFiles.loaded().book.applying(try read(Self.whole).get())
        let florida = try #require(Region("FL"))
        let louisiana = try #require(Region("LA"))
        let eve = try #require(CivilDate("2026-12-24"))
        let texts = book.rows(for: florida, kind: .text, on: eve)
        #expect(texts.map(\.id) == ["US federal", "FL", "FL operator 1", "US closed"])
        #expect(texts.contains { if case .barred(.closure) = $0.hours(on: eve) { true } else { false } })
        let emergency = try #require(CivilDate("2026-09-05"))
        #expect(
            book.rows(for: louisiana, kind: .live, on: emergency).contains {
                if case .barred(.closure) = $0.hours(on: emergency) { true } else { false }
            }
        )
        let after = try #require(CivilDate("2026-09-08"))
        #expect(
            !book.rows(for: louisiana, kind: .live, on: after).contains {
                if case .barred(.closure) = $0.hours(on: after) { true } else { false }
            }
        )
        #expect(book.version.operators == "2026-11-25 house rules")
    }

    @Test func `a file with a version alone changes nothing else`() throws {
        let rules = try read("version: v1").get()
        #expect(rules == OperatorRules(version: "v1"))
    }

    static let head = "version: v\nwindows:\n  - regions: [FL]\n    saturday: barred\n    sunday: barred\n    why: x\n"

    /// Files with one thing wrong, and the finding after the path.
    static let faults: [(text: String, finding: String)] = [
        (
            "",
            "1:1: error: [operator-rules] the operator's file is a map of area_codes, emergencies, exemptions, holidays, texts, version, windows, not nothing"
        ),
        ("texts: federal", "1:1: error: [missing-key] the operator's file has no 'version'"),
        (
            "version: v\ntext: federal",
            "2:1: error: [unknown-key] unknown key 'text' in the operator's file; did you mean 'texts'? expected one of: area_codes, emergencies, exemptions, holidays, texts, version, windows"
        ),
        (
            "version: v\ntexts: fedral",
            "2:8: error: [operator-rules] 'fedral' is no value of 'texts'; did you mean 'federal'? expected one of: as-calls, federal"
        ),
        (
            "version: v\ntexts: [federal]",
            "2:8: error: [operator-rules] 'texts' is one of: as-calls, federal; not a list"
        ),
        (
            "version: v\nversion: w",
            "2:1: error: [duplicate-key] key 'version' of the operator's file stands twice; remove one"
        ),
        (
            "version: v\nexemptions: [bank-frod]",
            "2:14: error: [operator-rules] 'bank-frod' is no value of 'exemptions'; did you mean 'bank-fraud'? expected one of: residential-noncommercial, residential-commercial, residential-nonprofit, residential-healthcare, package-delivery, inmate-calls, bank-fraud, healthcare-provider"
        ),
        (
            "\(head)    weekdays: 18:00-09:00",
            "7:15: error: [operator-rules] 'weekdays' ends at 09:00, not after its start at 18:00"
        ),
        (
            "\(head)    weekdays: 9-18",
            "7:15: error: [operator-rules] 'weekdays' is a window such as 09:00-18:00, or barred, not the text '9-18'"
        ),
        (
            "\(head)    weekdays:",
            "7:14: error: [operator-rules] 'weekdays' is a window such as 09:00-18:00, or barred, not nothing"
        ),
        (head, "3:5: error: [missing-key] a window has no 'weekdays'"),
        (
            "\(head)    weekdays: barred\n    kinds: []",
            "8:12: error: [operator-rules] 'kinds' is an empty list; leave the key out"
        ),
        (
            "\(head)    weekdays: barred\n    kinds: [sms]",
            "8:13: error: [operator-rules] 'sms' is no value of 'kinds'; expected one of: live, automated, text"
        ),
        (
            "\(head)    weekdays: barred\n    cap: often",
            "8:10: error: [operator-rules] the cap 'often' is not like '2/24h' or '3/24h same subject'"
        ),
        (
            "\(head)    weekdays: barred\n    holidays: [federl]",
            "8:16: error: [operator-rules] unknown holiday list 'federl'; did you mean 'federal'? expected one of: federal, AL-list, RI-list, UT-list, PA-list, LA-list, NE-list, BC statutory holidays"
        ),
        (
            "\(head)    weekdays: barred\n    from: 2027-01-01\n    until: 2026-01-01",
            "9:12: error: [operator-rules] the window ends on 2026-01-01, not after its start on 2027-01-01"
        ),
        (
            "version: v\nholidays:\n  - {date: 2026-02-30, name: x, regions: all}",
            "3:12: error: [operator-rules] 'date' is a date such as 2026-12-24, not the text '2026-02-30'"
        ),
        (
            "version: v\nholidays:\n  - {date: 2026-02-03, through: 2026-02-01, name: x, regions: all}",
            "3:33: error: [operator-rules] 'through' is 2026-02-01, before 'date', 2026-02-03"
        ),
        (
            "version: v\nholidays:\n  - {date: 2026-02-03, name: x, regions: [XX]}",
            "3:43: error: [operator-rules] unknown region 'XX'; give a two-letter code"
        ),
        (
            "version: v\nholidays:\n  - {date: 2026-02-03, name: x, regions: []}",
            "3:42: error: [operator-rules] 'regions' is a list of codes such as [FL, ON], or all, not an empty list"
        ),
        (
            "version: v\nemergencies:\n  - {switch: LA-psc-emergncy, from: 2026-02-03}",
            "3:14: error: [operator-rules] unknown switch 'LA-psc-emergncy'; did you mean 'LA-psc-emergency'? expected one of: LA-psc-emergency, NY-state-of-emergency"
        ),
        (
            "version: v\narea_codes:\n  - {code: 227, regions: [MD], zones: [America/New_York]}",
            "3:12: error: [operator-rules] 'code' is three digits in quotes, such as \"227\", not the number 227"
        ),
        (
            "version: v\narea_codes:\n  - {code: \"227\", regions: [MD], zones: [Mars/Base]}",
            "3:42: error: [operator-rules] unknown zone 'Mars/Base'; give a name of the tz database, such as America/Chicago"
        ),
        (
            "version: v\narea_codes:\n  - {code: \"227\", regions: all, zones: [America/New_York]}",
            "3:28: error: [operator-rules] an area code is in regions by their codes, such as [MD]"
        ),
        (
            "version: v\narea_codes:\n  - {code: \"227\", regions: [MD], zones: [America/New_York]}\n  - {code: \"227\", regions: [MD], zones: [America/New_York]}",
            "4:5: error: [operator-rules] area code 227 is already given at 3:5"
        ),
        ("version: v\narea_codes: 227", "2:13: error: [operator-rules] 'area_codes' is a list, not the number 227"),
    ]

    @Test(arguments: faults)
    func `what is wrong is found where it stands`(text: String, finding: String) throws {
        let findings = try findings(text)
        #expect(findings.contains("rules.yaml:\(finding)"), "\(findings)")
    }

    @Test func `everything that is wrong is reported at once, in order`() throws {
        let findings = try findings("texts: x\nholidays: 1\nexemptions: y\n")
        #expect(findings.count == 4)
        #expect(findings.map { $0.split(separator: ":")[1] } == ["1", "1", "2", "3"])
    }

    @Test func `a text that is no YAML is one finding`() throws {
        #expect(try findings("version: [").count == 1)
    }
}
