import Foundation
import Testing

/// The schedules that bots name.
@Suite(.timeLimit(.minutes(2)))
struct LintScheduleTests {
    private static func bot(_ schedule: String) -> String {
        """
        bot: caller
        schedule: \(schedule)
        start: goodbye
        nodes:
          goodbye: {type: hang_up, prompt: "Goodbye."}

        """
    }

    private static func run(_ schedule: String) throws -> CommandRun {
        let folder = try ScratchFolder()
        try folder.write(bot(schedule), to: "bots/caller/bot.yaml")
        try folder.write(
            try String(contentsOfFile: "\(CommandRun.root)/bots/schedules/office-hours.yaml", encoding: .utf8),
            to: "bots/schedules/office-hours.yaml"
        )
        return try CommandRun("lint", "bots", "--rule", "unknown-schedule", in: folder.path)
    }

    @Test(arguments: ["office-hours", "TCPA-CA-America/Los_Angeles"])
    func `a schedule that is there is nothing to report`(schedule: String) throws {
        let run = try LintScheduleTests.run(schedule)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test(arguments: [
        ("ofice-hours", "office-hours"), ("TCPA-ZZ-America/Los_Angeles", "ZZ"), ("TCPA-CA-Mars/Phobos", "Mars"),
    ])
    func `a schedule that is not there is found at its key`(schedule: String, hint: String) throws {
        let run = try LintScheduleTests.run(schedule)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("bots/caller/bot.yaml:2:1: warning: [unknown-schedule]"), "\(run.output)")
        #expect(run.output.contains(hint), "\(run.output)")
    }

    @Test func `a file that is no bot only by its name is told, so that a folder does not look clean`() throws {
        let folder = try ScratchFolder()
        try folder.write(LintScheduleTests.bot("TCPA-CA-America/Los_Angeles"), to: "bots/caller.yaml")
        try folder.write("bot: other\n", to: "bots/other.yml")
        let run = try CommandRun("lint", "bots", in: folder.path)
        #expect(run.status == 1)
        #expect(
            run.output.contains("bots/other.yml:1:1: warning: [unreadable-file] the file is not read"),
            "\(run.output)"
        )
    }

    @Test func `a rule that is nearly named is told in one line`() throws {
        let run = try CommandRun("lint", "--explain", "no-silence-ext")
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean 'no-silence-exit'?"))
        #expect(run.errors.count < 200, "\(run.errors)")
    }
}
