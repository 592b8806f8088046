import Foundation
import Testing

/// The outcome of a replay for programs, and its coverage.
struct ReplayFormatTests {
    private static let recordings = "bots/debt-notice/recordings"

    private struct Report: Decodable {
        struct Case: Decodable {
            struct Failure: Decodable {
                let line: Int
                let message: String
                let details: [String]
            }

            let path: String
            let kind: String
            let bot: String
            let title: String?
            let status: String
            let partsAt: String?
            let failures: [Failure]
        }

        struct Share: Decodable {
            let passed: Int
            let total: Int
            let percent: Int
        }

        let passed: Int
        let failed: Int
        let updated: Int
        let cases: [Case]
        let coverage: Share?
    }

    private static func report(_ run: CommandRun) throws -> Report {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Report.self, from: Data(run.output.utf8))
    }

    @Test func `programs read each case with what it shows and where it parts`() throws {
        let site = try ReplaySite("debt-notice")
        let all = try site.recordings(of: "debt-notice")
        try site.change("bots/debt-notice/bot.yaml", "No agent is free.", to: "All agents are busy.")
        let hear = Set(all.filter { $0.value.contains("No agent is free.") }.keys)
        let run = try site.replay("--format", "json")
        #expect(run.status == 1)
        let report = try ReplayFormatTests.report(run)
        #expect(report.passed == all.count - hear.count)
        #expect(report.failed == hear.count)
        #expect(report.updated == 0)
        #expect(report.coverage == nil)
        #expect(report.cases.map(\.path) == all.keys.sorted())
        for item in report.cases {
            #expect(item.kind == "recording")
            #expect(item.bot == "debt-notice")
            #expect(item.title != nil)
            #expect(item.status == (hear.contains(item.path) ? "failed" : "passed"))
            #expect(item.failures.isEmpty != hear.contains(item.path))
            #expect((item.partsAt != nil) == hear.contains(item.path))
            for failure in item.failures {
                #expect(failure.line > 1)
                #expect(failure.details.contains { $0.contains("- says") && $0.contains("No agent is free.") })
            }
        }
        let update = try ReplayFormatTests.report(try site.replay("--format", "json", "--update"))
        #expect(update.updated == hear.count)
        #expect(update.failed == 0)
        #expect(update.passed == all.count)
    }

    @Test func `coverage tells the lines that no call has walked, and the shares`() throws {
        let site = try ReplaySite("debt-notice")
        let one = try site.replay("\(ReplayFormatTests.recordings)/hang-up.jsonl", "--coverage")
        #expect(one.status == 0)
        let lines = one.output.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.wholeMatch(of: /bots\/debt-notice\/bot\.yaml:\d+: not walked: .+/) != nil })
        let share = try #require(one.output.firstMatch(of: /\n  all +(\d+) of +(\d+) +(\d+) %\n/))
        let (passed, total) = (try #require(Int(share.output.1)), try #require(Int(share.output.2)))
        #expect(0 < passed && passed < total)
        #expect(Int(share.output.3) == passed * 100 / total)
        #expect(one.closingLine == "1 passed, 0 failed")

        let all = try ReplayFormatTests.report(try site.replay("--coverage", "--format", "json"))
        let coverage = try #require(all.coverage)
        #expect(coverage.total == total)
        #expect(coverage.passed > passed)
    }

    @Test func `too little coverage is exit status 1 with the sentence`() throws {
        let site = try ReplaySite("debt-notice")
        let path = "\(ReplayFormatTests.recordings)/hang-up.jsonl"
        let low = try site.replay(path, "--coverage-minimum", "100")
        #expect(low.status == 1)
        #expect(
            low.errors.firstMatch(
                of: /error: \[coverage-low\] Coverage is \d+ % \(\d+ of \d+ points\); 100 % is asked for\./
            ) != nil,
            "\(low.errors)"
        )
        #expect(low.closingLine == "1 passed, 0 failed")
        let enough = try site.replay(path, "--coverage-minimum", "1")
        #expect(enough.status == 0)
        #expect(enough.errors.isEmpty)
    }

    @Test func `the page has the bot's source and its shares`() throws {
        let site = try ReplaySite("debt-notice")
        let run = try site.replay("--coverage-html", "coverage.html")
        #expect(run.status == 0, "\(run.errors)")
        let page = try site.text("coverage.html")
        #expect(page.lowercased().hasPrefix("<!doctype html>"))
        #expect(page.contains("debt-notice"))
        #expect(page.contains("You can pay in three parts or in six."))
        #expect(!page.contains("<script src="))
        let nowhere = try site.replay("--coverage-html", "no/such/folder/coverage.html")
        #expect(nowhere.status == 3)
        #expect(nowhere.errors.contains("Could not write 'no/such/folder/coverage.html'"))
    }

    @Test func `words that are off are exit status 2`() throws {
        let site = try ReplaySite()
        for words in [
            ["--format", "xml"], ["--coverage-minimum", "101"], ["--coverage-minimum", "-1"], ["--no-such-option"],
            ["--coverage-minimum", "many"],
        ] {
            let run = try CommandRun(list: ["replay"] + words, in: site.folder.path)
            #expect(run.status == 2, "\(words)")
            #expect(!run.errors.isEmpty)
            #expect(run.output.isEmpty)
        }
    }

    @Test func `a file, a folder or a bot that is not there is exit status 3`() throws {
        let site = try ReplaySite("debt-notice")
        let missing = try site.replay("nowhere.jsonl", ReplayFormatTests.recordings)
        #expect(missing.status == 3)
        #expect(missing.errors == "nowhere.jsonl: error: [unreadable-file] there is no such file or folder\n")
        #expect(missing.output == "17 passed, 0 failed\n")

        try FileManager.default.createDirectory(atPath: "\(site.folder.path)/empty", withIntermediateDirectories: true)
        let empty = try site.replay("empty")
        #expect(empty.status == 3)
        #expect(empty.errors.contains("There are no recordings (*.jsonl) and no call scripts (calls/*.yaml) in empty."))

        let recording = try site.text("\(ReplayFormatTests.recordings)/hang-up.jsonl")
        try site.folder.write(
            recording.replacingOccurrences(of: "\"bot\":\"debt-notice\"", with: "\"bot\":\"debt-notices\""),
            to: "other/hang-up.jsonl"
        )
        let unknown = try site.replay("other")
        #expect(unknown.status == 3)
        #expect(unknown.errors.contains("other/hang-up.jsonl: error: [unknown-bot] there is no bot 'debt-notices'"))
        #expect(unknown.errors.contains("debt-notice"))
    }

    @Test func `a bot that is broken is told once, however many recordings are of it`() throws {
        let site = try ReplaySite("debt-notice")
        try site.change("bots/debt-notice/bot.yaml", "start: notice", to: "start: notices")
        let run = try site.replay()
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.errors.components(separatedBy: "notices").count == 2, "\(run.errors)")
    }
}
