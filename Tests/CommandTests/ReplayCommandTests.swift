import Foundation
import Testing

struct ReplayCommandTests {
    private static let bot = "appointment-reminder"
    private static let file = "bots/appointment-reminder/bot.yaml"

    /// A prompt's words, and others in their place.
    private static let changes: [(old: String, new: String)] = [
        ("We look forward to seeing you", "We are glad that you come"),
        ("One moment, I am connecting you with the front desk.", "Please hold the line."),
        ("Shall Riverside Dental stop calling you?", "Do you want no more of our calls?"),
        ("We take that as a yes.", "Then that is settled."),
        ("Press 1 to be connected, or 2 to call us later.", "Now is 1 and later is 2."),
    ]

    @Test func `all that lies beside the sample bots passes`() throws {
        let run = try CommandRun("replay", "bots")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        let bots = URL(fileURLWithPath: "\(CommandRun.root)/bots").resolvingSymlinksInPath().path
        let names = FileManager.default.enumerator(atPath: bots)?.compactMap { $0 as? String } ?? []
        let files = names.count { $0.hasSuffix(".jsonl") || $0.contains("/calls/") && $0.hasSuffix(".yaml") }
        #expect(files > 60)
        #expect(run.closingLine == "\(files) passed, 0 failed")
    }

    @Test func `recordings of the bot as it is pass, in whatever folder they are`() throws {
        let site = try ReplaySite(ReplayCommandTests.bot, "front-desk")
        let count = try site.recordings(of: ReplayCommandTests.bot).count
        let all = try site.recordings(of: "front-desk").count + count
        let run = try site.replay()
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output == "\(all) passed, 0 failed\n")
        #expect(try site.replay("bots/appointment-reminder/recordings").closingLine == "\(count) passed, 0 failed")
        let one = try site.replay("bots/appointment-reminder/recordings/confirm.jsonl", "--verbose")
        #expect(one.output.hasPrefix("passed  bots/appointment-reminder/recordings/confirm.jsonl (A patient hears"))
        #expect(one.closingLine == "1 passed, 0 failed")
        try site.folder.write(try site.text("bots/front-desk/recordings/hours.jsonl"), to: "elsewhere/one.jsonl")
        #expect(try site.replay("elsewhere", "--bots", "bots").status == 0)
    }

    @Test func `a folder behind a symbolic link is searched like any other`() throws {
        let site = try ReplaySite("front-desk")
        let files = FileManager.default
        try files.moveItem(atPath: "\(site.folder.path)/bots", toPath: "\(site.folder.path)/release-7")
        try files.createSymbolicLink(atPath: "\(site.folder.path)/bots", withDestinationPath: "release-7")
        let count = try site.recordings(of: "front-desk").count
        #expect(try site.replay().output == "\(count) passed, 0 failed\n")
        #expect(try site.replay("bots/front-desk").output == "\(count) passed, 0 failed\n")
    }

    @Test func `a file that is named in several ways is run once`() throws {
        let site = try ReplaySite("front-desk")
        let count = try site.recordings(of: "front-desk").count
        let run = try site.replay(
            "bots",
            "./bots/front-desk",
            "bots/front-desk/recordings/hours.jsonl",
            site.folder.path
        )
        #expect(run.output == "\(count) passed, 0 failed\n")
    }

    @Test func `hostile text in a recording neither moves the cursor nor passes for a line of ours`() throws {
        let site = try ReplaySite("front-desk")
        let path = "bots/front-desk/recordings/hours.jsonl"
        let evil = "\\u001b[2J\\u202e\\n9999 passed, 0 failed\\n"
        try site.change(path, "\"note\":\"", to: "\"note\":\"\(evil)")
        try site.change(path, "Thank you for calling Riverside Dental.", to: "Thank you.\(evil)")
        try site.change(path, "We are open Monday", to: "</Say>\(evil)")
        let run = try site.replay(path)
        #expect(run.status == 1)
        #expect(run.closingLine == "0 passed, 1 failed")
        #expect(!run.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        #expect(run.output.contains("9999 passed, 0 failed"))
        for line in run.output.split(separator: "\n").dropLast() {
            #expect(line.hasPrefix("failed  \(path)") || line.hasPrefix("    "), "\(line)")
        }
    }

    @Test(arguments: changes)
    func `a change of one prompt fails exactly the recordings that hear it, and shows the words`(
        _ change: (old: String, new: String)
    ) throws {
        let site = try ReplaySite(ReplayCommandTests.bot)
        let before = try site.recordings(of: ReplayCommandTests.bot)
        let hear = Set(before.filter { $0.value.contains(change.old) }.keys)
        try #require(!hear.isEmpty && hear.count < before.count)
        try site.change(ReplayCommandTests.file, change.old, to: change.new)

        let run = try site.replay()
        #expect(run.status == 1)
        let blocks = run.blocks
        #expect(Set(blocks.keys) == hear)
        for (path, lines) in blocks {
            #expect(lines.first?.hasPrefix("failed  ") == true)
            #expect(lines.contains { $0.contains("- says \"") && $0.contains(change.old) }, "\(path): \(lines)")
            #expect(lines.contains { $0.contains("+ says \"") && $0.contains(change.new) }, "\(path): \(lines)")
            #expect(lines.contains { $0.contains("\(path):") && $0.contains("the caller hears something else") })
        }
        #expect(run.closingLine == "\(before.count - hear.count) passed, \(hear.count) failed")
        #expect(try site.recordings(of: ReplayCommandTests.bot) == before, "nothing is rewritten unasked")
    }

    @Test(arguments: changes)
    func `an update rewrites those and no others, and then all pass`(_ change: (old: String, new: String)) throws {
        let site = try ReplaySite(ReplayCommandTests.bot)
        let before = try site.recordings(of: ReplayCommandTests.bot)
        let hear = Set(before.filter { $0.value.contains(change.old) }.keys)
        try site.change(ReplayCommandTests.file, change.old, to: change.new)

        let update = try site.replay("--update")
        #expect(update.status == 0, "\(update.output)\(update.errors)")
        let blocks = update.blocks
        #expect(Set(blocks.keys) == hear)
        #expect(blocks.values.allSatisfy { $0.first?.hasPrefix("updated  ") == true })
        #expect(update.closingLine == "\(before.count) passed, 0 failed (\(hear.count) updated)")

        let after = try site.recordings(of: ReplayCommandTests.bot)
        #expect(after.keys == before.keys)
        for (path, text) in after {
            #expect((text != before[path]) == hear.contains(path), "\(path)")
            #expect(!text.contains(change.old))
        }
        let again = try site.replay("--update")
        #expect(again.status == 0)
        #expect(again.output == "\(before.count) passed, 0 failed\n")
        #expect(try site.recordings(of: ReplayCommandTests.bot) == after)
    }

    @Test func `what many calls do otherwise is summed up by the node at which they part`() throws {
        let site = try ReplaySite(ReplayCommandTests.bot, "debt-notice")
        let all = try site.recordings(of: ReplayCommandTests.bot)
        let total = try site.recordings(of: "debt-notice").count + all.count
        let words = "Shall Riverside Dental stop calling you?"
        let hear = all.filter { $0.value.contains(words) }.keys.sorted()
        try #require(hear.count > 3)
        try site.change(ReplayCommandTests.file, words, to: "No more calls?")
        let lines = try site.replay().output.split(separator: "\n").map(String.init)
        let share = hear.count * 100 / total
        let first = try #require(
            lines.firstIndex(of: "\(hear.count) of \(total) recorded calls (\(share) %) go differently:")
        )
        #expect(lines[first + 1] == "  \(hear.count) at 'confirm-opt-out' of appointment-reminder")
        #expect(Array(lines[(first + 2)..<(first + 5)]) == hear.prefix(3).map { "    \($0)" })
    }

    @Test func `the order of attributes and the space between elements count for nothing`() throws {
        let site = try ReplaySite(ReplayCommandTests.bot)
        let path = "bots/appointment-reminder/recordings/confirm.jsonl"
        try site.change(path, "<Response>", to: "<Response>\\n   ")
        try site.change(
            path,
            "<Say language=\\\"en-US\\\" voice=\\\"Polly.Joanna\\\">",
            to: "<Say  voice=\\\"Polly.Joanna\\\"   language=\\\"en-US\\\">"
        )
        let text = try site.text(path)
        #expect(try site.replay("--update", path).output == "1 passed, 0 failed\n")
        #expect(try site.text(path) == text)
    }

    @Test func `an answer that nothing asks for fails`() throws {
        let site = try ReplaySite(ReplayCommandTests.bot)
        let path = "bots/appointment-reminder/recordings/stop-by-words.jsonl"
        var lines = try site.text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let reply = try #require(lines[1].range(of: "\"reply\":"))
        lines[1].insert(
            contentsOf: "\"answers\":[{\"source\":\"hours\",\"question\":\"office\",\"answer\":true}],",
            at: reply.lowerBound
        )
        try site.folder.write(lines.joined(separator: "\n"), to: path)
        let run = try site.replay(path)
        #expect(run.status == 1)
        #expect(run.output.contains("\(path):2: "))
        #expect(run.output.contains("an answer of 'hours' to 'office' that nothing asks for"))
        #expect(run.closingLine == "0 passed, 1 failed")
    }

    @Test func `replies of a recording made by hand are filled in`() throws {
        let site = try ReplaySite(ReplayCommandTests.bot)
        let path = "bots/appointment-reminder/recordings/by-hand.jsonl"
        let made = try site.text("bots/appointment-reminder/recordings/desk-busy.jsonl")
        let bare = made.replacing(/"reply":"(?:[^"\\]|\\.)*"/, with: "")
            .replacing(",}\n", with: "}\n").replacing("\"origin\":\"server\"", with: "\"origin\":\"hand-made\"")
        try site.folder.write(bare, to: path)
        #expect(try site.replay(path).status == 1)
        let update = try site.replay(path, "--update")
        #expect(update.closingLine == "1 passed, 0 failed (1 updated)", "\(update.output)\(update.errors)")
        #expect(try site.replay(path).output == "1 passed, 0 failed\n")
        let filled = try site.text(path).replacing("\"origin\":\"hand-made\"", with: "\"origin\":\"server\"")
        #expect(filled == made)
    }

    @Test func `a call script that fails is told with its transcript`() throws {
        let site = try ReplaySite(ReplayCommandTests.bot)
        let path = "bots/appointment-reminder/calls/confirm.yaml"
        try site.copy(path)
        #expect(try site.replay(path).output == "1 passed, 0 failed\n")
        try site.change(ReplayCommandTests.file, "We look forward to seeing you", to: "Be there")
        let run = try site.replay(path)
        #expect(run.status == 1)
        #expect(run.output.contains("expected to hear \"we look forward to seeing you\""), "\(run.output)")
        #expect(run.output.contains("Be there"))
        #expect(run.closingLine == "0 passed, 1 failed")
    }
}
