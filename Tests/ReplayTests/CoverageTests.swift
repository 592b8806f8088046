import BotGraph
import CallEngine
import Foundation
import Replay
import Telephony
import Testing

struct CoverageTests {
    @Test func `a bot that nobody called has every point at its line`() throws {
        let coverage = Coverage(of: try CoverageBot.load(CoverageBot.tiny))
        #expect(
            CoverageText.missed(in: [coverage]) == [
                "bots/tiny/bot.yaml:1: not walked: language en-US",
                "bots/tiny/bot.yaml:5: not walked: node 'menu'",
                "bots/tiny/bot.yaml:7: not walked: prompt",
                "bots/tiny/bot.yaml:9: not walked: option 'one' of 'menu'",
                "bots/tiny/bot.yaml:10: not walked: option 'two' of 'menu'",
                "bots/tiny/bot.yaml:11: not walked: prompt, silence 1 at 'menu', silence exit of 'menu'",
                "bots/tiny/bot.yaml:12: not walked: wrong-answer exit of 'menu'",
                "bots/tiny/bot.yaml:13: not walked: node 'bye', prompt",
            ]
        )
        #expect(coverage.share == CoverageShare(passed: 0, total: 11))
    }

    @Test func `a call passes what it goes by and nothing else`() throws {
        let bot = try CoverageBot.load(CoverageBot.tiny)
        let coverage = try CoverageBot.coverage(of: bot, [CoverageBot.press("1")])
        #expect(
            coverage.missed.map(\.name) == [
                "option 'two' of 'menu'", "prompt", "silence 1 at 'menu'", "silence exit of 'menu'",
                "wrong-answer exit of 'menu'",
            ]
        )
        #expect(
            CoverageText.lines(of: [coverage]) == [
                "bots/tiny/bot.yaml:10: not walked: option 'two' of 'menu'",
                "bots/tiny/bot.yaml:11: not walked: prompt, silence 1 at 'menu', silence exit of 'menu'",
                "bots/tiny/bot.yaml:12: not walked: wrong-answer exit of 'menu'",
                "",
                "coverage",
                "  nodes       2 of  2  100 %",
                "  options     1 of  2   50 %",
                "  exits       0 of  2    0 %",
                "  silences    0 of  1    0 %",
                "  prompts     2 of  3   66 %",
                "  languages   1 of  1  100 %",
                "  all         6 of 11   54 %",
            ]
        )
    }

    @Test func `calls together pass what each of them does`() throws {
        let bot = try CoverageBot.load(CoverageBot.tiny)
        let one = try CoverageBot.coverage(of: bot, [CoverageBot.press("1")], [CoverageBot.press("2")])
        var both = try CoverageBot.coverage(of: bot, [.silence, .silence])
        both.add(one)
        #expect(both.missed.map(\.name) == ["wrong-answer exit of 'menu'"])
        let start = try #require(both.points.first { $0.name == "node 'menu'" })
        #expect(both.passes(of: start) == 3)
        both.add(try CoverageBot.passages(of: bot, [CoverageBot.press("3")]))
        #expect(both.missed.isEmpty)
        #expect(both.share.percent == 100)
        #expect(CoverageText.missed(in: [both]).isEmpty)
    }

    @Test func `every kind of point can be walked`() throws {
        let bot = try CoverageBot.load(CoverageBot.whole)
        let press = { (keys: String) in CoverageBot.press(keys) }
        let coverage = try CoverageBot.coverage(
            of: bot,
            [press("1"), press("1234")],
            [press("1"), press("77"), press("77")],
            [press("1"), press("4321")],
            [press("1"), .silence],
            [press("*"), press("5"), press("0")],
            [.silence, .silence, .silence],
            [press("3"), press("3")],
            [press("9"), press("1")],
            [press("9"), press("2")]
        )
        // No call of this bot changes its language, and no leg ended.
        #expect(
            coverage.missed.map(\.name) == [
                "language es-US", "prompt in es-US", "outcome 'busy' of 'desk'", "way on of 'desk'",
            ]
        )
        #expect(Set(coverage.points.map(\.group)) == Set(CoveragePoint.Group.allCases))
    }

    @Test func `a prompt for several languages counts once, one of each language's own for each`() throws {
        let points = CoveragePoint.all(of: try CoverageBot.load(CoverageBot.whole))
        let prompts = points.filter { $0.group == .prompts }.map { "\($0.location.line) \($0.name)" }
        #expect(prompts.filter { $0.hasPrefix("14 ") } == ["14 prompt in en-US", "14 prompt in es-US"])
        #expect(prompts.filter { $0.hasPrefix("22 ") } == ["22 prompt"])
        #expect(prompts.contains("5 prompt"), "the file's own goodbye")
        #expect(points == points.sorted())
        #expect(Set(points.map(\.kind)).count == points.count)
    }

    // MARK: - Traces of a server's log

    @Test func `events that the call could not take pass nothing`() throws {
        let bot = try CoverageBot.load(CoverageBot.tiny)
        let once = try CoverageBot.passages(of: bot, [CoverageBot.press("1")])
        let late = try CoverageBot.passages(of: bot, [CoverageBot.press("1"), CoverageBot.press("2"), .silence])
        #expect(late == once)
        #expect(!once.isEmpty)
        #expect(CoverageTrace.passages(of: [], bot: bot, recordings: PromptCatalogue()).isEmpty)
    }

    // MARK: - Shares

    @Test(arguments: [
        (899, 1_000, 89, false), (900, 1_000, 90, true), (0, 0, 100, true), (0, 3, 0, false), (3, 3, 100, true),
    ])
    func `a share reaches what it reaches to the last point`(passed: Int, total: Int, percent: Int, reaches: Bool) {
        let share = CoverageShare(passed: passed, total: total)
        #expect(share.percent == percent)
        #expect(share.reaches(90) == reaches)
        #expect(share.reaches(0))
        #expect(share.reaches(100) == (passed == total))
    }

    @Test func `a share below the threshold is said in a sentence`() throws {
        let bot = try CoverageBot.load(CoverageBot.tiny)
        let coverages = [try CoverageBot.coverage(of: bot, [CoverageBot.press("1")])]
        #expect(
            coverages.shortfall(below: 55) == "Coverage is 54 % (6 of 11 points); 55 % is asked for."
        )
        #expect(coverages.shortfall(below: 54) == nil)
        #expect([Coverage]().shortfall(below: 100) == nil)
    }

    // MARK: - Several bots, JSON

    @Test func `several bots are told one by one and together`() throws {
        let tiny = try CoverageBot.coverage(of: try CoverageBot.load(CoverageBot.tiny), [CoverageBot.press("1")])
        let other = Coverage(
            of: try CoverageBot.load(CoverageBot.tiny.replacing("bot: tiny", with: "bot: other"), path: "bots/a.yaml")
        )
        let lines = CoverageText.lines(of: [tiny, other])
        #expect(lines.first == "bots/a.yaml:1: not walked: language en-US")
        #expect(
            lines.suffix(5) == [
                "", "  tiny        6 of 11   54 %", "  other       0 of 11    0 %", "", "  all         6 of 22   27 %",
            ]
        )
        #expect(CoverageText.lines(of: []).isEmpty)
    }

    @Test func `the JSON form has every point with its passes`() throws {
        let bot = try CoverageBot.load(CoverageBot.tiny)
        let coverage = try CoverageBot.coverage(of: bot, [CoverageBot.press("1")], [CoverageBot.press("1")])
        let text = CoverageJSON.text(of: [coverage])
        let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        #expect(report.passed == 6 && report.total == 11 && report.percent == 54)
        let told = try #require(report.bots.first)
        #expect(told.bot == "tiny" && told.path == "bots/tiny/bot.yaml" && told.percent == 54)
        #expect(told.groups.map(\.group) == ["nodes", "options", "exits", "silences", "prompts", "languages"])
        #expect(told.points.map(\.name) == coverage.points.map(\.name))
        let option = try #require(told.points.first { $0.name == "option 'one' of 'menu'" })
        #expect(option.passes == 2 && option.line == 9 && option.column == 9 && option.group == "options")
        #expect(told.points.count { $0.passes == 0 } == 5)
    }

    private struct Report: Decodable {
        struct Told: Decodable {
            struct Group: Decodable {
                let group: String
            }
            struct Point: Decodable {
                let line: Int
                let column: Int
                let group: String
                let name: String
                let passes: Int
            }
            let bot: String
            let path: String
            let percent: Int
            let groups: [Group]
            let points: [Point]
        }
        let passed: Int
        let total: Int
        let percent: Int
        let bots: [Told]
    }
}
