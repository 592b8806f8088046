import Foundation
import Testing

struct LintCommandTests {
    private static let broken = """
        bot: broken
        start: main
        nodes:
          main:
            type: decision_menu
            prompt: "Grüße 👋 press 1"
            options:
              - {name: one, press: "1", go: bye}
          bye: {type: hang_up}
          lost: {type: hang_up}
        """

    @Test func `the sample bots have nothing to report, also under strict`() throws {
        let run = try CommandRun("lint", "bots", "--strict")
        #expect(run.status == 0)
        #expect(run.output == "3 bots checked, no findings\n")
    }

    @Test func `findings show the line, point at the place, and give status 1`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintCommandTests.broken, to: "broken.yaml")
        let run = try CommandRun("lint", "broken.yaml", in: folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains("broken.yaml:10:3: "))
        #expect(run.output.contains("[unreachable-node]"))
        #expect(run.output.contains("[no-silence-exit]"))
        #expect(run.output.contains("  lost: {type: hang_up}\n"))
        #expect(!run.output.contains("\u{1B}"), "no colour where nobody looks")
    }

    @Test func `JSON is for programs and as stable as the text`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintCommandTests.broken, to: "broken.yaml")
        let run = try CommandRun("lint", "broken.yaml", "--format", "json", in: folder.path)
        #expect(run.status == 1)
        let found = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(Set(found.compactMap { $0["id"] as? String }).isSuperset(of: ["unreachable-node", "no-silence-exit"]))
        #expect(try CommandRun("lint", "broken.yaml", "--format", "json", in: folder.path).output == run.output)
    }

    @Test func `one rule can be asked for, and every finding has a page`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintCommandTests.broken, to: "broken.yaml")
        let run = try CommandRun("lint", "broken.yaml", "--rule", "unreachable-node", in: folder.path)
        #expect(run.output.contains("[unreachable-node]"))
        #expect(!run.output.contains("[no-silence-exit]"))
        for id in ["unreachable-node", "unknown-key"] {
            let page = try CommandRun("lint", "--explain", id)
            #expect(page.status == 0)
            #expect(page.output.hasPrefix(id))
        }
    }

    @Test func `a file that is no bot is reported at its place, not crashed on`() throws {
        let folder = try ScratchFolder()
        try folder.write("bot: [\n", to: "a.yaml")
        try folder.write("\u{0}\u{1}\u{2}", to: "b.yaml")
        try folder.write("", to: "c.yaml")
        let run = try CommandRun("lint", folder.path)
        #expect(run.status == 1)
        for name in ["a.yaml", "b.yaml", "c.yaml"] { #expect(run.output.contains("\(name):"), "\(name)") }
    }

    @Test func `bytes that are no text are unreadable`() throws {
        let folder = try ScratchFolder()
        let path = "\(folder.path)/latin.yaml"
        try Data([0x62, 0x6F, 0x74, 0x3A, 0x20, 0xFC, 0x0A]).write(to: URL(fileURLWithPath: path))
        let run = try CommandRun("lint", path)
        #expect(run.status == 3)
        #expect(run.errors.contains("UTF-8"))
    }

    @Test func `what cannot be read hides nothing of the rest`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintCommandTests.broken, to: "broken.yaml")
        try Data([0x62, 0xFC, 0x0A]).write(to: URL(fileURLWithPath: "\(folder.path)/latin.yaml"))
        let run = try CommandRun("lint", "nowhere", "broken.yaml", "latin.yaml", in: folder.path)
        #expect(run.status == 3)
        #expect(run.output.contains("broken.yaml:10:3: "))
        for place in ["nowhere:1:1: error: [unreadable-file]", "latin.yaml:1:1: error: [unreadable-file]"] {
            #expect(run.output.contains(place))
            #expect(run.errors.contains(place))
        }
        #expect(run.output.contains("1 bot checked: "))
    }

    @Test func `two files that name one bot are a finding at the second`() throws {
        let folder = try ScratchFolder()
        let bot = "bot: twin\ntitle: Twin\nstart: a\nnodes:\n  a: {type: hang_up, prompt: Goodbye.}\n"
        try folder.write(bot, to: "a.yaml")
        try folder.write(bot, to: "b.yaml")
        let run = try CommandRun("lint", ".", in: folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains("b.yaml:1:1: error: [duplicate-bot] the bot 'twin' is in ./a.yaml too"))
        #expect(!run.output.contains("a.yaml:1:1: error"))
        #expect(try CommandRun("lint", "--explain", "duplicate-bot").output.hasPrefix("duplicate-bot (error)"))
    }

    @Test func `the schedules beside bots are checked with them`() throws {
        let folder = try ScratchFolder()
        try folder.write("bot: a\nstart: x\nnodes: {x: {type: hang_up}}\n", to: "a.yaml")
        try folder.write("schedules:\n  office:\n    zone: America/Nowhere\n    slots: []\n", to: "schedules/o.yaml")
        let run = try CommandRun("lint", folder.path)
        #expect(run.status == 1)
        #expect(run.output.contains("schedules/o.yaml:3:"), "\(run.output)")
    }
}
