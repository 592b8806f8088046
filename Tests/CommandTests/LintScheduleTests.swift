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
}
