import Foundation
import Testing

/// Lists that come from elsewhere, sound and broken.
struct OptOutsImportTests {
    @Test func `a list of numbers alone is enough`() throws {
        let site = try OptOutsSite()
        try site.folder.write("number\n+12065550101\n(206) 555-0102\n\n2065550103", to: "list.csv")
        let run = try site.run("import", "list.csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "list.csv: 3 lines: 3 added, 0 known already, 0 bad\n")
        #expect(run.errors.isEmpty)
        let lines = try site.run("list", "--show-numbers").output.split(separator: "\n")
        #expect(lines.map { $0.prefix(12) }.prefix(3) == ["+12065550101", "+12065550102", "+12065550103"])
        #expect(lines[1].contains("all  ") && lines[1].hasSuffix("file list.csv:3"))
    }

    @Test func `every column is taken as it is written, in any order and with either line end`() throws {
        let site = try OptOutsSite()
        let text =
            "\u{FEFF}Recorded By,AT,Scope,means,bot,call,change,words,Number\r\n"
            + "Jane,2025-05-03T09:00:00-07:00,bot:debt-notice,speech,debt-notice,CA1,opted-out,"
            + "\"stop, \"\"now\"\"\r\nplease\",+12065550101\r\n"
            + "provider,2025-05-03T16:00:00.25Z,sms,TEXT,,,Opted-In,START,+12065550101\r\n"
        try site.folder.write(text, to: "list.csv")
        let run = try site.run("import", "list.csv")
        #expect(run.status == 0, "\(run.errors)")
        let json = try site.run("list", "+12065550101", "--format", "json").output
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
        #expect(
            lines == [
                [
                    "number": "+12065550101", "change": "opted-out", "scope": "bot:debt-notice", "means": "speech",
                    "words": "stop, \"now\"\r\nplease", "bot": "debt-notice", "call": "CA1",
                    "at": "2025-05-03T16:00:00.000Z", "recorded_by": "staff Jane",
                ],
                [
                    "number": "+12065550101", "change": "opted-in", "scope": "sms", "means": "text", "words": "START",
                    "at": "2025-05-03T16:00:00.250Z", "recorded_by": "provider",
                ],
            ]
        )
    }

    @Test func `a file that is imported again adds nothing, dated or not`() throws {
        let site = try OptOutsSite()
        try site.folder.write(
            "number,at,change\n+12065550101,,\n+12065550101,,\n+12065550102,2025-05-03T09:00:00Z,\n"
                + "+12065550102,2025-05-04T09:00:00Z,opted-in\n",
            to: "list.csv"
        )
        #expect(try site.run("import", "list.csv").output.hasSuffix("3 added, 1 known already, 0 bad\n"))
        let again = try site.run("import", "list.csv")
        #expect(again.status == 0)
        #expect(again.output.hasSuffix("0 added, 4 known already, 0 bad\n"))
        #expect(try site.run("list", "--all").output.split(separator: "\n").count == 3)
    }

    @Test func `a rehearsal says the same and does nothing`() throws {
        let site = try OptOutsSite()
        try site.folder.write("number\n+12065550101\n+12065550101\nnobody\n", to: "list.csv")
        let before = try site.run("import", "list.csv", "--dry-run")
        #expect(before.status == 1)
        #expect(before.output == "list.csv: 3 lines: 1 would be added, 1 known already, 1 bad\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path) == ["list.csv"])

        #expect(try site.run("add", "+12065550102", "--reason", "asked").status == 0)
        #expect(try site.run("import", "list.csv", "--dry-run").output.contains("1 would be added"))
        #expect(try site.run("import", "list.csv").output.contains("1 added"))
        #expect(try site.run("import", "list.csv", "--dry-run").output.contains("0 would be added, 2 known"))
    }

    @Test func `bad lines are reported with their places and the good ones are taken`() throws {
        let site = try OptOutsSite()
        let lines = [
            "number,scope,at,change,means,call",
            "+12065550101,all,,,,", "206-555-010,all,,,,", "+12065550102,fax,,,,", "+12065550103,all,yesterday,,,",
            "+12065550104,all,2999-01-01T00:00:00Z,,,", "+12065550105,all,,opted-in,,", "+12065550106,all,,gone,,",
            "+12065550107,all,,,shout,", "+12065550108,all", "+12065550109,\"all,,,,", "+12065550110,a\"ll,,,,",
            "+12065550111,\"all\"x,,,,", "+12065550112,all,2025-01-01T00:00:00Z,lifted,,",
            "+12065550113,bot:,,,,", ",all,,,,", "+12065550114,all,,,,a b", "+12065550115,all,2025-01-01,,,",
            "+12065550116,voice,,,,",
        ]
        try site.folder.write(lines.joined(separator: "\r\n"), to: "list.csv")
        let run = try site.run("import", "list.csv")
        #expect(run.status == 1)
        let expected = [
            "3:1: error: [suppression-number] '***-***-*10' is no number; write it in E.164 form",
            "4:14: error: [suppression-scope] 'fax' is no scope; it is all, voice, sms or bot:NAME",
            "5:18: error: [suppression-at] 'yesterday' is no time as RFC 3339 writes it",
            "6:18: error: [suppression-at] 2999-01-01T00:00:00Z is yet to come",
            "7:19: error: [suppression-change] without a time in 'at'",
            "8:19: error: [suppression-change] 'gone' is none of these: opted-out, lifted, opted-in",
            "9:20: error: [suppression-means] 'shout' is none of these: key, speech, text, recorded",
            "10:1: error: [csv-cells] the line has 2 cells, and the header 6",
            "11:14: error: [csv-quote] the quote that opens here is not closed",
            "12:15: error: [csv-quote] a quote stands inside a bare cell",
            "13:19: error: [csv-quote] after the closing quote comes more than a comma",
            "14:39: error: [suppression-change] only the call in which a request was made lifts it",
            "15:14: error: [suppression-scope] 'bot:' is no scope",
            "16:1: error: [suppression-number] the number is missing",
            "17:21: error: [suppression-call] 'a b' is no call's identifier",
            "18:18: error: [suppression-at] '2025-01-01' is no time as RFC 3339 writes it",
        ]
        let errors = run.errors.split(separator: "\n").map(String.init)
        #expect(errors.count == expected.count)
        for (error, hint) in zip(errors, expected) { #expect(error.hasPrefix("list.csv:\(hint)"), "\(error)") }
        #expect(
            run.output == "list.csv: 18 lines: 2 added, 0 known already, 16 bad, of which 12 taken as opt-outs\n"
        )
        // Those without a number, and those that ask for the opposite, are not taken.
        let taken = try site.run("list", "--show-numbers").output
        for line in 101...116 {
            #expect(taken.contains("+12065550\(line)") == ![105, 112].contains(line), "\(line)")
        }
        #expect(!run.errors.replacingOccurrences(of: "such as +12065550101", with: "").contains("5550"))
    }

    @Test func `a request in a faulty line holds from now, for its scope or for everything, and the line is reported`()
        throws
    {
        let site = try OptOutsSite()
        try site.folder.write(
            "number,scope,at,words\n+12065550101,sms,03/05/2025,stop\n+12065550102,everything,2025-05-03T09:00:00Z,\n",
            to: "list.csv"
        )
        let rehearsal = try site.run("import", "list.csv", "--dry-run")
        #expect(
            rehearsal.output.hasSuffix(
                "0 would be added, 0 known already, 2 bad, of which 2 would be taken as opt-outs\n"
            )
        )
        let run = try site.run("import", "list.csv")
        #expect(run.status == 1)
        #expect(run.output.hasSuffix("2 bad, of which 2 taken as opt-outs\n"))
        let errors = run.errors.split(separator: "\n").map(String.init)
        try #require(errors.count == 2)
        #expect(errors[0].hasPrefix("list.csv:2:18: error: [suppression-at]"))
        #expect(errors[0].hasSuffix("; the line is taken as an opt-out of sms from now"))
        #expect(errors[1].hasPrefix("list.csv:3:14: error: [suppression-scope]"))
        #expect(errors[1].hasSuffix("; the line is taken as an opt-out of everything from now"))
        let json = try site.run("list", "--format", "json").output
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
        #expect(lines.map { $0["number"] } == ["+12065550101", "+12065550102"])
        #expect(lines.map { $0["scope"] } == ["sms", "all"])
        #expect(lines.allSatisfy { $0["recorded_by"]?.hasPrefix("file list.csv:") ?? false })
        #expect(lines.allSatisfy { $0["at"].map { !$0.hasPrefix("2025-05-03") } ?? false })

        #expect(try site.run("import", "list.csv").status == 1)
        #expect(try site.run("list", "--all", "--format", "json").output == json)
    }

    @Test(arguments: [
        "number,change,at\n+12065550101,Opt In,2025-05-03T09:00:00Z", "number,change\n+12065550101,opted-in",
        "number,change,at\n+12065550101,lifted,2025-05-03T09:00:00Z", "number,change\n+12065550101,START",
        "number,words,change,at\n+12065550101,yes, please,opted-in,2025-05-03T09:00:00Z",
        "number,at,change\n+12065550101,soon,opted-in", "number,at\n555-01,soon",
        "number,words,change\n+12065550101,wr\"ong,opted-in",
    ])
    func `a faulty line that may opt in, or that has no number, suppresses nobody`(text: String) throws {
        let site = try OptOutsSite()
        try site.folder.write(text + "\n", to: "list.csv")
        let run = try site.run("import", "list.csv")
        #expect(run.status == 1)
        #expect(!run.errors.contains("is taken as"))
        #expect(run.output == "list.csv: 1 line: 0 added, 0 known already, 1 bad\n")
    }

    @Test(arguments: [
        "number,words\n+12065550101,stop, now", "number,words,bot\n+12065550101,stop",
        "words,number\nst\"op,+12065550101",
        "words,number\n\"stop,+12065550101", "number,change\n+12065550101,stopped", "number,means\n+12065550101,fax",
    ])
    func `a line with broken cells still suppresses its number`(text: String) throws {
        let site = try OptOutsSite()
        try site.folder.write(text + "\n", to: "list.csv")
        let run = try site.run("import", "list.csv")
        #expect(run.status == 1)
        #expect(run.errors.contains("is taken as an opt-out of everything from now"))
        #expect(try site.run("list", "--show-numbers").output.contains("+12065550101"))
    }

    @Test(arguments: [
        ("", "1:1: error: [csv-header] the file is empty"),
        ("\n\n", "1:1: error: [csv-header] the file is empty"),
        ("+12065550101\n+12065550102\n", "1:1: error: [csv-header] the first line names the columns"),
        (
            "numbr,scope\n+12065550101,all\n",
            "1:1: error: [csv-header] there is no column 'numbr'; did you mean 'number'?"
        ),
        ("number;scope\n", "1:1: error: [csv-header] columns are separated by commas"),
        ("scope,words\nall,stop\n", "1:1: error: [csv-header] there is no column 'number'"),
        ("number,scope,number\n", "1:14: error: [csv-header] the column 'number' stands twice"),
        ("number,\n", "1:8: error: [csv-header] there is no column ''"),
        ("\"number\n+12065550101\n", "1:1: error: [csv-quote] the quote that opens here is not closed"),
        ("\u{0}\u{1}\u{2}", "1:1: error: [csv-header] there is no column '\\u{0}\\u{1}\\u{2}'"),
    ])
    func `a file whose first line names no columns is not read at all`(text: String, hint: String) throws {
        let site = try OptOutsSite()
        try site.folder.write(text, to: "list.csv")
        let run = try site.run("import", "list.csv")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("list.csv:\(hint)"), "\(run.errors)")
        #expect(!run.errors.contains("2065550101"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path) == ["list.csv"])
    }

    @Test func `another encoding is named, in the whole file or in one cell`() throws {
        let site = try OptOutsSite()
        try site.write([0xFF, 0xFE] + "number".utf8.flatMap { [$0, 0] }, to: "wide.csv")
        let wide = try site.run("import", "wide.csv")
        #expect(wide.errors == "wide.csv:1:1: error: [csv-encoding] the file is UTF-16; save it as UTF-8\n")
        try site.write(
            Array("number,words\n+12065550101,d".utf8) + [0xE9] + Array("sol\n+12065550102,ok\n".utf8),
            to: "latin.csv"
        )
        let latin = try site.run("import", "latin.csv")
        #expect(latin.status == 1)
        #expect(latin.errors.hasPrefix("latin.csv:2:14: error: [csv-encoding] the cell is not UTF-8"))
        #expect(latin.output.contains("1 added, 0 known already, 1 bad, of which 1 taken as opt-outs"))
    }

    @Test func `a file that is not there gives status 3`() throws {
        let site = try OptOutsSite()
        let run = try site.run("import", "nowhere.csv")
        #expect(run.status == 3)
        #expect(run.errors.contains("nowhere.csv"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path).isEmpty)
    }

    @Test func `standard input is a file too`() throws {
        let site = try OptOutsSite()
        let run = try site.run("import", "-", input: "number\n+12065550101\n")
        #expect(run.status == 0)
        #expect(run.output == "-: 1 line: 1 added, 0 known already, 0 bad\n")
    }

    @Test func `a hundred thousand lines are taken, and all of them are listed`() throws {
        let site = try OptOutsSite()
        var text = "number,at,words\n"
        for number in 0..<100_000 {
            let areaCode = 200 + number / 100 % 800
            text += "+1\(areaCode)5550\(100 + number % 100),2025-05-03T09:00:0\(number / 80_000)Z,\"stop, please\"\n"
        }
        try site.folder.write(text, to: "long.csv")
        #expect(
            try site.run("import", "long.csv").output
                == "long.csv: 100000 lines: 100000 added, 0 known already, 0 bad\n"
        )
        let list = try site.run("list")
        #expect(list.output.hasSuffix("\n80000 numbers are on the list.\n"))
    }
}
