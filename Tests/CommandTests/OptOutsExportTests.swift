import Foundation
import Testing

/// The list as a file, and the words of its callers told apart.
struct OptOutsExportTests {
    private static let words = [
        "=1+1", "+1", "-2", "@SUM(A1)", "\t=x", "'quoted'", "''", "'=x", "a,b", "say \"stop\"", "two\r\nlines", "\r",
        "＝1",
        "plain", " spaced ", "", "👋 alto", "\u{1B}[31mred", "\u{202E}back", "\u{0}",
    ]

    @Test func `an exported list gives the same list elsewhere, to the byte`() throws {
        let here = try OptOutsSite()
        let there = try OptOutsSite()
        // Written by hand, so that reading and writing are not each other's only witness.
        var text = "number,words,change,at\r\n"
        for (index, words) in OptOutsExportTests.words.enumerated() {
            let shielded =
                words.isEmpty || "a sptw👋\u{1B}\u{202E}\u{0}".contains(words.first ?? "a") ? words : "'" + words
            text += "+12065550\(100 + index),\"\(shielded.replacingOccurrences(of: "\"", with: "\"\""))\","
            text += "opted-out,2025-05-03T09:00:\(10 + index)Z\r\n"
        }
        text += "+12065550103,,opted-in,2025-06-01T00:00:00Z\r\n"
        try here.folder.write(text, to: "in.csv")
        let run = try here.run("import", "in.csv")
        #expect(run.status == 0, "\(run.errors)")
        let json = try here.run("list", "--all", "--format", "json").output
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
        #expect(lines.map { $0["words"] } == OptOutsExportTests.words + [""])

        #expect(try here.run("export", "out.csv").output == "out.csv: \(lines.count) entries\n")
        let exported = try here.read("out.csv")
        try there.folder.write(exported, to: "out.csv")
        #expect(try there.run("import", "out.csv").status == 0)
        #expect(try there.run("export").output == exported)
        #expect(try there.run("list", "--format", "json").output == here.run("list", "--format", "json").output)
        #expect(try here.run("import", "out.csv").output.contains(" 0 added"))
    }

    @Test func `no cell of an export is a formula`() throws {
        let site = try OptOutsSite()
        for (index, reason) in ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-1+2", "@x"].enumerated() {
            let run = try site.run("add", "+1206555010\(index)", "--reason=\(reason)", "--by==cmd")
            #expect(run.status == 0, "\(run.errors)")
        }
        let lines = try site.run("export").output.components(separatedBy: "\r\n")
        #expect(lines[0] == "number,change,scope,means,words,bot,call,at,recorded_by")
        #expect(
            lines[1].hasPrefix("+12065550100,opted-out,all,recorded,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,,2")
        )
        #expect(lines[2].contains(",'+1,,,") && lines[3].contains(",'-1+2,,,") && lines[4].contains(",'@x,,,"))
    }

    @Test func `only what holds is exported with --current`() throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", "+12065550101", "--reason", "a").status == 0)
        #expect(try site.run("add", "+12065550102", "--reason", "b").status == 0)
        #expect(try site.run("remove", "+12065550101", "--reason", "c").status == 0)
        let lines = try site.run("export", "--current").output.components(separatedBy: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("+12065550102,"))
    }

    @Test func `a file that is there is not written over unless that is meant`() throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", "+12065550101", "--reason", "a").status == 0)
        try site.folder.write("mine", to: "out.csv")
        let refused = try site.run("export", "out.csv")
        #expect(refused.status == 3)
        #expect(refused.errors.contains("--force"))
        #expect(try site.read("out.csv") == "mine")
        #expect(try site.run("export", "out.csv", "--force").status == 0)
        #expect(try site.read("out.csv").contains("+12065550101"))
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(site.folder.path)/out.csv")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let lost = try site.run("export", "nowhere/out.csv")
        #expect(lost.status == 3)
        #expect(lost.errors.contains("nowhere/out.csv"))
    }

    @Test func `what a terminal would act on is spelled out`() throws {
        let site = try OptOutsSite()
        try site.folder.write("number,words\n+12065550101,\u{1B}[2Jstop\u{202E}\u{7}\n", to: "in.csv")
        #expect(try site.run("import", "in.csv").status == 0)
        let log = try site.run("list", "+12065550101").output
        #expect(log.contains("\"\\u{1B}[2Jstop\\u{202E}\\u{7}\""))
        #expect(!log.contains("\u{1B}"))
    }
}
