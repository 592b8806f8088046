import Foundation
import Testing

struct CallCommandTests {
    @Test func `a person hears the prompts, types keys, and sees what came of the call`() throws {
        let run = try CommandRun("call", "front-desk", input: "1\n2\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("bot: For opening hours, press 1."))
        #expect(run.output.contains("bot: We are open Monday to Friday"))
        #expect(run.output.contains("bot: Thank you for calling. Goodbye."))
        #expect(run.output.contains("The call is over after"))
    }

    @Test func `words are said, an empty line is silence, and the end of input hangs up`() throws {
        let run = try CommandRun("call", "front-desk", input: "opening hours\n\n")
        #expect(run.output.contains("We are open"))
        #expect(run.output.contains("(silence)"))
        let gone = try CommandRun("call", "front-desk", input: "")
        #expect(gone.status == 0)
        #expect(gone.output.contains("caller hangs up"))
        #expect(gone.output.contains("caller hung up"))
    }

    @Test func `a forwarded call asks how the other end answers`() throws {
        let run = try CommandRun("call", "front-desk", input: "0\nnonsense\nbusy\n")
        #expect(run.output.contains("forwarding to +12065550110, +12065550111"))
        #expect(run.output.contains("Nobody can take your call right now."))
    }

    @Test func `the bot's values are given with set, and the opt-out shows`() throws {
        let run = try CommandRun(
            "call",
            "appointment-reminder",
            "--set",
            "day=Tuesday",
            "--set",
            "time=noon",
            "--set",
            "actor.first_name=Ada",
            input: "9\n1\n"
        )
        #expect(run.status == 0)
        #expect(run.output.contains("Hello Ada, this is Riverside Dental about your appointment on Tuesday at noon."))
        #expect(run.output.contains("You will not be called again. Goodbye."))
        #expect(run.output.contains("The number is on the suppression list."))
        #expect(run.output.contains("Intent within 15 seconds: "))
    }

    @Test func `the documents can be shown`() throws {
        let run = try CommandRun("call", "front-desk", "--show-twiml", input: "")
        #expect(run.output.contains("<Gather action=\"http://127.0.0.1:"))
        #expect(run.output.contains("/voice/incoming"))
    }

    @Test func `a script that passes says so, and one that fails shows the call up to there`() throws {
        let folder = try ScratchFolder()
        try folder.write(
            "title: Hours\nsteps:\n  - hear: press 1\n  - press: \"1\"\n  - hear: we are open\n",
            to: "good.yaml"
        )
        try folder.write("title: Wrong\nsteps:\n  - press: \"1\"\n  - hear: we are closed\n", to: "bad.yaml")
        let run = try CommandRun(
            "call",
            "front-desk",
            "--script",
            "\(folder.path)/good.yaml",
            "--script",
            "\(folder.path)/bad.yaml"
        )
        #expect(run.status == 1)
        #expect(run.output.contains("passed  Hours\n"))
        #expect(run.output.contains("failed  Wrong\n"))
        #expect(run.output.contains("bad.yaml:4:"))
        #expect(run.output.contains("caller presses 1"))
        #expect(run.output.hasSuffix("1 passed, 1 failed\n"))
    }

    @Test func `a script's mistakes are found at their place`() throws {
        let folder = try ScratchFolder()
        try folder.write("steps:\n  - heer: hello\n", to: "typo.yaml")
        let run = try CommandRun("call", "front-desk", "--script", "\(folder.path)/typo.yaml")
        #expect(run.status == 3)
        #expect(run.errors.contains("typo.yaml:2:"))
        #expect(run.errors.contains("hear"))
    }

    @Test func `a bot with mistakes is not called`() throws {
        let folder = try ScratchFolder()
        try folder.write("bot: x\nstart: nowhere\nnodes: {a: {type: hang_up}}\n", to: "x.yaml")
        let run = try CommandRun("call", "\(folder.path)/x.yaml")
        #expect(run.status == 3)
        #expect(run.errors.contains("[undefined-target]"))
    }

    @Test func `a call that something in the bot ended gives status 1 and says what`() throws {
        let folder = try ScratchFolder()
        let lines = [
            "bot: faulty", "start: a", "variables: {x: {type: text, default: \"y\"}}", "nodes:", "  a:",
            "    type: set",
            "    values: {x: \"1 / (2 - 2)\"}", "    go: b", "  b: {type: hang_up, prompt: Goodbye.}",
        ]
        try folder.write(lines.joined(separator: "\n"), to: "faulty.yaml")
        let run = try CommandRun("call", "faulty.yaml", in: folder.path)
        #expect(run.status == 1, "\(run.output) \(run.errors)")
        #expect(run.output.contains("bot fault"))
        #expect(run.output.contains("Fault: faulty.yaml:7:"))
        #expect(run.output.contains("node 'a'"))
    }

    @Test func `a word with a slash that is no command is not said to the bot`() throws {
        let run = try CommandRun("call", "front-desk", input: "/bogus\n/hangup\n")
        #expect(run.status == 0)
        #expect(run.output.contains("There is no command '/bogus' here; /help shows"))
        #expect(run.output.contains("caller hangs up"))
    }
}
