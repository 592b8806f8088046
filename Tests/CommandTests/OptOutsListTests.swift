import Foundation
import Testing

/// Adding to the list, taking off it, and looking at it.
struct OptOutsListTests {
    @Test func `a number that is added is on the list, masked until it is asked for`() throws {
        let site = try OptOutsSite()
        let added = try site.run("add", "+12065550101", "--reason", "asked by letter")
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output == "+1********01 is on the list now (all).\n")

        let masked = try site.run("list")
        #expect(masked.status == 0)
        #expect(masked.output.contains("+1********01"))
        #expect(masked.output.contains("staff ann"))
        #expect(!masked.output.contains("2065550101"))
        #expect(masked.output.hasSuffix("\n1 number is on the list.\n"))
        #expect(try site.run("list", "--show-numbers").output.hasPrefix("+12065550101 "))
    }

    @Test(arguments: [
        "(206) 555-0101", "206-555-0101", "206.555.0101", "2065550101", "1 206 555 0101", "+1 (206) 555-0101",
        "12065550101", "206\u{A0}555\u{2011}0101",
    ])
    func `a number is understood as people write it`(written: String) throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", written, "--reason", "asked").status == 0)
        #expect(try site.run("list", "--show-numbers").output.hasPrefix("+12065550101 "))
    }

    @Test(arguments: [
        ("", "''"), ("5550101", "'*****01'"), ("206 555 0101 x2", "x2"), ("+", "'+'"), ("+0123", "'+**23'"),
        ("011 44 20 7946 0958", "58'"), ("(106) 555-0101", "'(***) ***-**01'"), ("206 155 0101", "01'"),
        ("1206+5550101", "01'"), ("++12065550101", "01'"), ("anonymous", "anonymous"), ("+1234567890123456", "56'"),
        ("２０６５５５０１０１", "E.164"), ("\u{1B}[31m", "\\u{1B}"),
    ])
    func `what is no number is refused without being shown`(written: String, hint: String) throws {
        let site = try OptOutsSite()
        for words in [["add", written, "--reason", "r"], ["remove", written, "--reason", "r"], ["list", written]] {
            let run = try CommandRun(list: ["opt-outs"] + words, in: site.folder.path)
            #expect(run.status == 2, "\(words)")
            #expect(run.errors.contains(hint), "\(run.errors)")
            let advice = "write it in E.164 form, such as +12065550101, or as a US number, such as (206) 555-0101"
            #expect(run.errors.contains("is no number; \(advice)."))
            let shown = run.errors.replacingOccurrences(of: advice, with: "")
            #expect(!shown.contains("5550101") && !shown.contains("555-0101") && !shown.contains("５５５"))
            #expect(!run.errors.contains("\u{1B}"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path).isEmpty)
    }

    @Test func `JSON has everything, for programs`() throws {
        let site = try OptOutsSite()
        #expect(
            try site.run("add", "+12065550101", "--reason", "said \"no\"", "--scope", "bot:debt-notice").status == 0
        )
        #expect(try site.run("add", "+12065550100", "--reason", "asked", "--by", "Bo").status == 0)
        let run = try site.run("list", "--format", "json")
        let lines = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: String]])
        #expect(lines.map { $0["number"] } == ["+12065550100", "+12065550101"])
        #expect(lines.map { $0["scope"] } == ["all", "bot:debt-notice"])
        #expect(lines.map { $0["words"] } == ["asked", "said \"no\""])
        #expect(lines.map { $0["recorded_by"] } == ["staff Bo", "staff ann"])
        #expect(lines.allSatisfy { $0["change"] == "opted-out" && $0["means"] == "recorded" && $0["at"] != nil })
    }

    @Test func `an empty list is empty in both formats`() throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", "+12065550101", "--reason", "asked").status == 0)
        #expect(try site.run("remove", "+12065550101", "--reason", "form of 9 June").status == 0)
        #expect(try site.run("list").output == "Nobody is on the list.\n")
        #expect(try site.run("list", "--format", "json").output == "[]\n")
        #expect(try site.run("list", "--all").output.split(separator: "\n").count == 2)
        #expect(try site.run("list", "(206) 555-0102").output == "Nothing was ever recorded of +1********02.\n")
    }

    @Test func `taking a number off the list is an entry, and the log keeps the request`() throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", "+12065550101", "--reason", "asked by letter").status == 0)
        let removed = try site.run("remove", "206-555-0101", "--reason", "signed the form", "--by", "Bo")
        #expect(removed.status == 0)
        #expect(removed.output == "+1********01 is off the list.\n")
        let log = try site.run("list", "+12065550101").output.split(separator: "\n")
        #expect(log.count == 3)
        #expect(
            log[0].contains("opted-out") && log[0].contains("by staff ann") && log[0].contains("\"asked by letter\"")
        )
        #expect(log[1].contains("opted-in") && log[1].contains("by staff Bo") && log[1].contains("\"signed the form\""))
        #expect(log[2] == "+1********01 is not suppressed.")
    }

    @Test func `what a removal does not reach still holds, and is named`() throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", "+12065550101", "--reason", "asked").status == 0)
        let nothing = try site.run("remove", "+12065550101", "--reason", "START", "--scope", "sms")
        #expect(nothing.status == 1)
        #expect(nothing.errors.contains("takes back none of the requests"))
        #expect(nothing.errors.contains("still suppressed: all since "))
        #expect(try site.run("list", "--all").output.split(separator: "\n").count == 1, "nothing is recorded then")

        #expect(try site.run("add", "+12065550101", "--reason", "texts", "--scope", "sms").status == 0)
        let part = try site.run("remove", "+12065550101", "--reason", "START", "--scope", "sms")
        #expect(part.status == 0)
        #expect(part.output.contains("off the list for sms; it is still suppressed: all since "))
    }

    @Test func `a number that asked twice is listed once with each scope`() throws {
        let site = try OptOutsSite()
        for scope in ["sms", "all", "sms"] {
            #expect(try site.run("add", "+12065550101", "--reason", "asked", "--scope", scope).status == 0)
        }
        #expect(try site.run("list", "+12065550101").output.hasSuffix("\n+1********01 is suppressed: all, sms.\n"))
        #expect(try site.run("list").output.hasSuffix("\n1 number is on the list.\n"))
    }

    @Test func `a number that is not on the list cannot be taken off`() throws {
        let site = try OptOutsSite()
        #expect(try site.run("add", "+12065550101", "--reason", "asked").status == 0)
        let run = try site.run("remove", "+12065550102", "--reason", "asked")
        #expect(run.status == 1)
        #expect(run.errors == "Error: +1********02 is not on the list; there is nothing to take back.\n")
    }

    @Test(arguments: [
        (["add", "+12065550101"], "reason"), (["add", "+12065550101", "--reason", "  "], "'--reason' is empty"),
        (["add", "+12065550101", "--reason", "r", "--scope", "fax"], "fax"),
        (["add", "+12065550101", "--reason", "r", "--scope", "bot:no such"], "bot:no such"),
        (["add", "+12065550101", "--reason", "r", "--by", " "], "'--by' is empty"),
        (["classify"], "channel"), (["classify", "--channel", "fax"], "fax"), (["import"], "file"),
    ])
    func `words that are off give status 2 and make no file`(words: [String], hint: String) throws {
        let site = try OptOutsSite()
        let run = try CommandRun(list: ["opt-outs"] + words, in: site.folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(hint), "\(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path).isEmpty)
    }

    @Test(arguments: [["list"], ["remove", "+12065550101", "--reason", "r"], ["export"]])
    func `a database that is not there is no empty list`(words: [String]) throws {
        let site = try OptOutsSite()
        for extra in [[], ["--database", "other.sqlite"]] {
            let run = try CommandRun(list: ["opt-outs"] + words + extra, in: site.folder.path)
            #expect(run.status == 3)
            #expect(run.errors.contains(extra.last ?? "touchtone.sqlite"))
            #expect(run.errors.contains("no such file"))
            #expect(run.output.isEmpty)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path).isEmpty)
    }

    @Test func `a file that is no database is refused`() throws {
        let site = try OptOutsSite()
        try site.folder.write(String(repeating: "Dear diary. ", count: 500), to: "list.sqlite")
        let run = try site.run("add", "+12065550101", "--reason", "asked")
        #expect(run.status == 3)
        #expect(run.errors.contains("list.sqlite"))
        #expect(try site.read("list.sqlite").hasPrefix("Dear diary."))
    }

    @Test(arguments: ["", "list", "add", "remove", "export", "import", "classify"])
    func `every subcommand has help with an example`(name: String) throws {
        let run = try CommandRun(list: ["opt-outs"] + (name.isEmpty ? [] : [name]) + ["--help"])
        #expect(run.status == 0)
        #expect(run.output.contains("Example:"))
        #expect(run.output.contains("touchtone opt-outs \(name)"))
    }
}
