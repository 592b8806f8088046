import Foundation
import Testing

struct HoursCommandTests {
    private func json(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `a person is told yes or no, why, where it is written, and how the week looks`() throws {
        let yes = try CommandRun("hours", "+13035550101", "--kind", "live", "--at", "2026-11-24T12:00:00-07:00")
        #expect(yes.status == 0, "\(yes.errors)")
        #expect(yes.output.hasPrefix("Yes: a live call is allowed at 2026-11-24T19:00:00.000Z."))
        let night = try CommandRun("hours", "+13035550101", "--kind", "live", "--at", "2026-11-24T21:00:00-07:00")
        #expect(night.status == 1)
        #expect(
            night.output.contains(
                "Not now: a live call is allowed again from 2026-11-25T15:00:00.000Z (Wed 2026-11-25 08:00 in America/Denver)."
            )
        )
        #expect(night.output.contains("47 CFR 64.1200(c)(1)"))
        #expect(night.output.contains("Place: Colorado; time zones: America/Denver"))
        #expect(night.output.contains("Wed 2026-11-25 ................##########################......"))
        #expect(night.output.contains("time zones "))
        #expect(night.output.contains("the suppression list was not asked"))
    }

    @Test func `a program is told the same in JSON`() throws {
        let run = try CommandRun(
            "hours",
            "+12155550101",
            "--kind",
            "text",
            "--at",
            "2026-11-26T12:00:00-05:00",
            "--format",
            "json"
        )
        #expect(run.status == 1)
        let answer = try json(run.output)
        #expect(answer["decision"] as? String == "wait")
        #expect(
            answer["until"] as? String == "2026-11-27T14:00:00.000Z"
                || answer["until"] as? String == "2026-11-28T14:00:00.000Z"
        )
        #expect(answer["rule"] as? String == "PA")
        #expect((answer["citation"] as? String)?.contains("73 P.S. 2245") == true)
        #expect(answer["zones"] as? [String] == ["America/New_York"])
        let rules = try #require(answer["rules"] as? [[String: Any]])
        #expect(rules.contains { $0["rule"] as? String == "US federal" })
    }

    @Test func `a batch is answered line by line, and a line that cannot be read is refused alone`() throws {
        let lines = """
            {"number":"+13035550101","kind":"live","at":"2026-11-24T12:00:00-07:00"}
            not json
            {"number":"303","kind":"live","at":"2026-11-24T12:00:00-07:00"}
            {"number":"+13035550101","kind":"live","at":"yesterday"}
            {"number":"+13035550101","kind":"fax","at":"2026-11-24T12:00:00-07:00"}
            {"number":"+13035550101","kind":"live","at":"2026-11-24T12:00:00-07:00","region":"ZZ"}
            {"number":"+12065550101","kind":"automated","at":"2026-11-24T12:00:00-08:00"}
            {"number":"+13035550101","kind":"text","at":"2026-11-24T22:00:00-07:00","region":"CO","zone":"America/Denver","zip":"80202"}
            {"number":"+13035550101","kind":"live","at":"2026-11-24T12:00:00-07:00","zone":"Mars/Olympus"}

            """
        let run = try CommandRun("hours", "--batch", "-", input: lines)
        #expect(run.status == 1)
        let answers = try run.output.split(separator: "\n").map { try json($0) }
        #expect(
            answers.map { $0["decision"] as? String } == [
                "allow", "refuse", "refuse", "refuse", "refuse", "refuse", "refuse", "wait", "refuse",
            ]
        )
        #expect(answers[0]["regions"] as? [String] == ["CO"])
        #expect(answers[6]["rule"] as? String == "WA automated")
        #expect(answers[7]["until"] as? String == "2026-11-25T15:00:00.000Z")
        let allowed = try CommandRun("hours", "--batch", "-", input: String(lines.prefix { $0 != "\n" }))
        #expect(allowed.status == 0)
    }

    @Test func `the table of rules can be printed for a day`() throws {
        let before = try CommandRun("hours", "--rules", "--kind", "live", "--at", "2026-10-01T00:00:00Z")
        let after = try CommandRun("hours", "--rules", "--kind", "live", "--at", "2026-11-01T00:00:00Z")
        #expect(before.status == 0 && after.status == 0)
        #expect(before.output != after.output, "Pennsylvania's rule changes on 2026-10-18")
        #expect(after.output.contains("73 P.S. 2245"))
    }

    @Test func `the operator's own rules narrow the law's, and their mistakes are found`() throws {
        let folder = try ScratchFolder()
        try folder.write("version: bad\nwindow: []\n", to: "bad.yaml")
        let bad = try CommandRun("hours", "+13035550101", "--operator-rules", "\(folder.path)/bad.yaml")
        #expect(bad.status == 3)
        #expect(bad.errors.contains("bad.yaml:2:1"))
    }

    @Test func `a schedule narrows the hours, and an unknown key refuses to run`() throws {
        let lunch = "2026-11-20T12:30:00-08:00"
        let open = try CommandRun("hours", "+12065550101", "--kind", "live", "--at", lunch)
        #expect(open.status == 0)
        let run = try CommandRun("hours", "+12065550101", "--kind", "live", "--at", lunch, "--schedule", "office-hours")
        #expect(run.status == 1)
        #expect(run.output.contains("schedule office-hours"))
        let law = try CommandRun(
            "hours",
            "+12065550101",
            "--kind",
            "live",
            "--at",
            lunch,
            "--schedule",
            "TCPA-PA-America/New_York"
        )
        #expect(law.status == 0)
        for key in ["ofice-hours", "TCPA-ZZ-America/New_York", "TCPA-CA-Mars/Olympus"] {
            let unknown = try CommandRun("hours", "+12065550101", "--kind", "live", "--schedule", key)
            #expect(unknown.status == 2, "\(key)")
            #expect(!unknown.output.contains("Yes"))
        }
    }

    @Test func `an opt-out in the database refuses`() throws {
        let folder = try ScratchFolder()
        let database = "\(folder.path)/calls.sqlite"
        let added = try CommandRun("opt-outs", "add", "+13035550101", "--reason", "letter", "--database", database)
        #expect(added.status == 0, "\(added.errors)")
        let noon = "2026-11-24T12:00:00-07:00"
        let run = try CommandRun("hours", "+13035550101", "--kind", "live", "--at", noon, "--database", database)
        #expect(run.status == 1)
        #expect(run.output.contains("suppression-list"))
        let other = try CommandRun("hours", "+13035550102", "--kind", "live", "--at", noon, "--database", database)
        #expect(other.status == 0)
        let lost = try CommandRun("hours", "+13035550102", "--database", "\(folder.path)/none.sqlite")
        #expect(lost.status == 3)
    }

    @Test(arguments: [
        ([], "--batch"), (["303"], "E.164"), (["+13035550101", "--at", "noon"], "RFC 3339"),
        (["+13035550101", "--kind", "fax"], "live, automated, text"),
        (["+13035550101", "--region", "ZZ"], "region"), (["+13035550101", "--batch", "-"], "not both"),
    ])
    func `words that are off give status 2`(words: [String], hint: String) throws {
        let run = try CommandRun(list: ["hours"] + words)
        #expect(run.status == 2, "\(run.output)")
        #expect(run.errors.contains(hint), "\(run.errors)")
    }
}
