import BotGraph
import Foundation
import Testing

struct LoaderFixtureTests {
    @Test(arguments: Fixture.all(in: "ok"))
    func `a good bot loads silently`(fixture: Fixture) throws {
        let result = try fixture.load()
        #expect(result.report.isEmpty)
        #expect(result.bot != nil)
    }

    @Test(arguments: NodeKind.allCases)
    func `every node kind has a good bot of its name`(kind: NodeKind) throws {
        let bot = try #require(try Fixture(folder: "ok", name: kind.rawValue).load().bot)
        #expect(bot.nodes.contains { $0.body.kind == kind })
    }

    @Test(arguments: Fixture.all(in: "broken"))
    func `a broken bot's findings are those beside it`(fixture: Fixture) throws {
        let result = try fixture.load()
        #expect(result.bot == nil)
        #expect(!result.diagnostics.isEmpty)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try result.report.write(to: fixture.outputURL, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: fixture.outputURL, encoding: .utf8)
        #expect(result.report == expected)
    }

    @Test(arguments: Fixture.all(in: "broken"))
    func `a comment of multi-byte text moves every finding down a line and no column`(fixture: Fixture) throws {
        let plain = try fixture.load().diagnostics
        let moved = try fixture.load(prefix: "# ¡Olé! 😀 日本\n").diagnostics
        #expect(moved.map(\.id) == plain.map(\.id))
        // The whole file's findings stand at its first line.
        for (before, after) in zip(plain, moved) where before.location.line > 1 || before.location.column > 1 {
            #expect(after.location.line == before.location.line + 1)
            #expect(after.location.column == before.location.column)
        }
    }

    @Test(arguments: Fixture.all(in: "broken"))
    func `a byte order mark and Windows line ends change nothing`(fixture: Fixture) throws {
        let plain = try fixture.load()
        let text = try fixture.text.replacingOccurrences(of: "\n", with: "\r\n")
        let other = BotLoader.load(
            "\u{FEFF}" + text,
            path: "\(fixture.name).yaml",
            version: BotVersion("0"),
            recordings: try Fixture.recordings
        )
        #expect(other.report == plain.report)
    }

    @Test func `there are broken bots for at least forty mistakes`() {
        #expect(Fixture.all(in: "broken").count >= 40)
    }

    @Test(arguments: LoaderCheck.allCases)
    func `every check of the loader is shown by a broken bot`(check: LoaderCheck) throws {
        let isShown = try Fixture.all(in: "broken").contains { fixture in
            try fixture.load().diagnostics.contains { $0.id == check.rawValue }
        }
        // The file that is too large is made in the test of hostile texts.
        #expect(isShown || check == .tooLarge)
        #expect(!check.explanation.isEmpty)
    }

    @Test func `the findings of a file come sorted and once`() throws {
        let found = try Fixture(folder: "broken", name: "many").load().diagnostics
        #expect(found == found.sorted())
        #expect(Set(found).count == found.count)
        #expect(found.count >= 15)
    }
}
