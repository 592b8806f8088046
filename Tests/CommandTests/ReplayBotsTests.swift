import Foundation
import Testing

/// Which bots recordings are replayed against, and what a file that cannot be read does to the others.
@Suite(.timeLimit(.minutes(2)))
struct ReplayBotsTests {
    @Test func `a folder of bots that is named goes before the bot beside a recording`() throws {
        let site = try ReplaySite("appointment-reminder")
        try site.folder.write(try site.text("bots/appointment-reminder/bot.yaml"), to: "next/appointment-reminder.yaml")
        try site.change(
            "next/appointment-reminder.yaml",
            "We will try again another time.",
            to: "We will not call again."
        )
        let now = try site.replay("bots")
        #expect(now.status == 0, "\(now.output)\(now.errors)")
        let next = try site.replay("bots", "--bots", "next")
        #expect(next.status == 1)
        #expect(next.output.contains("+ says \"We will not call again.\""), "\(next.output)")
        let missing = try site.replay("bots", "--bots", "nowhere")
        #expect(missing.status == 3)
        #expect(missing.errors.contains("nowhere"))
    }

    @Test func `one file that cannot be read hides none of the others`() throws {
        let site = try ReplaySite("front-desk")
        try site.folder.write("{}\n", to: "bots/front-desk/recordings/broken.jsonl")
        let run = try site.replay("bots", "--format", "json")
        #expect(run.status == 3)
        #expect(run.errors.contains("bots/front-desk/recordings/broken.jsonl:1:"))
        #expect(run.output.contains("\"failed\" : 0"))
    }

    @Test func `a script that does not give what its bot requires is named with its place`() throws {
        let site = try ReplaySite("appointment-reminder")
        try site.folder.write("steps: [{hear: hello}]\n", to: "bots/appointment-reminder/calls/short.yaml")
        let run = try site.replay("bots")
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("bots/appointment-reminder/calls/short.yaml:1:1: error: [missing-value]"))
    }

    @Test func `a report that cannot be written in full is no success`() throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = ["lint", "bots"]
        process.currentDirectoryURL = URL(fileURLWithPath: CommandRun.root)
        process.standardOutput = full
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(text.contains("could not be written"))
    }
}
