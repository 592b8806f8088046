import Foundation
import Testing

struct NewCommandTests {
    /// One kind of bot that can be asked for.
    struct Kind: CustomTestStringConvertible, Sendable {
        let direction: String
        let purpose: String
        let languages: [String]

        var testDescription: String { "\(direction) \(purpose) \(languages.joined(separator: " "))" }

        var words: [String] {
            ["--\(direction)", "--purpose", purpose] + languages.flatMap { ["--language", $0] }
        }

        static let all = ["inbound", "outbound"].flatMap { direction in
            ["informational", "telemarketing"].flatMap { purpose in
                [["en-US"], ["es-US"], ["en-AU", "es-US"]].map {
                    Kind(direction: direction, purpose: purpose, languages: $0)
                }
            }
        }
    }

    @Test(arguments: Kind.all)
    func `a new bot is clean under strict, and its call scripts pass`(kind: Kind) throws {
        let folder = try ScratchFolder()
        let made = try CommandRun(list: ["new", "first-bot"] + kind.words, in: folder.path)
        #expect(made.status == 0, "\(made.errors)")
        let lint = try CommandRun("lint", "--strict", "bots", in: folder.path)
        #expect(lint.status == 0, "\(lint.output)")
        #expect(lint.output == "1 bot checked, no findings\n")
        let scripts = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/bots/first-bot/calls")
            .sorted()
        #expect(scripts.count == 3)
        let calls = try CommandRun(
            list: ["call", "first-bot"] + scripts.flatMap { ["--script", "bots/first-bot/calls/\($0)"] },
            in: folder.path
        )
        #expect(calls.status == 0, "\(calls.output)")
        #expect(calls.output.hasSuffix("3 passed, 0 failed\n"))
    }

    @Test func `it tells what was written and what to do next`() throws {
        let folder = try ScratchFolder()
        let run = try CommandRun("new", "reminder", "--outbound", in: folder.path)
        let written = [
            "bots/reminder/bot.yaml", "bots/reminder/calls/stop.yaml", "bots/schedules/office-hours.yaml",
            "bots/bot.schema.json",
        ]
        for path in written {
            #expect(run.output.contains("  \(path)\n"))
            #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(path)"))
        }
        #expect(run.output.contains(" call reminder\n"))
        #expect(run.output.contains(" call reminder --script bots/reminder/calls/confirm.yaml\n"))
        #expect(run.output.contains(" lint --strict bots\n"))
    }

    @Test func `the file names the editors' schema, its caller and its title`() throws {
        let folder = try ScratchFolder()
        let caller = "O'Hara & Söhne"
        #expect(try CommandRun("new", "order_status", "--caller", caller, in: folder.path).status == 0)
        let text = try String(contentsOfFile: "\(folder.path)/bots/order_status/bot.yaml", encoding: .utf8)
        #expect(text.hasPrefix("# yaml-language-server: $schema=../bot.schema.json\n"))
        #expect(text.contains("title: \"Order status\"\n"))
        #expect(text.contains("Thank you for calling O'Hara & Söhne."))
        #expect(try CommandRun("lint", "--strict", "bots", in: folder.path).status == 0)
    }

    @Test func `a second bot leaves the schedule, the schema and the first bot alone`() throws {
        let folder = try ScratchFolder()
        #expect(try CommandRun("new", "one", "--outbound", "--folder", "my bots", in: folder.path).status == 0)
        try folder.write("{}\n", to: "my bots/bot.schema.json")
        let run = try CommandRun("new", "two", "--outbound", "--folder", "my bots", in: folder.path)
        #expect(run.status == 0)
        #expect(!run.output.contains("schedules"))
        #expect(run.output.contains(" call two --bots 'my bots'\n"))
        #expect(try String(contentsOfFile: "\(folder.path)/my bots/bot.schema.json", encoding: .utf8) == "{}\n")
        #expect(try CommandRun("lint", "--strict", "my bots", in: folder.path).output.hasPrefix("2 bots checked, no"))
    }

    @Test func `a schedule of that name in another file is taken as it is`() throws {
        let folder = try ScratchFolder()
        let slots = "[{add: All, from: \"09:00\", until: \"12:00\", repeat: weekly, days: monday}]"
        try folder.write(
            "schedules:\n  office-hours:\n    zone: America/Chicago\n    slots: \(slots)\n",
            to: "bots/schedules/all.yaml"
        )
        #expect(try CommandRun("new", "one", "--outbound", in: folder.path).status == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/bots/schedules/office-hours.yaml"))
        #expect(try CommandRun("lint", "--strict", "bots", in: folder.path).status == 0)
    }

    @Test func `nothing that is there is written over`() throws {
        let folder = try ScratchFolder()
        try folder.write("bot: other\nstart: a\nnodes: {a: {type: hang_up}}\n", to: "bots/plain.yaml")
        try folder.write("bot: hidden\nstart: a\nnodes: {a: {type: hang_up}}\n", to: "bots/file.yaml")
        #expect(try CommandRun("new", "twice", in: folder.path).status == 0)
        for (name, place) in [("twice", "bots/twice"), ("plain", "bots/plain.yaml"), ("hidden", "bots/file.yaml")] {
            let run = try CommandRun("new", name, in: folder.path)
            #expect(run.status == 3)
            #expect(run.errors.contains("'\(place)'"), "\(run.errors)")
        }
        #expect(try CommandRun("new", "inner", "--folder", "bots/twice", in: folder.path).status == 3)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/bots/twice/inner"))
    }

    @Test(arguments: ["two words", "9lives", "../up", "", "a/b", "café", "schedules", "x\u{1B}[2J"])
    func `a name that is none gives status 2 and says what a name is`(name: String) throws {
        let folder = try ScratchFolder()
        let run = try CommandRun("new", name, in: folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("name"))
        #expect(!run.errors.contains("\u{1B}"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test(arguments: [
        ["--language", "en"], ["--language", "fr-CA"], ["--language", "en-us"],
        ["--language", "en-US", "--language", "en-US"], ["--caller", "a \"quote\""], ["--caller", "{{actor}}"],
        ["--caller", " "], ["--caller", "a\nb"], ["--purpose", "fun"], ["--inbound", "--outbound"],
    ])
    func `words that make no bot give status 2 and write nothing`(words: [String]) throws {
        let folder = try ScratchFolder()
        let run = try CommandRun(list: ["new", "x"] + words, in: folder.path)
        #expect(run.status == 2, "\(run.output)")
        #expect(!run.errors.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `what cannot be written is said, and nothing is left half done`() throws {
        let folder = try ScratchFolder()
        try folder.write("", to: "bots/schedules")
        let run = try CommandRun("new", "x", "--outbound", in: folder.path)
        #expect(run.status == 3)
        #expect(run.errors.contains("bots"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/bots") == ["schedules"])
    }
}
